//! Bytes of a fuzzer for everything that reads bytes from outside. `PULIH_FUZZ` names the family of parsers
//! (`families.txt`), or one of `detect`, `uri`, `vault`, `payload`, `kdbx-content`.

#![no_main]

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use pulih::formats::{self, FORMATS, Foreign, Format, Imported, MOST_ENTRIES, Parsed};

/// What the families are.
const FAMILIES: &str = include_str!("../families.txt");

/// The password with which whatever is locked is tried; the samples of the project's own tests use it and others.
const PASSWORD: &str = "pw";

fuzz_target!(|data: &[u8]| target()(data));

type Target = Box<dyn Fn(&[u8]) + Send + Sync>;

fn target() -> &'static Target {
    static TARGET: OnceLock<Target> = OnceLock::new();
    TARGET.get_or_init(|| {
        each_format_has_one_family();
        let name = std::env::var("PULIH_FUZZ").unwrap_or_default();
        match name.as_str() {
            "detect" => Box::new(detect),
            "kdbx-content" => Box::new(|data| {
                let _ = formats::fuzzing::kdbx_content(data);
            }),
            "payload" => Box::new(pulih::vault::fuzzing::payload),
            "uri" => Box::new(uri),
            "vault" => Box::new(vault),
            family => {
                let formats = families().find(|(known, _)| *known == family).map(|(_, formats)| formats);
                let formats = formats.unwrap_or_else(|| panic!("PULIH_FUZZ: no target {family:?}"));
                Box::new(move |data| parse(&formats, data))
            }
        }
    })
}

fn families() -> impl Iterator<Item = (&'static str, Vec<&'static dyn Format>)> {
    FAMILIES.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(':')).map(|(name, ids)| {
        let format = |id| formats::by_id(id).unwrap_or_else(|| panic!("families.txt: no format {id}"));
        (name, ids.split_whitespace().map(format).collect())
    })
}

/// A new format is fuzzed from its first day.
fn each_format_has_one_family() {
    for format in FORMATS {
        let count = families().flat_map(|(_, formats)| formats).filter(|it| it.id() == format.id()).count();
        assert_eq!(count, 1, "families.txt: {}", format.id());
    }
}

fn detect(data: &[u8]) {
    let Ok(file) = Foreign::new(data.to_vec(), None) else { return };
    let _ = formats::detect(&file);
    if let Ok(parsed) = formats::read(&file, None) {
        opened(parsed);
    }
}

fn parse(formats: &[&dyn Format], data: &[u8]) {
    let Some((first, data)) = data.split_first() else { return };
    let Some(format) = formats.get(usize::from(*first) % formats.len()) else { return };
    let Ok(file) = Foreign::new(data.to_vec(), None) else { return };
    let _ = format.sniff(&file);
    if let Ok(parsed) = formats::read(&file, Some(*format)) {
        opened(parsed);
    }
}

fn opened(parsed: Parsed) {
    match parsed {
        Parsed::Plain(imported) => check(&imported),
        Parsed::Locked(locked) => {
            if let Ok(imported) = locked.open(PASSWORD) {
                check(&imported);
            }
        }
    }
}

/// What is true of everything that comes in, whatever the file was.
fn check(imported: &Imported) {
    assert!(imported.arrivals.len() + imported.complaints.len() <= MOST_ENTRIES);
    assert!(!imported.arrivals.is_empty() || !imported.complaints.is_empty());
    for arrival in &imported.arrivals {
        assert!(!arrival.title().is_empty());
        assert!(!arrival.issuer.contains(char::is_control) && !arrival.name.contains(char::is_control));
    }
}

/// What is read of a URI reads the same when it is written again.
fn uri(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let Ok(account) = pulih::otp::uri::read(text) else { return };
    // A URI has no place for the PIN of Mobile-OTP, and a long one is not read at all.
    let pulih::otp::uri::UriKey::Ready(params) = &account.key else { return };
    let written = pulih::otp::uri::write(&account.issuer, &account.name, params);
    if written.len() > pulih::otp::uri::LONGEST_URI || params.type_name() == "motp" {
        return;
    }
    let again = pulih::otp::uri::read(&written);
    assert!(matches!(&again, Ok(again) if again.key == account.key), "{}", *written);
}

fn vault(data: &[u8]) {
    if pulih::vault::is_export(data) {
        drop(pulih::vault::SealedExport::parse(data.to_vec()));
    }
    if let Ok(sealed) = pulih::vault::SealedVault::parse(data.to_vec()) {
        let _ = (sealed.id(), sealed.generation(), sealed.slots());
    }
}
