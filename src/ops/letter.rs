//! A text for the administrator of an organisation whose provider cannot be used: what is asked for, in the person's
//! language, with nothing secret in it.

use std::path::{Path, PathBuf};

use crate::account::{Account, ProviderTrouble};
use crate::ops::World;
use crate::ops::at_home::at_home;
use crate::ops::export::{Bytes, ExportError, write_files};
use crate::provider::ProviderSetup;
use crate::text::{Text, clean_line};

/// Its paragraphs.
#[must_use]
pub fn for_administrator(account: &Account, setup: Option<&ProviderSetup>, why: ProviderTrouble) -> Vec<Text> {
    let row = clean_line(&format!("{} {}", &*account.issuer, &*account.name)).text;
    let asks = match (why, setup) {
        (ProviderTrouble::Offline, Some(setup)) => {
            Text::new("letter-offline").word("issuer", clean_line(&setup.issuer).text)
        }
        (_, Some(setup)) => Text::new("letter-blocked")
            .word("issuer", clean_line(&setup.issuer).text)
            .word("client", clean_line(&setup.client_id).text),
        (_, None) => Text::new("letter-not-configured"),
    };
    vec![
        Text::new("letter-subject").word("account", row.trim()),
        Text::new("letter-what"),
        asks,
        Text::new("letter-settings"),
        Text::new("letter-otherwise"),
    ]
}

/// Writes it into a new file.
///
/// # Errors
/// [`ExportError::File`].
pub fn save(world: &World, text: &str, path: &Path) -> Result<PathBuf, ExportError> {
    let path = at_home(world, path);
    write_files(world, &path, &[Bytes::new(text.as_bytes().to_vec())], false)?;
    Ok(path)
}
