//! Damage: every bit of a small vault flipped, every way to cut it, bytes added behind it.

use pulih::secret::Key32;
use pulih::vault::{OpenRemark, Opener, SealedVault};

use crate::make::{Chance, vault};

/// A vault with one account's worth of content and a key that opens it without a slow derivation.
fn small() -> (Vec<u8>, Key32) {
    let chance = Chance::new(1);
    let mut vault = vault(&chance);
    let key = vault.add_key_store(&chance).unwrap();
    (vault.seal(&chance).unwrap(), key)
}

#[derive(Debug, Eq, PartialEq)]
enum Outcome {
    Healed,
    Refused,
    Silent,
}

fn outcome(bytes: &[u8], key: &Key32) -> Outcome {
    let Ok(sealed) = SealedVault::parse(bytes.to_vec()) else { return Outcome::Refused };
    match sealed.open(&Opener::KeyStore(key)) {
        Ok(vault) if vault.remarks().contains(&OpenRemark::Healed) => Outcome::Healed,
        Ok(_) => Outcome::Silent,
        Err(_) => Outcome::Refused,
    }
}

#[test]
fn every_flipped_bit_is_healed_in_the_headers_and_refused_in_the_payload() {
    let (bytes, key) = small();
    assert_eq!(outcome(&bytes, &key), Outcome::Silent);
    let header = 16 + u32::from_le_bytes(bytes[12..16].try_into().unwrap()) as usize;
    let payload = header..bytes.len() - 12 - header;
    let (mut healed, mut refused) = (0, 0);
    let mut changed = bytes.clone();
    for at in 0..bytes.len() {
        // Without optimisation all flips take minutes: there it is another bit of each byte, and of every eighth byte
        // in the middle of the payload. tests/live/independent.sh runs all of them.
        let is_middle = payload.start + 64 <= at && at + 64 < payload.end;
        let bits = match cfg!(debug_assertions) {
            true if is_middle && !at.is_multiple_of(8) => 0..0,
            true => (at / 8 + at) % 8..(at / 8 + at) % 8 + 1,
            false => 0..8,
        };
        for bit in bits {
            changed[at] ^= 1 << bit;
            let expected = if payload.contains(&at) { Outcome::Refused } else { Outcome::Healed };
            assert_eq!(outcome(&changed, &key), expected, "byte {at}, bit {bit}");
            *(if expected == Outcome::Healed { &mut healed } else { &mut refused }) += 1;
            changed[at] ^= 1 << bit;
        }
    }
    println!("{healed} flips healed, {refused} refused, 0 silent");
    let share = if cfg!(debug_assertions) { 1 } else { 8 };
    assert_eq!(healed, (bytes.len() - payload.len()) * share);
    assert!(refused >= payload.len() / 8 * share);
}

#[test]
fn every_truncation_and_every_short_extension_is_refused() {
    let (bytes, key) = small();
    for length in 0..bytes.len() {
        assert_eq!(outcome(&bytes[..length], &key), Outcome::Refused, "cut to {length}");
    }
    let mut longer = bytes.clone();
    for extra in 1..=64 {
        longer.push(if extra % 2 == 0 { 0 } else { 0xa5 });
        assert_eq!(outcome(&longer, &key), Outcome::Refused, "{extra} bytes more");
    }
}
