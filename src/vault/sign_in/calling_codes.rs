//! Where the country code of an international number ends (ITU-T E.164, list of assigned codes): by its first digits.

/// Codes of two digits; 1 and 7 have one, all others three.
const TWO: &[&str] = &[
    "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49", "51",
    "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84", "86", "90",
    "91", "92", "93", "94", "95", "98",
];

/// The country code of `+` and digits.
pub(super) fn of_number(number: &str) -> &str {
    let digits = number.trim_start_matches('+');
    let length = match digits.get(..2) {
        _ if digits.starts_with(['1', '7']) => 1,
        Some(two) if TWO.contains(&two) => 2,
        _ => 3,
    };
    digits.get(..length).unwrap_or(digits)
}

/// The country code in front of a phone number's hint.
pub(super) fn of_hint(hint: &str) -> Option<&str> {
    let code = hint.strip_prefix('+')?.split(' ').next()?;
    let is_code = (1..=3).contains(&code.len()) && code.chars().all(|c| c.is_ascii_digit());
    is_code.then_some(code)
}
