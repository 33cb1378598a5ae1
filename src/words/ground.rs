//! What the errors of the ground floor say: its rooms know no sentences, so they stand here.

use crate::chance::NoEntropy;
use crate::secret::{PASSPHRASE_CAPACITY, PassphraseError};
use crate::text::{Explain, Text};

impl Explain for NoEntropy {
    fn what(&self) -> Text {
        Text::new("err-no-entropy")
    }

    fn fix(&self) -> Option<Text> {
        Some(Text::new("fix-no-entropy"))
    }
}

impl Explain for PassphraseError {
    fn what(&self) -> Text {
        match self {
            Self::Empty => Text::new("err-passphrase-empty"),
            Self::TooLong => Text::new("err-passphrase-too-long").number("most", PASSPHRASE_CAPACITY),
        }
    }

    fn fix(&self) -> Option<Text> {
        Some(match self {
            Self::Empty => Text::new("fix-passphrase-empty"),
            Self::TooLong => Text::new("fix-passphrase-too-long"),
        })
    }
}
