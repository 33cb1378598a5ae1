//! What the mouse does, where it is listened to, for help and `docs/keys.md`.

/// What the mouse does, where it is listened to: what a person does with it, and what follows.
pub const MOUSE: [(&str, &str); 7] = [
    ("tui-mouse-row", "tui-mouse-row-does"),
    ("tui-mouse-code", "tui-mouse-code-does"),
    ("tui-mouse-badge", "tui-mouse-badge-does"),
    ("tui-mouse-deed", "tui-mouse-deed-does"),
    ("tui-mouse-group", "tui-mouse-group-does"),
    ("tui-mouse-wheel", "tui-mouse-wheel-does"),
    ("tui-mouse-drag", "tui-mouse-drag-does"),
];
