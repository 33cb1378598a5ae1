//! The terminal face: model, update, view, runtime.
