//! Importing by screen: chosen, unlocked, looked at line by line, brought in, and taken back.

use std::path::Path;

use crate::formats::{Imported, Locked, Parsed, UnlockError};
use crate::ops::import::{Entry, Found, ImportError, Source, read_text};
use crate::ports::{FileError, FileErrorKind};
use crate::tui::effect::Effect;
use crate::tui::msg::{Answer, Msg};
use crate::tui::testing::{Bench, samples};
use crate::words::Language;

/// New; here with another key; here with the same key; the key of one that is here by name; an unreadable line.
pub(super) const LIST: &str = "otpauth://totp/Fjordmail:anna?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Fjordmail
otpauth://totp/Gitea:anna?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Gitea
otpauth://totp/GitHub:anna.ek%40example.com?secret=AEAQCAIBAEAQCAIBAEAQCAIBAEAQCAIB&issuer=GitHub
otpauth://totp/Old%20forum:anna?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Old%20forum
otpauth://totp/Broken:anna?secret=0189
";

const NEEDS_PIN: &str = "# one account\nmotp://Kontor:anna?secret=00112233445566778899aabbccddeeff\n";

pub(super) fn parsed(text: &str) -> Imported {
    match read_text(text).unwrap() {
        Parsed::Plain(imported) => imported,
        Parsed::Locked(_) => unreachable!("a list has no lock"),
    }
}

pub(super) fn found(name: &str, parsed: Parsed) -> Found {
    Found { name: name.to_owned(), parsed }
}

/// The chooser with what lies in the folder.
pub(super) fn chooser() -> Bench {
    let mut bench = Bench::open();
    bench.press("i");
    list(&mut bench, &["Keys/", "backup.json", "bank.txt", ".hidden"]);
    bench
}

/// Answers the question for a folder. Gives which one was asked for.
fn list(bench: &mut Bench, names: &[&str]) -> String {
    let at =
        bench.asked.iter().position(|effect| matches!(effect, Effect::ListFolder(..))).expect("a folder is asked for");
    let Effect::ListFolder(ticket, folder) = bench.asked.remove(at) else { unreachable!() };
    let entry = |name: &&str| Entry { name: name.trim_end_matches('/').to_owned(), is_folder: name.ends_with('/') };
    bench.hand(Msg::Came(ticket, Answer::FolderListed(Ok(names.iter().map(entry).collect()))));
    folder
}

/// Answers the wish to read something. Gives where from.
pub(super) fn answer_read(bench: &mut Bench, answer: Result<Vec<Found>, ImportError>) -> String {
    let at =
        bench.asked.iter().position(|effect| matches!(effect, Effect::ReadForeign(..))).expect("something is read");
    let Effect::ReadForeign(ticket, source) = bench.asked.remove(at) else { unreachable!() };
    bench.hand(Msg::Came(ticket, Answer::ForeignRead(answer)));
    match source {
        Source::Paths(line) => line,
        other => format!("{other:?}"),
    }
}

/// Answers the wish to open a locked file. Gives the password.
pub(super) fn answer_unlock(bench: &mut Bench) -> String {
    let at =
        bench.asked.iter().position(|effect| matches!(effect, Effect::UnlockForeign(..))).expect("a file is opened");
    let Effect::UnlockForeign(ticket, file, password) = bench.asked.remove(at) else { unreachable!() };
    let answer = file.open(&password).map_err(|error| (file, error));
    bench.hand(Msg::Came(ticket, Answer::ForeignUnlocked(answer)));
    password.to_string()
}

/// A locked file whose password is `open sesame`.
#[derive(Debug)]
struct Cave(&'static str);

impl Locked for Cave {
    fn format(&self) -> &'static str {
        "aegis"
    }

    fn open(&self, password: &str) -> Result<Imported, UnlockError> {
        if password == "open sesame" { Ok(parsed(self.0)) } else { Err(UnlockError::WrongPassword) }
    }
}

fn title(bench: &Bench, wanted: &str) -> bool {
    bench.home().session.book().live().any(|account| account.title() == wanted)
}

/// The line of the screen that has this text.
pub(super) fn line(bench: &Bench, text: &str) -> String {
    let screen = bench.screen();
    screen.lines().find(|line| line.contains(text)).unwrap_or_else(|| panic!("{text} is not on\n{screen}")).to_owned()
}

pub(super) fn previewed() -> Bench {
    let mut bench = Bench::open();
    bench.paste(LIST);
    bench
}

