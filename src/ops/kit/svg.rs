//! The page as a drawing of A4, for a printer. It fetches nothing from anywhere.

use zeroize::Zeroizing;

use crate::formats::QrCode;
use crate::ops::kit::Kit;
use crate::ops::kit::page::{Texts, rows};
use crate::ops::paper::{lines, texts};
use crate::words::Catalog;

/// Millimetres: the left edge, a column of words, a row of words, a line of text.
const LEFT: usize = 14;
const COLUMN: usize = 60;
const ROW: usize = 12;
const LINE: usize = 5;

/// Characters that fit beside the code; in bold letters across the page, and within the frame. Counted with a wide
/// typeface, for nobody knows which one the printer has.
const BESIDE: usize = 64;
const ACROSS: usize = 74;
const FRAMED: usize = 68;

/// The side of the code in millimetres, and where it stands.
const CODE: usize = 52;
const CODE_LEFT: usize = 146;

const PLAIN: &str = "font-size=\"3.8\"";
const TITLE: &str = "font-size=\"5\" font-weight=\"bold\"";

/// The page.
pub(super) fn svg(kit: &Kit, words: &Catalog) -> Zeroizing<Vec<u8>> {
    let said = Texts::of(kit, words);
    let mut drawing = Drawing { parts: Vec::new(), y: 20 };
    drawing.put(std::slice::from_ref(&said.title), 0, "font-size=\"8\" font-weight=\"bold\"");
    drawing.y += 3;
    drawing.put(std::slice::from_ref(&said.about), 0, PLAIN);
    drawing.warn(&lines(&said.warning, FRAMED));
    drawing.titled(&said.words_title);
    drawing.words(kit);
    drawing.titled(&said.opens_title);
    let top = drawing.y;
    for line in &said.opens {
        drawing.told("•", line);
    }
    drawing.titled(&said.steps_title);
    for (number, line) in (1..).zip(&said.steps) {
        let number: usize = number;
        drawing.told(&format!("{number}."), line);
    }
    drawing.code(kit, &said.code, top);
    drawing.y += LINE;
    drawing.put(&lines(&said.end, ACROSS), 0, "font-size=\"3.8\" font-weight=\"bold\"");
    drawing.done()
}

struct Drawing {
    parts: Vec<Zeroizing<String>>,
    /// The base line of what comes next, in millimetres.
    y: usize,
}

impl Drawing {
    fn put(&mut self, lines: &[String], indent: usize, style: &str) {
        self.parts.push(texts(lines, LEFT + indent, self.y, LINE, style));
        self.y += lines.len() * LINE;
    }

    fn titled(&mut self, title: &str) {
        self.y += LINE;
        self.put(&[title.to_owned()], 0, TITLE);
        self.y += 2;
    }

    /// A sentence beside the code, after its sign.
    fn told(&mut self, sign: &str, said: &str) {
        self.parts.push(texts(&[sign.to_owned()], LEFT, self.y, LINE, PLAIN));
        self.put(&lines(said, BESIDE), 6, PLAIN);
        self.y += 1;
    }

    /// In a frame that no copier loses.
    fn warn(&mut self, lines: &[String]) {
        let height = lines.len() * LINE + 5;
        self.parts.push(Zeroizing::new(format!(
            "<rect x=\"{LEFT}\" y=\"{}\" width=\"182\" height=\"{height}\" fill=\"none\" stroke=\"#000\" stroke-width=\"0.6\"/>\n",
            self.y
        )));
        self.y += 6;
        self.put(lines, 4, "font-size=\"3.8\" font-weight=\"bold\"");
        self.y += 4;
    }

    fn words(&mut self, kit: &Kit) {
        self.y += 3;
        for row in rows(kit) {
            for (column, (number, word)) in row.into_iter().enumerate() {
                let x = LEFT + column * COLUMN;
                self.parts.push(Zeroizing::new(format!(
                    "<text x=\"{}\" y=\"{}\" font-size=\"4\" text-anchor=\"end\">{number}</text>\n\
                     <text x=\"{}\" y=\"{}\" font-size=\"7\" font-family=\"monospace\" font-weight=\"bold\">{word}</text>\n",
                    x + 7,
                    self.y,
                    x + 10,
                    self.y,
                )));
            }
            self.y += ROW;
        }
        self.y -= ROW - LINE;
    }

    /// The code at the right, and below it what it holds. A place too long for a code goes without.
    fn code(&mut self, kit: &Kit, about: &str, top: usize) {
        let Some(code) = QrCode::of(&kit.locator().to_string()) else { return };
        let side = code.side();
        self.parts.push(Zeroizing::new(format!(
            "<svg x=\"{CODE_LEFT}\" y=\"{top}\" width=\"{CODE}\" height=\"{CODE}\" viewBox=\"0 0 {side} {side}\" \
             shape-rendering=\"crispEdges\"><path d=\"{}\"/></svg>\n",
            *code.svg_path()
        )));
        self.parts.push(texts(&lines(about, 33), CODE_LEFT, top + CODE + 4, 4, "font-size=\"3\""));
    }

    fn done(self) -> Zeroizing<Vec<u8>> {
        let head = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"210mm\" height=\"297mm\" viewBox=\"0 0 210 297\" \
                    font-family=\"sans-serif\">\n<rect width=\"210\" height=\"297\" fill=\"#fff\"/>\n";
        let end = "</svg>\n";
        let length = head.len() + self.parts.iter().map(|part| part.len()).sum::<usize>() + end.len();
        let mut page = Zeroizing::new(Vec::with_capacity(length));
        page.extend_from_slice(head.as_bytes());
        self.parts.iter().for_each(|part| page.extend_from_slice(part.as_bytes()));
        page.extend_from_slice(end.as_bytes());
        page
    }
}
