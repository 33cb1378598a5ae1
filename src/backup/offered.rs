//! Folders that a cloud service keeps in step, as each service names them on each kind of computer. Which of them are
//! there is for who can look.

use std::path::{Path, PathBuf};

use crate::vault::backup::DeviceType;

/// A service that keeps a folder in step.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Service {
    /// Dropbox.
    Dropbox,
    /// Google Drive.
    GoogleDrive,
    /// iCloud Drive.
    ICloudDrive,
    /// Nextcloud.
    Nextcloud,
    /// Microsoft's OneDrive.
    OneDrive,
    /// Syncthing.
    Syncthing,
}

impl Service {
    /// Its own name, the same in every language.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dropbox => "Dropbox",
            Self::GoogleDrive => "Google Drive",
            Self::ICloudDrive => "iCloud Drive",
            Self::Nextcloud => "Nextcloud",
            Self::OneDrive => "OneDrive",
            Self::Syncthing => "Syncthing",
        }
    }
}

/// A folder that may be there.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Offered {
    /// Who keeps it in step.
    pub service: Service,
    /// The folder itself; backups go into one within it.
    pub folder: PathBuf,
}

/// Where a folder is looked for: beside fixed names, all names in `within` that begin with `start`.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Search {
    /// Who would keep it in step.
    pub service: Service,
    /// The folder to look in.
    pub within: PathBuf,
    /// How its name begins.
    pub start: &'static str,
    /// Whether that is all of its name.
    pub is_whole: bool,
}

impl Search {
    /// Whether a name in the folder is meant.
    #[must_use]
    pub fn finds(&self, name: &str) -> bool {
        if self.is_whole { name == self.start } else { name.starts_with(self.start) }
    }
}

/// What to look for on a computer of this kind, in a person's own folder.
#[must_use]
pub fn searches(home: &Path, device: DeviceType) -> Vec<Search> {
    let at = |service, within: PathBuf, start, is_whole| Search { service, within, start, is_whole };
    let own = |service, name| at(service, home.to_owned(), name, true);
    let mut all = vec![
        own(Service::Dropbox, "Dropbox"),
        own(Service::GoogleDrive, "Google Drive"),
        own(Service::GoogleDrive, "GoogleDrive"),
        own(Service::Nextcloud, "Nextcloud"),
        own(Service::Syncthing, "Sync"),
        own(Service::Syncthing, "Syncthing"),
    ];
    // A company's folder is called `OneDrive - Company`.
    all.push(at(Service::OneDrive, home.to_owned(), "OneDrive", false));
    match device {
        DeviceType::Macos => {
            let cloud = home.join("Library/CloudStorage");
            let starts = [
                (Service::Dropbox, "Dropbox"),
                (Service::GoogleDrive, "GoogleDrive-"),
                (Service::OneDrive, "OneDrive-"),
                (Service::Nextcloud, "Nextcloud-"),
            ];
            all.extend(starts.map(|(service, start)| at(service, cloud.clone(), start, false)));
            all.push(at(Service::ICloudDrive, home.join("Library/Mobile Documents"), "com~apple~CloudDocs", true));
        }
        DeviceType::Windows => all.push(own(Service::ICloudDrive, "iCloudDrive")),
        _ => {}
    }
    all
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Service, searches};
    use crate::vault::backup::DeviceType;

    fn found(device: DeviceType, folder: &str, name: &str) -> Vec<Service> {
        let searches = searches(Path::new("/home/mira"), device);
        let fits = |search: &super::Search| search.within == Path::new(folder) && search.finds(name);
        searches.iter().filter(|search| fits(search)).map(|search| search.service).collect()
    }

    #[test]
    fn each_service_is_found_where_it_puts_its_folder() {
        assert_eq!(found(DeviceType::Linux, "/home/mira", "Nextcloud"), [Service::Nextcloud]);
        assert_eq!(found(DeviceType::Windows, "/home/mira", "OneDrive - Harbour Ltd"), [Service::OneDrive]);
        assert_eq!(found(DeviceType::Windows, "/home/mira", "iCloudDrive"), [Service::ICloudDrive]);
        let cloud = "/home/mira/Library/CloudStorage";
        assert_eq!(found(DeviceType::Macos, cloud, "GoogleDrive-mira@example.com"), [Service::GoogleDrive]);
        let documents = "/home/mira/Library/Mobile Documents";
        assert_eq!(found(DeviceType::Macos, documents, "com~apple~CloudDocs"), [Service::ICloudDrive]);
    }

    #[test]
    fn other_folders_are_not_offered() {
        for name in ["Documents", "Dropbox (old)", "My Nextcloud", "Synced"] {
            assert!(found(DeviceType::Linux, "/home/mira", name).is_empty(), "{name}");
        }
        assert!(found(DeviceType::Linux, "/home/mira/Library/Mobile Documents", "com~apple~CloudDocs").is_empty());
    }
}
