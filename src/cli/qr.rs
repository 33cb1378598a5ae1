//! A QR code in the terminal: two modules a character, dark on light whatever the terminal's own colours are.

use fast_qr::QRBuilder;
use zeroize::Zeroizing;

use crate::cli::exit::{Exit, Failure};
use crate::cli::out::Out;
use crate::text::Text;

/// Light modules around a code, as ISO/IEC 18004 asks for.
const QUIET: usize = 4;

/// Prints a text as a QR code.
pub(in crate::cli) fn print(out: &mut Out, text: &str) -> Result<(), Failure> {
    let modules = Modules::of(text)?;
    let lines = if out.is_plain() { in_words(&modules) } else { in_halves(&modules, out.paints_results()) };
    lines.iter().try_for_each(|line| out.result(line))
}

/// Which modules are dark, with the quiet zone around them.
struct Modules {
    dark: Zeroizing<Vec<bool>>,
    side: usize,
}

impl Modules {
    fn of(text: &str) -> Result<Self, Failure> {
        let code = QRBuilder::new(text)
            .build()
            .map_err(|_| Failure::new(Exit::NotDone, Text::new("err-cli-qr"), Text::new("fix-cli-qr")))?;
        let side = code.size + 2 * QUIET;
        let mut dark = Zeroizing::new(vec![false; side * side]);
        let rows = dark.chunks_exact_mut(side).skip(QUIET);
        for (row, place) in rows.zip(0..code.size) {
            for (module, value) in row.iter_mut().skip(QUIET).zip(&code[place]) {
                *module = value.value();
            }
        }
        Ok(Self { dark, side })
    }

    fn is_dark(&self, row: usize, column: usize) -> bool {
        self.dark.get(row * self.side + column).copied().unwrap_or(false)
    }
}

/// Half blocks. With colours they are black on white; without, light modules are drawn, which suits a dark terminal.
fn in_halves(modules: &Modules, is_painted: bool) -> Vec<String> {
    let block = |top_is_drawn: bool, bottom_is_drawn: bool| match (top_is_drawn, bottom_is_drawn) {
        (true, true) => '█',
        (true, false) => '▀',
        (false, true) => '▄',
        (false, false) => ' ',
    };
    let line = |row: usize| -> String {
        (0..modules.side)
            .map(|column| {
                let (top, bottom) = (modules.is_dark(row, column), modules.is_dark(row + 1, column));
                if is_painted { block(top, bottom) } else { block(!top, !bottom) }
            })
            .collect()
    };
    (0..modules.side)
        .step_by(2)
        .map(|row| if is_painted { format!("\u{1b}[30;107m{}\u{1b}[0m", line(row)) } else { line(row) })
        .collect()
}

/// Two characters a module and nothing that is no letter or sign of ASCII.
fn in_words(modules: &Modules) -> Vec<String> {
    let module = |row: usize, column: usize| if modules.is_dark(row, column) { "  " } else { "##" };
    (0..modules.side).map(|row| (0..modules.side).map(|column| module(row, column)).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::{Modules, QUIET, in_halves, in_words};

    /// The three corners of a QR code, as a reader looks for them: a dark ring of 7 modules with a dark middle of 3.
    fn has_corner(modules: &Modules, row: usize, column: usize) -> bool {
        (0..7).all(|at| modules.is_dark(row, column + at) && modules.is_dark(row + at, column))
            && (2..5).all(|at| modules.is_dark(row + 3, column + at))
            && !modules.is_dark(row + 1, column + 1)
    }

    #[test]
    fn a_code_has_its_corners_inside_a_quiet_zone() {
        let modules = Modules::of("otpauth://totp/Example:anna?secret=GEZDGNBVGY3TQOJQ").unwrap();
        let far = modules.side - QUIET - 7;
        assert!(has_corner(&modules, QUIET, QUIET));
        assert!(has_corner(&modules, QUIET, far));
        assert!(has_corner(&modules, far, QUIET));
        assert!((0..modules.side).all(|at| !modules.is_dark(QUIET - 1, at) && !modules.is_dark(at, QUIET - 1)));
    }

    #[test]
    fn every_way_to_print_it_is_as_wide_as_it_should_be() {
        let modules = Modules::of("text").unwrap();
        let halves = in_halves(&modules, false);
        assert_eq!(halves.len(), modules.side.div_ceil(2));
        assert!(halves.iter().all(|line| line.chars().count() == modules.side));
        assert!(in_words(&modules).iter().all(|line| line.len() == 2 * modules.side && line.is_ascii()));
        assert!(in_halves(&modules, true).iter().all(|line| line.starts_with("\u{1b}[30;107m")));
    }
}
