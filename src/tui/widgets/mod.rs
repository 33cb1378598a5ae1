//! Small things that several screens show. They know styles and words, no screens and no accounts.

pub mod ascii;
pub mod code;
pub mod digits;
pub mod field;
pub mod footer;
pub mod form;
pub mod gauge;
pub mod line;
pub mod page;
pub mod panel;
pub mod sheet;
