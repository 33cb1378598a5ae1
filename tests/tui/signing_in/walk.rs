//! The way of five accounts back to their codes, key by key, as somebody walks it who sees nothing but the screen. It is
//! left in the middle and taken up again by another start of the program.

use pulih::text::Text;
use pulih::words::Catalog;

use crate::journey::NEW;
use crate::pty::Pty;
use crate::signing_in::five::{AMAZON, CONTOSO, EMAIL, FABRIKAM, HARBOUR, LAMP, PHONE};

/// A screen of the way that a picture may be taken of, in their order.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Stop {
    Tile,
    Password,
    Contact,
    Code,
    Same,
    Picture,
    Wrong,
    List,
    Way,
    Browser,
    Person,
    Key,
    Device,
    Left,
    Done,
    Accounts,
}

/// What happens outside the terminal.
pub trait Outside {
    /// The person signs in in the browser that was opened.
    fn browse(&mut self);

    /// The person enters the code that the screen shows, at the address that it shows.
    fn enter(&mut self, pty: &mut Pty);
}

/// A person at the keyboard who reads this language.
pub struct Walk<'a, L: FnMut(Stop, &Pty)> {
    pub pty: Pty,
    pub words: &'a Catalog,
    /// Looks at each stop.
    pub look: L,
}

