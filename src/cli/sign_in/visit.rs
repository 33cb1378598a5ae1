//! Signing in at a provider from a command: what is to be opened and typed is printed while it is waited for.

use std::sync::{Mutex, mpsc};

use crate::cli::desk::Desk;
use crate::cli::out::Out;
use crate::ports::{Visit, VisitStep, World};
use crate::provider::{Identity, ProviderSetup};
use crate::secret::Private;
use crate::signin::{NotConfirmed, Way};
use crate::text::{Explain, Text, Trouble};

/// Signs in beside the prints, so that the code to enter is seen while it is waited for.
pub(super) fn visit(
    desk: &mut Desk<'_>,
    setup: &ProviderSetup,
    row: &Private,
    way: Way,
) -> Result<Box<Identity>, NotConfirmed> {
    let (steps, seen) = mpsc::channel();
    let (world, steps): (&World, Mutex<mpsc::Sender<VisitStep>>) = (desk.world, Mutex::new(steps));
    let out = &mut *desk.out;
    let visited = std::thread::scope(|scope| {
        let visiting = scope.spawn(move || {
            // Nobody reads any more once the command has ended.
            let tell = |step| drop(steps.lock().map(|steps| steps.send(step)));
            let visit = Visit { row_name: row, is_cancelled: &|| false, tell: &tell };
            match way {
                Way::Code => world.provider.sign_in_by_code(setup, &visit),
                Way::Browser | Way::Key => world.provider.sign_in_by_browser(setup, &visit),
            }
        });
        for step in seen {
            show(out, world, &step);
        }
        visiting.join()
    });
    match visited {
        Ok(visited) => {
            visited.map(Box::new).map_err(|error| NotConfirmed { trouble: Trouble::of(&error), why: error.stuck() })
        }
        Err(_) => {
            let trouble = Trouble { what: Text::new("tui-worker-broke"), fix: None };
            Err(NotConfirmed { trouble, why: None })
        }
    }
}

fn show(out: &mut Out, world: &World, step: &VisitStep) {
    match step {
        VisitStep::Checking => out.say(&Text::new("tui-signin-provider-checking")),
        VisitStep::EnterCode { code, address, .. } => {
            out.say(&Text::new("cli-signin-device").word("address", Out::word(address)).word("code", Out::word(code)));
            out.say(&Text::new("tui-signin-device-warn"));
        }
        VisitStep::OpenBrowser { address, .. } => {
            if let Err(error) = world.browser.open(address) {
                out.say(&error.what());
            }
            out.say(&Text::new("tui-signin-browser-open"));
            out.say(&Text::new("cli-signin-address").word("address", Out::word(address)));
        }
        VisitStep::Retrying => out.say(&Text::new("tui-signin-provider-retrying")),
    }
}
