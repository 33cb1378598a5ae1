//! `pulih passwd`: another passphrase for the vault.

use serde_json::json;

use crate::cli::args::descriptor;
use crate::cli::desk::Desk;
use crate::cli::exit::{Exit, Failure};
use crate::cli::open::open_with_proof;
use crate::ops::keys;
use crate::text::Text;
use crate::vault::SlotKind;

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Passwd {
    #[arg(long, value_name = "N", value_parser = descriptor())]
    new_passphrase_fd: Option<i32>,
}

impl Passwd {
    pub fn run(self, desk: &mut Desk<'_>) -> Result<Exit, Failure> {
        let mut session = open_with_proof(desk)?;
        let new = desk.new_passphrase(self.new_passphrase_fd, "--new-passphrase-fd")?;
        // What it costs stays as it was chosen or found when the vault was made.
        let slots = session.vault().slots();
        let cost = slots.iter().find(|slot| slot.kind == SlotKind::Passphrase).and_then(|slot| slot.kdf);
        let cost = cost.unwrap_or_else(|| keys::fitting_cost(desk.world));
        let changed = keys::change_passphrase(desk.world, &mut session, &new, cost)?;
        desk.tell(&changed);
        if desk.out.wants_json() {
            desk.out.json(&json!({"changed": true, "keystore": !changed.lost_key_store}))?;
        }
        desk.out.say(&Text::new("cli-passwd-done"));
        Ok(Exit::Done)
    }
}
