//! Who an account is: the label and the parameter `issuer` brought together, cleaned and cut to length.

use crate::otp::uri::parts::decoded;
use crate::otp::uri::{LONGEST_ISSUER, LONGEST_NAME, UriNote};
use crate::secret::Private;
use crate::text::{clean_line, has_lookalikes};

/// Issuer and name of an account, and the label's issuer where the parameter won over it.
#[derive(Default)]
pub(super) struct Who {
    pub(super) issuer: Private,
    pub(super) name: Private,
    pub(super) other_issuer: Private,
}

impl Who {
    /// Brings label and parameter together. The parameter wins unless it is empty or was cut off.
    pub(super) fn new(label: &str, parameter: &str, notes: &mut Vec<UriNote>) -> Self {
        let mut hidden = 0;
        let mut line = |text: &str, most: usize| {
            let cleaned = clean_line(text);
            hidden += cleaned.removed;
            if cleaned.text.chars().count() > most {
                notes.push(UriNote::Cut);
            }
            cleaned.text.chars().take(most).collect::<String>()
        };
        let (in_label, name) = split(label, parameter);
        let (in_label, name) = (line(&in_label, LONGEST_ISSUER), line(&name, LONGEST_NAME));
        let parameter = line(parameter, LONGEST_ISSUER);
        if hidden > 0 {
            notes.push(UriNote::HiddenRemoved(hidden));
        }
        let choice = choose(&in_label, &parameter);
        notes.extend(choice.note(&in_label));
        let other_issuer = if choice == Choice::ParameterWins { in_label.clone().into() } else { Private::default() };
        let issuer = if choice.takes_label() { in_label } else { parameter };
        if has_lookalikes(&issuer) || has_lookalikes(&name) {
            notes.push(UriNote::LookAlikes);
        }
        Self { issuer: issuer.into(), name: name.into(), other_issuer }
    }

    /// What the entry is called in a complaint.
    pub(super) fn title(&self) -> Private {
        match (self.issuer.is_empty(), self.name.is_empty()) {
            (true, _) => self.name.clone(),
            (_, true) => self.issuer.clone(),
            _ => format!("{}:{}", &*self.issuer, &*self.name).into(),
        }
    }
}

/// `issuer:name`. A colon that was not escaped separates; without one the first escaped one does, unless the
/// parameter shows that the issuer itself has colons. A label without any colon is a name.
fn split(label: &str, parameter: &str) -> (String, String) {
    if let Some((issuer, name)) = label.split_once(':') {
        return (decoded(issuer).to_string(), decoded(name).to_string());
    }
    let label = decoded(label);
    let after_parameter = label.strip_prefix(parameter).and_then(|rest| rest.strip_prefix(':'));
    match (after_parameter, label.split_once(':')) {
        (Some(name), _) if !parameter.is_empty() => (parameter.to_owned(), name.to_owned()),
        (_, Some((issuer, name))) => (issuer.to_owned(), name.to_owned()),
        (_, None) => (String::new(), label.to_string()),
    }
}

/// Which of two issuers is taken.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Choice {
    Label,
    LabelRepairs,
    Parameter,
    ParameterWins,
}

impl Choice {
    fn takes_label(self) -> bool {
        matches!(self, Self::Label | Self::LabelRepairs)
    }

    fn note(self, in_label: &str) -> Option<UriNote> {
        match self {
            Self::LabelRepairs => Some(UriNote::IssuerRepaired),
            Self::ParameterWins => Some(UriNote::IssuerInLabel(in_label.to_owned())),
            Self::Label | Self::Parameter => None,
        }
    }
}

fn choose(in_label: &str, parameter: &str) -> Choice {
    if parameter.is_empty() {
        return Choice::Label;
    }
    // A plus in a path is a plus, in a query it is a space: the query knows what was meant.
    // The same word in other letters is no other issuer either.
    let is_same = |label: &str| label.to_lowercase() == parameter.to_lowercase();
    if in_label.is_empty() || is_same(in_label) || is_same(&in_label.replace('+', " ")) {
        return Choice::Parameter;
    }
    if in_label.starts_with(parameter) { Choice::LabelRepairs } else { Choice::ParameterWins }
}

#[cfg(test)]
mod tests {
    use super::Who;
    use crate::otp::uri::UriNote;

    fn who(label: &str, parameter: &str) -> (String, String, Vec<UriNote>) {
        let mut notes = Vec::new();
        let who = Who::new(label, parameter, &mut notes);
        (who.issuer.to_string(), who.name.to_string(), notes)
    }

    fn names(label: &str, parameter: &str) -> (String, String) {
        let (issuer, name, _) = who(label, parameter);
        (issuer, name)
    }

    fn pair(issuer: &str, name: &str) -> (String, String) {
        (issuer.to_owned(), name.to_owned())
    }

    #[test]
    fn the_first_colon_separates_and_later_ones_belong_to_the_name() {
        assert_eq!(names("Matrix:@edent_:matrix.org", ""), pair("Matrix", "@edent_:matrix.org"));
        assert_eq!(names("A%3Ab", ""), pair("A", "b"));
        assert_eq!(names("A%3AB:c", "A:B"), pair("A:B", "c"));
        assert_eq!(names("A%3AB%3Ac", "A:B"), pair("A:B", "c"));
    }

    #[test]
    fn a_label_without_a_colon_is_a_name() {
        assert_eq!(names("anna", ""), pair("", "anna"));
        assert_eq!(names(":anna", ""), pair("", "anna"));
        assert_eq!(names("anna", "Example"), pair("Example", "anna"));
    }

    #[test]
    fn the_parameter_wins_and_the_label_stays_visible() {
        let (issuer, name, notes) = who("MyOrganization:account", "Microsoft");
        assert_eq!((issuer.as_str(), name.as_str()), ("Microsoft", "account"));
        assert_eq!(notes, [UriNote::IssuerInLabel("MyOrganization".to_owned())]);
    }

    #[test]
    fn an_issuer_that_an_ampersand_cut_off_is_taken_from_the_label() {
        let (issuer, _, notes) = who("AT%26T:anna", "AT");
        assert_eq!((issuer.as_str(), notes), ("AT&T", vec![UriNote::IssuerRepaired]));
    }

    #[test]
    fn a_plus_in_the_path_yields_to_the_query() {
        assert_eq!(who("Air+Canada:x", "Air Canada"), ("Air Canada".to_owned(), "x".to_owned(), Vec::new()));
    }

    #[test]
    fn long_names_are_cut_and_hidden_characters_go_with_a_note() {
        let (issuer, name, notes) = who(&format!("{}:n\u{202e}x", "i".repeat(200)), "");
        assert_eq!((issuer.len(), name.as_str()), (128, "nx"));
        assert_eq!(notes, [UriNote::Cut, UriNote::HiddenRemoved(1)]);
        assert_eq!(who("P\u{430}yPal:x", "").2, [UriNote::LookAlikes]);
    }
}
