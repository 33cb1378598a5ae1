//! Saving that loses nothing, tried against crashes, errors, full disks, other writers and `kill -9`.

mod crash;
mod faults;
mod kill;
mod marks;
mod model;
mod paths;
mod sentences;
mod worlds;
mod writers;
