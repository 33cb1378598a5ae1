//! A QR code in the terminal: two modules a character, dark on light whatever the terminal's own colours are.

use crate::cli::exit::{Exit, Failure};
use crate::cli::out::Out;
use crate::formats::QrCode;
use crate::text::Text;

/// Prints a text as a QR code.
pub(in crate::cli) fn print(out: &mut Out, text: &str) -> Result<(), Failure> {
    let too_long = || Failure::new(Exit::NotDone, Text::new("err-cli-qr"), Text::new("fix-cli-qr"));
    let modules = QrCode::of(text).ok_or_else(too_long)?;
    let lines = if out.is_plain() { in_words(&modules) } else { in_halves(&modules, out.paints_results()) };
    lines.iter().try_for_each(|line| out.result(line))
}

/// Half blocks. With colours they are black on white; without, light modules are drawn, which suits a dark terminal.
fn in_halves(modules: &QrCode, is_painted: bool) -> Vec<String> {
    let block = |top_is_drawn: bool, bottom_is_drawn: bool| match (top_is_drawn, bottom_is_drawn) {
        (true, true) => '█',
        (true, false) => '▀',
        (false, true) => '▄',
        (false, false) => ' ',
    };
    let line = |row: usize| -> String {
        (0..modules.side())
            .map(|column| {
                let (top, bottom) = (modules.is_dark(row, column), modules.is_dark(row + 1, column));
                if is_painted { block(top, bottom) } else { block(!top, !bottom) }
            })
            .collect()
    };
    (0..modules.side())
        .step_by(2)
        .map(|row| if is_painted { format!("\u{1b}[30;107m{}\u{1b}[0m", line(row)) } else { line(row) })
        .collect()
}

/// Two characters a module and nothing that is no letter or sign of ASCII.
fn in_words(modules: &QrCode) -> Vec<String> {
    let module = |row: usize, column: usize| if modules.is_dark(row, column) { "  " } else { "##" };
    (0..modules.side()).map(|row| (0..modules.side()).map(|column| module(row, column)).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::{in_halves, in_words};
    use crate::formats::QrCode;

    #[test]
    fn every_way_to_print_it_is_as_wide_as_it_should_be() {
        let modules = QrCode::of("text").unwrap();
        let halves = in_halves(&modules, false);
        assert_eq!(halves.len(), modules.side().div_ceil(2));
        assert!(halves.iter().all(|line| line.chars().count() == modules.side()));
        assert!(in_words(&modules).iter().all(|line| line.len() == 2 * modules.side() && line.is_ascii()));
        assert!(in_halves(&modules, true).iter().all(|line| line.starts_with("\u{1b}[30;107m")));
    }
}
