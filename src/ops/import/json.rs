//! What `import --dry-run --json` prints. The names of the fields are a contract with scripts.

use serde_json::{Value, json};

use crate::account::{Credential, EnrolHint};
use crate::formats::{Arrival, Imported, Note, Remark};
use crate::otp::{Counter, OtpParams, Period, Pin};
use crate::secret::Private;
use crate::text::{Explain, Text};

/// The content of a file as JSON. Keys and PINs are in it only with `show_secrets`; sentences are put into words by
/// `say`.
#[must_use]
pub fn as_json(imported: &Imported, show_secrets: bool, say: impl Fn(&Text) -> String) -> Value {
    let complaint = |complaint: &crate::formats::Complaint| json!({ "entry": say(&complaint.entry()), "reason": say(&complaint.reason.what()) });
    json!({
        "format": imported.format,
        "entries": imported.arrivals.iter().map(|arrival| entry(arrival, show_secrets)).collect::<Vec<_>>(),
        "complaints": imported.complaints.iter().map(complaint).collect::<Vec<_>>(),
        "missing_parts": imported.notes.iter().filter_map(missing_parts).collect::<Vec<_>>(),
        "notes": imported.notes.iter().map(|note| say(&note.what())).collect::<Vec<_>>(),
    })
}

/// The parts of a transfer that are not there, counted from 1, and how many it has.
fn missing_parts(note: &Note) -> Option<Value> {
    match &note.remark {
        Remark::PartsMissing { missing, of, .. } => Some(json!({ "parts": missing, "of": of })),
        _ => None,
    }
}

fn entry(arrival: &Arrival, show_secrets: bool) -> Value {
    let params = arrival.params();
    let algorithm = params.map(|params| params.algorithm().map_or("MD5", |algorithm| algorithm.name()));
    let mut entry = json!({
        "issuer": *arrival.issuer,
        "name": *arrival.name,
        "type": Some(arrival.type_name()).filter(|name| !name.is_empty()),
        "algorithm": algorithm,
        "digits": params.map(OtpParams::digits),
        "period": params.and_then(OtpParams::period).map(Period::seconds),
        "counter": params.and_then(OtpParams::counter).map(Counter::get),
        "note": *arrival.note,
        "groups": arrival.groups.iter().map(Private::as_str).collect::<Vec<_>>(),
        "pinned": arrival.pinned,
        "state": arrival.credential.state_name(),
        "reason": reason(&arrival.credential),
    });
    if let (true, Some(fields)) = (show_secrets, entry.as_object_mut()) {
        fields.insert("secret".to_owned(), json!(params.map(|params| params.key_base32().to_string())));
        fields.insert("pin".to_owned(), json!(params.and_then(OtpParams::pin).map(Pin::expose)));
    }
    entry
}

fn reason(credential: &Credential) -> Option<&'static str> {
    match credential {
        Credential::Missing(EnrolHint { reason, .. }) => Some(reason.name()),
        Credential::Ready(_) | Credential::Sealed(_) => None,
    }
}
