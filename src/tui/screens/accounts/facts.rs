//! All there is to know of an account but its codes, as labels and words. Nothing secret: of a key its kind, of recovery
//! codes their number.

use crate::account::{Account, Credential, Protection};
use crate::otp::OtpParams;
use crate::text::{Text, clean, clean_line};
use crate::tui::kinds::kind_label;
use crate::tui::screens::Seen;

/// A label and what belongs to it; several lines only for notes and histories.
#[derive(Debug, Eq, PartialEq)]
pub struct Fact {
    /// The id of the label.
    pub label: &'static str,
    /// What is to be said, cleaned.
    pub value: String,
}

/// Everything, in the order in which it is asked for.
#[must_use]
pub fn all(seen: Seen<'_>, account: &Account) -> Vec<Fact> {
    let groups = account.groups.iter().map(|group| group.as_str()).collect::<Vec<_>>().join(", ");
    let params = account.params().ok();
    let counter = params.and_then(OtpParams::counter).map(|counter| counter.get().to_string());
    let rows = [
        ("tui-fact-account", if account.issuer.is_empty() { "" } else { account.name.as_str() }.to_owned()),
        ("tui-fact-groups", groups),
        ("tui-fact-kind", seen.words.line(kind_label(account.kind))),
        ("tui-fact-type", params.map(|params| type_of(seen, params)).unwrap_or_default()),
        ("tui-fact-counter", counter.unwrap_or_default()),
        ("tui-fact-contacts", contacts(account)),
        ("tui-fact-backup", seen.words.line(protection_label(account.protection))),
        ("tui-fact-codes", recovery_codes(seen, account)),
        ("tui-fact-note", clean(&account.note).text),
        ("tui-fact-used", used(seen, account)),
        ("tui-fact-service", service(seen, account)),
        ("tui-fact-history", history(seen, account)),
        ("tui-fact-added", account.created.day()),
        ("tui-fact-changed", if account.changed == account.created { String::new() } else { account.changed.day() }),
    ];
    let fact = |(label, value): (&'static str, String)| {
        let value =
            if label == "tui-fact-note" || label == "tui-fact-history" { value } else { clean_line(&value).text };
        Fact { label, value }
    };
    rows.into_iter().map(fact).filter(|fact| !fact.value.is_empty()).collect()
}

/// What a backup carries of an account.
#[must_use]
pub const fn protection_label(protection: Protection) -> &'static str {
    match protection {
        Protection::DeviceBound => "protection-device-bound",
        Protection::SignIn => "protection-sign-in",
        Protection::Standard => "protection-standard",
    }
}

/// `TOTP · SHA-1 · 6 digits · 30 s`
#[must_use]
pub fn type_of(seen: Seen<'_>, params: &OtpParams) -> String {
    let mut parts = vec![params.type_name().to_uppercase()];
    parts.extend(params.algorithm().map(|algorithm| algorithm.name().replace("SHA", "SHA-")));
    parts.push(seen.words.say(&Text::new("tui-digits").number("digits", params.digits())));
    parts.extend(
        params.period().map(|period| seen.words.say(&Text::new("tui-seconds").number("seconds", period.seconds()))),
    );
    parts.join(" · ")
}

/// The masked contacts that a sealed key asks for.
fn contacts(account: &Account) -> String {
    let slots = match (&account.credential, &account.sign_in) {
        (Credential::Sealed(sealed), _) => &sealed.slots,
        (_, Some(protection)) => &protection.slots,
        _ => return String::new(),
    };
    slots.iter().map(|slot| slot.hint.as_str()).collect::<Vec<_>>().join(", ")
}

fn recovery_codes(seen: Seen<'_>, account: &Account) -> String {
    let all = account.recovery_codes.len();
    if all == 0 {
        return String::new();
    }
    let left = account.recovery_codes.iter().filter(|code| !code.used).count();
    seen.words.say(&Text::new("tui-codes-left").number("left", left).number("all", all))
}

fn used(seen: Seen<'_>, account: &Account) -> String {
    let Some(last) = account.last_used else { return String::new() };
    seen.words.say(&Text::new("tui-used").number("count", account.use_count).word("day", last.day()))
}

/// What the service said of the codes.
fn service(seen: Seen<'_>, account: &Account) -> String {
    let (id, moment) = match (account.refused, account.accepted) {
        (Some(moment), _) => ("tui-service-refused", moment),
        (None, Some(moment)) => ("tui-service-accepted", moment),
        (None, None) => return String::new(),
    };
    seen.words.say(&Text::new(id).word("day", moment.day()))
}

/// The keys that were replaced, in words; never the keys.
fn history(seen: Seen<'_>, account: &Account) -> String {
    let line = |old: &crate::account::OldKey| {
        let text = Text::new("tui-old-key").word("type", type_of(seen, &old.params)).word("day", old.replaced.day());
        seen.words.say(&text)
    };
    account.history.iter().map(line).collect::<Vec<_>>().join("\n")
}
