//! What a key can mean. The names are those of `docs/keys.md` and of the settings.

/// A deed that a key asks for. What it does depends on the screen in front.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Action {
    /// Go on: open, confirm, choose.
    Accept,
    /// The account after this one.
    AccountNext,
    /// The account before this one.
    AccountPrevious,
    /// Add an account by form.
    Add,
    /// One step back, or out.
    Back,
    /// Back up now.
    BackUp,
    /// Backups.
    Backups,
    /// Take an account out of the trash.
    BringBack,
    /// Open or close the card of the selected account.
    Card,
    /// Tick or untick a row.
    Choose,
    /// What differs.
    Compare,
    /// Complete what is being typed.
    Complete,
    /// The recovery codes.
    Codes,
    /// Copy the code.
    Copy,
    /// Copy the next code.
    CopyNext,
    /// Copy the code or the address of a page.
    CopyPage,
    /// Put the selected account into the trash, after a question.
    Delete,
    /// One row down.
    Down,
    /// Open the newest backup with the password, typed again.
    Drill,
    /// Change what is known of the account.
    Edit,
    /// Remove for good, after a question.
    Erase,
    /// Take accounts out, into a file.
    Export,
    /// Begin another line in the field.
    FieldBreak,
    /// Wipe the field.
    FieldClear,
    /// To the end of the field.
    FieldEnd,
    /// Remove the character before the cursor.
    FieldErase,
    /// Remove the character after the cursor.
    FieldEraseAfter,
    /// Remove the word before the cursor.
    FieldEraseWord,
    /// One character to the left.
    FieldLeft,
    /// To the next field.
    FieldNext,
    /// To the previous field.
    FieldPrevious,
    /// One character to the right.
    FieldRight,
    /// Show or hide what was typed as a secret.
    FieldShow,
    /// To the start of the field.
    FieldStart,
    /// Do what the form is for, from any of its fields.
    Finish,
    /// To the first row.
    First,
    /// Read from the clipboard.
    FromClipboard,
    /// Read the codes on the screen.
    FromScreen,
    /// Choose the key file of a locked file.
    KeyFile,
    /// The recovery words and their page.
    Kit,
    /// Type the PIN of an account.
    GivePin,
    /// The next group.
    GroupNext,
    /// The previous group.
    GroupPrevious,
    /// The groups of the account, or of all that are marked.
    Groups,
    /// Help for the screen in front.
    Help,
    /// Hide the codes or show them again.
    Hide,
    /// Bring accounts in from another app.
    Import,
    /// The next language.
    Language,
    /// To the last row.
    Last,
    /// Leave the account for later.
    Later,
    /// The choice before.
    Less,
    /// Lock the vault.
    Lock,
    /// Mark the account, or take its mark off.
    Mark,
    /// Mark all that are listed, or take their marks off.
    MarkAll,
    /// The next choice of a row.
    More,
    /// The account one place down.
    MoveDown,
    /// The account one place up.
    MoveUp,
    /// No to a question.
    No,
    /// The account over the whole screen.
    Open,
    /// Open a page in the browser.
    OpenPage,
    /// A page down.
    PageDown,
    /// A page up.
    PageUp,
    /// Everything that can be done here, by name.
    Palette,
    /// Pin the account to the top, or let it go.
    Pin,
    /// What backups carry of the account, or of all that are marked.
    Protect,
    /// The key of the account as a QR code, after the passphrase.
    Qr,
    /// Leave the program.
    Quit,
    /// The service refuses the code.
    ReportRefused,
    /// As it is by default.
    Reset,
    /// Restore from a backup.
    Restore,
    /// Filter while typing.
    Search,
    /// The settings.
    Settings,
    /// Choose where backups go and what opens them.
    SetUp,
    /// A page as a QR code.
    ShowPage,
    /// Sign in to restore an account.
    SignIn,
    /// Move the vault aside, after a question.
    SignOut,
    /// Another order of the accounts.
    Sort,
    /// It does not open: what can be done.
    Stuck,
    /// Give the terminal back to the shell for a while.
    Suspend,
    /// Keep both of two accounts.
    TakeBoth,
    /// Keep what is here.
    TakeMine,
    /// Take what comes in.
    TakeTheirs,
    /// Tick or untick all.
    TickAll,
    /// The trash.
    Trash,
    /// Make no more backups, after a question.
    TurnOff,
    /// Take the last deed back.
    Undo,
    /// One row up.
    Up,
    /// Read the newest backup back.
    Verify,
    /// Read all backups back.
    VerifyAll,
    /// Another way to open the vault.
    Way,
    /// Yes to a question.
    Yes,
}

