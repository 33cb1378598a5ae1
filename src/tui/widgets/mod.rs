//! Small things that several screens show. They know styles and words, and of accounts no more than their badges.

pub mod ascii;
pub mod badges;
pub mod code;
pub mod digits;
pub mod field;
pub mod footer;
pub mod form;
pub mod gauge;
pub mod line;
pub mod page;
pub mod panel;
pub mod progress;
pub mod sheet;
