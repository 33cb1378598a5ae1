//! What was typed into the search line, taken apart once before all accounts are looked at.

use zeroize::Zeroizing;

use crate::account::search::word::Word;
use crate::text::{clean_line, fold};

/// A query: words that must all be found, groups the account must be in, and whether it must need the person.
pub(super) struct Query {
    pub(super) words: Vec<Word>,
    /// For each `#…`: the groups it may mean. None at all means that nothing is found.
    groups: Vec<Vec<usize>>,
    needs_sign_in: bool,
}

impl Query {
    /// Takes a query apart. `groups` are the squeezed names of the book's groups.
    pub(super) fn parse(typed: &str, groups: &[Zeroizing<String>]) -> Self {
        let cleaned = Zeroizing::new(clean_line(typed).text);
        let mut query = Self { words: Vec::new(), groups: Vec::new(), needs_sign_in: false };
        for part in cleaned.split_whitespace() {
            match part.strip_prefix('#') {
                Some(group) => query.groups.extend(meant_groups(group, groups)),
                None if part == "!" => query.needs_sign_in = true,
                None => query.words.extend(Word::new(part, groups)),
            }
        }
        query
    }

    /// Whether an account in these groups may be shown at all.
    pub(super) fn admits(&self, needs_sign_in: bool, groups: &[usize]) -> bool {
        (needs_sign_in || !self.needs_sign_in)
            && self.groups.iter().all(|meant| groups.iter().any(|group| meant.contains(group)))
    }
}

/// The groups that `#…` may mean: the one of this name, else all that have it in their name. A bare `#` means nothing
/// yet.
fn meant_groups(typed: &str, groups: &[Zeroizing<String>]) -> Option<Vec<usize>> {
    let wanted = squeezed(typed);
    if wanted.is_empty() {
        return None;
    }
    let of = |is_meant: &dyn Fn(&str) -> bool| {
        groups.iter().enumerate().filter(|(_, name)| is_meant(name)).map(|(place, _)| place).collect::<Vec<_>>()
    };
    let exact = of(&|name| name == *wanted);
    Some(if exact.is_empty() { of(&|name| name.contains(wanted.as_str())) } else { exact })
}

/// The name of a group as `#…` is compared with it: folded, without spaces and dashes, which a tag cannot have.
pub(super) fn squeezed(group: &str) -> Zeroizing<String> {
    let folded = Zeroizing::new(fold(group));
    let mut squeezed = Zeroizing::new(String::with_capacity(folded.len()));
    squeezed.extend(folded.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '_')));
    squeezed
}
