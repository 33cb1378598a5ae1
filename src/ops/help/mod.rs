//! The help pages: what each says, in which order, and where it leads. Text ids only; both faces draw them.

mod pages;

use crate::backup::DeviceType;
use crate::text::Text;

/// A help page.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Topic {
    /// Back up account credentials.
    BackUp,
    /// Can't restore?
    CantRestore,
    /// Can't see "Restore from backup"?
    NotSeen,
    /// Restore from backup.
    Restore,
    /// Sign out.
    SignOut,
    /// Troubleshoot.
    Troubleshoot,
}

/// A piece of a page.
#[derive(Clone, Copy, Debug)]
pub enum Part {
    /// A heading.
    Head(&'static str),
    /// What is said otherwise on each kind of computer.
    Here(fn(DeviceType) -> &'static str),
    /// One of several things.
    Item(&'static str),
    /// A way to another page.
    Link(Topic),
    /// A paragraph.
    Say(&'static str),
    /// A step; steps that follow each other are numbered.
    Step(&'static str),
}

impl Topic {
    /// All, in the order in which a person is likely to need them.
    pub const ALL: [Self; 6] =
        [Self::Restore, Self::NotSeen, Self::CantRestore, Self::BackUp, Self::SignOut, Self::Troubleshoot];

    /// The name on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::BackUp => "back-up",
            Self::CantRestore => "cant-restore",
            Self::NotSeen => "cant-see-restore",
            Self::Restore => "restore",
            Self::SignOut => "sign-out",
            Self::Troubleshoot => "troubleshoot",
        }
    }

    /// The page of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.name() == name)
    }

    /// Its title.
    #[must_use]
    pub const fn title(self) -> Text {
        Text::new(match self {
            Self::BackUp => "help-back-up",
            Self::CantRestore => "help-cant-restore",
            Self::NotSeen => "help-not-seen",
            Self::Restore => "help-restore",
            Self::SignOut => "help-sign-out",
            Self::Troubleshoot => "help-troubleshoot",
        })
    }

    /// What stands on it.
    #[must_use]
    pub const fn parts(self) -> &'static [Part] {
        match self {
            Self::BackUp => pages::BACK_UP,
            Self::CantRestore => pages::CANT_RESTORE,
            Self::NotSeen => pages::NOT_SEEN,
            Self::Restore => pages::RESTORE,
            Self::SignOut => pages::SIGN_OUT,
            Self::Troubleshoot => pages::TROUBLESHOOT,
        }
    }

    /// The pages that it leads to, in order.
    pub fn links(self) -> impl Iterator<Item = Self> {
        self.parts().iter().filter_map(|part| if let Part::Link(topic) = part { Some(*topic) } else { None })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{Part, Topic};
    use crate::backup::DeviceType;
    use crate::words::{Catalog, Language};

    #[test]
    fn every_page_leads_on_and_every_page_is_reached_from_every_other() {
        for start in Topic::ALL {
            let (mut seen, mut open) = (HashSet::from([start]), vec![start]);
            while let Some(topic) = open.pop() {
                assert!(topic.links().count() >= 2, "{topic:?} is a dead end");
                assert!(topic.links().all(|to| to != topic), "{topic:?} leads to itself");
                open.extend(topic.links().filter(|to| seen.insert(*to)));
            }
            assert_eq!(seen.len(), Topic::ALL.len(), "from {start:?}");
            assert_eq!(Topic::named(start.name()), Some(start));
        }
        assert_eq!(Topic::named("restores"), None);
    }

    #[test]
    fn the_titles_are_those_of_the_pages() {
        let words = Catalog::new(Language::En);
        let titles = Topic::ALL.map(|topic| words.say(&topic.title()));
        assert_eq!(
            titles,
            [
                "Restore from backup",
                "Can’t see Restore from backup?",
                "Can’t restore?",
                "Back up account credentials",
                "Sign out",
                "Troubleshoot"
            ]
        );
    }

    /// A tired person reads a page of about a minute; the text is about 30 lines of 76 characters at most.
    #[test]
    fn every_page_is_short_and_said_in_every_language_and_for_every_computer() {
        for language in Language::ALL {
            let words = Catalog::new(language);
            for (topic, device) in Topic::ALL.into_iter().flat_map(|topic| {
                [DeviceType::Linux, DeviceType::Macos, DeviceType::Windows, DeviceType::Other(9)].map(|it| (topic, it))
            }) {
                let mut length = 0;
                for part in topic.parts() {
                    let said = match part {
                        Part::Link(to) => words.say(&to.title()),
                        Part::Here(id) => words.line(id(device)),
                        Part::Head(id) | Part::Item(id) | Part::Say(id) | Part::Step(id) => words.line(id),
                    };
                    assert!(!said.is_empty() && !said.starts_with('<'), "{language:?} {topic:?}: {said}");
                    length += said.chars().count();
                }
                assert!((300..2_300).contains(&length), "{language:?} {topic:?} has {length} characters");
            }
        }
    }
}
