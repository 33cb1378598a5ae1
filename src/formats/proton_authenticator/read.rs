//! The entries, the same whether they were locked or not.

use serde_json::Value;

use crate::formats::gathering::Gathering;
use crate::formats::json::Fields;
use crate::formats::proton_authenticator::ID;
use crate::formats::{Arrival, FormatError, Imported, Reason, Remark, Spot, base64, uri_entry};
use crate::otp::uri::{self, UriError, UriKey};
use crate::otp::{OtpKey, OtpParams};
use crate::secret::Secret;

/// Reads the content, entry by entry.
///
/// # Errors
/// [`FormatError::Damaged`], [`FormatError::TooMany`], [`FormatError::NoAccounts`].
pub(super) fn entries(top: Fields<'_>) -> Result<Imported, FormatError> {
    let entries = top.value("entries").and_then(Value::as_array).ok_or(FormatError::Damaged("entries"))?;
    let mut gathering = Gathering::new(ID);
    for (item, entry) in (1..).zip(entries) {
        take(&mut gathering, Spot::Item(item), entry)?;
    }
    gathering.finish()
}

fn take(gathering: &mut Gathering, spot: Spot, entry: &Value) -> Result<(), FormatError> {
    let fields = Fields::of(entry);
    let Some((fields, content)) = fields.and_then(|fields| Some((fields, fields.object("content")?))) else {
        return gathering.complain(spot, "", Reason::NotAnEntry);
    };
    match arrival(fields, content) {
        Ok((arrival, remarks)) => uri_entry::take_noted(gathering, spot, arrival, remarks),
        Err(reason) => gathering.complain(spot, content.text("name").unwrap_or_default(), reason),
    }
}

fn arrival(entry: Fields<'_>, content: Fields<'_>) -> Result<(Arrival, Vec<Remark>), Reason> {
    let (uri, name) = (content.text("uri")?, content.text("name")?);
    let is_steam = match content.text("entry_type")? {
        type_ if type_.eq_ignore_ascii_case("steam") => true,
        type_ if type_.is_empty() || type_.eq_ignore_ascii_case("totp") => false,
        other => return Err(Reason::UnknownType(other.chars().take(32).collect())),
    };
    let (mut arrival, remarks) = match uri::read(uri) {
        Ok(account) => uri_entry::arrival(account),
        Err(refusal) if is_steam => (steam(uri).ok_or(refusal.why)?, Vec::new()),
        Err(refusal) if refusal.why == UriError::NoKey => (without_key(&refusal.title, name), Vec::new()),
        Err(refusal) => return Err(refusal.why.into()),
    };
    if !name.is_empty() {
        arrival.name = name.into();
    }
    let note = entry.text("note")?;
    if !note.is_empty() {
        arrival.note = note.into();
    }
    Ok((arrival, remarks))
}

/// Some Steam keys are written in base64.
fn steam(uri: &str) -> Option<Arrival> {
    let text = uri.trim().get("steam://".len()..)?;
    let bytes = base64::decoded(text)?;
    let key = OtpKey::new(Secret::taken(bytes)).ok()?;
    Some(Arrival::new("Steam", "", Some(UriKey::Ready(OtpParams::Steam { key }))))
}

/// The title is issuer and name with a colon between; the issuer may have one of its own, so the name is what tells.
fn without_key(title: &str, name: &str) -> Arrival {
    let before = title.strip_suffix(name).filter(|_| !name.is_empty());
    match before.and_then(|before| before.strip_suffix(':')).map(|issuer| (issuer, name)).or(title.split_once(':')) {
        Some((issuer, name)) => Arrival::new(issuer, name, None),
        None => Arrival::new("", title, None),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::account::Credential;
    use crate::formats::proton_authenticator::ProtonAuthenticator;
    use crate::formats::testing::{KEY, names, plain, refusal};
    use crate::formats::{FormatError, Reason};

    fn entry(uri: &str, type_: &str, name: &str) -> Value {
        json!({"id": "x", "content": {"uri": uri, "entry_type": type_, "name": name}, "note": "a note"})
    }

    #[test]
    fn entries_take_their_name_from_the_file_and_the_rest_from_the_uri() {
        let entries = json!([
            entry(&format!("otpauth://totp/anna?secret={KEY}&issuer=Example&digits=8"), "Totp", "anna"),
            entry(&format!("steam://{KEY}"), "Steam", "gabe"),
            entry("steam://+RZkyNdohTrt3lqTbBa6iA==", "Steam", "base"),
            entry("otpauth://totp/none?secret=&issuer=Example", "Totp", "none"),
            entry("otpauth://totp/two?secret=&issuer=Example%3A%20two", "Totp", "two"),
            entry("otpauth://totp/bad?secret=A1", "Totp", "bad"),
            entry("x", "Hotp", "new"),
            7,
        ]);
        let imported = plain(&ProtonAuthenticator, json!({"version": 1, "entries": entries}).to_string());
        let expected =
            [("Example", "anna"), ("Steam", "gabe"), ("Steam", "base"), ("Example", "none"), ("Example: two", "two")];
        assert_eq!(names(&imported), expected);
        assert!(matches!(imported.arrivals[3].credential, Credential::Missing(_)));
        assert_eq!(&*imported.arrivals[0].note, "a note");
        let reasons: Vec<_> = imported.complaints.iter().map(|it| &it.reason).collect();
        assert!(matches!(reasons.as_slice(), [Reason::Uri(_), Reason::UnknownType(_), Reason::NotAnEntry]));
    }

    #[test]
    fn a_version_that_nobody_knows_is_refused() {
        let text = json!({"version": 2, "entries": []}).to_string();
        assert_eq!(refusal(&ProtonAuthenticator, text), Some(FormatError::TooNew { found: 2 }));
    }
}
