//! What came out of a file: accounts on their way in, complaints about entries, notes on what was changed.

use crate::account::{Account, AccountId, Credential, EnrolHint, Kind, MissingReason};
use crate::formats::Beyond;
use crate::formats::parts::{self, Part};
use crate::moment::Moment;
use crate::otp::uri::{KeyWithoutPin, UriError, UriKey, UriNote};
use crate::otp::{KeyError, OtpParams, OutOfRange};
use crate::secret::Private;

/// The most entries that one file may hold.
pub const MOST_ENTRIES: usize = 100_000;

/// The content of a file. Nothing is lost without a word: each entry is an arrival or a complaint.
#[derive(Debug, Eq, PartialEq)]
pub struct Imported {
    /// The [`Format::id`](super::Format::id) it was read by.
    pub format: &'static str,
    /// The accounts, in the file's order.
    pub arrivals: Vec<Arrival>,
    /// The names of all groups, in the file's order, those without accounts included.
    pub groups: Vec<Private>,
    /// Entries that could not be read.
    pub complaints: Vec<Complaint>,
    /// What was changed, left out or looks odd.
    pub notes: Vec<Note>,
}

impl Imported {
    /// Puts the content of another file behind this one, such as the next picture of the same transfer. The parts of a
    /// transfer come in their own order, a part that both have comes once, and parts that one of them misses and the
    /// other has are no longer missed.
    #[must_use]
    pub fn with(mut self, mut other: Self) -> Self {
        other.arrivals.retain(|arrival| !self.has_of_same_part(arrival));
        self.arrivals.extend(other.arrivals);
        parts::put_in_order(&mut self.arrivals);
        self.groups.extend(other.groups);
        self.complaints.extend(other.complaints);
        self.notes.extend(other.notes);
        self.notes = parts::joined(self.notes);
        self
    }

    fn has_of_same_part(&self, arrival: &Arrival) -> bool {
        let is_it = |it: &&Arrival| {
            (&it.issuer, &it.name, &it.credential) == (&arrival.issuer, &arrival.name, &arrival.credential)
        };
        arrival.part.is_some() && self.arrivals.iter().filter(|it| it.part == arrival.part).any(|it| is_it(&it))
    }
}

/// An account on its way in: it has no id and no place in the book yet.
#[derive(Debug, Eq, PartialEq)]
pub struct Arrival {
    /// Where it stood in the file.
    pub spot: Spot,
    /// The part of a transfer that it came in.
    pub part: Option<Part>,
    /// The service.
    pub issuer: Private,
    /// The account at the service.
    pub name: Private,
    /// Whose account it is.
    pub kind: Kind,
    /// A free text, several lines.
    pub note: Private,
    /// The names of the groups it is in.
    pub groups: Vec<Private>,
    /// Whether it stays on top.
    pub pinned: bool,
    /// The key, or what stands in its place.
    pub credential: Credential,
    /// The key of an account that lacks only its PIN. The credential is [`Credential::Missing`] until it is given.
    pub without_pin: Option<KeyWithoutPin>,
    /// Whether it lay in the other app's trash; it then goes to ours.
    pub trashed: bool,
    /// The name of a picture.
    pub icon: Private,
    /// How often a code was taken.
    pub use_count: u64,
    /// When a code was last taken.
    pub last_used: Option<Moment>,
    /// When the other app says the account was made.
    pub created: Option<Moment>,
    /// What no other app knows of an account; only our own export brings it.
    pub beyond: Option<Box<Beyond>>,
}

impl Arrival {
    /// An account with what a file gave of its key, and defaults for all else.
    #[must_use]
    pub fn new(issuer: &str, name: &str, key: Option<UriKey>) -> Self {
        let (credential, without_pin) = match key {
            Some(UriKey::Ready(params)) => (Credential::Ready(params), None),
            Some(UriKey::NeedsPin(key)) => (missing(MissingReason::PinNotInImport, key.type_name()), Some(key)),
            None => (missing(MissingReason::NotInImport, ""), None),
        };
        Self {
            spot: Spot::Item(0),
            part: None,
            issuer: issuer.into(),
            name: name.into(),
            kind: Kind::default(),
            note: Private::default(),
            groups: Vec::new(),
            pinned: false,
            credential,
            without_pin,
            trashed: false,
            icon: Private::default(),
            use_count: 0,
            last_used: None,
            created: None,
            beyond: None,
        }
    }

    /// An account of our own export, with all that it has but its id.
    #[must_use]
    pub fn of(mut account: Account, spot: Spot) -> Self {
        let beyond = Beyond::take(&mut account);
        Self {
            spot,
            part: None,
            kind: account.kind,
            issuer: account.issuer,
            name: account.name,
            note: account.note,
            groups: account.groups,
            pinned: account.pinned,
            credential: account.credential,
            without_pin: None,
            trashed: account.trashed.is_some(),
            icon: account.icon,
            use_count: account.use_count,
            last_used: account.last_used,
            created: Some(account.created),
            beyond: Some(Box::new(beyond)),
        }
    }

    /// The parameters of one whose key is complete.
    #[must_use]
    pub fn params(&self) -> Option<&OtpParams> {
        match &self.credential {
            Credential::Ready(params) => Some(params),
            Credential::Missing(_) | Credential::Sealed(_) => None,
        }
    }

    /// The kind of code, also where the key is not complete; empty where the file does not say.
    #[must_use]
    pub fn type_name(&self) -> &str {
        match &self.credential {
            Credential::Ready(params) => params.type_name(),
            Credential::Missing(hint) => &hint.type_name,
            Credential::Sealed(_) => "",
        }
    }

