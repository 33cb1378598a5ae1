//! What the environment said when the program started: read once by the edge, handed on as data.

use std::path::PathBuf;

use crate::backup::DeviceType;

/// The environment variables that make a difference, as they were found.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Surroundings {
    /// The person's language tags, the most wanted first (`LC_ALL`, `LC_MESSAGES`, `LANG`, then what the system says).
    pub languages: Vec<String>,
    /// The locale names a charset that is not UTF-8, or none but ASCII (`C`), or one whose terminals draw signs twice as wide.
    pub has_narrow_charset: bool,
    /// `NO_COLOR` is set and not empty.
    pub no_color: bool,
    /// `TERM`.
    pub term: Option<String>,
    /// `COLORTERM`.
    pub color_term: Option<String>,
    /// `COLORFGBG`: what some terminals say of their colours, such as `15;0`.
    pub color_fg_bg: Option<String>,
    /// `TERM_PROGRAM`.
    pub term_program: Option<String>,
    /// The program runs at the far end of an SSH connection.
    pub is_ssh: bool,
    /// The program runs within tmux.
    pub is_tmux: bool,
    /// A graphical session can be reached (Wayland or X11; always so on macOS and Windows).
    pub has_desktop: bool,
    /// `WAYLAND_DISPLAY` is set.
    pub is_wayland: bool,
    /// The person's own folder, for which `~` stands in a path.
    pub home: Option<PathBuf>,
    /// `PULIH_ASKPASS`: a program that asks for the passphrase.
    pub askpass: Option<PathBuf>,
    /// The kind of computer that this is; backups are for one kind unless they are portable.
    pub device: DeviceType,
    /// What the computer is called (`HOSTNAME`, `COMPUTERNAME`), where the environment says.
    pub computer: Option<String>,
    /// `PATH`, split.
    pub program_folders: Vec<PathBuf>,
}
