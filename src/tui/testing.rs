//! A bench for tests: a model without a terminal, keys by name, the screen as text, and what was asked of the world.

use std::time::Duration;

use crossterm::event::KeyCode;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier};
use zeroize::Zeroizing;

use crate::account::{Account, AccountId, Book, Credential, EnrolHint, MissingReason};
use crate::chance::{Entropy, NoEntropy};
use crate::config::Theme as Name;
use crate::moment::{Moment, Tick};
use crate::ops::{SaveError, SaveReceipt, Session};
use crate::otp::{Algorithm, Counter, Digits, OtpKey, OtpParams, Period};
use crate::ports::CopiedTo;
use crate::secret::{Passphrase, Secret};
use crate::tui::Options;
use crate::tui::effect::Effect;
use crate::tui::home::Home;
use crate::tui::key::Key;
use crate::tui::look::Look;
use crate::tui::model::{Model, Place};
use crate::tui::msg::{Answer, Msg, Ticket};
use crate::tui::theme::Theme;
use crate::tui::update::update;
use crate::tui::view::{spot, view};
use crate::vault::{KdfParams, OpenVault};
use crate::words::{Catalog, Language};

/// When the tests take place: 12 seconds into a period, so 18 are left.
pub const NOW: Moment = Moment::from_unix(1_800_000_012);

/// A model without a terminal.
pub struct Bench {
    pub model: Model,
    pub words: Catalog,
    /// What was asked of the world since the start.
    pub asked: Vec<Effect>,
}

impl Bench {
    /// Before anything has happened.
    pub fn new(language: Language, width: u16, height: u16) -> Self {
        let options = Options { language, ..Options::default() };
        let mut model =
            Model::new(&options, "/home/anna/vault.pulih".to_owned(), Size::new(width, height), NOW, Tick::default());
        // The terminal's own sixteen say the most in a picture made of letters.
        model.desk.theme = Theme::new(Name::Terminal, Look::default());
        Self { model, words: Catalog::new(language), asked: Vec::new() }
    }

    /// An open vault with the samples.
    pub fn open() -> Self {
        Self::open_with(samples(), Language::En, 80, 24)
    }

    /// An open vault with these accounts.
    pub fn open_with(accounts: Vec<Account>, language: Language, width: u16, height: u16) -> Self {
        let mut bench = Self::new(language, width, height);
        bench.model.place = Place::Home(Box::new(Home::new(session(accounts), &bench.model.desk)));
        bench
    }

    /// Hands a message in.
    pub fn hand(&mut self, msg: Msg) {
        let wishes = update(&mut self.model, msg);
        self.asked.extend(wishes);
    }

