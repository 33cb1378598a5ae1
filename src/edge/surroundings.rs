//! The environment, read once.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

use crate::backup::DeviceType;
use crate::ports::Surroundings;

/// What the environment says now.
#[must_use]
pub fn read_surroundings() -> Surroundings {
    understand(&|name| env::var_os(name).filter(|value| !value.is_empty()), sys_locale::get_locales().collect())
}

fn understand(read: &dyn Fn(&str) -> Option<OsString>, system_languages: Vec<String>) -> Surroundings {
    let text = |name: &str| read(name).and_then(|value| value.into_string().ok());
    let has = |name: &str| read(name).is_some();
    let is_wayland = has("WAYLAND_DISPLAY");
    Surroundings {
        languages: ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(text).chain(system_languages).collect(),
        has_narrow_charset: ["LC_ALL", "LC_CTYPE", "LANG"]
            .into_iter()
            .find_map(text)
            .is_some_and(|tag| is_narrow(&tag)),
        no_color: has("NO_COLOR"),
        term: text("TERM"),
        color_term: text("COLORTERM"),
        color_fg_bg: text("COLORFGBG"),
        term_program: text("TERM_PROGRAM"),
        is_ssh: has("SSH_CONNECTION") || has("SSH_TTY") || has("SSH_CLIENT"),
        is_tmux: has("TMUX"),
        has_desktop: is_wayland || has("DISPLAY") || cfg!(any(target_os = "macos", windows)),
        is_wayland,
        home: read(if cfg!(windows) { "USERPROFILE" } else { "HOME" }).map(PathBuf::from),
        askpass: read("PULIH_ASKPASS").map(PathBuf::from),
        device: DeviceType::running(),
        computer: text("HOSTNAME").or_else(|| text("COMPUTERNAME")),
        program_folders: read("PATH").map(|paths| env::split_paths(&paths).collect()).unwrap_or_default(),
    }
}

/// Whether a locale such as `sv_SE.ISO-8859-1` or `C` stands for something else than UTF-8. In Chinese, Japanese and Korean
/// ones, signs such as the half moon are often two columns wide.
fn is_narrow(tag: &str) -> bool {
    let tag = tag.to_ascii_lowercase();
    let is_utf8 = tag.contains("utf-8") || tag.contains("utf8");
    !is_utf8 || ["ja", "ko", "zh"].iter().any(|language| tag.starts_with(language))
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use super::understand;

    fn around(pairs: &'static [(&str, &str)]) -> crate::ports::Surroundings {
        let read = |name: &str| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| OsString::from(value));
        understand(&read, vec!["de-DE".to_owned()])
    }

    #[test]
    fn the_most_particular_language_comes_first_and_the_systems_last() {
        let around = around(&[("LANG", "sv_SE.UTF-8"), ("LC_ALL", "id_ID.UTF-8")]);
        assert_eq!(around.languages, ["id_ID.UTF-8", "sv_SE.UTF-8", "de-DE"]);
    }

    #[test]
    fn any_of_the_three_variables_of_ssh_tells_of_it() {
        assert!(around(&[("SSH_TTY", "/dev/pts/3")]).is_ssh);
        assert!(around(&[("SSH_CONNECTION", "192.0.2.1 1 192.0.2.2 22")]).is_ssh);
        assert!(!around(&[("TMUX", "/tmp/tmux-1000/default,1,0")]).is_ssh);
    }

    #[test]
    fn a_locale_without_utf_8_has_no_signs() {
        let narrow = |pairs| around(pairs).has_narrow_charset;
        assert!(!narrow(&[]) && !narrow(&[("LANG", "sv_SE.UTF-8")]) && !narrow(&[("LANG", "C.utf8")]));
        assert!(narrow(&[("LANG", "C")]) && narrow(&[("LC_ALL", "POSIX"), ("LANG", "en_US.UTF-8")]));
        assert!(narrow(&[("LC_CTYPE", "sv_SE.ISO-8859-1")]) && narrow(&[("LANG", "ja_JP.UTF-8")]));
    }

    #[test]
    fn a_desktop_is_wayland_or_x11() {
        assert!(around(&[("WAYLAND_DISPLAY", "wayland-0")]).is_wayland);
        assert!(around(&[("DISPLAY", ":0")]).has_desktop);
        #[cfg(target_os = "linux")]
        assert!(!around(&[]).has_desktop);
    }
}
