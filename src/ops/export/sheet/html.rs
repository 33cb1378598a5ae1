//! The sheet as one page of HTML, which any browser prints.

use zeroize::Zeroizing;

use crate::account::Account;
use crate::moment::Moment;
use crate::ops::export::sheet::{Card, about, cards};
use crate::ops::paper::escaped;
use crate::words::Catalog;

/// Black on white whatever the reader's theme, and no card is torn in two by a page's end.
const STYLE: &str = "\
@page{margin:12mm}\
body{font:11pt/1.35 sans-serif;color:#000;background:#fff;max-width:190mm;margin:8mm auto;padding:0 4mm}\
h1{font-size:16pt;margin:0}\
.warning{border:1.5pt solid #000;padding:2mm 3mm;font-weight:bold}\
.card{display:flex;gap:5mm;break-inside:avoid;page-break-inside:avoid;border-top:.5pt solid #888;padding:4mm 0}\
.card svg{width:45mm;height:45mm;flex:none;background:#fff}\
.card div{min-width:0}\
h2{font-size:12pt;margin:0;overflow-wrap:anywhere}\
p{margin:1mm 0;overflow-wrap:anywhere}\
.key{font-family:monospace;font-size:11pt}\
code{font-size:6pt;overflow-wrap:anywhere;color:#444}";

/// The sheet of these accounts.
pub(in crate::ops::export) fn html(accounts: &[Account], now: Moment, words: &Catalog) -> Zeroizing<Vec<u8>> {
    let cards = cards(accounts, words);
    let drawn: Vec<Zeroizing<String>> = cards.iter().map(section).collect();
    let line = |id| escaped(&words.line(id));
    let head = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{}</h1>\n<p>{}</p>\n<p class=\"warning\">{}</p>\n",
        words.language().tag(),
        *line("sheet-title"),
        *line("sheet-title"),
        *escaped(&about(cards.len(), now, words)),
        *line("sheet-warning"),
    );
    let foot = "</body>\n</html>\n";
    let length = head.len() + drawn.iter().map(|it| it.len()).sum::<usize>() + foot.len();
    let mut page = Zeroizing::new(Vec::with_capacity(length));
    page.extend_from_slice(head.as_bytes());
    drawn.iter().for_each(|it| page.extend_from_slice(it.as_bytes()));
    page.extend_from_slice(foot.as_bytes());
    page
}

fn section(card: &Card) -> Zeroizing<String> {
    let (side, path) = (card.code.side(), card.code.svg_path());
    Zeroizing::new(format!(
        "<section class=\"card\">\n<svg viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\"><path d=\"{}\"/></svg>\n\
         <div>\n<h2>{}</h2>\n<p>{}</p>\n<p>{}</p>\n<p class=\"key\">{}</p>\n<code>{}</code>\n</div>\n</section>\n",
        *path,
        *escaped(&card.issuer),
        *escaped(&card.name),
        *escaped(&card.facts),
        *card.key,
        *escaped(&card.uri),
    ))
}
