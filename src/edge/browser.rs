//! The person's browser, opened by the program that each system has for it.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::ports::{Browser, NoBrowser, Surroundings};

/// What opens an address, with what stands before it: on Linux and the like (freedesktop), on macOS, on Windows.
const OPENER: (&str, &[&str]) = if cfg!(windows) {
    ("rundll32.exe", &["url.dll,FileProtocolHandler"])
} else if cfg!(target_os = "macos") {
    ("open", &[])
} else {
    ("xdg-open", &[])
};

/// The person's browser.
pub struct SystemBrowser {
    opener: Option<PathBuf>,
}

impl SystemBrowser {
    /// Looks for what opens addresses here; without a desktop there is no browser that anybody would see.
    #[must_use]
    pub fn new(around: &Surroundings) -> Self {
        let found = || around.program_folders.iter().map(|folder| folder.join(OPENER.0)).find(|path| path.is_file());
        Self { opener: around.has_desktop.then(found).flatten() }
    }
}

impl Browser for SystemBrowser {
    fn open(&self, address: &str) -> Result<(), NoBrowser> {
        let opener = self.opener.as_ref().filter(|_| is_plain(address)).ok_or(NoBrowser)?;
        let mut command = Command::new(opener);
        command.args(OPENER.1).arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = command.spawn().map_err(|_| NoBrowser)?;
        // Some openers stay until the browser ends. Somebody has to take note of their end.
        std::thread::spawn(move || drop(child.wait()));
        Ok(())
    }
}

/// Whether an address leads to a page and to nothing else that an opener would open, such as a file or a program.
fn is_plain(address: &str) -> bool {
    let is_of_this_computer = |rest: &str| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
        matches!(name, "127.0.0.1" | "localhost" | "[::1]")
    };
    let has_good_start =
        address.starts_with("https://") || address.strip_prefix("http://").is_some_and(is_of_this_computer);
    has_good_start && address.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'"')
}

#[cfg(test)]
mod tests {
    use super::{SystemBrowser, is_plain};
    use crate::ports::{Browser, NoBrowser, Surroundings};

    #[test]
    fn only_addresses_of_pages_are_opened() {
        for good in ["https://example.com/a?b=c&d=%20", "http://127.0.0.1:4000/authorize", "http://localhost/x"] {
            assert!(is_plain(good), "{good}");
        }
        for bad in [
            "file:///etc/passwd",
            "http://example.com/",
            "http://127.0.0.1.example.com/",
            "http://127.0.0.1@example.com/",
            "calc.exe",
            "https://example.com/ --new",
            "https://example.com/\n",
            "-https://example.com",
        ] {
            assert!(!is_plain(bad), "{bad}");
        }
    }

    #[test]
    fn without_a_desktop_there_is_no_browser() {
        assert_eq!(SystemBrowser::new(&Surroundings::default()).open("https://example.com/"), Err(NoBrowser));
    }
}
