//! What an export would lose, account by account, before a byte is made.

use std::collections::HashSet;

use crate::account::{Account, AccountId, NotReady};
use crate::formats::{Loss, Unfit};
use crate::ops::export::Choice;
use crate::text::{Explain, Text};

/// What would be lost, account by account. The trash is not exported.
#[derive(Debug, Default, Eq, PartialEq)]
pub struct LossReport {
    /// How many accounts are written, those of `lossy` included.
    pub carried: usize,
    /// Accounts that are left out, and why.
    pub left_out: Vec<LeftOut>,
    /// Accounts that are written without some of what they have.
    pub lossy: Vec<Lossy>,
}

/// An account that is left out.
#[derive(Debug, Eq, PartialEq)]
pub struct LeftOut {
    /// The account.
    pub id: AccountId,
    /// What it is called: issuer and name.
    pub title: String,
    /// Why.
    pub why: WhyLeftOut,
}

/// Why an account is left out.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum WhyLeftOut {
    /// It has no key that could be written.
    NotReady(NotReady),
    /// The format cannot hold it.
    Unfit(Unfit),
}

impl WhyLeftOut {
    /// What scripts call it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NotReady(NotReady::Missing(_)) => "missing",
            Self::NotReady(NotReady::NoCode(_)) => "no-code",
            Self::NotReady(NotReady::Sealed) => "sealed",
            Self::NotReady(NotReady::Trashed(_)) => "trashed",
            Self::Unfit(Unfit::Kind) => "type",
            Self::Unfit(Unfit::Numbers) => "numbers",
            Self::Unfit(Unfit::SameKey) => "same-key",
            Self::Unfit(Unfit::TooLong) => "too-long",
        }
    }
}

/// An account that loses something.
#[derive(Debug, Eq, PartialEq)]
pub struct Lossy {
    /// The account.
    pub id: AccountId,
    /// What it is called: issuer and name.
    pub title: String,
    /// What is lost.
    pub losses: Vec<Loss>,
}

impl LossReport {
    /// Whether every account is written with all that it has.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.left_out.is_empty() && self.lossy.is_empty()
    }

    /// The report on these accounts, and those of them that are written.
    pub(super) fn on<'a>(accounts: impl Iterator<Item = &'a Account>, choice: Choice) -> (Self, Vec<&'a Account>) {
        let (mut report, mut written, mut keys) = (Self::default(), Vec::new(), HashSet::new());
        for account in accounts {
            match weighed(account, choice, &mut keys) {
                Ok(losses) => {
                    report.carried += 1;
                    if !losses.is_empty() {
                        report.lossy.push(Lossy { id: account.id, title: title(account), losses });
                    }
                    written.push(account);
                }
                Err(why) => report.left_out.push(LeftOut { id: account.id, title: title(account), why }),
            }
        }
        (report, written)
    }
}

/// What an account would lose, or why it is left out. `keys` are those of the accounts before it.
fn weighed<'a>(account: &'a Account, choice: Choice, keys: &mut HashSet<&'a [u8]>) -> Result<Vec<Loss>, WhyLeftOut> {
    let losses = choice.losses(account)?;
    let is_first = !choice.keeps_one_per_key() || account.params().is_ok_and(|params| keys.insert(params.expose_key()));
    if is_first { Ok(losses) } else { Err(WhyLeftOut::Unfit(Unfit::SameKey)) }
}

fn title(account: &Account) -> String {
    match (account.issuer.is_empty(), account.name.is_empty()) {
        (true, _) => account.name.to_string(),
        (_, true) => account.issuer.to_string(),
        _ => format!("{}:{}", &*account.issuer, &*account.name),
    }
}

impl Explain for WhyLeftOut {
    fn what(&self) -> Text {
        match self {
            Self::NotReady(why) => why.what(),
            Self::Unfit(why) => why.what(),
        }
    }

    fn fix(&self) -> Option<Text> {
        match self {
            Self::NotReady(why) => why.fix(),
            Self::Unfit(why) => why.fix(),
        }
    }
}
