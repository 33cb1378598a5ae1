//! What settings of several words can be. The names are those of the file.

/// What a setting can be, by name.
pub type Names<T> = &'static [(&'static str, T)];

/// The choice of this name.
pub fn named<T: Copy>(all: Names<T>, name: &str) -> Option<T> {
    all.iter().find(|(other, _)| *other == name).map(|(_, choice)| *choice)
}

/// All names.
pub fn names<T>(all: Names<T>) -> Vec<&'static str> {
    all.iter().map(|(name, _)| *name).collect()
}

/// The name of a choice. Every choice stands in its list; a test sees to it.
fn name<T: Copy + PartialEq>(all: Names<T>, choice: T) -> &'static str {
    all.iter().find(|(_, other)| *other == choice).map_or("", |(name, _)| *name)
}

/// Whether the chosen account is opened in place.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum CardShape {
    /// One line, like the others.
    Closed,
    /// Large, with the time left and the next code.
    #[default]
    Open,
}

impl CardShape {
    /// By name.
    pub const NAMES: Names<Self> = &[("open", Self::Open), ("closed", Self::Closed)];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        name(Self::NAMES, self)
    }
}

/// Which codes are seen at once.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Codes {
    /// None; a key shows them.
    Hidden,
    /// That of the chosen account.
    Selected,
    /// All of them.
    #[default]
    Shown,
}

impl Codes {
    /// By name.
    pub const NAMES: Names<Self> = &[("shown", Self::Shown), ("selected", Self::Selected), ("hidden", Self::Hidden)];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        name(Self::NAMES, self)
    }
}

/// Whether colours are used.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Color {
    /// Also into a pipe, and with `NO_COLOR`.
    Always,
    /// On a terminal, unless `NO_COLOR` is set.
    #[default]
    Auto,
    /// Never.
    Never,
}

impl Color {
    /// By name.
    pub const NAMES: Names<Self> = &[("auto", Self::Auto), ("always", Self::Always), ("never", Self::Never)];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        name(Self::NAMES, self)
    }

    /// The choice of this name: `auto`, `always`, `never`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        named(Self::NAMES, name)
    }
}

/// How many colours the terminal is taken to have.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Depth {
    /// As `COLORTERM` and `TERM` say.
    #[default]
    Auto,
    /// All of them.
    Full,
    /// The sixteen that the terminal itself chooses.
    Sixteen,
    /// The 256 of xterm.
    TwoHundred,
}

impl Depth {
    /// By name.
    pub const NAMES: Names<Self> =
        &[("auto", Self::Auto), ("16", Self::Sixteen), ("256", Self::TwoHundred), ("full", Self::Full)];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        name(Self::NAMES, self)
    }
}

/// Whether signs beyond ASCII are used.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Signs {
    /// Always.
    Always,
    /// Where the locale is UTF-8 and the terminal is not the Linux console.
    #[default]
    Auto,
    /// Never.
    Never,
}

impl Signs {
    /// By name.
    pub const NAMES: Names<Self> = &[("auto", Self::Auto), ("always", Self::Always), ("never", Self::Never)];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        name(Self::NAMES, self)
    }
}

/// What the accounts are ordered by when the vault opens.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Sort {
    /// As it was left.
    #[default]
    Last,
    /// How often a code was taken.
    Most,
    /// Service, then account.
    Name,
    /// The person's own order.
    Own,
    /// When a code was last taken.
    Recent,
}

impl Sort {
    /// By name.
    pub const NAMES: Names<Self> = &[
        ("last", Self::Last),
        ("own", Self::Own),
        ("name", Self::Name),
        ("most", Self::Most),
        ("recent", Self::Recent),
    ];

    /// The order of this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        named(Self::NAMES, name)
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        name(Self::NAMES, self)
    }
}

/// The colours.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Theme {
    /// Dark or light, as the terminal's background is; nothing is painted behind the text.
    #[default]
    Auto,
    /// Soft colours on a dark ground.
    Dark,
    /// Warm colours on a dark ground.
    Gruvbox,
    /// The strongest contrast.
    HighContrast,
    /// Soft colours on a light ground.
    Light,
    /// Cool colours on a dark blue ground.
    Nord,
    /// Ink on paper.
    Paper,
    /// The terminal's own sixteen colours.
    Terminal,
}

impl Theme {
    /// By name.
    pub const NAMES: Names<Self> = &[
        ("auto", Self::Auto),
        ("dark", Self::Dark),
        ("light", Self::Light),
        ("high-contrast", Self::HighContrast),
        ("gruvbox", Self::Gruvbox),
        ("nord", Self::Nord),
        ("paper", Self::Paper),
        ("terminal", Self::Terminal),
    ];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        name(Self::NAMES, self)
    }
}
