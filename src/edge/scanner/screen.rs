//! A picture of the screen, taken by a program that is installed. It is never written where others or a backup see it.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

use zeroize::Zeroizing;

use crate::edge::scanner::ScreenTools;
use crate::ports::ScanError;

/// A program that takes a picture of the whole screen, and how it is told to write PNG.
struct Tool {
    name: &'static str,
    /// What it is called with, before the file where one is needed.
    args: &'static [&'static str],
    /// It can only write to a file.
    needs_file: bool,
    runs_on: Desktop,
}

#[derive(Clone, Copy, Eq, PartialEq)]
enum Desktop {
    Any,
    Wayland,
    X11,
}

/// The tools, those that need no file first.
const TOOLS: [Tool; 6] = [
    Tool { name: "grim", args: &["-t", "png", "-"], needs_file: false, runs_on: Desktop::Wayland },
    Tool { name: "maim", args: &["--format=png", "--hidecursor"], needs_file: false, runs_on: Desktop::X11 },
    Tool { name: "import", args: &["-window", "root", "png:-"], needs_file: false, runs_on: Desktop::X11 },
    Tool { name: "spectacle", args: &["-b", "-n", "-f", "-o"], needs_file: true, runs_on: Desktop::Any },
    Tool { name: "gnome-screenshot", args: &["-f"], needs_file: true, runs_on: Desktop::Any },
    Tool { name: "screencapture", args: &["-x", "-t", "png"], needs_file: true, runs_on: Desktop::Any },
];

/// The bytes of a PNG file, from the first tool that is there and works.
pub(super) fn take(around: &ScreenTools) -> Result<Zeroizing<Vec<u8>>, ScanError> {
    if !around.has_desktop {
        return Err(ScanError::NoScreen);
    }
    let desktop = if around.is_wayland { Desktop::Wayland } else { Desktop::X11 };
    TOOLS
        .iter()
        .filter(|tool| tool.runs_on == Desktop::Any || tool.runs_on == desktop)
        .filter_map(|tool| Some((tool, find(tool.name, &around.folders)?)))
        .find_map(|(tool, program)| run(tool, &program))
        .ok_or(ScanError::NoScreen)
}

fn find(name: &str, folders: &[PathBuf]) -> Option<PathBuf> {
    folders.iter().map(|folder| folder.join(name)).find(|path| path.is_file())
}

fn run(tool: &Tool, program: &Path) -> Option<Zeroizing<Vec<u8>>> {
    let mut command = Command::new(program);
    command.args(tool.args).stdin(Stdio::null()).stderr(Stdio::null());
    let picture = if tool.needs_file { through_file(&mut command) } else { through_pipe(&mut command) };
    picture.filter(|bytes| !bytes.is_empty())
}

fn through_pipe(command: &mut Command) -> Option<Zeroizing<Vec<u8>>> {
    let output = command.output().ok()?;
    output.status.success().then(|| Zeroizing::new(output.stdout))
}

fn through_file(command: &mut Command) -> Option<Zeroizing<Vec<u8>>> {
    let path = private_folder()?.join(format!("pulih-{}.png", std::process::id()));
    let is_done = command.arg(&path).stdout(Stdio::null()).status().is_ok_and(|status| status.success());
    let picture = fs::read(&path).map(Zeroizing::new).ok();
    // Nothing to tell of when the tool wrote none.
    drop(fs::remove_file(&path));
    picture.filter(|_| is_done)
}

/// A folder of the person alone that goes with the session: in memory on Linux, per user on macOS. None elsewhere:
/// a picture with a key in it is not laid into a folder that others can list.
fn private_folder() -> Option<PathBuf> {
    if cfg!(target_os = "macos") {
        return Some(env::temp_dir());
    }
    env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from).filter(|path| path.is_dir())
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;
    use std::path::Path;

    use super::take;
    use crate::edge::scanner::ScreenTools;
    use crate::ports::ScanError;

    fn program(folder: &Path, name: &str, script: &str) {
        let path = folder.join(name);
        fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    }

    fn tools(folder: &Path, is_wayland: bool) -> ScreenTools {
        ScreenTools { folders: vec![folder.to_owned()], has_desktop: true, is_wayland }
    }

    #[test]
    fn the_first_tool_that_works_is_taken_and_only_those_of_the_desktop() {
        let folder = tempfile::tempdir().unwrap();
        program(folder.path(), "grim", "printf wayland");
        program(folder.path(), "maim", "exit 1");
        program(folder.path(), "import", "printf x11");
        assert_eq!(take(&tools(folder.path(), true)).unwrap().as_slice(), b"wayland");
        assert_eq!(take(&tools(folder.path(), false)).unwrap().as_slice(), b"x11");
    }

    #[test]
    fn without_a_tool_or_a_desktop_it_says_so() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(take(&tools(folder.path(), true)).err(), Some(ScanError::NoScreen));
        program(folder.path(), "grim", "printf picture");
        let without = ScreenTools { has_desktop: false, ..tools(folder.path(), true) };
        assert_eq!(take(&without).err(), Some(ScanError::NoScreen));
    }
}
