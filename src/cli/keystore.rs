//! `pulih keystore`: lets the computer's key store open the vault, or no longer.

use clap::Subcommand;
use serde_json::json;

use crate::cli::desk::Desk;
use crate::cli::exit::{Exit, Failure};
use crate::cli::open::{open, open_with_proof};
use crate::ops::keys;
use crate::text::{Explain, Text};

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Keystore {
    #[command(subcommand)]
    deed: Deed,
}

#[derive(Debug, Subcommand)]
enum Deed {
    On,
    Off,
}

impl Keystore {
    pub fn run(self, desk: &mut Desk<'_>) -> Result<Exit, Failure> {
        match self.deed {
            Deed::On => on(desk),
            Deed::Off => off(desk),
        }
    }
}

fn on(desk: &mut Desk<'_>) -> Result<Exit, Failure> {
    let mut session = open_with_proof(desk)?;
    keys::key_store_on(desk.world, &mut session)?;
    told(desk, true)
}

fn off(desk: &mut Desk<'_>) -> Result<Exit, Failure> {
    let mut session = open(desk)?;
    let passphrase = desk.known_passphrase(&session)?;
    match keys::key_store_off(desk.world, &mut session, &passphrase) {
        Ok(()) => {}
        // The vault no longer opens with the store's key; that the store keeps a useless one is worth a remark only.
        Err(keys::KeysError::KeyStore(error)) => desk.out.remark(&error.what(), None),
        Err(error) => return Err(error.into()),
    }
    told(desk, false)
}

fn told(desk: &mut Desk<'_>, is_on: bool) -> Result<Exit, Failure> {
    if desk.out.wants_json() {
        desk.out.json(&json!({"keystore": is_on}))?;
    }
    desk.out.say(&Text::new(if is_on { "cli-keystore-on" } else { "cli-keystore-off" }));
    Ok(Exit::Done)
}
