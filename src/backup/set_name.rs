//! A name for a backup set that a person can say over the telephone: two words, from its id. The same in every language.

use crate::vault::backup::SetId;

/// 32 words of each sort are 1,024 names; the id tells sets apart, the name helps to recognise one.
const KINDS: [&str; 32] = [
    "amber", "ancient", "autumn", "azure", "brave", "bright", "calm", "clever", "copper", "coral", "crimson", "eager",
    "early", "gentle", "golden", "happy", "hidden", "honest", "ivory", "jolly", "lucky", "mellow", "misty", "noble",
    "polar", "proud", "quiet", "silver", "steady", "sunny", "velvet", "wild",
];

const ANIMALS: [&str; 32] = [
    "badger", "beaver", "bison", "camel", "crane", "deer", "dolphin", "eagle", "falcon", "ferret", "fox", "gecko",
    "goose", "heron", "horse", "ibex", "koala", "lark", "lynx", "marten", "moose", "otter", "owl", "panda", "puffin",
    "raven", "robin", "salmon", "seal", "sparrow", "turtle", "walrus",
];

/// The set's name, such as `amber otter`.
#[must_use]
pub fn set_name(set: SetId) -> String {
    let [first, second, ..] = set.0;
    let word = |list: &[&'static str; 32], byte: u8| list.get(usize::from(byte % 32)).copied().unwrap_or_default();
    format!("{} {}", word(&KINDS, first), word(&ANIMALS, second))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{ANIMALS, KINDS, set_name};
    use crate::vault::backup::SetId;

    #[test]
    fn a_set_is_always_called_the_same_and_every_word_is_another() {
        assert_eq!(set_name(SetId([0, 21, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9])), "amber otter");
        let words: BTreeSet<_> = KINDS.iter().chain(&ANIMALS).collect();
        assert_eq!(words.len(), 64);
    }
}
