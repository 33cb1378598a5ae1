//! What an import reads: files, standard input, the passwords that open them, the PINs that they do not have.

use std::path::Path;

use zeroize::Zeroizing;

use crate::cli::desk::Desk;
use crate::cli::exit::{Exit, Failure};
use crate::cli::import::Import;
use crate::cli::out::Out;
use crate::formats::{Arrival, Imported, LONGEST_FILE, Locked, Parsed, UnlockError};
use crate::ops::import::{self, Found, give_pin};
use crate::text::{Explain, Text};

/// How often a person may mistype a password or a PIN at the terminal.
const TRIES: usize = 3;

/// The files' content.
#[derive(Debug)]
pub(in crate::cli::import) struct Read {
    pub imported: Imported,
    /// The names of the files that were not locked.
    pub plain: Vec<String>,
}

/// Whether it stands for standard input.
pub(in crate::cli::import) fn is_stream(file: &Path) -> bool {
    file.as_os_str() == "-"
}

impl Import {
    /// Whether standard input is one of the files; it can be read once only.
    pub(in crate::cli::import) fn reads_standard_input(&self) -> Result<bool, Failure> {
        match self.file.iter().filter(|file| is_stream(file)).count() {
            count @ (0 | 1) => Ok(count == 1),
            _ => {
                let what = Text::new("err-usage-twice").word("arg", "-");
                Err(Failure::new(Exit::Usage, what, Text::new("fix-usage-help")))
            }
        }
    }

    /// Reads all files, or none.
    pub(in crate::cli::import) fn found(&self, desk: &Desk<'_>) -> Result<Vec<Found>, Failure> {
        let mut found = self.file.iter().map(|file| self.found_in(desk, file)).collect::<Result<Vec<_>, _>>()?;
        if let Some(path) = &self.key_file {
            let content = import::read_key_file(desk.world, &path.to_string_lossy())?;
            import::give_key_file(&mut found, &content).map_err(import::ImportError::from)?;
        }
        Ok(found)
    }

    fn found_in(&self, desk: &Desk<'_>, file: &Path) -> Result<Found, Failure> {
        let from = self.from.as_deref();
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let parsed = if is_stream(file) {
            let bytes = desk.world.console.rest_of_fd(0, LONGEST_FILE)?;
            import::read_bytes(bytes, None, from)
        } else {
            import::read_file(desk.world, file, from)
        };
        match parsed {
            Ok(parsed) => Ok(Found { name, parsed }),
            Err(error) if self.file.len() < 2 => Err(error.into()),
            Err(error) => Err(import::ImportError::In(name, Box::new(error)).into()),
        }
    }

    /// Opens what is locked, and gives the PINs that are there. The password that opened one file is tried on the next.
    pub(in crate::cli::import) fn unlocked(
        &self,
        desk: &mut Desk<'_>,
        found: Vec<Found>,
        mut password: Option<Zeroizing<String>>,
    ) -> Result<Read, Failure> {
        let (mut all, mut plain): (Option<Imported>, _) = (None, Vec::new());
        for Found { name, parsed } in found {
            let imported = match parsed {
                Parsed::Plain(imported) => {
                    plain.push(name);
                    imported
                }
                Parsed::Locked(locked) => self.opened_with(desk, &*locked, &name, &mut password)?,
            };
            all = Some(match all {
                Some(before) => before.with(imported),
                None => imported,
            });
        }
        let mut imported = all.ok_or_else(Failure::refused)?;
        self.give_pins(desk, &mut imported)?;
        plain.retain(|name| name != "-");
        Ok(Read { imported, plain })
    }

    fn opened_with(
        &self,
        desk: &mut Desk<'_>,
        locked: &dyn Locked,
        name: &str,
        password: &mut Option<Zeroizing<String>>,
    ) -> Result<Imported, Failure> {
        if let Some(known) = password {
            match opened(desk, locked, name, known) {
                Ok(imported) => return Ok(imported),
                Err(UnlockError::WrongPassword) if self.may_type(desk) => {}
                Err(error) => return Err(error.into()),
            }
        }
        let app = import::app_name(locked.format());
        let has_key_file = self.key_file.is_some() && locked.takes_key_file();
        if has_key_file && self.file_password_fd.is_none() && !self.may_type(desk) {
            return Ok(opened(desk, locked, name, "")?);
        }
        let prompt = if has_key_file { "ask-import-password-or-none" } else { "ask-import-password" };
        let prompt = Text::new(prompt).word("name", name).word("app", app);
        for left in (0..if self.may_type(desk) { TRIES } else { 1 }).rev() {
            let typed = desk.secret(self.file_password_fd, "--file-password-fd", &prompt)?;
            match opened(desk, locked, name, &typed) {
                Ok(imported) => {
                    *password = Some(typed);
                    return Ok(imported);
                }
                Err(error @ UnlockError::WrongPassword) if left > 0 => desk.out.remark_of(&error),
                Err(error) => return Err(error.into()),
            }
        }
        Err(UnlockError::WrongPassword.into())
    }

    /// Whether a password can be typed once more.
    fn may_type(&self, desk: &Desk<'_>) -> bool {
        self.file_password_fd.is_none() && desk.world.console.is_interactive()
    }

    /// A line of the descriptor for each account that lacks its PIN, or what the person types. Without either they come
    /// in by name, as the note on each says.
    fn give_pins(&self, desk: &mut Desk<'_>, imported: &mut Imported) -> Result<(), Failure> {
        let asks = !self.dry_run && self.may_ask(desk);
        if self.pin_fd.is_none() && !asks {
            return Ok(());
        }
        let Imported { arrivals, notes, .. } = imported;
        for arrival in arrivals.iter_mut().filter(|arrival| arrival.without_pin.is_some()) {
            for left in (0..if asks { TRIES } else { 1 }).rev() {
                let pin = desk.secret(self.pin_fd, "--pin-fd", &question(arrival))?;
                if pin.is_empty() {
                    break;
                }
                match give_pin(arrival, notes, &pin) {
                    Ok(()) => break,
                    Err(error) if left > 0 => desk.out.remark(&error.what(), error.fix().as_ref()),
                    Err(error) => return Err(Failure::of(Exit::NotDone, &error)),
                }
            }
        }
        Ok(())
    }
}

/// Opens a file. What an app asks for to turn a password into a key takes a second or a minute, so it is said.
fn opened(desk: &mut Desk<'_>, locked: &dyn Locked, name: &str, password: &str) -> Result<Imported, UnlockError> {
    desk.out.passing(&Text::new("cli-import-opening").word("name", Out::word(name)));
    let opened = locked.open(password);
    desk.out.passed();
    opened
}

fn question(arrival: &Arrival) -> Text {
    Text::new("ask-import-pin").word("account", arrival.title())
}
