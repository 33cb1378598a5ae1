//! The places in which a key means something, and what they are called.

/// Where a key means something. Several are live at once; the first in the list of the live ones wins.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Context {
    /// One account over the whole screen.
    Account,
    /// The list of accounts.
    Accounts,
    /// Backups.
    Backups,
    /// The path that an export goes to.
    Destination,
    /// The recovery codes of an account.
    Codes,
    /// The form that changes an account.
    Edit,
    /// Every screen.
    Everywhere,
    /// Which file an export makes.
    Export,
    /// A field that is being typed into.
    Field,
    /// Several fields below each other.
    Form,
    /// The line of paths of an import, and what lies in the folder.
    Files,
    /// A locked file that may need a key file beside its password.
    KeyFile,
    /// The line that filters the preview of an import.
    Filter,
    /// The groups of what is marked.
    Groups,
    /// Help.
    Help,
    /// An open vault, whatever is in front.
    Home,
    /// The steps of an import.
    Import,
    /// A list to choose from.
    List,
    /// What comes back, where it meets what is here.
    Merge,
    /// A field of several lines.
    Note,
    /// Everything that can be done, by name.
    Palette,
    /// What an import would bring in.
    Preview,
    /// The passphrase, asked again.
    Proof,
    /// A question that waits for yes or no.
    Question,
    /// What is only read.
    Reading,
    /// The recovery account, where the words can be typed in its place.
    Recovery,
    /// Recovery words, where the recovery account can be typed in their place.
    RecoveryWords,
    /// The steps of a restore.
    Restore,
    /// A restore that is done.
    Restored,
    /// The line that filters.
    Search,
    /// A field for a secret.
    Secret,
    /// The settings.
    Settings,
    /// Something secret that is shown.
    Shown,
    /// The steps of a sign-in.
    SignIn,
    /// A choice on the way of a sign-in.
    SignInChoice,
    /// Where a new key comes from.
    SignInKey,
    /// A text for somebody else.
    SignInLetter,
    /// A page that is opened somewhere.
    SignInPage,
    /// The first screen, and a vault that cannot be read.
    Start,
    /// An account without codes, over the whole screen.
    Tile,
    /// The trash.
    Trash,
    /// The screen that unlocks.
    Unlock,
}

impl Context {
    /// All of them, in the order of help and `docs/keys.md`.
    pub const ALL: [Self; 42] = [
        Self::Accounts,
        Self::Account,
        Self::Tile,
        Self::Codes,
        Self::Groups,
        Self::Search,
        Self::List,
        Self::Palette,
        Self::Edit,
        Self::Form,
        Self::Note,
        Self::Field,
        Self::Secret,
        Self::Proof,
        Self::Shown,
        Self::Question,
        Self::Import,
        Self::Files,
        Self::KeyFile,
        Self::Preview,
        Self::Filter,
        Self::Export,
        Self::Reading,
        Self::Destination,
        Self::Backups,
        Self::Restore,
        Self::Restored,
        Self::Recovery,
        Self::RecoveryWords,
        Self::Merge,
        Self::SignIn,
        Self::SignInChoice,
        Self::SignInLetter,
        Self::SignInPage,
        Self::SignInKey,
        Self::Trash,
        Self::Settings,
        Self::Unlock,
        Self::Start,
        Self::Help,
        Self::Home,
        Self::Everywhere,
    ];

    /// Its name in the settings.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Account => "account",
            Self::Accounts => "accounts",
            Self::Backups => "backups",
            Self::Destination => "destination",
            Self::Codes => "codes",
            Self::Edit => "edit",
            Self::Everywhere => "everywhere",
            Self::Export => "export",
            Self::Field => "field",
            Self::Form => "form",
            Self::Files => "files",
            Self::KeyFile => "key-file",
            Self::Filter => "filter",
            Self::Groups => "groups",
            Self::Help => "help",
            Self::Home => "home",
            Self::Import => "import",
            Self::List => "list",
            Self::Merge => "merge",
            Self::Note => "note",
            Self::Palette => "palette",
            Self::Preview => "preview",
            Self::Proof => "proof",
            Self::Question => "question",
            Self::Reading => "reading",
            Self::Recovery => "recovery",
            Self::RecoveryWords => "recovery-words",
            Self::Restore => "restore",
            Self::Restored => "restored",
            Self::Search => "search",
            Self::Secret => "secret",
            Self::Settings => "settings",
            Self::Shown => "shown",
            Self::SignIn => "sign-in",
            Self::SignInChoice => "sign-in-choice",
            Self::SignInKey => "sign-in-key",
            Self::SignInLetter => "sign-in-letter",
            Self::SignInPage => "sign-in-page",
            Self::Start => "start",
            Self::Tile => "tile",
            Self::Trash => "trash",
            Self::Unlock => "unlock",
        }
    }

    /// What it is called.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Account => "tui-context-account",
            Self::Accounts => "tui-context-accounts",
            Self::Backups => "tui-context-backups",
            Self::Destination => "tui-context-destination",
            Self::Codes => "tui-context-codes",
            Self::Edit => "tui-context-edit",
            Self::Everywhere => "tui-context-everywhere",
            Self::Export => "tui-context-export",
            Self::Field => "tui-context-field",
            Self::Form => "tui-context-form",
            Self::Files => "tui-context-files",
            Self::KeyFile => "tui-context-key-file",
            Self::Filter => "tui-context-filter",
            Self::Groups => "tui-context-groups",
            Self::Help => "tui-context-help",
            Self::Home => "tui-context-home",
            Self::Import => "tui-context-import",
            Self::List => "tui-context-list",
            Self::Merge => "tui-context-merge",
            Self::Note => "tui-context-note",
            Self::Palette => "tui-context-palette",
            Self::Preview => "tui-context-preview",
            Self::Proof => "tui-context-proof",
            Self::Question => "tui-context-question",
            Self::Reading => "tui-context-reading",
            Self::Recovery => "tui-context-recovery",
            Self::RecoveryWords => "tui-context-recovery-words",
            Self::Restore => "tui-context-restore",
            Self::Restored => "tui-context-restored",
            Self::Search => "tui-context-search",
            Self::Secret => "tui-context-secret",
            Self::Settings => "tui-context-settings",
            Self::Shown => "tui-context-shown",
            Self::SignIn => "tui-context-signin",
            Self::SignInChoice => "tui-context-signin-choice",
            Self::SignInKey => "tui-context-signin-key",
            Self::SignInLetter => "tui-context-signin-letter",
            Self::SignInPage => "tui-context-signin-page",
            Self::Start => "tui-context-start",
            Self::Tile => "tui-context-tile",
            Self::Trash => "tui-context-trash",
            Self::Unlock => "tui-context-unlock",
        }
    }
}