impl Action {
    /// Its name in the settings.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Accept => "accept",
            Self::AccountNext => "account-next",
            Self::AccountPrevious => "account-previous",
            Self::Add => "add",
            Self::Back => "back",
            Self::BackUp => "back-up",
            Self::Backups => "backups",
            Self::BringBack => "bring-back",
            Self::Card => "card",
            Self::Choose => "choose",
            Self::Compare => "compare",
            Self::Complete => "complete",
            Self::Codes => "codes",
            Self::Copy => "copy",
            Self::CopyNext => "copy-next",
            Self::CopyPage => "copy-page",
            Self::Delete => "delete",
            Self::Down => "down",
            Self::Drill => "drill",
            Self::Edit => "edit",
            Self::Erase => "erase",
            Self::Export => "export",
            Self::FieldBreak => "text-break",
            Self::FieldClear => "text-clear",
            Self::FieldEnd => "text-end",
            Self::FieldErase => "text-erase",
            Self::FieldEraseAfter => "text-erase-after",
            Self::FieldEraseWord => "text-erase-word",
            Self::FieldLeft => "text-left",
            Self::FieldNext => "text-next",
            Self::FieldPrevious => "text-previous",
            Self::FieldRight => "text-right",
            Self::FieldShow => "text-show",
            Self::FieldStart => "text-start",
            Self::Finish => "finish",
            Self::First => "first",
            Self::FromClipboard => "from-clipboard",
            Self::FromScreen => "from-screen",
            Self::KeyFile => "key-file",
            Self::Kit => "kit",
            Self::GivePin => "give-pin",
            Self::GroupNext => "group-next",
            Self::GroupPrevious => "group-previous",
            Self::Groups => "groups",
            Self::Help => "help",
            Self::Hide => "hide",
            Self::Import => "import",
            Self::Language => "language",
            Self::Last => "last",
            Self::Later => "later",
            Self::Less => "less",
            Self::Lock => "lock",
            Self::Mark => "mark",
            Self::MarkAll => "mark-all",
            Self::More => "more",
            Self::MoveDown => "move-down",
            Self::MoveUp => "move-up",
            Self::No => "no",
            Self::Open => "open",
            Self::OpenPage => "open-page",
            Self::PageDown => "page-down",
            Self::PageUp => "page-up",
            Self::Palette => "palette",
            Self::Pin => "pin",
            Self::Protect => "protect",
            Self::Qr => "qr",
            Self::Quit => "quit",
            Self::ReportRefused => "report-refused",
            Self::Reset => "reset",
            Self::Restore => "restore",
            Self::Search => "search",
            Self::Settings => "settings",
            Self::SetUp => "set-up",
            Self::ShowPage => "page-qr",
            Self::SignIn => "sign-in",
            Self::SignOut => "sign-out",
            Self::Sort => "sort",
            Self::Stuck => "stuck",
            Self::Suspend => "suspend",
            Self::TakeBoth => "take-both",
            Self::TakeMine => "take-mine",
            Self::TakeTheirs => "take-theirs",
            Self::TickAll => "tick-all",
            Self::Trash => "trash",
            Self::TurnOff => "turn-off",
            Self::Undo => "undo",
            Self::Up => "up",
            Self::Verify => "verify",
            Self::VerifyAll => "verify-all",
            Self::Way => "way",
            Self::Yes => "yes",
        }
    }
}
