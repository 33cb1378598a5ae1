//! WinAuth's export: a list of URIs in which a `+` in the path is a space, as a text or in a zip archive with a
//! password. Its own `winauth.xml` is bound to the Windows account and is not read.

use crate::formats::gathering::Gathering;
use crate::formats::lines::lines;
use crate::formats::zipped::Zipped;
use crate::formats::{
    About, Foreign, Format, FormatError, Imported, Likeness, Parsed, Reason, locked_member, uri_entry,
};
use crate::otp::uri;

/// The id in commands and JSON.
const ID: &str = "winauth";

/// Parameters that only this program writes.
const MARKS: [&str; 3] = ["&serial=", "&deviceid=", "&data="];

/// WinAuth.
#[derive(Debug)]
pub struct WinAuth;

impl Format for WinAuth {
    fn id(&self) -> &'static str {
        ID
    }

    fn about(&self) -> About {
        About { app: "WinAuth", how: "how-winauth", reads: "text, zip with or without a password" }
    }

    fn sniff(&self, file: &Foreign) -> Likeness {
        match member(file) {
            Some((_, name)) if name.to_ascii_lowercase().contains("winauth") => return Likeness::Sure,
            Some(_) => return Likeness::Possible,
            None => {}
        }
        let Some(text) = file.text() else { return Likeness::None };
        let is_list = lines(text).next().is_some_and(|(_, line)| is_otpauth(line));
        if is_list && is_marked(text) { Likeness::Sure } else { Likeness::None }
    }

    fn parse(&self, file: &Foreign) -> Result<Parsed, FormatError> {
        match member(file) {
            Some((zipped, name)) => locked_member::parse(ID, zipped, &name, read_member),
            None => Ok(Parsed::Plain(list(file.text().ok_or(FormatError::NotRecognised)?)?)),
        }
    }
}

/// The one text of an archive.
fn member(file: &Foreign) -> Option<(Zipped<'_>, String)> {
    if !Zipped::is_likely(file.bytes()) {
        return None;
    }
    let zipped = Zipped::parse(file.bytes()).ok()?;
    let mut names = zipped.names().filter(|name| !name.ends_with('/'));
    let name = names.next().filter(|name| name.to_ascii_lowercase().ends_with(".txt")).map(str::to_owned)?;
    if names.next().is_some() {
        return None;
    }
    drop(names);
    Some((zipped, name))
}

fn is_otpauth(line: &str) -> bool {
    line.get(..10).is_some_and(|scheme| scheme.eq_ignore_ascii_case("otpauth://"))
}

/// Whether a list has a comment of the program, a parameter of its own, or a picture right behind the digits.
fn is_marked(text: &str) -> bool {
    let has_comment = text.lines().any(|line| line.starts_with('#') && line.contains("WinAuth"));
    let is_ours = |line: &str| {
        let picture = line.split_once("&icon=").is_some_and(|(before, _)| before.contains("&digits="));
        MARKS.iter().any(|mark| line.contains(mark)) || picture && !line.contains("&issuer=")
    };
    has_comment || lines(text).any(|(_, line)| is_ours(line))
}

fn read_member(bytes: &[u8]) -> Result<Imported, FormatError> {
    let file = Foreign::new(bytes.to_vec(), None)?;
    list(file.text().ok_or(FormatError::Damaged("zip"))?)
}

fn list(text: &str) -> Result<Imported, FormatError> {
    let mut gathering = Gathering::new(ID);
    for (spot, line) in lines(text) {
        if !is_otpauth(line) {
            gathering.complain(spot, "", Reason::NotAUri)?;
            continue;
        }
        match uri::read(&spaced(line)) {
            Ok(account) => {
                let (mut arrival, remarks) = uri_entry::arrival(account);
                if &*arrival.issuer == "BattleNet" {
                    arrival.issuer = "Battle.net".into();
                }
                uri_entry::take_noted(&mut gathering, spot, arrival, remarks)?;
            }
            Err(refusal) => gathering.complain(spot, &refusal.title, Reason::Uri(refusal.why))?,
        }
    }
    gathering.finish()
}

/// The URI with the spaces of its path as everybody else writes them.
fn spaced(line: &str) -> zeroize::Zeroizing<String> {
    let (path, query) = line.split_once('?').unwrap_or((line, ""));
    zeroize::Zeroizing::new(format!("{}?{query}", path.replace('+', "%20")))
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use zip::unstable::write::FileOptionsExt as _;
    use zip::write::SimpleFileOptions;
    use zip::{AesMode, ZipWriter};

    use super::WinAuth;
    use crate::formats::testing::{KEY, file, names, opened, plain};
    use crate::formats::{Format, Likeness, Reason, Spot, UnlockError};

    fn list() -> String {
        format!(
            "otpauth://totp/My+Label?secret={KEY}&digits=6&icon=Google\r\n\
             otpauth://totp/BattleNet:anna%20b?secret={KEY}&digits=8&serial=EU123456789012\r\nrubbish\r\n\
             otpauth://totp/Steam:gabe?secret={KEY}&digits=5&deviceid=android%3aabc&data=%7b%7d\r\n"
        )
    }

    #[test]
    fn a_plus_in_the_path_is_a_space_and_battle_net_gets_its_dot() {
        let imported = plain(&WinAuth, list());
        assert_eq!(names(&imported), [("", "My Label"), ("Battle.net", "anna b"), ("Steam", "gabe")]);
        assert_eq!(imported.arrivals[2].type_name(), "steam");
        assert_eq!(
            imported.complaints.iter().map(|it| (it.spot, &it.reason)).collect::<Vec<_>>(),
            [(Spot::Line(3), &Reason::NotAUri)]
        );
    }

    #[test]
    fn the_list_of_another_app_is_not_taken() {
        let text = format!("otpauth://totp/A+B?secret={KEY}&digits=6\n");
        assert_eq!(WinAuth.sniff(&file(text)), Likeness::None);
    }

    #[test]
    fn the_archive_opens_with_its_password() {
        let ciphers = [
            SimpleFileOptions::default().with_aes_encryption(AesMode::Aes256, "pw"),
            SimpleFileOptions::default().with_deprecated_encryption(b"pw").unwrap(),
        ];
        for options in ciphers {
            let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
            writer.start_file("winauth-2026-01-01.txt", options).unwrap();
            writer.write_all(list().as_bytes()).unwrap();
            let bytes = writer.finish().unwrap().into_inner();
            assert_eq!(opened(&WinAuth, &bytes, "pw").unwrap().arrivals.len(), 3);
            assert_eq!(opened(&WinAuth, &bytes, "other"), Err(UnlockError::WrongPassword));
        }
    }
}
