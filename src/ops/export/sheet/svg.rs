//! The sheet as drawings, one a page of A4, eight accounts each.

use zeroize::Zeroizing;

use crate::account::Account;
use crate::moment::Moment;
use crate::ops::export::sheet::{Card, about, cards};
use crate::ops::paper::{escaped, lines, texts};
use crate::words::Catalog;

/// Cards of a page: two columns of four.
const CARDS: usize = 8;

/// Where the first card stands, and how far the next ones are from it, in millimetres.
const LEFT: usize = 12;
const TOP: usize = 44;
const ACROSS: usize = 96;
const DOWN: usize = 61;

/// Characters that fit beside a code: of a text in the larger letters, and of a key in the smaller.
const LONGEST_LINE: usize = 24;
const LONGEST_KEY_LINE: usize = 19;

/// Lines of a key that fit; a longer one is in the code as a whole.
const KEY_LINES: usize = 7;

/// The pages of these accounts.
pub(in crate::ops::export) fn svg(accounts: &[Account], now: Moment, words: &Catalog) -> Vec<Zeroizing<Vec<u8>>> {
    let cards = cards(accounts, words);
    let pages = cards.len().div_ceil(CARDS);
    let about = about(cards.len(), now, words);
    let page = |(number, cards)| page(cards, &format!("{about} {number} / {pages}"), words);
    (1..).zip(cards.chunks(CARDS)).map(page).collect()
}

fn page(cards: &[Card], about: &str, words: &Catalog) -> Zeroizing<Vec<u8>> {
    let drawn: Vec<Zeroizing<String>> = cards.iter().enumerate().map(|(place, card)| group(card, place)).collect();
    let warning = lines(&words.line("sheet-warning"), 92);
    let head = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"210mm\" height=\"297mm\" viewBox=\"0 0 210 297\" \
         font-family=\"sans-serif\">\n<rect width=\"210\" height=\"297\" fill=\"#fff\"/>\n\
         <text x=\"12\" y=\"16\" font-size=\"6\" font-weight=\"bold\">{}</text>\n\
         <text x=\"12\" y=\"22\" font-size=\"3.5\">{}</text>\n{}",
        *escaped(&words.line("sheet-title")),
        *escaped(about),
        *texts(&warning, 12, 28, 4, "font-size=\"3.8\" font-weight=\"bold\""),
    );
    let length = head.len() + drawn.iter().map(|it| it.len()).sum::<usize>() + 8;
    let mut page = Zeroizing::new(Vec::with_capacity(length));
    page.extend_from_slice(head.as_bytes());
    drawn.iter().for_each(|it| page.extend_from_slice(it.as_bytes()));
    page.extend_from_slice(b"</svg>\n");
    page
}

/// A card: the code, and the texts beside it. What it says as a whole is its description, which programs read.
fn group(card: &Card, place: usize) -> Zeroizing<String> {
    let (x, y) = (LEFT + place % 2 * ACROSS, TOP + place / 2 * DOWN);
    let side = card.code.side();
    let names = [shortened(&card.issuer, LONGEST_LINE), shortened(&card.name, LONGEST_LINE)];
    let mut key = lines(&card.key, LONGEST_KEY_LINE);
    if key.len() > KEY_LINES {
        key.truncate(KEY_LINES);
        key.push("…".to_owned());
    }
    let key = Zeroizing::new(key);
    Zeroizing::new(format!(
        "<g transform=\"translate({x} {y})\">\n<desc>{}</desc>\n\
         <svg width=\"45\" height=\"45\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\"><path d=\"{}\"/></svg>\n\
         {}{}{}</g>\n",
        *escaped(&card.uri),
        *card.code.svg_path(),
        *texts(&names, 46, 7, 5, "font-size=\"3.6\" font-weight=\"bold\""),
        *texts(&lines(&card.facts, LONGEST_LINE + 4), 46, 17, 4, "font-size=\"3\""),
        *texts(&key, 46, 26, 4, "font-size=\"3.4\" font-family=\"monospace\""),
    ))
}

fn shortened(text: &str, most: usize) -> String {
    match text.chars().count() > most {
        true => text.chars().take(most.saturating_sub(1)).chain(['…']).collect(),
        false => text.to_owned(),
    }
}
