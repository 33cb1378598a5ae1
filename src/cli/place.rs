//! How a place is named on the command line: an address, who signs in there, and what opens it. What is missing is asked
//! for at the terminal; none of it is taken from the environment, and nothing secret from the arguments.

use crate::backup::PlaceAddress;
use crate::cli::desk::Desk;
use crate::cli::exit::{Exit, Failure};
use crate::secret::Secret;
use crate::text::Text;

/// The flags beside a place's address.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Entry {
    #[arg(long, value_name = "NAME")]
    place_user: Option<String>,
    #[arg(long, alias = "place-password-fd", value_name = "N", value_parser = crate::cli::args::descriptor())]
    place_secret_fd: Option<i32>,
}

impl Entry {
    /// The place and what opens it.
    pub fn read(&self, desk: &Desk<'_>, typed: &str) -> Result<(PlaceAddress, Option<Secret>), Failure> {
        let address = PlaceAddress::parse(typed).map_err(|error| Failure::of(Exit::Usage, &error))?;
        let Some(remote) = address.remote() else { return Ok((address, None)) };
        let is_asked = desk.world.console.is_interactive();
        let user = match &self.place_user {
            None if is_asked && remote.user.is_empty() => desk.ask("--place-user", &Text::new("ask-place-user"))?,
            given => given.clone().map(zeroize::Zeroizing::new),
        };
        let secret = if self.place_secret_fd.is_some() || is_asked {
            Some(desk.secret(self.place_secret_fd, "--place-secret-fd", &Text::new("ask-place-secret"))?)
        } else {
            None
        };
        let secret = secret.filter(|secret| !secret.is_empty()).map(|secret| Secret::copied(secret.as_bytes()));
        Ok((user.map_or(address.clone(), |user| address.asked_by(user.trim())), secret))
    }
}
