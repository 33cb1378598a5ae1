//! Performs what update wants of the world: one call into `ops` or to a port each, slow ones on a worker.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;

use zeroize::Zeroizing;

use crate::config::{Setting, Value};
use crate::ops::whereabouts::{recall, remember};
use crate::ops::{self, SaveJob, Session, export, import, keys, letter};
use crate::ports::{ClipboardRoute, Trip, World};
use crate::secret::Passphrase;
use crate::text::Text;
use crate::tui::effect::{Effect, Ending, Way};
use crate::tui::errand::{Errand, Wish};
use crate::tui::model::Model;
use crate::tui::msg::{Answer, Msg, OpenFailure, Ticket};
use crate::tui::runtime_backup::{self, prepare};
use crate::tui::terminal::Screen;
use crate::vault::{Opener, RecoveryWords};
use crate::words::Catalog;

/// The hand of the loop in the world.
pub struct Runtime {
    /// The ports.
    pub world: World,
    /// Where answers go.
    pub answers: Sender<Msg>,
    /// Write to a vault that is older than the newest one this computer has seen.
    pub accept_older: bool,
    /// The settings file, where changes may be written to it.
    pub settings: Option<PathBuf>,
    /// What lies on the clipboard and is ours.
    pub copied: Option<Arc<Zeroizing<String>>>,
}

/// What the loop is to do itself, because it has the screen.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Next {
    /// End.
    End(Ending),
    /// Overwrite what the screen still holds.
    Forget,
    /// Go on.
    Go,
    /// Give the terminal to the shell and stop.
    Stop,
}

