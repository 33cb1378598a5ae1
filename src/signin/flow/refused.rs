//! Refused codes: the clock first, then the counter; what is left is a new key.

use zeroize::Zeroizing;

use crate::account::Book;
use crate::moment::Moment;
use crate::otp::OtpParams;
use crate::secret::Secret;
use crate::signin::clock::{Offset, typed_time};
use crate::signin::flow::{Flow, Kept, live};
use crate::signin::resync::resync;
use crate::signin::talk::{Ask, ClockFound, Event, Keep, ServerTime, Step};
use crate::text::Trouble;

impl Flow {
    pub(super) fn on_clock(&mut self, event: Event, book: &Book, now: Moment) -> Option<Ask> {
        match event {
            Event::AskTime(server) => {
                self.asked_server = Some(server.clone());
                return Some(Ask::Time(self.ask(), server));
            }
            Event::TypedTime(typed, zone) => {
                let told = typed_time(&typed, now, zone).and_then(|told| Offset::of_person(told, now));
                self.found(told.map_err(|error| Trouble::of(&error)), None);
            }
            Event::Corrected => return self.keep(Kept::Again, Keep::Again),
            Event::ClockRight => {
                let is_counting = live(book, self.at?)?.has_counter();
                self.go(if is_counting { Step::Counter } else { Step::Way });
            }
            _ => {}
        }
        None
    }

    pub(super) fn told(&mut self, told: Result<ServerTime, Trouble>) -> Option<Ask> {
        let offset = told.and_then(|told| {
            Offset::of_server(told.date, told.before, told.after).map_err(|error| Trouble::of(&error))
        });
        let server = self.asked_server.take();
        self.found(offset, server);
        None
    }

    pub(super) fn found(&mut self, offset: Result<Offset, Trouble>, server: Option<String>) {
        match offset {
            Ok(offset) => self.clock = Some(ClockFound { offset, server }),
            Err(trouble) => self.trouble = Some(trouble),
        }
    }

    pub(super) fn count(&mut self, first: &Secret, second: &Secret, book: &Book) -> Option<Ask> {
        let params: &OtpParams = live(book, self.at?)?.params().ok()?;
        let text = |secret: &Secret| Zeroizing::new(secret.expose_text().unwrap_or_default().to_owned());
        match resync(params, &text(first), &text(second)) {
            Ok(counter) => self.keep(Kept::Again, Keep::Counter(counter)),
            Err(error) => {
                self.trouble = Some(Trouble::of(&error));
                None
            }
        }
    }
}
