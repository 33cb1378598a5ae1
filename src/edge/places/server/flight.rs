//! One operation on a server while it is under way: its bounds, who may call it off, how far it is, what was heard last.
//!
//! It belongs to two threads: the one that waits for the person, and the one that waits for the server.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::edge::net::NetError;

/// One operation while it is under way.
pub struct Flight {
    /// The largest body that is taken, in bytes.
    pub most: u64,
    /// Only so many bytes from the start of a file are wanted.
    pub start: Option<u64>,
    is_guarded: AtomicBool,
    until: Instant,
    is_cancelled: AtomicBool,
    done: AtomicU64,
    of: AtomicU64,
    heard: Mutex<Option<Heard>>,
}

/// What was heard last from the server.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Heard {
    /// A status, and where it is a refusal, the words that came with it.
    Answer(u16, String),
    /// No answer.
    Silence(NetError),
}

impl Flight {
    /// An operation that begins now.
    pub fn new(time_limit: Duration, most: u64) -> Self {
        Self {
            most,
            start: None,
            is_guarded: AtomicBool::new(false),
            until: Instant::now() + time_limit,
            is_cancelled: AtomicBool::new(false),
            done: AtomicU64::new(0),
            of: AtomicU64::new(0),
            heard: Mutex::new(None),
        }
    }

    /// Asks for the first bytes of a file only.
    pub fn for_the_start(self) -> Self {
        Self { start: Some(self.most), ..self }
    }

    /// From here on, a file that is there is to be left alone, as far as the server listens.
    pub fn guard(&self) {
        self.is_guarded.store(true, Ordering::Relaxed);
    }

    /// Whether a file that is there is to be left alone.
    pub fn is_guarded(&self) -> bool {
        self.is_guarded.load(Ordering::Relaxed)
    }

    /// How long it may still take.
    pub fn left(&self) -> Duration {
        self.until.saturating_duration_since(Instant::now())
    }

    /// Nobody waits for it any more.
    pub fn cancel(&self) {
        self.is_cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether nobody waits for it any more.
    pub fn is_cancelled(&self) -> bool {
        self.is_cancelled.load(Ordering::Relaxed)
    }

    /// So many bytes of so many went by.
    pub fn went(&self, done: u64, of: u64) {
        self.done.store(done, Ordering::Relaxed);
        self.of.store(of, Ordering::Relaxed);
    }

    /// How far it is.
    pub fn progress(&self) -> (u64, u64) {
        (self.done.load(Ordering::Relaxed), self.of.load(Ordering::Relaxed))
    }

    /// Remembers what was heard.
    pub fn hear(&self, heard: Heard) {
        *self.heard.lock().unwrap_or_else(PoisonError::into_inner) = Some(heard);
    }

    /// What was heard last; and forgets it.
    pub fn heard(&self) -> Option<Heard> {
        self.heard.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}
