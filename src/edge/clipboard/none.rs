//! This build has no system clipboard (the feature `clipboard` is off).

use zeroize::Zeroizing;

use crate::ports::{ClipboardError, Pixels, Surroundings};

/// Nothing.
pub(super) struct SystemBoard;

impl SystemBoard {
    pub(super) fn new(_around: &Surroundings) -> Self {
        Self
    }

    pub(super) fn is_reachable(&self) -> bool {
        false
    }

    pub(super) fn copy(&self, _text: &str) -> Result<(), ClipboardError> {
        Err(ClipboardError::None)
    }

    pub(super) fn clear(&self, _text: &str) -> Result<(), ClipboardError> {
        Err(ClipboardError::None)
    }

    pub(super) fn text(&self) -> Result<Zeroizing<String>, ClipboardError> {
        Err(ClipboardError::None)
    }

    pub(super) fn picture(&self) -> Result<Pixels, ClipboardError> {
        Err(ClipboardError::None)
    }
}
