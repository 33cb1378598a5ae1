//! What the recovery kit wants of the world: made and kept where the open vault is, written on a worker.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use zeroize::Zeroizing;

use crate::ops::keys;
use crate::ops::kit::{self, Form, Kit, Origin, Page};
use crate::ops::{Session, World};
use crate::text::Trouble;
use crate::tui::model::{Model, Place};
use crate::tui::msg::{Answer, Ticket};
use crate::tui::runtime::Runtime;
use crate::vault::RecoveryWords;
use crate::words::{Catalog, Language};

/// What is wanted.
#[derive(Debug)]
pub enum KitWish {
    /// Put its words into the vault: three of them were typed back.
    Keep(Arc<Kit>),
    /// Make one: of words that are drawn, or of those that were typed.
    Make(Option<Zeroizing<String>>),
    /// Write its page into a new file.
    Write {
        /// Which.
        kit: Arc<Kit>,
        /// A drawing or a text.
        form: Form,
        /// Where to.
        path: PathBuf,
        /// The language of the page.
        language: Language,
    },
}

/// What came of it.
#[derive(Debug)]
pub enum KitTold {
    /// The words are in the vault in memory.
    Kept(Result<(), Trouble>),
    /// The kit, and the places of the three words that are asked back, counted from 0.
    Made(Result<(Arc<Kit>, [usize; 3]), Trouble>),
    /// The page lies there.
    Written(Result<Page, Trouble>),
}

impl Runtime {
    /// Performs it: what needs the vault at once, what writes a file on a worker.
    pub(in crate::tui) fn kit(&self, ticket: Ticket, wish: KitWish, model: &mut Model) {
        let Place::Home(home) = &mut model.place else { return };
        match wish {
            KitWish::Write { kit, form, path, language } => {
                self.on_worker(ticket, move |world| Answer::Kit(written(world, &kit, form, &path, language)));
            }
            wish => self.answer(ticket, Answer::Kit(performed(&self.world, &mut home.session, wish))),
        }
    }
}

/// All of it in one place. Only writing is slow.
pub(in crate::tui) fn performed(world: &World, session: &mut Session, wish: KitWish) -> KitTold {
    match wish {
        KitWish::Keep(kit) => KitTold::Kept(kit::keep(world, session, &kit).map_err(|error| Trouble::of(&error))),
        KitWish::Make(typed) => KitTold::Made(made(world, session, typed)),
        KitWish::Write { kit, form, path, language } => written(world, &kit, form, &path, language),
    }
}

fn written(world: &World, kit: &Kit, form: Form, path: &Path, language: Language) -> KitTold {
    let written = kit.write(world, form, &Catalog::new(language), path);
    KitTold::Written(written.map_err(|error| Trouble::of(&error)))
}

fn made(world: &World, session: &Session, typed: Option<Zeroizing<String>>) -> Result<(Arc<Kit>, [usize; 3]), Trouble> {
    let (words, origin) = match typed {
        None => (keys::new_words(world).map_err(|error| Trouble::of(&error))?, Origin::Drawn),
        Some(typed) => (RecoveryWords::parse(&typed).map_err(|error| Trouble::of(&error))?, Origin::Typed),
    };
    let kit = Kit::new(world, session, words, origin).map_err(|error| Trouble::of(&error))?;
    let asks = keys::places_to_ask(world).map_err(|error| Trouble::of(&error))?;
    Ok((Arc::new(kit), asks))
}
