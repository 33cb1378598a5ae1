//! What the person sees and what is asked of the world, key by key, without a terminal.

mod absence;
mod accounts;
mod adding;
mod any_size;
mod backing;
mod codes;
mod editing;
mod exporting;
mod full;
mod gate;
mod importing;
mod key_files;
mod keys;
mod marking;
mod mouse;
mod palette;
mod pictures;
mod qr;
mod restoring;
mod saving;
mod settled;
mod sign_out;
mod sorting;
mod terminals;
mod wake;
mod walk;
