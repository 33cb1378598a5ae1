//! What stands on the page, and the page as plain text.

use zeroize::Zeroizing;

use crate::ops::kit::Kit;
use crate::ops::paper::lines;
use crate::text::{Text, clean_line};
use crate::words::Catalog;

/// The width of a page of text: what printers take and what an e-mail would not break.
const WIDTH: usize = 76;

/// The words stand in so many columns, counted downwards.
pub(super) const COLUMNS: usize = 3;

/// The texts of a page, without the words.
pub(super) struct Texts {
    pub title: String,
    pub about: String,
    pub warning: String,
    pub words_title: String,
    pub opens_title: String,
    /// What opens what.
    pub opens: Vec<String>,
    pub steps_title: String,
    /// What to do on a new computer, in order.
    pub steps: Vec<String>,
    pub code: String,
    pub end: String,
}

impl Texts {
    pub fn of(kit: &Kit, words: &Catalog) -> Self {
        let date = kit.made.day();
        let locator = kit.locator();
        let say = |text: Text| words.say(&text);
        Self {
            title: words.line("kit-title"),
            about: say(Text::new("kit-about").word("set", locator.set.as_str()).word("date", date)),
            warning: words.line("kit-warning"),
            words_title: words.line("kit-words"),
            opens_title: words.line("kit-opens"),
            opens: vec![
                words.line("kit-opens-words"),
                say(Text::new("kit-opens-account").word("account", &*locator.account)),
                say(Text::new("kit-opens-place").word("place", &*locator.place)),
                say(Text::new("kit-opens-device").text("device", kit.device.text())),
                words.line("kit-opens-not"),
            ],
            steps_title: words.line("kit-steps"),
            steps: ["kit-step-install", "kit-step-restore", "kit-step-place", "kit-step-words"]
                .map(|id| words.line(id))
                .into(),
            code: words.line("kit-code"),
            end: words.line("kit-end"),
        }
    }
}

/// The words in rows of [`COLUMNS`], each with its number from 1.
pub(super) fn rows(kit: &Kit) -> Vec<Vec<(usize, &'static str)>> {
    let numbered: Vec<(usize, &'static str)> = (1..).zip(kit.words().expose()).collect();
    let down = numbered.len().div_ceil(COLUMNS);
    (0..down).map(|row| numbered.iter().skip(row).step_by(down).copied().collect()).collect()
}

/// The page as text.
pub(super) fn text(kit: &Kit, words: &Catalog) -> Zeroizing<Vec<u8>> {
    let texts = Texts::of(kit, words);
    let mut page = Writer::default();
    page.put(&texts.title.to_uppercase());
    page.put(&texts.about);
    page.told("", &texts.warning);
    page.titled(&texts.words_title);
    for row in rows(kit) {
        let row: Zeroizing<String> =
            Zeroizing::new(row.iter().map(|(number, word)| format!("{number:>4}  {word:<14}")).collect());
        page.put(row.trim_end());
    }
    page.titled(&texts.opens_title);
    texts.opens.iter().for_each(|said| page.told("* ", said));
    page.titled(&texts.steps_title);
    (1..).zip(&texts.steps).for_each(|(number, said): (usize, &String)| page.told(&format!("{number}. "), said));
    page.put("");
    page.told("", &texts.code);
    page.put(&clean_line(&kit.locator().to_string()).text);
    page.put("");
    page.told("", &texts.end);
    page.done()
}

/// Lines that are put together at the end, into one buffer that never grows.
#[derive(Default)]
struct Writer(Vec<Zeroizing<String>>);

impl Writer {
    fn put(&mut self, line: &str) {
        self.0.push(Zeroizing::new(line.to_owned()));
    }

    fn titled(&mut self, title: &str) {
        self.put("");
        self.put(title);
        self.put("");
    }

    /// A sentence over several lines, the first after a sign, the others below its text.
    fn told(&mut self, sign: &str, said: &str) {
        if sign.is_empty() {
            self.put("");
        }
        for (at, line) in lines(said, WIDTH - sign.len()).iter().enumerate() {
            let before = if at == 0 { sign.to_owned() } else { " ".repeat(sign.len()) };
            self.put(&format!("{before}{line}"));
        }
    }

    fn done(self) -> Zeroizing<Vec<u8>> {
        let length = self.0.iter().map(|line| line.len() + 1).sum();
        let mut page = Zeroizing::new(Vec::with_capacity(length));
        for line in &self.0 {
            page.extend_from_slice(line.as_bytes());
            page.push(b'\n');
        }
        page
    }
}
