//! The terminal's background: how it is asked for, and what the answers mean.

/// Whether light text is read on it, or dark text.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Ground {
    /// Light text is read on it.
    Dark,
    /// Dark text is read on it.
    Light,
}

/// The question (OSC 11, xterm's control sequences). A terminal that doesn't know it says nothing.
pub const QUESTION: &str = "\x1b]11;?\x07";

impl Ground {
    /// What `COLORFGBG` says: the number of the background is its last part.
    #[must_use]
    pub fn from_color_fg_bg(said: &str) -> Option<Self> {
        match said.rsplit(';').next()?.parse::<u8>().ok()? {
            0..=6 | 8 => Some(Self::Dark),
            7 | 9..=15 => Some(Self::Light),
            _ => None,
        }
    }

    /// What an answer says: `11;rgb:1e1e/1e1e/1e1e`, with one to four digits a part.
    #[must_use]
    pub fn from_answer(answer: &str) -> Option<Self> {
        let (_, parts) = answer.strip_prefix("11;")?.split_once(':')?;
        let parts: Vec<f64> = parts.split('/').take(3).map(part).collect::<Option<_>>()?;
        let [red, green, blue] = parts.as_slice() else { return None };
        // Rec. 601 luma: near enough to tell the two apart.
        let luma = 0.299 * red + 0.587 * green + 0.114 * blue;
        Some(if luma > 0.5 { Self::Light } else { Self::Dark })
    }
}

fn part(digits: &str) -> Option<f64> {
    let value = u16::from_str_radix(digits, 16).ok().filter(|_| digits.len() <= 4)?;
    let most = 16_f64.powi(i32::try_from(digits.len()).ok()?) - 1.0;
    Some(f64::from(value) / most)
}

#[cfg(test)]
mod tests {
    use super::Ground;

    #[test]
    fn an_answer_tells_light_from_dark_with_one_to_four_digits_a_part() {
        for (answer, ground) in [
            ("11;rgb:ffff/ffff/e0e0", Ground::Light),
            ("11;rgb:1e/1e/2e", Ground::Dark),
            ("11;rgba:0000/2b2b/3636/ffff", Ground::Dark),
            ("11;rgb:f/f/f", Ground::Light),
        ] {
            assert_eq!(Ground::from_answer(answer), Some(ground), "{answer}");
        }
    }

    #[test]
    fn what_is_no_answer_says_nothing() {
        for answer in ["11;rgb:", "11;rgb:1/2", "10;rgb:0/0/0", "11;rgb:fffff/0/0", "11;rgb:/0/0", ""] {
            assert_eq!(Ground::from_answer(answer), None, "{answer}");
        }
    }

    #[test]
    fn colorfgbg_tells_of_the_background_by_its_last_number() {
        assert_eq!(Ground::from_color_fg_bg("15;0"), Some(Ground::Dark));
        assert_eq!(Ground::from_color_fg_bg("0;default;15"), Some(Ground::Light));
        assert_eq!(Ground::from_color_fg_bg("default"), None);
    }
}