#[test]
fn the_folder_lies_below_the_line_and_tab_completes_from_it() {
    let mut bench = chooser();
    let screen = bench.screen();
    assert!(screen.contains("Keys/") && screen.contains("backup.json") && !screen.contains(".hidden"), "{screen}");
    bench.type_text("b").press("tab");
    assert!(bench.screen().contains("ba") && !bench.screen().contains("Keys/"));
    bench.type_text("c").press("tab").press("enter");
    assert_eq!(answer_read(&mut bench, Ok(vec![found("backup.json", Parsed::Plain(parsed(LIST)))])), "backup.json");
    assert!(bench.screen().contains("2 new, 1 here already, 1 differ, 1 not readable."), "{}", bench.screen());
}

#[test]
fn a_folder_is_entered_and_hidden_names_show_after_a_dot() {
    let mut bench = chooser();
    bench.type_text(".");
    assert!(bench.screen().contains(".hidden") && !bench.screen().contains("bank.txt"));
    bench.press("^u down enter");
    assert_eq!(list(&mut bench, &["my keys.json"]), "Keys/");
    bench.press("down enter");
    let read = answer_read(&mut bench, Err(ImportError::Folder("x".into())));
    assert_eq!(read, "Keys/my\\ keys.json");
    assert!(bench.screen().contains("is a folder"), "{}", bench.screen());
}

#[test]
fn the_persons_folder_is_completed_and_a_folder_that_is_not_there_is_said_so() {
    let mut bench = chooser();
    bench.type_text("~").press("tab");
    assert_eq!(list(&mut bench, &["Downloads/"]), "~/");
    assert!(bench.screen().contains("Downloads/"));
    bench.press("^u").type_text("/nowhere/");
    let at = bench.asked.iter().rposition(|effect| matches!(effect, Effect::ListFolder(..))).unwrap();
    let Effect::ListFolder(ticket, folder) = bench.asked.remove(at) else { unreachable!() };
    let error = FileError::new(FileErrorKind::NotFound, Path::new(&folder));
    bench.hand(Msg::Came(ticket, Answer::FolderListed(Err(error))));
    assert!(bench.screen().contains("/nowhere/"), "{}", bench.screen());
}

#[test]
fn dropped_files_are_one_import_in_whatever_way_the_terminal_writes_them() {
    let mut bench = Bench::open();
    bench.paste("'/home/anna/my keys.json' ");
    assert_eq!(answer_read(&mut bench, Err(ImportError::Ours)), "'/home/anna/my keys.json'");
    assert!(bench.screen().contains("a file of Pulih itself"), "{}", bench.screen());
    let mut bench = chooser();
    bench.paste("file:///home/anna/a.json").paste("/home/anna/b.json").press("enter");
    let both = vec![
        found("a.json", Parsed::Plain(parsed(LIST))),
        found("b.json", Parsed::Plain(parsed("otpauth://totp/B:b?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"))),
    ];
    assert_eq!(answer_read(&mut bench, Ok(both)), "file:///home/anna/a.json /home/anna/b.json");
    assert!(bench.screen().contains("2 files, 5 accounts"), "{}", bench.screen());
}

#[test]
fn the_clipboard_and_the_screen_are_read_by_a_key_each() {
    for (key, source) in [("^v", "Clipboard"), ("f3", "Screen")] {
        let mut bench = chooser();
        bench.press(key);
        assert!(bench.screen().contains("Esc stops it"), "{}", bench.screen());
        let answer = Ok(vec![found("", Parsed::Plain(parsed(LIST)))]);
        assert_eq!(answer_read(&mut bench, answer), source);
        assert!(bench.screen().contains("2 ticked"), "{}", bench.screen());
    }
}

#[test]
fn a_wrong_password_is_asked_for_again_and_the_right_one_opens_the_next_file_too() {
    let mut bench = chooser();
    bench.type_text("x y").press("enter");
    let more = "otpauth://totp/B:b?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    let two = vec![found("x", Parsed::Locked(Box::new(Cave(LIST)))), found("y", Parsed::Locked(Box::new(Cave(more))))];
    answer_read(&mut bench, Ok(two));
    assert!(bench.screen().contains("x, a file of Aegis, needs its password."), "{}", bench.screen());
    bench.type_text("wrong").press("enter");
    assert!(bench.screen().contains("Opening"), "{}", bench.screen());
    assert_eq!(answer_unlock(&mut bench), "wrong");
    assert!(bench.screen().contains("x, a file of Aegis"), "{}", bench.screen());
    assert!(!bench.screen().contains("wrong"), "what was typed is gone");
    bench.type_text("open sesame").press("enter");
    answer_unlock(&mut bench);
    assert_eq!(answer_unlock(&mut bench), "open sesame", "tried on the next one without asking");
    assert!(bench.screen().contains("2 files, 5 accounts"), "{}", bench.screen());
    bench.press("enter").answer();
    assert!(!bench.screen().contains("not encrypted"), "{}", bench.screen());
}

