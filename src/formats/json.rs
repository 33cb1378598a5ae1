//! JSON of other apps: parsed within limits, wiped afterwards, and asked for fields leniently.

use std::fmt;
use std::io::{self, Write};

use serde_json::Value;
use zeroize::{Zeroize, Zeroizing};

use crate::formats::{FormatError, Reason, base64};

/// How deep JSON may be nested. The deepest format in use needs nine levels.
const DEEPEST: usize = 32;

/// A JSON value whose texts are wiped when it is dropped.
pub(in crate::formats) struct Json(Value);

impl Json {
    /// Takes over a value that was put together for writing.
    pub(in crate::formats) fn new(value: Value) -> Self {
        Self(value)
    }

    /// The value, to be put into another one; whoever takes it wipes it.
    pub(in crate::formats) fn into_value(mut self) -> Value {
        self.0.take()
    }

    /// The object at the top.
    pub(in crate::formats) fn fields(&self) -> Option<Fields<'_>> {
        Fields::of(&self.0)
    }

    /// The list at the top.
    pub(in crate::formats) fn items(&self) -> Option<&[Value]> {
        self.0.as_array().map(Vec::as_slice)
    }

    /// The bytes. Counted first and then written, so that no buffer grows and leaves a copy behind.
    pub(in crate::formats) fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        let mut length = Counted(0);
        let _ = serde_json::to_writer(&mut length, &self.0);
        let mut bytes = Zeroizing::new(Vec::with_capacity(length.0));
        let _ = serde_json::to_writer(&mut *bytes, &self.0);
        bytes
    }
}

impl fmt::Debug for Json {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Json(…)")
    }
}

impl Drop for Json {
    fn drop(&mut self) {
        wipe(&mut self.0);
    }
}

/// Counts what would be written.
struct Counted(usize);

impl Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Depth is bounded by [`parse`], so this may recurse.
fn wipe(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(wipe),
        Value::Object(fields) => fields.values_mut().for_each(wipe),
        Value::String(text) => text.zeroize(),
        Value::Bool(_) | Value::Null | Value::Number(_) => {}
    }
}

/// Parses JSON of at most [`DEEPEST`] levels.
///
/// # Errors
/// [`FormatError::TooDeep`], [`FormatError::BrokenJson`].
pub(in crate::formats) fn parse(bytes: &[u8]) -> Result<Json, FormatError> {
    if depth(bytes) > DEEPEST {
        return Err(FormatError::TooDeep);
    }
    serde_json::from_slice(bytes)
        .map(Json)
        .map_err(|error| FormatError::BrokenJson { line: error.line(), column: error.column() })
}

/// The deepest nesting of brackets outside of texts.
fn depth(bytes: &[u8]) -> usize {
    let (mut now, mut deepest, mut is_text, mut is_escaped) = (0_usize, 0, false, false);
    for byte in bytes {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if is_text => is_escaped = true,
            b'"' => is_text = !is_text,
            _ if is_text => {}
            b'{' | b'[' => {
                now += 1;
                deepest = deepest.max(now);
            }
            b'}' | b']' => now = now.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

/// The fields of an object. A field that is `null` is as good as none.
#[derive(Clone, Copy)]
pub(in crate::formats) struct Fields<'a>(&'a serde_json::Map<String, Value>);

impl<'a> Fields<'a> {
    /// The fields, if the value is an object.
    pub(in crate::formats) fn of(value: &'a Value) -> Option<Self> {
        value.as_object().map(Self)
    }

    /// The fields of a map.
    pub(in crate::formats) fn from(map: &'a serde_json::Map<String, Value>) -> Self {
        Self(map)
    }

    /// All fields with their names.
    pub(in crate::formats) fn iter(self) -> impl Iterator<Item = (&'a str, &'a Value)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value))
    }

    /// Whether there is such a field, even if it is `null`.
    pub(in crate::formats) fn has(self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// The value of a field.
    pub(in crate::formats) fn value(self, name: &str) -> Option<&'a Value> {
        self.0.get(name).filter(|value| !value.is_null())
    }

    /// A field that is an object.
    pub(in crate::formats) fn object(self, name: &str) -> Option<Fields<'a>> {
        self.value(name).and_then(Fields::of)
    }

    /// A field that is a list; none is an empty one.
    pub(in crate::formats) fn list(self, name: &str) -> &'a [Value] {
        self.value(name).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
    }

    /// A text; none is an empty one.
    pub(in crate::formats) fn text(self, name: &'static str) -> Result<&'a str, Reason> {
        match self.value(name) {
            None => Ok(""),
            Some(value) => value.as_str().ok_or(Reason::BadField(name)),
        }
    }

    /// Bytes in base64; none is an empty one.
    pub(in crate::formats) fn base64(self, name: &'static str) -> Result<Vec<u8>, Reason> {
        base64::decoded(self.text(name)?).ok_or(Reason::BadField(name))
    }

    /// A whole number that is not negative, also where it was written as a text, or as `30.0` by a language that has
    /// only one sort of number. The word for nothing in a text is nothing.
    pub(in crate::formats) fn number(self, name: &'static str) -> Result<Option<u64>, Reason> {
        let number = match self.value(name) {
            None => return Ok(None),
            Some(Value::String(text)) if is_nothing(text.trim()) => return Ok(None),
            Some(Value::String(text)) => whole(text.trim()),
            Some(value) => value.as_u64().or_else(|| value.as_f64().and_then(|_| whole(&value.to_string()))),
        };
        number.map(Some).ok_or(Reason::BadField(name))
    }

    /// Yes or no, also as a number or a text; none is no.
    pub(in crate::formats) fn is(self, name: &'static str) -> Result<bool, Reason> {
        let is = match self.value(name) {
            None => Some(false),
            Some(Value::Bool(is)) => Some(*is),
            Some(Value::String(text)) => match text.trim().to_ascii_lowercase().as_str() {
                "" | "0" | "false" | "no" | "null" => Some(false),
                "1" | "true" | "yes" => Some(true),
                _ => None,
            },
            Some(value) => value.as_u64().filter(|number| *number < 2).map(|number| number == 1),
        };
        is.ok_or(Reason::BadField(name))
    }
}

