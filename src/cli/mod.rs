//! The command line: arguments, a deed, a print.