#[test]
fn esc_stops_what_takes_long_and_its_answer_comes_too_late() {
    let mut bench = chooser();
    bench.type_text("x").press("enter");
    answer_read(&mut bench, Ok(vec![found("x", Parsed::Locked(Box::new(Cave(LIST))))]));
    bench.type_text("open sesame").press("enter esc");
    assert!(bench.screen().contains("Stopped. Nothing was brought in."), "{}", bench.screen());
    answer_unlock(&mut bench);
    assert!(bench.screen().contains("Stopped. Nothing was brought in."), "{}", bench.screen());
    bench.press("esc");
    assert!(bench.home().over.is_none());
}

#[test]
fn the_preview_is_in_groups_and_every_line_says_what_follows() {
    let bench = previewed();
    let screen = bench.screen();
    for text in ["New 2", "Here already, but different 1", "Here already 1", "Not readable 1"] {
        assert!(screen.contains(text), "{text}\n{screen}");
    }
    assert!(line(&bench, "Fjordmail").contains("[x]") && line(&bench, "Fjordmail").contains("new"));
    assert!(line(&bench, "Old forum").contains("brings a missing key"));
    assert!(line(&bench, "Gitea").contains("[ ]") && line(&bench, "Gitea").contains("keep mine"));
    assert!(line(&bench, "GitHub").contains("[ ]") && line(&bench, "GitHub").contains("there already"));
}

#[test]
fn each_that_differs_is_decided_by_itself_and_the_counts_follow() {
    let mut bench = previewed();
    bench.press("j j");
    assert!(bench.screen().contains("You have this account with another key."), "{}", bench.screen());
    bench.press("2");
    assert!(line(&bench, "Gitea").contains("[x]") && line(&bench, "Gitea").contains("take theirs"));
    assert!(bench.screen().contains("3 ticked"), "{}", bench.screen());
    bench.press("3");
    assert!(line(&bench, "Gitea").contains("keep both"));
    bench.press("1");
    assert!(line(&bench, "Gitea").contains("[ ]"));
    bench.press("space");
    assert!(line(&bench, "Gitea").contains("take theirs"));
    bench.press("enter").answer();
    assert!(bench.screen().contains("1 added, 2 changed, 1 left out, 1 not readable."), "{}", bench.screen());
}

#[test]
fn the_choice_for_all_takes_the_place_of_what_was_chosen_line_by_line() {
    let mut bench = previewed();
    bench.press("j j 3 m");
    assert!(line(&bench, "Gitea").contains("take theirs") && line(&bench, "GitHub").contains("take theirs"));
    bench.press("m");
    assert!(bench.screen().contains("5 ticked") || bench.screen().contains("4 ticked"), "{}", bench.screen());
    bench.press("m a");
    assert!(bench.screen().contains("0 ticked"), "{}", bench.screen());
    bench.press("enter");
    assert!(bench.screen().contains("Nothing is ticked."), "{}", bench.screen());
    bench.press("a");
    assert!(bench.screen().contains("2 ticked"), "{}", bench.screen());
}

#[test]
fn five_hundred_are_filtered_while_typing() {
    let many: String = (0..500)
        .map(|place| format!("otpauth://totp/Service{place}:anna?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP\n"))
        .collect();
    let mut bench = Bench::open();
    bench.paste(&many).press("/").type_text("service499");
    assert!(bench.screen().contains("New 1") && bench.screen().contains("Service499"), "{}", bench.screen());
    bench.press("enter space");
    assert!(bench.screen().contains("499 ticked"), "{}", bench.screen());
    bench.press("/").type_text("zzz");
    assert!(bench.screen().contains("Nothing here has that in its name."), "{}", bench.screen());
    bench.press("esc esc");
    assert!(bench.screen().contains("New 500"), "{}", bench.screen());
    bench.press("enter").answer();
    assert_eq!(bench.home().session.book().live().count(), samples().len() + 499);
}

#[test]
fn clicks_choose_lines_and_tick_them() {
    let mut bench = previewed();
    bench.click("[ ]");
    assert!(line(&bench, "Gitea").contains("[x]"), "{}", bench.screen());
    bench.click("GitHub");
    assert!(bench.screen().contains("You have this account with the same key."), "{}", bench.screen());
    let mut bench = chooser();
    bench.click("backup.json").click("backup.json");
    assert!(bench.asked.iter().any(|effect| matches!(effect, Effect::ReadForeign(..))));
}

