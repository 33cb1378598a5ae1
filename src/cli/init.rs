//! `pulih init`: makes a vault where none is.

use serde_json::json;

use crate::cli::desk::Desk;
use crate::cli::exit::{Exit, Failure};
use crate::ops::{self, SaveError, keys};
use crate::text::Text;
use crate::vault::{KdfFloor, KdfParams};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Init {
    #[arg(long, value_name = "MIB")]
    kdf_memory: Option<u32>,
    #[arg(long, value_name = "N")]
    kdf_time: Option<u32>,
}

impl Init {
    pub fn run(self, desk: &mut Desk<'_>) -> Result<Exit, Failure> {
        let path = &desk.world.vault;
        // Looked at before a passphrase is thought up for nothing; creating looks again.
        if desk.world.files.look(path)?.is_some() {
            return Err(SaveError::Exists.into());
        }
        let chosen = self.chosen()?;
        let passphrase = desk.new_passphrase(desk.global.passphrase_fd, "--passphrase-fd")?;
        let cost = chosen.unwrap_or_else(|| keys::fitting_cost(desk.world));
        let session = ops::create(desk.world, path, &passphrase, cost)?;
        let path = session.path().unwrap_or(path).display().to_string();
        if desk.out.wants_json() {
            let kdf = json!({"memory_mib": cost.memory_mib(), "time": cost.passes, "lanes": cost.lanes});
            desk.out.json(&json!({"vault": path, "kdf": kdf}))?;
        }
        desk.out.say(&Text::new("cli-init-done").word("path", path));
        desk.out.say(&Text::new("cli-init-next"));
        Ok(Exit::Done)
    }

    /// The cost that was asked for; `None` leaves it to this computer's speed.
    fn chosen(&self) -> Result<Option<KdfParams>, Failure> {
        if self.kdf_memory.is_none() && self.kdf_time.is_none() {
            return Ok(None);
        }
        let usual = KdfParams::START;
        let cost = KdfParams {
            memory_kib: self.kdf_memory.map_or(usual.memory_kib, |mib| mib.saturating_mul(1024)),
            passes: self.kdf_time.unwrap_or(usual.passes),
            lanes: usual.lanes,
        };
        let cost = cost.at_least(KdfFloor::PERSON).map_err(|error| Failure::of(Exit::Usage, &error))?;
        Ok(Some(cost))
    }
}