    /// What a row is called, for lists and complaints.
    #[must_use]
    pub fn title(&self) -> String {
        match (self.issuer.is_empty(), self.name.is_empty()) {
            (true, _) => self.name.to_string(),
            (_, true) => self.issuer.to_string(),
            _ => format!("{}:{}", &*self.issuer, &*self.name),
        }
    }

    /// A second copy, key and all, wiped on its own.
    #[must_use]
    pub fn duplicate(&self) -> Self {
        Self {
            spot: self.spot,
            part: self.part,
            kind: self.kind,
            issuer: self.issuer.clone(),
            name: self.name.clone(),
            note: self.note.clone(),
            groups: self.groups.clone(),
            pinned: self.pinned,
            credential: self.credential.duplicate(),
            without_pin: self.without_pin.as_ref().map(KeyWithoutPin::duplicate),
            trashed: self.trashed,
            icon: self.icon.clone(),
            use_count: self.use_count,
            last_used: self.last_used,
            created: self.created,
            beyond: self.beyond.as_ref().map(|beyond| Box::new(beyond.duplicate())),
        }
    }

    /// The account with an id. `now` is when it came in.
    #[must_use]
    pub fn into_account(self, id: AccountId, now: Moment) -> Account {
        let mut account = Account::with_credential(id, &self.issuer, &self.name, self.credential, now);
        account.kind = self.kind;
        account.note = self.note;
        account.groups = self.groups;
        account.pinned = self.pinned;
        account.icon = self.icon;
        account.trashed = self.trashed.then_some(now);
        account.use_count = self.use_count;
        account.last_used = self.last_used;
        account.created = self.created.unwrap_or(now);
        if let Some(beyond) = self.beyond {
            beyond.give(&mut account);
        }
        account
    }
}

fn missing(reason: MissingReason, type_name: &str) -> Credential {
    Credential::Missing(EnrolHint { reason, type_name: type_name.to_owned(), device_sealed: None })
}

/// Where an entry stands in its file, counted from 1.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Spot {
    /// The entry of this number.
    Item(usize),
    /// The line of this number.
    Line(usize),
}

/// An entry that could not be read.
#[derive(Debug, Eq, PartialEq)]
pub struct Complaint {
    /// Where it stands.
    pub spot: Spot,
    /// What it calls itself, as far as that can be read.
    pub title: Private,
    /// Why.
    pub reason: Reason,
}

impl Complaint {
    /// A second copy. What it calls itself is a text about a person, so this has a name of its own.
    #[must_use]
    pub fn duplicate(&self) -> Self {
        Self { spot: self.spot, title: self.title.clone(), reason: self.reason.clone() }
    }
}

/// Why an entry could not be read.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum Reason {
    /// A field that holds another sort of thing than it should.
    #[error("bad field {0}")]
    BadField(&'static str),
    /// The file breaks off in it.
    #[error("cut off")]
    CutOff,
    /// A page of a database that cannot be read, with all that stood on it.
    #[error("damaged page")]
    DamagedPage,
    /// The key cannot be read.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// It is no object.
    #[error("not an entry")]
    NotAnEntry,
    /// A line that is no URI and no comment.
    #[error("not a URI")]
    NotAUri,
    /// It is locked, and the password that opens others does not open it.
    #[error("does not open")]
    NotOpened,
    /// A number outside what can be.
    #[error(transparent)]
    OutOfRange(#[from] OutOfRange),
    /// A transfer code that cannot be read.
    #[error("damaged transfer")]
    Transfer,
    /// A hash that is none of the three.
    #[error("unknown algorithm {0}")]
    UnknownAlgorithm(String),
    /// A type of code that is not known.
    #[error("unknown type {0}")]
    UnknownType(String),
    /// A URI that gives no account.
    #[error(transparent)]
    Uri(#[from] UriError),
}

/// Something that a person may want to know of the file or of one entry.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Note {
    /// Where it stands and what it is called; `None` for the file as a whole.
    pub entry: Option<(Spot, Private)>,
    /// What.
    pub remark: Remark,
}

impl Note {
    /// Whether it says that accounts are missing which the other app has.
    #[must_use]
    pub const fn tells_of_a_gap(&self) -> bool {
        matches!(self.remark, Remark::CutOff | Remark::PartsMissing { .. })
    }
}

/// What a note says.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Remark {
    /// The hash named there is not used for such codes; this one is, as in the app itself.
    AlgorithmReplaced(&'static str),
    /// Another program wrote the file, which counts otherwise: counters may be one too high.
    CounterAhead,
    /// The file breaks off; what was whole before its end was read.
    CutOff,
    /// The entry names this group, which the file does not have.
    GroupUnknown(String),
    /// This many pictures were left out.
    IconsLeftOut(usize),
    /// There is no key in it.
    KeyMissing,
    /// The app writes to a log beside the file first: its newest accounts may be there and not here.
    LogBeside,
    /// The name was empty and was given.
    Named,
    /// Parts of a transfer that are not there.
    PartsMissing {
        /// What the transfer calls itself.
        transfer: i64,
        /// The parts that are not there, from 1.
        missing: Vec<u32>,
        /// How many there are in all.
        of: u32,
    },
    /// The file does not state the period; the usual one was taken, as a person can see.
    PeriodAssumed,
    /// The key needs a PIN that the file does not have.
    PinMissing,
    /// This many entries lay in the other app's trash and were left there.
    TrashLeftOut(usize),
    /// It lay in the other app's trash.
    Trashed,
    /// Something about the URI, the names or the key.
    Uri(UriNote),
    /// This many entries have no code, such as logins with a password only.
    WithoutCode(usize),
}
