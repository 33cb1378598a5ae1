//! `pulih sign-out`: moves the vault aside, whole, and back.

use serde_json::json;

use crate::cli::desk::Desk;
use crate::cli::exit::{Exit, Failure};
use crate::ops::sign_out::{Moved, sign_in_again, sign_out};
use crate::text::Text;

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct SignOut {
    #[arg(long, conflicts_with = "yes")]
    undo: bool,
    #[arg(long)]
    yes: bool,
}

impl SignOut {
    pub fn run(self, desk: &mut Desk<'_>) -> Result<Exit, Failure> {
        if desk.global.demo {
            return Err(Failure::new(
                Exit::NotDone,
                Text::new("err-cli-demo-no-file"),
                Text::new("fix-cli-demo-no-file"),
            ));
        }
        let moved = if self.undo { sign_in_again(desk.world, None)? } else { self.signed_out(desk)? };
        tell(desk, &moved, self.undo)?;
        Ok(if moved.left.is_empty() { Exit::Done } else { Exit::Partly })
    }

    fn signed_out(&self, desk: &Desk<'_>) -> Result<Moved, Failure> {
        if desk.world.files.look(&desk.world.vault)?.is_some() {
            let path = desk.world.vault.display().to_string();
            desk.confirm(self.yes, "--yes", &Text::new("ask-sign-out").word("path", path))?;
        }
        Ok(sign_out(desk.world)?)
    }
}

fn tell(desk: &mut Desk<'_>, moved: &Moved, is_undone: bool) -> Result<(), Failure> {
    for remark in moved.remarks() {
        desk.out.remark(&remark, None);
    }
    let shown = |path: &std::path::Path| path.display().to_string();
    if desk.out.wants_json() {
        let paths = |paths: &[std::path::PathBuf]| paths.iter().map(|path| shown(path)).collect::<Vec<_>>();
        let (along, left) = (paths(&moved.along), paths(&moved.left));
        desk.out.json(&json!({"from": shown(&moved.from), "to": shown(&moved.to), "along": along, "left": left}))?;
    }
    let id = if is_undone { "cli-sign-out-undone" } else { "cli-sign-out-done" };
    desk.out.say(&Text::new(id).word("path", shown(&moved.to)));
    if !is_undone {
        desk.out.say(&Text::new("cli-sign-out-next"));
    }
    Ok(())
}
