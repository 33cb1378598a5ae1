//! A URI taken apart by hand. Apps leave `#`, spaces, `?` and broken escapes in, so that the rules of RFC 3986
//! would lose half of a name.

use percent_encoding::percent_decode_str;
use zeroize::Zeroizing;

/// A URI in its three parts, nothing decoded yet.
#[derive(Clone, Copy)]
pub(super) struct Parts<'a> {
    /// What stands between `://` and the first `/`, in any case.
    pub(super) host: &'a str,
    /// What follows up to the query.
    pub(super) label: &'a str,
    /// The query without its `?`.
    pub(super) query: &'a str,
}

/// Scheme in lower case, and what follows `://`. A space after the colon is let pass (gopass writes one).
pub(super) fn scheme_of(uri: &str) -> Option<(String, &str)> {
    let (scheme, rest) = uri.trim().split_once(':')?;
    let rest = rest.trim_start().strip_prefix("//")?;
    let is_scheme = !scheme.is_empty() && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b));
    is_scheme.then(|| (scheme.to_ascii_lowercase(), rest))
}

impl<'a> Parts<'a> {
    /// `type/label?query`.
    pub(super) fn with_host(rest: &'a str) -> Self {
        let (path, query) = split_query(rest);
        let (host, label) = path.split_once('/').unwrap_or((path, ""));
        Self { host, label, query }
    }

    /// `label?query`.
    pub(super) fn without_host(rest: &'a str) -> Self {
        let (label, query) = split_query(rest);
        Self { host: "", label, query }
    }

    /// Name in lower case and value of each parameter, `+` and escapes decoded.
    pub(super) fn parameters(self) -> impl Iterator<Item = (String, Zeroizing<String>)> + 'a {
        self.query.split('&').filter(|part| !part.is_empty()).map(|part| {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            (query_decoded(name).trim().to_ascii_lowercase(), query_decoded(value))
        })
    }
}

/// Splits at the first `?` after which a parameter begins; a label may have others of its own.
fn split_query(text: &str) -> (&str, &str) {
    let starts = text.match_indices('?').map(|(at, _)| at);
    let begins_parameter = |at: &usize| {
        let name = text.get(at + 1..).and_then(|rest| rest.split(['=', '&']).next()).unwrap_or_default();
        name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    };
    let at = starts.clone().find(begins_parameter).or_else(|| starts.clone().next());
    match at.and_then(|at| text.split_at_checked(at)) {
        Some((label, query)) => (label, query.get(1..).unwrap_or_default()),
        None => (text, ""),
    }
}

/// Percent escapes decoded; a broken one stays as it is.
pub(super) fn decoded(text: &str) -> Zeroizing<String> {
    // Reserved at once: a list that grows leaves what it held behind.
    let mut bytes = Zeroizing::new(Vec::with_capacity(text.len()));
    bytes.extend(percent_decode_str(text));
    Zeroizing::new(String::from_utf8_lossy(&bytes).into_owned())
}

/// As [`decoded`], and `+` is a space.
fn query_decoded(text: &str) -> Zeroizing<String> {
    let mut spaced = Zeroizing::new(String::with_capacity(text.len()));
    spaced.extend(text.chars().map(|character| if character == '+' { ' ' } else { character }));
    decoded(&spaced)
}

#[cfg(test)]
mod tests {
    use super::{Parts, decoded, scheme_of, split_query};

    #[test]
    fn a_scheme_is_read_in_any_case_and_with_a_space() {
        assert_eq!(scheme_of(" OTPAUTH://TOTP/x"), Some(("otpauth".to_owned(), "TOTP/x")));
        assert_eq!(scheme_of("otpauth: //totp/x"), Some(("otpauth".to_owned(), "totp/x")));
        assert_eq!(scheme_of("not a uri"), None);
        assert_eq!(scheme_of("two words://x"), None);
    }

    #[test]
    fn the_query_begins_where_a_parameter_does() {
        assert_eq!(split_query("What?:me?secret=A&x"), ("What?:me", "secret=A&x"));
        assert_eq!(split_query("a#b?steam"), ("a#b", "steam"));
        assert_eq!(split_query("nothing"), ("nothing", ""));
        assert_eq!(split_query("odd? ?"), ("odd? ", ""));
    }

    #[test]
    fn plus_is_a_space_in_the_query_only_and_broken_escapes_stay() {
        let parts = Parts::with_host("totp/A+B?issuer=A+B%2BC&Bare&x=1=2");
        let all: Vec<_> = parts.parameters().map(|(name, value)| (name, value.to_string())).collect();
        assert_eq!(parts.label, "A+B");
        let expected = [("issuer", "A B+C"), ("bare", ""), ("x", "1=2")];
        assert_eq!(all, expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
        assert_eq!(*decoded("a%ZZb%2"), "a%ZZb%2");
    }
}