impl Runtime {
    /// Performs one wish.
    pub fn perform(&mut self, effect: Effect, model: &mut Model) -> Next {
        match effect {
            Effect::ClearClipboard => self.clear_clipboard(),
            Effect::Complete(ticket, path) => {
                self.on_worker(ticket, move |world| Answer::Completed(export::completed(world, &path)));
            }
            Effect::Copy(ticket, text) => self.copy(ticket, text),
            Effect::CopyLetter(ticket, text) => self.copy(ticket, written(model, &text)),
            Effect::SaveLetter(ticket, text, path) => {
                let text = written(model, &text);
                self.on_worker(ticket, move |world| Answer::LetterSaved(letter::save(world, &text, &path)));
            }
            Effect::Create(ticket, passphrase) => self.on_worker(ticket, move |world| create(world, &passphrase)),
            Effect::FindDeviceKey(ticket, vault) => self
                .on_worker(ticket, move |world| Answer::DeviceKeyFound(ops::device_key::place_or_future(world, vault))),
            Effect::Draw(ticket, count) => {
                let mut bytes = vec![0; count];
                let drawn = self.world.entropy.fill(&mut bytes).map(|()| bytes);
                self.answer(ticket, Answer::Drawn(drawn));
            }
            Effect::End(ending) => return Next::End(ending),
            Effect::Errand(errand, wish) => self.errand(errand, wish, model),
            Effect::Export(ticket, job) => self.on_worker(ticket, move |world| Answer::Exported(job.run(world))),
            Effect::Forget => {
                self.world.memory.scrub_stack();
                self.world.memory.give_back();
                return Next::Forget;
            }
            Effect::ListFolder(ticket, folder) => {
                self.on_worker(ticket, move |world| Answer::FolderListed(import::list_folder(world, &folder)));
            }
            Effect::Asides(ticket) => {
                let asides = ops::sign_out::signed_out(&self.world);
                self.answer(ticket, Answer::Asides(asides));
            }
            Effect::Look(ticket) => {
                let looked = ops::load(&self.world, &self.world.vault).map(|locked| locked.slots());
                self.answer(ticket, Answer::Looked(looked));
            }
            Effect::Kit(ticket, wish) => self.kit(ticket, wish, model),
            Effect::OfferPlaces(ticket) => {
                self.on_worker(ticket, |world| Answer::PlacesOffered(ops::backup::offered(world)));
            }
            Effect::KeepOpened(ticket, opened) => self.keep_opened(ticket, *opened, model),
            Effect::Open(ticket, way) => {
                let accept_older = self.accept_older;
                self.on_worker(ticket, move |world| Answer::Opened(open(world, &way, accept_older).map(Box::new)));
            }
            Effect::OpenPage(ticket, address) => self.open_page(ticket, &address),
            Effect::OpenSealed(ticket, ids, answers, counts) => self.open_sealed(ticket, &ids, *answers, counts, model),
            Effect::Prove(ticket, passphrase) => {
                if let Some(home) = model.home() {
                    let check = home.session.vault().passphrase_check();
                    self.on_worker(ticket, move |_| Answer::Proved(check.check(&passphrase)));
                }
            }
            Effect::AskTime(ticket, server) => self.ask_time(ticket, server),
            Effect::ReadKey(ticket, source) => self.read_key(ticket, source),
            Effect::ReadForeign(ticket, source) => {
                self.on_worker(ticket, move |world| Answer::ForeignRead(import::gather(world, &source)));
            }
            Effect::ReadKeyFile(ticket, path) => {
                self.on_worker(ticket, move |world| Answer::KeyFileRead(import::read_key_file(world, &path)));
            }
            Effect::CheckUp(ticket, checkup) => {
                self.on_worker(ticket, move |world| Answer::CheckedUp(checkup.run(world, &Trip::PLAIN)));
            }
            Effect::FindPlaces(ticket) => {
                self.on_worker(ticket, |world| Answer::PlacesFound(ops::backup::offered_to_restore(world)));
            }
            Effect::Restore(errand, ask) => self.restore(errand, *ask),
            Effect::SealUp(ticket, job) => {
                self.on_worker(ticket, move |world| Answer::SealedUp(job.run(&*world.entropy).map(Box::new)));
            }
            Effect::Save(ticket) => self.save(ticket, model),
            Effect::SaveBeside(ticket) => {
                if let Some(home) = model.home() {
                    self.answer(ticket, Answer::KeptBeside(home.session.save_beside(&self.world)));
                }
            }
            Effect::Recall(vault) => {
                if let Some(here) = recall(&self.world, vault) {
                    self.answer(Ticket(0), Answer::Recalled(here));
                }
            }
            // Nothing depends on it, and a person who leaves is not held up by a place that was not written.
            Effect::Remember(vault, here) => drop(remember(&self.world, vault, &here)),
            Effect::Settle(setting, value) => self.settle(setting, value, model),
            Effect::SignInAgain(ticket) => {
                self.on_worker(ticket, |world| Answer::SignedInAgain(ops::sign_out::sign_in_again(world, None)));
            }
            Effect::SignOut(ticket) => {
                self.on_worker(ticket, |world| Answer::SignedOut(ops::sign_out::sign_out(world)));
            }
            Effect::Visit(ticket, setup, row, way, is_cancelled) => self.visit(ticket, setup, row, way, is_cancelled),
            Effect::Suspend => return Next::Stop,
            Effect::UnlockForeign(ticket, file, password) => {
                let open = move || file.open(&password).map_err(|error| (file, error));
                self.on_worker(ticket, move |_| Answer::ForeignUnlocked(open()));
            }
        }
        Next::Go
    }

    pub(in crate::tui) fn answer(&self, ticket: Ticket, answer: Answer) {
        // Nobody listens any more once the loop has ended.
        let _ = self.answers.send(Msg::Came(ticket, answer));
    }

    /// Runs something slow beside the loop. The answer comes as a message, also when the work breaks in the middle.
    pub(in crate::tui) fn on_worker(&self, ticket: Ticket, work: impl FnOnce(&World) -> Answer + Send + 'static) {
        let (world, answers) = (self.world.clone(), self.answers.clone());
        let started = thread::Builder::new().name("worker".to_owned()).spawn(move || {
            let work = std::panic::AssertUnwindSafe(|| work(&world));
            let answer = std::panic::catch_unwind(work).unwrap_or(Answer::Broke);
            world.memory.scrub_stack();
            world.memory.give_back();
            let _ = answers.send(Msg::Came(ticket, answer));
        });
        if started.is_err() {
            self.answer(ticket, Answer::Broke);
        }
    }

    /// The main thread seals; the worker gets ciphertext only.
    fn save(&self, ticket: Ticket, model: &Model) {
        let Some(home) = model.home() else { return };
        match home.session.save_job(&self.world) {
            Err(error) => self.answer(ticket, Answer::Saved(Err(error))),
            Ok(job) => self.on_worker(ticket, move |world| Answer::Saved(SaveJob::run(job, world))),
        }
    }

