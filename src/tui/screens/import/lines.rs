//! The lines of the preview: what comes in and what does not, in groups, those that the filter leaves.

use crate::ops::import::{ImportPlan, Row, Standing};
use crate::text::fold;

/// A line of the preview.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Line {
    /// An entry that could not be read.
    Complaint(usize),
    /// The heading of a group, and how many lines it has.
    Head(Group, usize),
    /// Something that was noticed.
    Note(usize),
    /// An account.
    Row(usize),
}

impl Line {
    /// Whether it can be chosen.
    pub(super) const fn is_chosen_from(self) -> bool {
        !matches!(self, Self::Head(..))
    }
}

/// What the lines of a group have in common.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Group {
    Changed,
    New,
    Noticed,
    Same,
    Unread,
}

impl Group {
    /// What it is called.
    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::Changed => "tui-import-group-changed",
            Self::New => "tui-import-group-new",
            Self::Noticed => "tui-import-group-noticed",
            Self::Same => "tui-import-group-same",
            Self::Unread => "tui-import-group-unread",
        }
    }

    fn of(row: &Row) -> Self {
        match row.standing {
            Standing::Changed(..) => Self::Changed,
            Standing::Fills(_) | Standing::New => Self::New,
            Standing::Repeated | Standing::Same(_) => Self::Same,
        }
    }
}

/// All lines whose names have what is searched for. Notes on the files as a whole stay while nothing is.
pub(super) fn lines(plan: &ImportPlan, query: &str) -> Vec<Line> {
    let wanted = fold(query.trim());
    let fits = |title: &str| wanted.is_empty() || fold(title).contains(&wanted);
    let mut groups: [(Group, Vec<Line>); 3] =
        [(Group::New, Vec::new()), (Group::Changed, Vec::new()), (Group::Same, Vec::new())];
    for (place, row) in plan.rows.iter().enumerate().filter(|(_, row)| fits(&row.arrival.title())) {
        let own = Group::of(row);
        if let Some((_, lines)) = groups.iter_mut().find(|(group, _)| *group == own) {
            lines.push(Line::Row(place));
        }
    }
    let unread = plan.complaints.iter().enumerate().filter(|(_, complaint)| fits(&complaint.title));
    let unread = unread.map(|(place, _)| Line::Complaint(place)).collect();
    let noticed = plan.notes.iter().enumerate();
    let noticed = noticed.filter(|(_, note)| fits(note.entry.as_ref().map_or("", |(_, title)| title.as_str())));
    let noticed = noticed.map(|(place, _)| Line::Note(place)).collect();
    let rest = [(Group::Unread, unread), (Group::Noticed, noticed)];
    groups
        .into_iter()
        .chain(rest)
        .filter(|(_, lines)| !lines.is_empty())
        .flat_map(|(group, lines)| std::iter::once(Line::Head(group, lines.len())).chain(lines))
        .collect()
}
