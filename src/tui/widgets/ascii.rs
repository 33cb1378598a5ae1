//! The last step on a terminal without signs: what sentences and screens draw beyond ASCII, in its nearest likeness.
//! Letters stay letters; a name is not made unreadable to save a column.

use ratatui::buffer::Buffer;

/// Puts plain characters in the place of signs, cell by cell.
pub fn plain(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        if let Some(likeness) = likeness(cell.symbol()) {
            cell.set_symbol(likeness);
        }
    }
}

/// What is drawn in the place of a sign, in as many columns: one.
fn likeness(symbol: &str) -> Option<&'static str> {
    Some(match symbol {
        "‘" | "’" | "‚" => "'",
        "“" | "”" | "„" | "«" | "»" => "\"",
        "·" | "‐" | "‑" | "–" | "—" | "−" | "─" | "━" | "╸" | "╺" | "╌" => "-",
        "…" => "~",
        "×" | "✕" | "✗" | "✘" => "x",
        "•" | "●" | "◆" | "★" => "*",
        "○" | "◐" => "o",
        "✓" | "✔" | "┌" | "┐" | "└" | "┘" | "├" | "┤" | "┬" | "┴" | "┼" | "╭" | "╮" | "╰" | "╯" => {
            "+"
        }
        "│" | "┃" | "▏" | "▕" => "|",
        "█" | "▀" | "▄" | "▌" | "▐" | "▓" | "■" => "#",
        "░" | "▒" => ".",
        "→" | "›" | "▸" | "▶" | "⇥" => ">",
        "←" | "‹" | "◀" => "<",
        "↑" | "▲" | "⇧" => "^",
        "↓" | "▼" => "v",
        "≠" => "!",
        "\u{a0}" | "\u{202f}" => " ",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;

    use super::plain;

    #[test]
    fn signs_get_their_likeness_and_letters_stay() {
        let mut buffer = Buffer::with_lines(["“Åsa’s” · 40 × 10 … ✓ ▌"]);
        plain(&mut buffer);
        assert_eq!(buffer, Buffer::with_lines(["\"Åsa's\" - 40 x 10 ~ + #"]));
    }
}
