//! A text as a QR code (ISO/IEC 18004): which modules are dark, for whoever prints or draws it.

use std::fmt;

use fast_qr::{ECL, QRBuilder};
use zeroize::Zeroizing;

/// Light modules around a code, as the standard asks for.
const QUIET: usize = 4;

/// A QR code with the light zone around it, wiped when dropped.
pub struct QrCode {
    dark: Zeroizing<Vec<bool>>,
    side: usize,
}

impl fmt::Debug for QrCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "QrCode({} modules a side)", self.side)
    }
}

impl QrCode {
    /// The code of a text, with a seventh of it restorable where that fits. `None` for a text that no code can hold
    /// (about 2,900 bytes).
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        Self::at(&[ECL::M, ECL::L], text)
    }

    /// The code of a text with as few modules as there can be, for small windows: less of it is restorable.
    #[must_use]
    pub fn smallest(text: &str) -> Option<Self> {
        Self::at(&[ECL::L], text)
    }

    fn at(levels: &[ECL], text: &str) -> Option<Self> {
        let code = levels.iter().find_map(|level| QRBuilder::new(text).ecl(*level).build().ok())?;
        let side = code.size + 2 * QUIET;
        let mut dark = Zeroizing::new(vec![false; side * side]);
        let rows = dark.chunks_exact_mut(side).skip(QUIET);
        for (row, place) in rows.zip(0..code.size) {
            for (module, value) in row.iter_mut().skip(QUIET).zip(&code[place]) {
                *module = value.value();
            }
        }
        Some(Self { dark, side })
    }

    /// Modules of a side, the light zone included.
    #[must_use]
    pub const fn side(&self) -> usize {
        self.side
    }

    /// Whether a module is dark; outside of the code none is.
    #[must_use]
    pub fn is_dark(&self, row: usize, column: usize) -> bool {
        column < self.side && self.dark.get(row * self.side + column).copied().unwrap_or(false)
    }

    /// The dark runs of each row as a path of SVG, one unit a module.
    #[must_use]
    pub fn svg_path(&self) -> Zeroizing<String> {
        let mut path = Zeroizing::new(String::with_capacity(self.side * self.side * 5));
        for row in 0..self.side {
            let mut column = 0;
            while column < self.side {
                let run = (column..self.side).take_while(|at| self.is_dark(row, *at)).count();
                if run > 0 {
                    path.push_str(&format!("M{column} {row}h{run}v1h-{run}z"));
                }
                column += run.max(1);
            }
        }
        path
    }
}

#[cfg(test)]
mod tests {
    use super::{QUIET, QrCode};

    /// The three corners of a QR code, as a reader looks for them: a dark ring of 7 modules with a dark middle of 3.
    fn has_corner(code: &QrCode, row: usize, column: usize) -> bool {
        (0..7).all(|at| code.is_dark(row, column + at) && code.is_dark(row + at, column))
            && (2..5).all(|at| code.is_dark(row + 3, column + at))
            && !code.is_dark(row + 1, column + 1)
    }

    #[test]
    fn a_code_has_its_corners_inside_a_quiet_zone() {
        let code = QrCode::of("otpauth://totp/Example:anna?secret=GEZDGNBVGY3TQOJQ").unwrap();
        let far = code.side() - QUIET - 7;
        assert!(has_corner(&code, QUIET, QUIET));
        assert!(has_corner(&code, QUIET, far));
        assert!(has_corner(&code, far, QUIET));
        assert!((0..code.side()).all(|at| !code.is_dark(QUIET - 1, at) && !code.is_dark(at, QUIET - 1)));
        assert!(!code.is_dark(QUIET, code.side()));
    }

    #[test]
    fn its_path_draws_each_dark_module_once() {
        let code = QrCode::of("text").unwrap();
        let dark = (0..code.side()).flat_map(|row| (0..code.side()).map(move |column| (row, column)));
        let dark = dark.filter(|(row, column)| code.is_dark(*row, *column)).count();
        let path = code.svg_path();
        let runs = path
            .split('h')
            .skip(1)
            .filter_map(|run| run.split_once('v'))
            .filter_map(|(run, _)| run.parse::<usize>().ok());
        assert_eq!(runs.sum::<usize>(), dark);
    }

    #[test]
    fn what_no_code_can_hold_has_none() {
        assert!(QrCode::of(&"x".repeat(2900)).is_some());
        assert!(QrCode::of(&"x".repeat(3000)).is_none());
    }
}
