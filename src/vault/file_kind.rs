//! The kinds of files of ours, and how each begins: as PNG does, which shows where a transfer changed line ends.

/// How a backup begins.
pub const BACKUP_MAGIC: [u8; 8] = *b"\x89PLB\r\n\x1a\n";

/// Whether bytes begin as a backup does, also where line ends were translated on its way.
#[must_use]
pub fn is_backup(bytes: &[u8]) -> bool {
    BACKUP_MAGIC.get(..4).is_some_and(|start| bytes.starts_with(start))
}

/// Which of our files it is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum FileKind {
    /// Accounts on their way to another computer.
    Export,
    /// A vault.
    Vault,
}

impl FileKind {
    /// The eight bytes that it begins with.
    pub const fn magic(self) -> [u8; 8] {
        match self {
            Self::Export => *b"\x89PLX\r\n\x1a\n",
            Self::Vault => *b"\x89PLV\r\n\x1a\n",
        }
    }
}
