//! Pulih: one-time codes that survive a lost computer.
//!
//! The map of the house, floor by floor. A room imports from lower floors or from its own folder only;
//! floors 1 to 6 are pure: clock, disk, network, chance and printing come in as arguments.

// -- floor 1: ground
pub mod asking;
pub mod chance;
pub mod moment;
pub mod secret;
pub mod text;

// -- floor 2
pub mod otp;
pub mod words;

// -- floor 3
pub mod account;

// -- floor 4
pub mod formats;
pub mod vault;

// -- floor 5
pub mod backup;
pub mod provider;

// -- floor 6
pub mod config;
pub mod ports;
pub mod restore;
pub mod signin;

// -- floor 7
pub mod edge;
pub mod ops;

// -- floor 8: two faces that never meet
pub mod cli;
pub mod tui;