impl<L: FnMut(Stop, &Pty)> Walk<'_, L> {
    /// Waits for a sentence, of which only the start need stand on one line.
    fn see(&mut self, said: &Text) -> &mut Self {
        let said = self.words.say(said);
        let long = said.char_indices().nth(24).and_then(|(at, _)| Some(at + said[at..].find(' ')?));
        self.pty.see(&said[..long.unwrap_or(said.len())]);
        self
    }

    fn line(&mut self, id: &'static str) -> &mut Self {
        self.see(&Text::new(id))
    }

    fn stop(&mut self, stop: Stop) -> &mut Self {
        (self.look)(stop, &self.pty);
        self
    }

    fn send(&mut self, keys: &str) -> &mut Self {
        self.pty.send(keys);
        self
    }

    /// Types something that must be on the screen before it goes on.
    fn type_seen(&mut self, text: &str) -> &mut Self {
        self.pty.send(text).see(text);
        self
    }

    fn type_unseen(&mut self, text: &str) -> &mut Self {
        self.pty.send(text).see(&"•".repeat(text.chars().count()));
        self
    }

    /// Waits until so many are done.
    fn done(&mut self, done: usize) -> &mut Self {
        self.see(&Text::new("tui-signin-progress").number("done", done).number("all", 5_usize))
    }

    /// From the first account's page: two of five, with a wrong answer to the third, and out.
    pub fn first_half(&mut self, picture: &str) {
        self.line("tui-fact-backup").line("badge-sign-in").stop(Stop::Tile);
        self.send("\r").line("tui-signin-password").done(0).type_unseen(LAMP).stop(Stop::Password);
        self.send("\r").line("tui-signin-contact").type_seen(EMAIL).stop(Stop::Contact);
        self.send("\r").line("tui-signin-code").stop(Stop::Code);
        // The service took it; the other sealed account has answers of its own.
        self.send("\r").see(&Text::new("tui-signin-same").number("count", 1_usize)).stop(Stop::Same);
        self.send("j\r").line("tui-signin-list").done(1);
        // Amazon: no provider, and the new key as a picture.
        self.send("\r").line("tui-signin-by-key").send("\r").line("tui-signin-key").send("\t");
        self.type_seen(picture).stop(Stop::Picture);
        self.send("\r").line("tui-signin-code").send("\r").line("tui-signin-list").done(2);
        // Kulturbanken: the right contact, the password of the other account.
        self.send("\r").line("tui-signin-password").type_unseen(LAMP);
        self.send("\r").line("tui-signin-contact").send("\t").type_seen(PHONE);
        self.send("\r").line("err-sign-in-no-match").stop(Stop::Wrong);
        self.send("\x1b").line("tui-signin-password").send("\x1b").line("tui-signin-list").done(2);
        // The account's own page, from which it began, and the accounts.
        self.send("\x1b").line("tui-fact-backup").send("\x1b").line("tui-search-hint").send("q");
        assert!(self.pty.end().success());
    }

    /// From the locked vault to the end.
    pub fn second_half(&mut self, outside: &mut dyn Outside) {
        self.line("tui-locked").send(NEW).send("\r").line("tui-search-hint").send("s");
        self.line("tui-signin-list").done(2).stop(Stop::List);
        self.kulturbanken();
        self.fabrikam(outside);
        self.contoso(outside);
        let badges = ["tui-badge-sign-in-short", "tui-badge-action-short"].map(|id| self.words.line(id));
        self.send("\r").line("tui-search-hint").pty.see_no(&badges[0]).see_no(&badges[1]);
        self.stop(Stop::Accounts).send("q");
        assert!(self.pty.end().success());
    }

    fn kulturbanken(&mut self) {
        // Of the two sentences that say to wait, the parts without the number of seconds.
        let [wait, early] =
            ["err-sign-in-wait", "err-signin-wait"].map(|id| self.words.say(&Text::new(id).number("seconds", 2_u64)));
        let wait = wait.rsplitn(3, ' ').take(2).collect::<Vec<_>>();
        let ways = [
            self.words.line("tui-signin-code"),
            format!("{} {}", wait[1], wait[0]),
            early.split('.').next().unwrap_or_default().to_owned(),
        ];
        self.send("\r");
        loop {
            self.line("tui-signin-password").type_unseen(HARBOUR);
            self.send("\r").line("tui-signin-contact").send("\t").type_seen(PHONE).send("\r");
            // The wrong answer of before may still have to be waited for.
            if self.pty.see_any(&ways.each_ref().map(String::as_str)) == 0 {
                break;
            }
            self.send("\x1b");
        }
        self.line("tui-signin-code").send("\r").line("tui-signin-list").done(3);
    }

    fn fabrikam(&mut self, outside: &mut dyn Outside) {
        self.send("\r").line("tui-signin-by-browser").stop(Stop::Way);
        self.send("\r").line("tui-signin-browser-open").stop(Stop::Browser);
        outside.browse();
        self.line("tui-signin-yes-me").stop(Stop::Person);
        self.send("\r").line("tui-signin-key").pty.paste(FABRIKAM).see("••••");
        self.stop(Stop::Key);
        self.send("\r").line("tui-signin-code").send("\r").line("tui-signin-list").done(4);
    }

    fn contoso(&mut self, outside: &mut dyn Outside) {
        self.send("\r").line("tui-signin-by-code").send("j\r").line("tui-signin-device-type").stop(Stop::Device);
        outside.enter(&mut self.pty);
        self.line("tui-signin-yes-me").send("\r").line("tui-signin-key");
        // Left before the key is there, and taken up where it was.
        self.send("\x14").line("tui-signin-list").done(4).send("\x1b").line("tui-search-hint");
        self.send("G").line("tui-badge-action-short").stop(Stop::Left);
        self.send("s").line("tui-signin-key").pty.paste(CONTOSO).see("••••");
        self.send("\r").line("tui-signin-code").send("\r").line("tui-signin-done").done(5).stop(Stop::Done);
    }
}

/// The name of the picture of the new key of Amazon.
pub const PICTURE: &str = "amazon.png";

/// Nothing of what was typed or pasted as a secret is ever on the screen.
pub fn assert_nothing_told(pty: &Pty) {
    let raw = pty.raw();
    for secret in [LAMP, HARBOUR, NEW, AMAZON, FABRIKAM, CONTOSO] {
        assert!(!raw.contains(secret), "{secret}");
    }
}
