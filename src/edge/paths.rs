//! Where this kind of computer keeps a program's files.

use std::path::PathBuf;

use etcetera::{AppStrategy, AppStrategyArgs};

use crate::text::{Explain, Text};

/// The name of the vault file in its folder.
const VAULT_NAME: &str = "vault.pulih";

/// The vault file, the state folder and the settings file. Nothing of it need exist.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Places {
    /// The vault file.
    pub vault: PathBuf,
    /// The folder of rollback marks and counters.
    pub state: PathBuf,
    /// The settings file.
    pub config: PathBuf,
}

impl Places {
    /// The platform's places: the XDG folders on Linux and BSD, `Library` on macOS, `AppData` on Windows.
    ///
    /// # Errors
    /// [`NoHome`] when the person has no home folder.
    pub fn find() -> Result<Self, NoHome> {
        let name = AppStrategyArgs { app_name: "Pulih".to_owned(), ..AppStrategyArgs::default() };
        let folders = etcetera::app_strategy::choose_native_strategy(name).map_err(|_| NoHome)?;
        Ok(Self {
            vault: folders.data_dir().join(VAULT_NAME),
            // Only XDG tells state from data; elsewhere it gets a folder of its own beside the vault.
            state: folders.state_dir().unwrap_or_else(|| folders.data_dir().join("state")),
            config: folders.config_dir().join("config.toml"),
        })
    }
}

/// There is no home folder, so there are no default places.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[error("no home folder")]
pub struct NoHome;

impl Explain for NoHome {
    fn what(&self) -> Text {
        Text::new("err-no-home")
    }

    fn fix(&self) -> Option<Text> {
        Some(Text::new("fix-no-home"))
    }
}

#[cfg(test)]
mod tests {
    use super::Places;

    #[test]
    fn the_vault_the_state_and_the_settings_lie_apart() {
        let Ok(places) = Places::find() else {
            println!("skipped: no home folder here");
            return;
        };
        assert!(!places.state.starts_with(&places.vault));
        assert_ne!(places.vault.parent(), Some(places.state.as_path()));
        assert_ne!(places.config, places.vault);
        assert!(places.vault.is_absolute() && places.state.is_absolute() && places.config.is_absolute());
    }
}