fn is_nothing(text: &str) -> bool {
    text.is_empty() || text.eq_ignore_ascii_case("null")
}

fn whole(text: &str) -> Option<u64> {
    text.strip_suffix(".0").unwrap_or(text).parse().ok()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Fields, Json, depth, parse};
    use crate::formats::{FormatError, Reason};

    #[test]
    fn brackets_in_texts_do_not_nest() {
        assert_eq!(depth(br#"{"a":["[[[{\"{{",[]]}"#), 3);
        assert_eq!(parse(("[".repeat(33) + &"]".repeat(33)).as_bytes()).err(), Some(FormatError::TooDeep));
        assert!(parse(("[".repeat(32) + &"]".repeat(32)).as_bytes()).is_ok());
    }

    #[test]
    fn broken_json_names_the_place() {
        assert_eq!(parse(b"{\n\"a\":}").err(), Some(FormatError::BrokenJson { line: 2, column: 5 }));
    }

    #[test]
    fn fields_are_asked_for_leniently_and_wrong_ones_are_named() {
        let value =
            json!({"text": "x", "number": 7, "digits": "8", "none": null, "minus": -1, "yes": true, "list": [1]});
        let fields = Fields::of(&value).unwrap();
        assert_eq!((fields.text("text"), fields.text("none"), fields.text("gone")), (Ok("x"), Ok(""), Ok("")));
        assert_eq!((fields.number("number"), fields.number("digits")), (Ok(Some(7)), Ok(Some(8))));
        assert_eq!(fields.number("minus"), Err(Reason::BadField("minus")));
        assert_eq!(fields.text("number"), Err(Reason::BadField("number")));
        assert_eq!((fields.is("yes"), fields.is("none")), (Ok(true), Ok(false)));
        assert_eq!((fields.list("list").len(), fields.list("text").len()), (1, 0));
    }

    #[test]
    fn numbers_and_yes_are_known_in_the_spellings_that_other_languages_give_them() {
        let value = json!({"float": 30.0, "half": 0.5, "text": "30.0", "word": "null", "one": 1, "two": 2, "said": "True", "odd": "x"});
        let fields = Fields::of(&value).unwrap();
        assert_eq!(
            (fields.number("float"), fields.number("text"), fields.number("word")),
            (Ok(Some(30)), Ok(Some(30)), Ok(None))
        );
        assert_eq!(fields.number("half"), Err(Reason::BadField("half")));
        assert_eq!((fields.is("one"), fields.is("said"), fields.is("word")), (Ok(true), Ok(true), Ok(false)));
        assert_eq!((fields.is("two"), fields.is("odd")), (Err(Reason::BadField("two")), Err(Reason::BadField("odd"))));
    }

    #[test]
    fn what_is_written_fits_the_buffer_just_so() {
        let bytes = Json::new(json!({"a": "å\"", "b": [1, 2]})).to_bytes();
        assert_eq!(bytes.as_slice(), r#"{"a":"å\"","b":[1,2]}"#.as_bytes());
        assert_eq!(bytes.capacity(), bytes.len());
    }
}
