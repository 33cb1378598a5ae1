//! The way back: what would come from a backup or another vault, compared with what is here, and the steps that lead
//! a person through it. Pure: what to read, open and write is asked for, and done elsewhere.

pub mod merge;
