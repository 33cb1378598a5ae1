//! Settings: as typed in the file, as meant by the program.
