//! Odd values that files of other apps really have, or that another program puts there in their name: each is read for what
//! it means, and what is beside the point never costs an account.

use serde_json::Value;

use crate::compare::{json, read};

const KEY: &str = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

/// What it is about, the file, the field to look at in its only entry, and what stands there.
const CASES: &[(&str, &str, &str, &str)] = &[
    (
        "a counter of minus one beside a period",
        r#"{"tokenOrder":["a"],"tokens":[{"type":"TOTP","label":"a","counter":-7,"secret":[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16]}]}"#,
        "type",
        "\"totp\"",
    ),
    (
        "a period of nought beside a counter",
        r#"{"version":1,"header":{"slots":null,"params":null},"db":{"version":2,"entries":[{"type":"hotp","issuer":"a","name":"b","info":{"secret":"KEY","algo":"SHA1","digits":6,"period":-1,"counter":4}}]}}"#,
        "counter",
        "4",
    ),
    (
        "numbers with a fraction of nought",
        r#"{"schemaVersion":4,"services":[{"name":"a","secret":"KEY","otp":{"digits":8.0,"period":60.0,"tokenType":"TOTP"}}]}"#,
        "period",
        "60",
    ),
    (
        "a hash that is the word for nothing",
        r#"[{"issuer":"a","account":"b","secret":"KEY","algorithm":"null","digits":"6","kind":"TOTP","timer":"30","counter":"null","pinned":"TRUE"}]"#,
        "pinned",
        "true",
    ),
    (
        "a favourite as a number",
        r#"{"version":3,"deviceName":"x","accounts":[{"issuerName":"a","userName":"b","secret":"KEY","digits":6,"timeStep":30,"isFavorite":1}]}"#,
        "pinned",
        "true",
    ),
    (
        "a use count below nought",
        r#"[{"secret":"KEY","issuer":"a","label":"b","type":"TOTP","thumbnail":"Default","used_frequency":-1,"last_used":-5}]"#,
        "name",
        "\"b\"",
    ),
    (
        "names as editable fields",
        r#"{"exporterRpId":"x","accounts":[{"items":[{"title":"t","credentials":[{"type":"totp","secret":"KEY","username":{"value":"u"},"issuer":"i"}]}]}]}"#,
        "name",
        "\"u\"",
    ),
    (
        "a type in small letters",
        r#"{"version":1,"entries":[{"content":{"uri":"steam://KEY","entry_type":"steam","name":"n"}}]}"#,
        "type",
        "\"steam\"",
    ),
    (
        "a token of Authy's own that does not state its digits",
        r#"{"authenticator_tokens":[{"name":"a","secretSeed":"00112233445566778899aabbccddeeff"}]}"#,
        "digits",
        "7",
    ),
    ("issuers that differ in their letters", "otpauth://totp/github:a?secret=KEY&issuer=GitHub", "note", "\"\""),
];

#[test]
fn odd_values_are_read_for_what_they_mean() {
    for (what, text, field, expected) in CASES {
        let imported = read(text.replace("KEY", KEY).into_bytes(), "x", None).unwrap();
        assert_eq!((imported.arrivals.len(), &imported.complaints), (1, &Vec::new()), "{what}");
        let expected: Value = serde_json::from_str(expected).unwrap();
        assert_eq!(json(&imported)["entries"][0][*field], expected, "{what}");
    }
}

#[test]
fn a_note_of_any_length_that_an_app_allows_does_not_cost_the_account() {
    let note = "%E6%9D%B1".repeat(2000);
    let display = format!("%7B%22note%22%3A%22{note}%22%7D");
    let text = format!("otpauth://totp/a:b?secret={KEY}&codeDisplay={display}");
    let imported = read(text.into_bytes(), "x", None).unwrap();
    assert_eq!(imported.arrivals.first().map(|arrival| arrival.note.chars().count()), Some(2000));
}
