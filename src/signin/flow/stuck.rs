//! Accounts that do not come on by the provider: it cannot be used for them, or not yet.

use crate::account::{Book, Credential, MissingReason, ProviderTrouble, SignInProgress};
use crate::moment::Moment;
use crate::signin::day::typed_day;
use crate::signin::flow::{Flow, Kept, live};
use crate::signin::talk::{Ask, Keep};
use crate::text::Trouble;

impl Flow {
    /// Keeps it with the account that no provider is configured for it, or that one is by now. What else is known of its
    /// way weighs more.
    pub(super) fn configured(&mut self, is_there: bool, book: &Book, now: Moment) -> Option<Ask> {
        let account = live(book, self.at?)?;
        let is_not_configured =
            matches!(account.progress, SignInProgress::Stuck { why: ProviderTrouble::NotConfigured, .. });
        // Other rows have nothing to sign in to first; their badge says what they need.
        let has_provider_s_way =
            matches!(&account.credential, Credential::Missing(hint) if hint.reason == MissingReason::DeviceBound);
        match (is_there, account.progress) {
            (true, _) if is_not_configured => self.note(SignInProgress::NotBegun),
            (false, SignInProgress::NotBegun) if has_provider_s_way => self.stuck(ProviderTrouble::NotConfigured, now),
            _ => None,
        }
    }

    /// Signing in does not work for this account; the manual way is left.
    pub(super) fn stuck(&mut self, why: ProviderTrouble, now: Moment) -> Option<Ask> {
        self.note(SignInProgress::Stuck { why, since: now })
    }

    /// What is known of its way, without a step; what is wrong stays to be read.
    fn note(&mut self, progress: SignInProgress) -> Option<Ask> {
        let trouble = self.trouble.take();
        let ask = self.keep(Kept::Noted, Keep::Progress(progress));
        self.trouble = trouble;
        ask
    }

    /// It waits until this day, and the next one has its turn.
    pub(super) fn wait(&mut self, typed: &str, now: Moment) -> Option<Ask> {
        match typed_day(typed, now) {
            Ok(until) => self.keep(Kept::Waits, Keep::Progress(SignInProgress::Waiting { until })),
            Err(error) => {
                self.trouble = Some(Trouble::of(&error));
                None
            }
        }
    }
}
