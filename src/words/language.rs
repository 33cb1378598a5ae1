//! The languages of the catalogue: how each is recognised, and the files that hold its sentences.

/// A language of the catalogue.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Indonesian.
    Id,
    /// Swedish.
    Sv,
}

impl Language {
    /// All of them, by their own names' order.
    pub const ALL: [Self; 3] = [Self::En, Self::Id, Self::Sv];

    /// The language of a tag such as `sv-SE`, `id_ID.UTF-8`; `None` for one that the catalogue does not have, and for
    /// `C` and `POSIX`, which name none.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_', '.', '@']).next()?;
        match primary.to_ascii_lowercase().as_str() {
            "en" | "eng" => Some(Self::En),
            // `in` was Indonesian until 1989 (ISO 639), and some systems still say it.
            "id" | "in" | "ind" => Some(Self::Id),
            "sv" | "swe" => Some(Self::Sv),
            _ => None,
        }
    }

    /// The tag that settings and the command line write: `en`, `id`, `sv`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Id => "id",
            Self::Sv => "sv",
        }
    }

    /// The language's own name, the same in every language.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Id => "Bahasa Indonesia",
            Self::Sv => "Svenska",
        }
    }

    /// The one after it, and after the last the first: what a key that changes the language goes to.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::En => Self::Id,
            Self::Id => Self::Sv,
            Self::Sv => Self::En,
        }
    }

    /// The Fluent files of the language, one a room.
    pub(in crate::words) const fn sources(self) -> &'static [&'static str] {
        match self {
            Self::En => &[
                include_str!("../../assets/i18n/en/common.ftl"),
                include_str!("../../assets/i18n/en/backup.ftl"),
                include_str!("../../assets/i18n/en/signin.ftl"),
                include_str!("../../assets/i18n/en/help.ftl"),
                include_str!("../../assets/i18n/en/tui.ftl"),
                include_str!("../../assets/i18n/en/cli.ftl"),
                include_str!("../../assets/i18n/en/export.ftl"),
                include_str!("../../assets/i18n/en/formats.ftl"),
                include_str!("../../assets/i18n/en/import.ftl"),
                include_str!("../../assets/i18n/en/provider.ftl"),
                include_str!("../../assets/i18n/en/protection.ftl"),
                include_str!("../../assets/i18n/en/kit.ftl"),
                include_str!("../../assets/i18n/en/restore.ftl"),
                include_str!("../../assets/i18n/en/backups.ftl"),
                include_str!("../../assets/i18n/en/saving.ftl"),
                include_str!("../../assets/i18n/en/settings.ftl"),
                include_str!("../../assets/i18n/en/vault.ftl"),
            ],
            Self::Id => &[
                include_str!("../../assets/i18n/id/common.ftl"),
                include_str!("../../assets/i18n/id/backup.ftl"),
                include_str!("../../assets/i18n/id/signin.ftl"),
                include_str!("../../assets/i18n/id/help.ftl"),
                include_str!("../../assets/i18n/id/tui.ftl"),
                include_str!("../../assets/i18n/id/cli.ftl"),
                include_str!("../../assets/i18n/id/export.ftl"),
                include_str!("../../assets/i18n/id/formats.ftl"),
                include_str!("../../assets/i18n/id/import.ftl"),
                include_str!("../../assets/i18n/id/provider.ftl"),
                include_str!("../../assets/i18n/id/protection.ftl"),
                include_str!("../../assets/i18n/id/kit.ftl"),
                include_str!("../../assets/i18n/id/restore.ftl"),
                include_str!("../../assets/i18n/id/backups.ftl"),
                include_str!("../../assets/i18n/id/saving.ftl"),
                include_str!("../../assets/i18n/id/settings.ftl"),
                include_str!("../../assets/i18n/id/vault.ftl"),
            ],
            Self::Sv => &[
                include_str!("../../assets/i18n/sv/common.ftl"),
                include_str!("../../assets/i18n/sv/backup.ftl"),
                include_str!("../../assets/i18n/sv/signin.ftl"),
                include_str!("../../assets/i18n/sv/help.ftl"),
                include_str!("../../assets/i18n/sv/tui.ftl"),
                include_str!("../../assets/i18n/sv/cli.ftl"),
                include_str!("../../assets/i18n/sv/export.ftl"),
                include_str!("../../assets/i18n/sv/formats.ftl"),
                include_str!("../../assets/i18n/sv/import.ftl"),
                include_str!("../../assets/i18n/sv/provider.ftl"),
                include_str!("../../assets/i18n/sv/protection.ftl"),
                include_str!("../../assets/i18n/sv/kit.ftl"),
                include_str!("../../assets/i18n/sv/restore.ftl"),
                include_str!("../../assets/i18n/sv/backups.ftl"),
                include_str!("../../assets/i18n/sv/saving.ftl"),
                include_str!("../../assets/i18n/sv/settings.ftl"),
                include_str!("../../assets/i18n/sv/vault.ftl"),
            ],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn a_system_says_its_language_in_many_ways() {
        for tag in ["sv", "sv-SE", "sv_FI.UTF-8", "SV_se@euro", "swe"] {
            assert_eq!(Language::from_tag(tag), Some(Language::Sv), "{tag}");
        }
        for tag in ["id", "id_ID.UTF-8", "in_ID", "id-Latn-ID"] {
            assert_eq!(Language::from_tag(tag), Some(Language::Id), "{tag}");
        }
        for tag in ["en", "en_GB.utf8", "en-US"] {
            assert_eq!(Language::from_tag(tag), Some(Language::En), "{tag}");
        }
    }

    #[test]
    fn a_language_we_do_not_have_is_not_taken_for_one_we_do() {
        for tag in ["", "C", "C.UTF-8", "POSIX", "nb_NO", "nn", "de", "svx", "ms_MY", "sve"] {
            assert_eq!(Language::from_tag(tag), None, "{tag}");
        }
    }

    #[test]
    fn the_tag_we_write_is_one_we_read_and_every_language_is_reached_by_the_key() {
        let mut language = Language::default();
        for _ in Language::ALL {
            assert_eq!(Language::from_tag(language.tag()), Some(language));
            language = language.next();
        }
        assert_eq!(language, Language::default());
    }
}