    /// Presses keys by name, with blanks between them: `/ g i t enter`.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        for name in keys.split_whitespace() {
            self.hand(Msg::Key(key(name)));
        }
        self
    }

    /// Types a text.
    pub fn type_text(&mut self, text: &str) -> &mut Self {
        for character in text.chars() {
            self.hand(Msg::Key(Key::of(character)));
        }
        self
    }

    /// Pastes a text.
    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.hand(Msg::Pasted(Zeroizing::new(text.to_owned())));
        self
    }

    /// Clicks on a text: on the first cell of its first place on the screen.
    pub fn click(&mut self, text: &str) -> &mut Self {
        let screen = self.screen();
        let (y, line) = screen.lines().enumerate().find(|(_, line)| line.contains(text)).expect("it is on the screen");
        let before = line.split(text).next().unwrap_or_default();
        let at = Position::new(crate::tui::widgets::line::width(before), u16::try_from(y).unwrap());
        let on = spot(&self.model, &self.words, at);
        self.hand(Msg::Clicked { at, on });
        self
    }

    /// Lets time pass.
    pub fn wait(&mut self, how_long: Duration) -> &mut Self {
        let desk = &self.model.desk;
        let (now, tick) = (desk.now.later(how_long), desk.tick_in(how_long));
        self.hand(Msg::Time(now, tick));
        self
    }

    /// The open vault.
    pub fn home(&self) -> &Home {
        self.model.home().expect("the vault is open")
    }

    /// The last ticket of a save that is on its way.
    pub fn saving(&self) -> Option<Ticket> {
        self.home().saving.running
    }

    /// Answers the save that is on its way as done.
    pub fn saved(&mut self) -> &mut Self {
        let ticket = self.saving().expect("a save is on its way");
        self.hand(Msg::Came(ticket, Answer::Saved(Ok(receipt()))));
        self
    }

    /// Answers the save that is on its way as not done.
    pub fn not_saved(&mut self, error: SaveError) -> &mut Self {
        let ticket = self.saving().expect("a save is on its way");
        self.hand(Msg::Came(ticket, Answer::Saved(Err(error))));
        self
    }

    /// Answers requests for random bytes and for the clipboard, and forgets them.
    pub fn answer(&mut self) -> &mut Self {
        let asked = std::mem::take(&mut self.asked);
        for effect in asked {
            match effect {
                Effect::Copy(ticket, text) => {
                    self.hand(Msg::Came(ticket, Answer::Copied(Ok(CopiedTo::System))));
                    self.asked.push(Effect::Copy(ticket, text));
                }
                Effect::Draw(ticket, count) => {
                    let bytes = (0..count).map(|index| u8::try_from(index % 251).unwrap()).collect();
                    self.hand(Msg::Came(ticket, Answer::Drawn(Ok(bytes))));
                }
                other => self.asked.push(other),
            }
        }
        self
    }

    /// Wraps account keys as the worker does, at a price for tests.
    pub fn sealed_up(&mut self) -> &mut Self {
        let place =
            self.asked.iter().position(|effect| matches!(effect, Effect::SealUp(..))).expect("keys are to be wrapped");
        let Effect::SealUp(ticket, job) = self.asked.remove(place) else { unreachable!("just looked at") };
        let answer = job.at_cost(KdfParams::LEAST).run(&Counting::default()).map(Box::new);
        self.hand(Msg::Came(ticket, Answer::SealedUp(answer)));
        self
    }

    /// Answers what was asked about a passphrase, as the vault does.
    pub fn proved(&mut self) -> &mut Self {
        let is_asked = |effect: &Effect| matches!(effect, Effect::Prove(..));
        let place = self.asked.iter().position(is_asked).expect("a passphrase is to be checked");
        let Effect::Prove(ticket, passphrase) = self.asked.remove(place) else { unreachable!("just looked at") };
        let answer = self.home().session.vault().passphrase_check().check(&passphrase);
        self.hand(Msg::Came(ticket, Answer::Proved(answer)));
        self
    }

    /// What was put on the clipboard.
    pub fn copied(&self) -> Vec<String> {
        self.asked
            .iter()
            .filter_map(|effect| match effect {
                Effect::Copy(_, text) => Some(text.as_str().to_owned()),
                _ => None,
            })
            .collect()
    }

    /// How many saves were asked for.
    pub fn saves(&self) -> usize {
        self.asked.iter().filter(|effect| matches!(effect, Effect::Save(_))).count()
    }

    /// The cells as they would be drawn.
    pub fn buffer(&self) -> Buffer {
        let size = self.model.desk.size;
        let mut terminal = Terminal::new(TestBackend::new(size.width, size.height)).unwrap();
        terminal.draw(|frame| view(&self.model, &self.words, frame)).unwrap();
        terminal.backend().buffer().clone()
    }

    /// The screen as text, without blanks at the ends of lines.
    pub fn screen(&self) -> String {
        let buffer = self.buffer();
        let lines = (0..buffer.area.height).map(|y| row_text(&buffer, y));
        lines.collect::<Vec<_>>().join("\n")
    }

    /// The screen as text, and below each row a letter for the style of each cell.
    pub fn picture(&self) -> String {
        let buffer = self.buffer();
        let rows = (0..buffer.area.height).map(|y| {
            let (text, styles) = (row_text(&buffer, y), row_styles(&buffer, y));
            if styles.is_empty() { text } else { format!("{text}\n{styles}") }
        });
        rows.collect::<Vec<_>>().join("\n")
    }
}

fn row_text(buffer: &Buffer, y: u16) -> String {
    let mut line = String::new();
    let mut x = 0;
    while x < buffer.area.width {
        let symbol = buffer[(x, y)].symbol();
        line.push_str(symbol);
        x += crate::tui::widgets::line::width(symbol).max(1);
    }
    line.trim_end().to_owned()
}

/// `a` accent, `b` bold, `d` dim, `g` green, `k` key, `m` match, `r` red, `v` violet, `y` yellow.
fn row_styles(buffer: &Buffer, y: u16) -> String {
    let styles: String = (0..buffer.area.width)
        .map(|x| {
            let cell = &buffer[(x, y)];
            let has = |modifier| cell.modifier.contains(modifier);
            match cell.fg {
                _ if cell.symbol().trim().is_empty() => ' ',
                Color::Cyan | Color::LightCyan if has(Modifier::BOLD) => 'a',
                Color::Cyan | Color::LightCyan if has(Modifier::UNDERLINED) => 'm',
                Color::Cyan | Color::LightCyan => 'k',
                Color::Green | Color::LightGreen => 'g',
                Color::Magenta | Color::LightMagenta => 'v',
                Color::Red | Color::LightRed => 'r',
                Color::Yellow | Color::LightYellow => 'y',
                _ if has(Modifier::BOLD) => 'b',
                _ if has(Modifier::DIM) => 'd',
                _ => ' ',
            }
        })
        .collect();
    let styles = styles.trim_end();
    if styles.is_empty() { String::new() } else { format!("~{}", styles.get(1..).unwrap_or_default()) }
}

