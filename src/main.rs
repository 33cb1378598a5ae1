//! Wires the edge to the two faces.
fn main() {}
