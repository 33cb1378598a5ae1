//! What a place holds, as a list for a person: which sets, which files, whether each fits this computer.

use crate::backup::FileName;
use crate::moment::Moment;
use crate::vault::backup::{BackupFacts, BackupParseError, DeviceType, SetId};

/// A file of a place that has a backup's name. Nothing of it is verified yet.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Listed {
    /// Its name.
    pub name: FileName,
    /// How many bytes it has, as the place says.
    pub size: u64,
    /// What its header says.
    pub facts: Result<BackupFacts, Unlisted>,
}

/// Why a listed file says nothing of itself.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Unlisted {
    /// Its header is none of a backup. The mirror at its end may still help: fetch it.
    Form(BackupParseError),
    /// The place did not give its start.
    NotRead,
}

/// Whether a backup can be restored here, as far as its header tells.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Fit {
    /// Its header is damaged, or is none of a backup.
    Damaged,
    /// It fits.
    Fits,
    /// The place did not give it.
    NotRead,
    /// Made for this other kind of computer.
    OtherDevice(DeviceType),
    /// Made by a newer version.
    TooNew,
}

impl Listed {
    /// Whether it can be restored on a computer of the kind `running`.
    #[must_use]
    pub fn fit(&self, running: DeviceType) -> Fit {
        match &self.facts {
            Ok(facts) if facts.device.fits(running) => Fit::Fits,
            Ok(facts) => Fit::OtherDevice(facts.device),
            Err(Unlisted::Form(BackupParseError::TooNew { .. })) => Fit::TooNew,
            Err(Unlisted::Form(_)) => Fit::Damaged,
            Err(Unlisted::NotRead) => Fit::NotRead,
        }
    }

    /// When it was made, as its header says.
    #[must_use]
    pub fn created(&self) -> Option<Moment> {
        self.facts.as_ref().ok().map(|facts| facts.created)
    }

    /// The set, as its header says.
    #[must_use]
    pub fn set(&self) -> Option<SetId> {
        self.facts.as_ref().ok().map(|facts| facts.set)
    }
}

/// Sorts files so that the newest comes first: by the minute in the name, then the generation. Names, because they are
/// there also where a header is not.
pub fn newest_first(files: &mut [Listed]) {
    let age = |file: &Listed| (file.name.stamp().to_owned(), file.name.generation(), file.name.clone());
    files.sort_by_key(|file| std::cmp::Reverse(age(file)));
}

#[cfg(test)]
mod tests {
    use super::{Fit, Listed, Unlisted, newest_first};
    use crate::backup::FileName;
    use crate::moment::Moment;
    use crate::vault::backup::{BackupFacts, BackupParseError, DeviceType, SetId};

    fn listed(set: u8, generation: u64, device: DeviceType) -> Listed {
        let created = Moment::from_unix(1_800_000_000 + i64::try_from(generation).unwrap() * 600);
        let facts = BackupFacts {
            set: SetId([set; 16]),
            generation,
            device,
            created,
            app_version: "0.1.0".to_owned(),
            previous: [0; 32],
            slots: Vec::new(),
        };
        Listed { name: FileName::new(SetId([set; 16]), generation, created, [7; 8]), size: 1, facts: Ok(facts) }
    }

    #[test]
    fn a_file_fits_by_its_header() {
        let fit = |file: &Listed| file.fit(DeviceType::Linux);
        assert_eq!(fit(&listed(1, 1, DeviceType::Linux)), Fit::Fits);
        assert_eq!(fit(&listed(1, 1, DeviceType::Portable)), Fit::Fits);
        assert_eq!(fit(&listed(1, 1, DeviceType::Windows)), Fit::OtherDevice(DeviceType::Windows));
        let without = |why| Listed { facts: Err(why), ..listed(1, 1, DeviceType::Linux) };
        assert_eq!(fit(&without(Unlisted::NotRead)), Fit::NotRead);
        assert_eq!(fit(&without(Unlisted::Form(BackupParseError::Damaged))), Fit::Damaged);
        assert_eq!(fit(&without(Unlisted::Form(BackupParseError::TooNew { found: 2 }))), Fit::TooNew);
    }

    #[test]
    fn the_newest_file_comes_first_of_whatever_set() {
        let mut files =
            vec![listed(1, 1, DeviceType::Linux), listed(2, 9, DeviceType::Linux), listed(1, 3, DeviceType::Linux)];
        files.push(Listed { facts: Err(Unlisted::NotRead), ..listed(3, 20, DeviceType::Linux) });
        newest_first(&mut files);
        let order: Vec<u64> = files.iter().map(|file| file.name.generation()).collect();
        assert_eq!(order, [20, 9, 3, 1]);
    }
}
