//! A vault that this program once wrote: it must still open, and the same input must still give the same bytes.

use std::path::Path;

use pulih::secret::{Passphrase, Secret};
use pulih::vault::{KdfParams, OpenVault, Opener, SealedVault};
use serde_json::json;

use crate::describe;
use crate::make::{Chance, NOW, open_with, passphrase};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/vault");
const WRITTEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/target");

/// Every kind of account, in a vault with every kind of slot, from chance that repeats.
#[test]
fn the_same_input_gives_the_bytes_that_were_kept() {
    let chance = Chance::new(2026);
    let text = passphrase("correct horse battery");
    let mut vault = OpenVault::create(&text, KdfParams::LEAST, NOW, &chance).unwrap();
    *vault.book_mut() = std::mem::take(every_kind(&text).book_mut());
    vault.settings_mut().auto_lock_seconds = 0;
    vault.set_ext(500, Some(Secret::copied(b"kept")));
    let words = vault.renew_words(&text, None, &chance).unwrap().expose().join(" ");
    let key: String = vault.add_key_store(&chance).unwrap().expose().iter().map(|byte| format!("{byte:02x}")).collect();
    let bytes = vault.seal(&chance).unwrap();

    let content = describe::vault(&open_with(&bytes, "correct horse battery").unwrap(), &[500]);
    let vector = |opener: serde_json::Value| {
        json!({
            "what": "made by the program",
            "pieces": [{ "file": "made-by-rust.bin" }],
            "opener": opener,
            "expect": "open",
            "content": "made-by-rust.bin",
            "healed": false,
        })
    };
    let openers = [json!({ "passphrase": "correct horse battery" }), json!({ "words": words }), json!({ "key": key })];
    let book = json!({
        "vectors": openers.into_iter().map(vector).collect::<Vec<_>>(),
        "contents": { "made-by-rust.bin": content },
    });
    let list = serde_json::to_vec_pretty(&book).unwrap();
    let changed: Vec<&str> = [("made-by-rust.bin", bytes), ("made-by-rust.json", list)]
        .into_iter()
        .filter(|(name, made)| std::fs::read(Path::new(FOLDER).join(name)).ok().as_ref() != Some(made))
        .map(|(name, made)| {
            std::fs::write(Path::new(WRITTEN).join(name), made).unwrap();
            name
        })
        .collect();
    assert!(changed.is_empty(), "{changed:?} are not what they were; today's lie in target/");
}

fn every_kind(text: &Passphrase) -> OpenVault {
    let bytes = std::fs::read(Path::new(FOLDER).join("small.bin")).unwrap();
    SealedVault::parse(bytes).unwrap().open(&Opener::Passphrase(text)).unwrap()
}
