//! What other apps read and write: one file a format behind one trait, found by content.
