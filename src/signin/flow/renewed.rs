//! Missing keys: who signed in at the provider, and the new key.

use zeroize::Zeroizing;

use crate::account::Book;
use crate::moment::Moment;
use crate::provider::{Identity, recognise};
use crate::secret::Secret;
use crate::signin::flow::{Flow, Kept, live};
use crate::signin::fresh_key::{FreshKey, FreshKeyError, read_codes, read_key};
use crate::signin::talk::{Ask, Keep, KeySource, NotConfirmed, Step};
use crate::text::Trouble;

impl Flow {
    pub(super) fn confirmed(
        &mut self,
        confirmed: Result<Box<Identity>, NotConfirmed>,
        book: &Book,
        now: Moment,
    ) -> Option<Ask> {
        let account = live(book, self.at?)?;
        let judged = confirmed.and_then(|identity| {
            let person = recognise(&identity, account.provider_pin.as_deref(), &account.name);
            let other = |error| NotConfirmed { trouble: Trouble::of(&error), why: None };
            person.map(|person| (identity, person)).map_err(other)
        });
        match judged {
            Ok(found) => {
                self.identity = Some(found);
                self.past.pop();
                self.step = Step::Way;
                self.go(Step::Person);
            }
            Err(NotConfirmed { trouble, why }) => {
                self.return_to(Step::Way);
                self.trouble = Some(trouble);
                return why.and_then(|why| self.stuck(why, now));
            }
        }
        None
    }

    pub(super) fn read(&mut self, source: KeySource) -> Option<Ask> {
        Some(Ask::ReadKey(self.ask(), source))
    }

    pub(super) fn key(&mut self, typed: &Secret, book: &Book) -> Option<Ask> {
        let account = live(book, self.at?)?;
        let read = read_key(typed.expose_text().unwrap_or_default(), account);
        self.take_key(read)
    }

    pub(super) fn key_read(&mut self, codes: Result<Vec<Zeroizing<String>>, Trouble>, book: &Book) -> Option<Ask> {
        let account = live(book, self.at?)?;
        match codes {
            Ok(codes) => self.take_key(read_codes(&codes, account)),
            Err(trouble) => {
                self.trouble = Some(trouble);
                None
            }
        }
    }

    pub(super) fn take_key(&mut self, read: Result<FreshKey, FreshKeyError>) -> Option<Ask> {
        match read {
            Ok(FreshKey { params, remarks }) => {
                let ask = self.keep(Kept::Key, Keep::Key(params));
                self.remarks = remarks;
                ask
            }
            Err(error) => {
                self.trouble = Some(Trouble::of(&error));
                None
            }
        }
    }
}
