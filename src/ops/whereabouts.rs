//! Where a person was on the accounts screen when it was left: kept in the state folder, found again at the next unlock.
//!
//! What lies there in clear is the name of an order and the random number of one account, which means something only to
//! who can open the vault. No issuer, no name, no group, nothing that was searched for.

use std::path::PathBuf;

use crate::account::AccountId;
use crate::ops::World;
use crate::ops::settings::put;
use crate::ports::FileError;
use crate::vault::VaultId;

/// Two short lines.
const MOST_BYTES: u64 = 256;

/// Where a person was.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Whereabouts {
    /// The account that was chosen.
    pub account: Option<AccountId>,
    /// What the accounts were ordered by, as the settings name it.
    pub sort: String,
}

/// Where the person was in this vault. Nothing where nothing is remembered, or nothing that can be read.
#[must_use]
pub fn recall(world: &World, vault: VaultId) -> Option<Whereabouts> {
    let bytes = world.files.read(&place(world, vault), MOST_BYTES).ok()?;
    let text = String::from_utf8(bytes).ok()?;
    let line = |key: &str| text.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(' '));
    Some(Whereabouts { account: line("account").and_then(id), sort: line("sort")?.to_owned() })
}

/// Remembers where the person is.
///
/// # Errors
/// [`FileError`]; nothing depends on it.
pub fn remember(world: &World, vault: VaultId, here: &Whereabouts) -> Result<(), FileError> {
    let account = here.account.map(|id| format!("account {id}\n")).unwrap_or_default();
    let text = format!("sort {}\n{account}", here.sort);
    if recall(world, vault).as_ref() == Some(here) {
        return Ok(());
    }
    put(world, &place(world, vault), text.as_bytes())
}

fn place(world: &World, vault: VaultId) -> PathBuf {
    let name: String = vault.0.iter().map(|byte| format!("{byte:02x}")).collect();
    world.state.join("places").join(name)
}

fn id(written: &str) -> Option<AccountId> {
    let mut bytes = [0; 16];
    let digits = written.as_bytes().chunks(2);
    if written.len() != 32 {
        return None;
    }
    for (byte, pair) in bytes.iter_mut().zip(digits) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(AccountId(bytes))
}

#[cfg(test)]
mod tests {
    use super::id;
    use crate::account::AccountId;

    #[test]
    fn an_account_is_found_again_by_its_number_and_by_nothing_else() {
        let one = AccountId([0xa5; 16]);
        assert_eq!(id(&one.to_string()), Some(one));
        for other in ["", "a5", &"zz".repeat(16), &"a5".repeat(17), "åååååååååååååååå"] {
            assert_eq!(id(other), None, "{other}");
        }
    }
}
