//! Reading a file as the command line does, and comparing it with what is expected of it.

use pulih::formats::{Imported, Parsed, UnlockError};
use pulih::ops::import::{ImportError, as_json, read_bytes};
use pulih::words::{Catalog, Language};
use serde_json::Value;

/// Why a file was not read.
#[derive(Debug)]
pub enum Refusal {
    /// Nothing of it can be used.
    Import(ImportError),
    /// It did not open.
    Unlock(UnlockError),
    /// It asks for a password, and there is none.
    WantsPassword,
}

/// Reads a file's bytes, with a password where it asks for one.
pub fn read(bytes: Vec<u8>, name: &str, password: Option<&str>) -> Result<Imported, Refusal> {
    read_with(bytes, name, password, None)
}

/// The same with a key file, where there is one.
pub fn read_with(
    bytes: Vec<u8>,
    name: &str,
    password: Option<&str>,
    key_file: Option<&[u8]>,
) -> Result<Imported, Refusal> {
    match (read_bytes(bytes, Some(name), None).map_err(Refusal::Import)?, password) {
        (Parsed::Plain(imported), _) => Ok(imported),
        (Parsed::Locked(mut locked), Some(password)) => {
            let given = key_file.map_or(Ok(()), |content| locked.set_key_file(content));
            given
                .map(|()| locked.open(password))
                .map_err(|error| Refusal::Unlock(error.into()))?
                .map_err(Refusal::Unlock)
        }
        (Parsed::Locked(_), None) => Err(Refusal::WantsPassword),
    }
}

/// As the command line prints it, keys included.
pub fn json(imported: &Imported) -> Value {
    let catalog = Catalog::new(Language::En);
    as_json(imported, true, |text| catalog.say(text))
}

/// The first difference between what came and what was expected, as a sentence.
pub fn difference(came: &Value, expected: &[Value]) -> Option<String> {
    let entries = came["entries"].as_array().unwrap();
    if entries.len() != expected.len() {
        return Some(format!("{} entries came, {} were expected", entries.len(), expected.len()));
    }
    entries.iter().zip(expected).enumerate().find_map(|(index, (came, expected))| {
        let fields = ["issuer", "name", "type", "algorithm", "digits", "period", "counter", "secret", "pinned", "note"];
        let differs = |field: &&&str| {
            let wanted = &expected[**field];
            if is_said_otherwise(came, expected, field) {
                return false;
            }
            let is_asked = !wanted.is_null() || matches!(**field, "period" | "counter");
            is_asked && !is_same(&came[**field], wanted, expected)
        };
        if !expected["tags"].is_null() && came["groups"] != expected["tags"] {
            return Some(format!("entry {}: groups are {}, not {}", index + 1, came["groups"], expected["tags"]));
        }
        let field = fields.iter().find(differs)?;
        Some(format!("entry {}: {field} is {}, not {}", index + 1, came[*field], expected[*field]))
    })
}

/// An entry with an `issuer_note` leaves open whether a plus in a path is a space.
fn is_same(came: &Value, wanted: &Value, expected: &Value) -> bool {
    match (came.as_str(), wanted.as_str()) {
        (Some(came), Some(wanted)) if !expected["issuer_note"].is_null() => {
            came == wanted.replace('+', " ") || came == wanted
        }
        _ => came == wanted,
    }
}

/// Where the independent reader leaves a thing as the file has it: an entry without any name, which is given one, and
/// the digits of Steam, which are always five.
fn is_said_otherwise(came: &Value, expected: &Value, field: &str) -> bool {
    let is_nameless = expected["issuer"] == "" && expected["name"] == "";
    match field {
        "digits" => expected["type"] == "steam" && came["digits"] == 5,
        "name" => is_nameless && came["name"].as_str().is_some_and(|name| name.starts_with("Imported ")),
        _ => false,
    }
}
