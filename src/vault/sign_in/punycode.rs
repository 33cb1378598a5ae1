//! Punycode (RFC 3492): how a label of a domain is written in ASCII. By the document alone and without the tables of
//! IDNA, which change with every version of Unicode, while the bytes made from it are inputs of keys.

const BASE: u32 = 36;
const T_MIN: u32 = 1;
const T_MAX: u32 = 26;
const SKEW: u32 = 38;
const DAMP: u32 = 700;

/// A label without its `xn--`; `None` where it is too long to be one.
pub(super) fn encode(label: &str) -> Option<String> {
    let mut out: String = label.chars().filter(char::is_ascii).collect();
    let basic = u32::try_from(out.len()).ok()?;
    if basic > 0 {
        out.push('-');
    }
    let (mut n, mut delta, mut bias, mut handled) = (128_u32, 0_u32, 72_u32, basic);
    let length = u32::try_from(label.chars().count()).ok()?;
    while handled < length {
        let next = label.chars().map(u32::from).filter(|c| *c >= n).min()?;
        delta = delta.checked_add((next - n).checked_mul(handled + 1)?)?;
        n = next;
        for character in label.chars().map(u32::from) {
            if character < n {
                delta = delta.checked_add(1)?;
            }
            if character == n {
                put(&mut out, delta, bias);
                bias = adapt(delta, handled + 1, handled == basic);
                delta = 0;
                handled += 1;
            }
        }
        delta = delta.checked_add(1)?;
        n = n.checked_add(1)?;
    }
    Some(out)
}

/// One number in digits of changing weight.
fn put(out: &mut String, delta: u32, bias: u32) {
    let mut left = delta;
    for k in (BASE..).step_by(36) {
        let t = k.saturating_sub(bias).clamp(T_MIN, T_MAX);
        if left < t {
            break;
        }
        out.push(digit(t + (left - t) % (BASE - t)));
        left = (left - t) / (BASE - t);
    }
    out.push(digit(left));
}

/// `a` to `z` are 0 to 25, `0` to `9` are 26 to 35.
fn digit(value: u32) -> char {
    let ascii = if value < 26 { u32::from('a') + value } else { u32::from('0') + value - 26 };
    char::from_u32(ascii).unwrap_or('a')
}

fn adapt(delta: u32, points: u32, is_first: bool) -> u32 {
    let mut delta = if is_first { delta / DAMP } else { delta / 2 };
    delta += delta / points;
    let mut k = 0;
    while delta > ((BASE - T_MIN) * T_MAX) / 2 {
        delta /= BASE - T_MIN;
        k += BASE;
    }
    k + (BASE - T_MIN + 1) * delta / (delta + SKEW)
}

#[cfg(test)]
mod tests {
    use super::encode;

    /// RFC 3492, section 7.1, in lower case.
    #[test]
    fn labels_of_the_document_are_written_as_it_says() {
        let samples = [
            ("ليهمابتكلموشعربي؟", "egbpdaj6bu4bxfgehfvwxn"),
            ("他们为什么不说中文", "ihqwcrb4cv8a8dqg056pqjye"),
            ("pročprostěnemluvíčesky", "proprostnemluvesky-uyb24dma41a"),
            ("3年b組金八先生", "3b-ww4c5e180e575a65lsy2b"),
            ("そのスピードで", "d9juau41awczczp"),
            ("bücher", "bcher-kva"),
            ("ü", "tda"),
        ];
        for (label, ascii) in samples {
            assert_eq!(encode(label).as_deref(), Some(ascii), "{label}");
        }
    }
}
