//! A key file beside the password of a locked file, or in its place.

use zeroize::Zeroizing;

use crate::formats::{FormatError, Imported, Locked, Parsed, UnlockError};
use crate::tui::effect::Effect;
use crate::tui::msg::{Answer, Msg};
use crate::tui::testing::Bench;
use crate::tui::tests::importing::{LIST, answer_read, answer_unlock, chooser, found, line, parsed};

/// A locked file that a key file opens alone.
#[derive(Debug)]
struct Gate(bool);

impl Locked for Gate {
    fn format(&self) -> &'static str {
        "kdbx"
    }

    fn takes_key_file(&self) -> bool {
        true
    }

    fn set_key_file(&mut self, content: &[u8]) -> Result<(), FormatError> {
        self.0 = content == b"the key";
        Ok(())
    }

    fn open(&self, _: &str) -> Result<Imported, UnlockError> {
        if self.0 { Ok(parsed(LIST)) } else { Err(UnlockError::WrongPassword) }
    }
}

/// A locked file that was chosen waits for its password, or for its key file.
pub(super) fn locked() -> Bench {
    let mut bench = chooser();
    bench.type_text("my.kdbx").press("enter");
    answer_read(&mut bench, Ok(vec![found("my.kdbx", Parsed::Locked(Box::new(Gate(false))))]));
    bench
}

#[test]
fn a_key_file_is_chosen_like_any_other_and_the_password_may_then_be_empty() {
    let mut bench = locked();
    assert!(line(&bench, "key file").contains("go on"), "{}", bench.screen());
    bench.press("enter");
    answer_unlock(&mut bench);
    assert!(bench.screen().contains("password"), "{}", bench.screen());
    bench.press("tab");
    assert!(bench.screen().contains("Which file is the key file of my.kdbx?"), "{}", bench.screen());
    bench.press("esc").press("tab").type_text("my.keyx").press("enter");
    let at = bench.asked.iter().position(|effect| matches!(effect, Effect::ReadKeyFile(..))).expect("it is read");
    let Effect::ReadKeyFile(ticket, path) = bench.asked.remove(at) else { unreachable!() };
    assert_eq!(path, "my.keyx");
    bench.hand(Msg::Came(ticket, Answer::KeyFileRead(Ok(Zeroizing::new(b"the key".to_vec())))));
    assert!(bench.screen().contains("The key file is read."), "{}", bench.screen());
    bench.press("enter");
    assert_eq!(answer_unlock(&mut bench), "");
    assert!(bench.screen().contains("2 new"), "{}", bench.screen());
}
