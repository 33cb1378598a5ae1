//! The vault file as a whole: what is sealed comes back, and nothing else does.

mod life;
mod make;
