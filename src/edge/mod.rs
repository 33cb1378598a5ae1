//! The real world behind one wall: implements the ports. Only `main.rs` imports it.
