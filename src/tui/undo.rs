//! The last deed taken back by one key, wherever that key is listened to.

use crate::ops::bulk;
use crate::ops::recovery_codes::put_back;
use crate::text::Text;
use crate::tui::desk::{Desk, Go};
use crate::tui::home::{Home, Undo};

/// Takes the last deed back, while that is still possible.
pub fn take_back(home: &mut Home, desk: &mut Desk) {
    let Some((undo, _)) = home.undo.take_if(|(_, until)| *until > desk.tick) else {
        return match home.brought_in {
            Some(_) => desk.go = Some(Go::TakeBack),
            None => desk.say(Text::new("tui-nothing-to-undo")),
        };
    };
    match undo {
        Undo::Accounts(before) => {
            let first = before.first();
            bulk::undo(home.session.book_mut(), before);
            home.changed(desk);
            if let Some(id) = first {
                home.accounts.choose_account(id, home.session.book(), desk.size);
            }
        }
        Undo::Code { id, place, code } => match put_back(home.session.book_mut(), id, place, code) {
            Err(error) => return desk.complain(&error),
            Ok(()) => home.changed(desk),
        },
    }
    desk.say(Text::new("tui-undone"));
}