#[test]
fn a_pin_that_the_file_lacks_is_asked_for_before_anything_comes_in() {
    let mut bench = Bench::open();
    bench.paste(NEEDS_PIN);
    assert!(line(&bench, "Kontor").contains("needs its PIN"), "{}", bench.screen());
    bench.press("enter");
    assert!(
        bench.screen().contains("PIN of Kontor:anna") && line(&bench, "[x] Kontor").contains('▌'),
        "{}",
        bench.screen()
    );
    bench.type_text("1234");
    assert!(!bench.screen().contains("1234"), "a PIN is a secret");
    bench.press("enter").answer();
    assert!(bench.home().chosen().unwrap().params().is_ok());

    let mut bench = Bench::open();
    bench.paste(NEEDS_PIN).press("p esc enter enter").answer();
    let account = bench.home().chosen().unwrap();
    assert_eq!((account.title(), account.params().is_ok()), ("Kontor", false), "an empty one brings in the name");
}

#[test]
fn one_undo_takes_the_whole_import_back_also_after_deeds_on_others() {
    let mut bench = previewed();
    bench.press("j j 2 enter").answer();
    assert!(title(&bench, "Fjordmail") && bench.screen().contains("u takes the import back."), "{}", bench.screen());
    // A deed on another account, whose own undo comes first.
    bench.press("/").type_text("kulturbanken").press("esc esc p u");
    bench.press("u");
    assert!(bench.screen().contains("Take the import back?"), "{}", bench.screen());
    bench.press("n u y");
    assert!(
        !title(&bench, "Fjordmail") && bench.screen().contains("The import is taken back: 1 removed, 2 as they were.")
    );
    let was: Vec<_> = samples().iter().map(|account| account.credential.state_name()).collect();
    let is: Vec<_> = bench.home().session.book().all().iter().map(|account| account.credential.state_name()).collect();
    assert_eq!(is, was);
    bench.press("u");
    assert!(bench.screen().contains("othing"), "there is no second one\n{}", bench.screen());
}

#[test]
fn an_import_whose_accounts_were_changed_by_hand_stays() {
    let mut bench = previewed();
    bench.press("enter").answer();
    bench.press("p").wait(std::time::Duration::from_secs(11)).press("u");
    assert!(bench.screen().contains("can no longer be taken back whole: Fjordmail"), "{}", bench.screen());
    assert!(title(&bench, "Fjordmail"));
}

#[test]
fn a_file_without_a_lock_is_named_at_the_end_and_left_alone() {
    let mut bench = chooser();
    bench.type_text("list.txt").press("enter");
    answer_read(&mut bench, Ok(vec![found("list.txt", Parsed::Plain(parsed(LIST)))]));
    bench.press("enter").answer();
    assert!(bench.screen().contains("list.txt is not encrypted"), "{}", bench.screen());
}

#[test]
fn hostile_names_are_shown_harmlessly() {
    let long = "x".repeat(10_000);
    let hostile = format!(
        "[{{\"secret\":\"JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP\",\"issuer\":\"{long}\",\"label\":\"\\u001b[2J\\u202eevil\\n\\nline\",\
         \"digits\":6,\"type\":\"TOTP\",\"algorithm\":\"SHA1\",\"thumbnail\":\"Default\",\"last_used\":0,\"used_frequency\":0,\
         \"period\":30,\"tags\":[]}}]"
    );
    for (width, height) in [(80, 24), (120, 40), (40, 10)] {
        let mut bench = Bench::open_with(samples(), Language::En, width, height);
        bench.paste(&hostile);
        let screen = bench.screen();
        assert!(screen.contains("xxxx") && !screen.contains(['\u{1b}', '\u{202e}']), "{screen}");
        bench.press("j j j");
        assert!(!bench.screen().contains(['\u{1b}', '\u{202e}']));
        bench.press("enter").answer();
        assert!(!bench.screen().contains(['\u{1b}', '\u{202e}']));
    }
}

#[test]
fn rubbish_is_refused_with_a_reason_and_the_screen_stays() {
    let mut bench = chooser();
    bench.paste("no,such\nformat,at all\n");
    assert!(bench.home().over.is_some() && bench.home().session.book().live().count() == samples().len());
    assert!(bench.screen().contains("Import from another app"), "{}", bench.screen());
    bench.paste("{\"a\": ");
    assert!(bench.screen().contains("JSON"), "{}", bench.screen());
}