    /// The main thread takes from the vault what is needed; the worker does what is slow, and tells how far it is.
    fn errand(&self, errand: Errand, wish: Wish, model: &Model) {
        let Some(home) = model.home() else { return };
        let ticket = errand.ticket;
        match prepare(&self.world, &home.session, wish) {
            Err(told) => self.answer(ticket, Answer::ErrandEnded(told)),
            Ok(work) => {
                let answers = self.answers.clone();
                self.on_worker(ticket, move |world| {
                    let tell = move |answer| drop(answers.send(Msg::Came(ticket, answer)));
                    Answer::ErrandEnded(runtime_backup::run(work, &errand, world, &tell))
                });
            }
        }
    }

    fn copy(&mut self, ticket: Ticket, text: Zeroizing<String>) {
        let text = Arc::new(text);
        self.copied = Some(text.clone());
        match self.world.clipboard.route() {
            ClipboardRoute::System => {
                self.on_worker(ticket, move |world| Answer::Copied(world.clipboard.copy(&text)));
            }
            // The terminal is asked between two frames, by the thread that draws them.
            ClipboardRoute::None | ClipboardRoute::Terminal => {
                self.answer(ticket, Answer::Copied(self.world.clipboard.copy(&text)));
            }
        }
    }

    /// Writes a setting. It is a small file; the person hears of it only where it can't be.
    fn settle(&mut self, setting: Setting, value: Option<Value>, model: &Model) {
        let Some(path) = &self.settings else { return };
        let words = Catalog::new(model.desk.language);
        let about = |setting: Setting| words.line(setting.about());
        if let Err(error) = ops::settings::settle(&self.world, path, (setting, value), about) {
            // Nobody asked by name, so nobody is answered by name.
            self.answer(Ticket(0), Answer::NotSettled(error));
        }
    }

    fn clear_clipboard(&mut self) {
        let Some(text) = self.copied.take() else { return };
        let (world, clear) = (self.world.clone(), move |world: &World| world.clipboard.clear(&text));
        let is_slow = world.clipboard.route() == ClipboardRoute::System;
        // Where the clipboard cannot be reached any more, nothing helps.
        if is_slow {
            let _ = thread::Builder::new().name("worker".to_owned()).spawn(move || clear(&world));
        } else {
            let _ = clear(&world);
        }
    }

    /// Empties the clipboard before the program ends, if what lies there is ours.
    pub fn clear_clipboard_now(&mut self) {
        if let Some(text) = self.copied.take() {
            let _ = self.world.clipboard.clear(&text);
        }
    }

    /// Gives the terminal to the shell, stops, and takes it over again.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn stop(&self, screen: &mut Screen) -> io::Result<()> {
        screen.give_back()?;
        self.world.process.suspend();
        screen.enter()?;
        screen.forget_frame()
    }
}

fn create(world: &World, passphrase: &Passphrase) -> Answer {
    let cost = keys::fitting_cost(world);
    Answer::Created(ops::create(world, &world.vault, passphrase, cost).map(Box::new))
}

fn open(world: &World, way: &Way, accept_older: bool) -> Result<Session, OpenFailure> {
    if matches!(way, Way::Demo) {
        return ops::demo::demo(world).map_err(|_| OpenFailure::Broke);
    }
    let locked = ops::load(world, &world.vault).map_err(OpenFailure::Load)?;
    let opened = match way {
        Way::Demo | Way::KeyStore => {
            let kept = keys::key_for(world, &locked).map_err(OpenFailure::KeyStore)?;
            let kept = kept.ok_or(OpenFailure::NotInKeyStore)?;
            locked.open(world, &Opener::KeyStore(&kept), accept_older)
        }
        Way::Passphrase(passphrase) => locked.open(world, &Opener::Passphrase(passphrase), accept_older),
        Way::Words(words) => {
            let words = RecoveryWords::parse(words).map_err(OpenFailure::Words)?;
            locked.open(world, &Opener::Words(&words), accept_older)
        }
    };
    opened.map_err(|(_, error)| OpenFailure::Open(error))
}

/// Paragraphs as they are written, a blank line between them.
fn written(model: &Model, text: &[Text]) -> Zeroizing<String> {
    let words = Catalog::new(model.desk.language);
    let paragraphs: Vec<String> = text.iter().map(|paragraph| words.say(paragraph)).collect();
    Zeroizing::new(paragraphs.join("\n\n") + "\n")
}
