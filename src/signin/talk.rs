//! What is said to the flow, and what it asks of the world.

use std::path::PathBuf;

use zeroize::Zeroizing;

use crate::account::{AccountId, ProviderPin, ProviderTrouble, SignInProgress};
use crate::asking::Round;
use crate::moment::Moment;
use crate::otp::{Counter, OtpParams};
use crate::provider::Identity;
use crate::secret::{Passphrase, Private, Secret};
use crate::signin::clock::Offset;
use crate::text::{Text, Trouble, clean_line};

/// Where the person is.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Step {
    /// The to-do list.
    List,
    /// Sealed: the account's password.
    Password,
    /// Sealed: one of the contacts, in full.
    Contact,
    /// The same answers are offered for the other sealed accounts.
    Same,
    /// Missing: at the provider, or with the new key at once.
    Way,
    /// The provider is asked.
    Provider,
    /// Who was confirmed.
    Person,
    /// The service's page, and the new key.
    Key,
    /// Its code; whether the service accepts it.
    Code,
    /// Refused: whether the clock is right.
    Clock,
    /// Refused: whether the counter is.
    Counter,
    /// Until when the provider or the service lets nobody on.
    Wait,
    /// Nothing is left to do.
    Done,
}

/// How somebody signs in at a provider.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Way {
    /// By a browser on this computer.
    Browser,
    /// By a code that is entered on any computer or phone.
    Code,
    /// Not at all: the new key is added at once.
    Key,
}

/// Where a new key is read from, besides the keyboard.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum KeySource {
    /// The clipboard: a text or a picture.
    Clipboard,
    /// A picture file.
    Picture(PathBuf),
    /// The screen.
    Screen,
}

/// What the world answers where nobody was confirmed.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct NotConfirmed {
    /// Why.
    pub trouble: Trouble,
    /// Whether the provider cannot be used for the account at all, and why.
    pub why: Option<ProviderTrouble>,
}

/// What the world answers where a key does not open.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct NotOpened {
    /// Why.
    pub trouble: Trouble,
    /// No answer is taken before this moment.
    pub until: Option<Moment>,
}

/// A clock to compare with.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct ServerTime {
    /// What the server said.
    pub date: Moment,
    /// When it was asked, by this computer's clock.
    pub before: Moment,
    /// When it had answered, by this computer's clock.
    pub after: Moment,
}

/// Something that happened.
#[derive(Debug)]
pub enum Event {
    /// A code was accepted by the service.
    Accepted,
    /// Look at the clock of this server; its name.
    AskTime(String),
    /// One step back, or out of what is under way.
    Back,
    /// This account.
    Choose(AccountId),
    /// The clock is right, or nothing can be done about it.
    ClockRight,
    /// Two codes in a row of another device with the same key.
    Codes(Secret, Secret),
    /// Whether the settings have a provider for the account. The account keeps it where they have none.
    Configured(bool),
    /// The world has asked the provider, or not.
    Confirmed(Round, Result<Box<Identity>, NotConfirmed>),
    /// The contact of this place among the masked ones, in full.
    Contact(usize, Private),
    /// The offset was set right, or not; then the code is tried again.
    Corrected,
    /// The provider or the service has a waiting period.
    HasWait,
    /// A link or base32.
    Key(Secret),
    /// The world has read codes, or not.
    KeyRead(Round, Result<Vec<Zeroizing<String>>, Trouble>),
    /// The change is made, or not.
    Kept(Round, Result<(), Trouble>),
    /// Leave this account for later.
    Later,
    /// The world has opened a sealed account, or not.
    Opened(Round, Result<(), NotOpened>),
    /// Of the other accounts, the world has opened these with the same answers.
    OpenedRest(Round, Vec<AccountId>),
    /// The account's own password.
    Password(Passphrase),
    /// Whether the one who was confirmed is the person of the row.
    Person(bool),
    /// Read a key from there.
    ReadKey(KeySource),
    /// A code was refused by the service.
    Refused,
    /// Whether the same answers are to be tried on the other sealed accounts.
    Same(bool),
    /// On with a new key, whatever the counter.
    SkipCounter,
    /// The new key was added to the wrong account: the one before comes back.
    TakeBack,
    /// A server has told its time, or not.
    Told(Round, Result<ServerTime, Trouble>),
    /// The time as a person reads it elsewhere, and what local time is ahead of UTC in seconds.
    TypedTime(String, i64),
    /// The day until which it waits, as a person types it.
    Until(String),
    /// How to sign in.
    Way(Way),
}

/// What is to be changed in the book, then saved.
#[derive(Debug)]
pub enum Keep {
    /// The service accepted a code.
    Accepted,
    /// The next code is tried, whatever was refused before.
    Again,
    /// The counter stands here now, and the next code is tried.
    Counter(Counter),
    /// The new key; the old one goes to the account's history.
    Key(OtpParams),
    /// The key before the new one.
    OldKey,
    /// Who signed in.
    Person(ProviderPin),
    /// How far it has come.
    Progress(SignInProgress),
    /// The service refused a code.
    Refused,
}

/// What the world is to do.
#[derive(Debug)]
pub enum Ask {
    /// Change the account, and save.
    Keep(Round, AccountId, Keep),
    /// Open a sealed account with password and contact.
    Open(Round, AccountId, Passphrase, Private),
    /// Try the answers that opened one account on these.
    OpenRest(Round, Vec<AccountId>, Passphrase, Private),
    /// Read codes from there.
    ReadKey(Round, KeySource),
    /// Sign in at the account's provider.
    SignIn(Round, AccountId, Way),
    /// Ask a server for the time.
    Time(Round, String),
}

impl Ask {
    /// Which question it is.
    #[must_use]
    pub const fn round(&self) -> Round {
        match self {
            Self::Keep(round, ..)
            | Self::Open(round, ..)
            | Self::OpenRest(round, ..)
            | Self::ReadKey(round, _)
            | Self::SignIn(round, ..)
            | Self::Time(round, _) => *round,
        }
    }
}

/// How far the clock is off, and by whose word.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ClockFound {
    /// How far.
    pub offset: Offset,
    /// The server that said so; `None` where the person did.
    pub server: Option<String>,
}

impl ClockFound {
    /// What was found, in a sentence.
    #[must_use]
    pub fn text(&self) -> Text {
        let offset = self.offset;
        let id = match (offset.matters(), offset.seconds < 0) {
            (false, _) => "tui-signin-clock-fine",
            (true, true) => "tui-signin-clock-ahead",
            (true, false) => "tui-signin-clock-behind",
        };
        let whose = match &self.server {
            Some(server) => Text::new("tui-signin-clock-by").word("server", clean_line(host_of(server)).text),
            None => Text::new("tui-signin-clock-by-you"),
        };
        let said = Text::new(id).number("seconds", offset.seconds.unsigned_abs()).number("within", offset.within);
        said.text("whose", whose)
    }
}

/// A server's address without its scheme: what a person calls it.
#[must_use]
pub fn host_of(server: &str) -> &str {
    server.split_once("://").map_or(server, |(_, host)| host).trim_end_matches('/')
}