fn key(name: &str) -> Key {
    let plain = |code| Key::plain(code);
    match name {
        "backspace" => plain(KeyCode::Backspace),
        "backtab" => plain(KeyCode::BackTab),
        "down" => plain(KeyCode::Down),
        "end" => plain(KeyCode::End),
        "enter" => plain(KeyCode::Enter),
        "esc" => plain(KeyCode::Esc),
        "f1" => plain(KeyCode::F(1)),
        "f2" => plain(KeyCode::F(2)),
        "f3" => plain(KeyCode::F(3)),
        "f4" => plain(KeyCode::F(4)),
        "home" => plain(KeyCode::Home),
        "left" => plain(KeyCode::Left),
        "pgdn" => plain(KeyCode::PageDown),
        "pgup" => plain(KeyCode::PageUp),
        "right" => plain(KeyCode::Right),
        "space" => Key::of(' '),
        "tab" => plain(KeyCode::Tab),
        "up" => plain(KeyCode::Up),
        other => match other.strip_prefix('^').and_then(|rest| rest.chars().next()) {
            Some(character) => Key::ctrl(character),
            None => Key::of(other.chars().next().unwrap()),
        },
    }
}

/// The receipt of a save.
pub fn receipt() -> SaveReceipt {
    SaveReceipt { generation: 2, digest: [7; 32], is_confirmed: true, is_marked: true, is_previous_kept: true }
}

/// The passphrase of the vault of the tests.
pub const PASSPHRASE: &str = "a passphrase of tests";

/// A vault in memory with these accounts.
pub fn session(accounts: Vec<Account>) -> Session {
    let cheap = KdfParams { memory_kib: 8 * 1024, passes: 1, lanes: 1 };
    let passphrase = Passphrase::parse(PASSPHRASE).unwrap();
    let mut vault = OpenVault::create(&passphrase, cheap, NOW, &Counting::default()).unwrap();
    *vault.book_mut() = Book::new(accounts, ["Work".into(), "Home".into()].to_vec());
    vault.settings_mut().auto_lock_seconds = 300;
    Session::in_memory(vault)
}

/// Bytes that differ from call to call.
#[derive(Default)]
struct Counting(std::sync::atomic::AtomicU8);

impl Entropy for Counting {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoEntropy> {
        bytes.fill_with(|| self.0.fetch_add(37, std::sync::atomic::Ordering::Relaxed));
        Ok(())
    }
}

/// A key for tests: 20 bytes of one number.
pub fn otp_key(byte: u8) -> OtpKey {
    OtpKey::new(Secret::taken(vec![byte; 20])).unwrap()
}

/// A time-based key.
pub fn totp(byte: u8, digits: u64, period: u64) -> OtpParams {
    OtpParams::Totp {
        key: otp_key(byte),
        algorithm: Algorithm::Sha1,
        digits: Digits::new(digits).unwrap(),
        period: Period::new(period).unwrap(),
    }
}

/// An account with a key.
pub fn ready(id: u8, issuer: &str, name: &str, params: OtpParams) -> Account {
    Account::ready(AccountId([id; 16]), issuer, name, params, NOW)
}

/// Invented accounts of every sort: pinned, of another period, counter-based, without a key.
pub fn samples() -> Vec<Account> {
    let hotp = OtpParams::Hotp {
        key: otp_key(4),
        algorithm: Algorithm::Sha1,
        digits: Digits::SIX,
        counter: Counter::new(41).unwrap(),
    };
    let missing = |id, issuer: &str, name: &str, reason| {
        let hint = EnrolHint { reason, type_name: "totp".to_owned(), device_sealed: None };
        Account::with_credential(AccountId([id; 16]), issuer, name, Credential::Missing(hint), NOW)
    };
    let mut samples = vec![
        ready(1, "GitHub", "anna.ek@example.com", totp(1, 6, 30)),
        ready(2, "Gitea", "anna", totp(2, 6, 30)),
        ready(3, "Kulturbanken", "anna", totp(3, 8, 60)),
        ready(4, "Example VPN", "aek", hotp),
        ready(5, "Steam", "bokmal_bo", OtpParams::Steam { key: otp_key(5) }),
        missing(6, "Contoso", "anna@contoso.example.com", MissingReason::DeviceBound),
        missing(7, "Old forum", "anna", MissingReason::NotInImport),
        ready(8, "Amazon", "anna.ek@example.com", totp(8, 6, 30)),
    ];
    samples[0].groups = vec!["Work".into()];
    samples[2].groups = vec!["Home".into()];
    samples[5].groups = vec!["Work".into()];
    samples[7].pinned = true;
    samples[0].note = "The recovery codes are in the safe, red folder.".into();
    samples
}
