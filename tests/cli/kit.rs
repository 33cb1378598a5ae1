//! The recovery kit from the command line: made at setup or later, for its owner only, asked back at a terminal.

use std::os::unix::fs::PermissionsExt;

use crate::bench::{Bench, OLD};
use crate::terminal::Seat;

const PASSWORD: &str = "a lamp beside the harbour";

fn setup(bench: &Bench, more: &[&str]) -> crate::bench::Ran {
    let place = bench.path("backups").to_str().unwrap().to_owned();
    let args = ["backup", "setup", "--account", "mira@example.com", "--place", &place, "--recovery-password-fd", "0"];
    let cost = ["--kdf-memory", "64", "--kdf-time", "3"];
    bench.ran(&[&args[..], &cost, more].concat(), &[OLD, PASSWORD])
}

/// The words of a page of text.
fn words(page: &str) -> Vec<String> {
    let mut words = vec![String::new(); 12];
    let parts: Vec<&str> = page.split_whitespace().collect();
    for pair in parts.windows(2) {
        let number = pair[0].parse::<usize>().ok().filter(|number| (1..=12).contains(number));
        if let (Some(number), true) = (number, pair[1].chars().all(|letter| letter.is_ascii_lowercase())) {
            words[number - 1] = pair[1].to_owned();
        }
    }
    assert!(words.iter().all(|word| word.len() > 2), "{page}");
    words
}

#[test]
fn a_kit_made_at_setup_is_for_its_owner_and_opens_the_newest_backup() {
    let bench = Bench::new();
    let page = bench.path("kit.txt");
    setup(&bench, &["--kit", page.to_str().unwrap()]).done();
    assert_eq!(std::fs::metadata(&page).unwrap().permissions().mode() & 0o777, 0o600);
    let words = words(&std::fs::read_to_string(&page).unwrap()).join(" ");
    let place = bench.path("backups").to_str().unwrap().to_owned();
    let args = ["restore", "--from", &place, "--recovery-words-fd", "0", "--plan", "--json"];
    let elsewhere = Bench::empty();
    let plan = elsewhere.bare(&args, &[&words]).done();
    assert!(plan.contains("codes_at_once") && plan.contains("Deno"), "{plan}");

    // Nobody was asked, so that it does not count yet; the words themselves do.
    let status = bench.json(&["backup", "status"], &[OLD]);
    assert!(status["kit_saved_at"].is_null() && status["is_due"] == false, "{status}");
    assert_eq!(status["reminders"], serde_json::json!(["make-kit"]));
    bench.bare(&["list", "--recovery-words-fd", "0"], &[&words]).done();
}

#[test]
fn three_words_at_a_terminal_make_it_count_and_a_wrong_one_does_not() {
    let bench = Bench::new();
    let page = bench.path("kit.txt");
    setup(&bench, &["--kit", page.to_str().unwrap()]).done();
    let words = words(&std::fs::read_to_string(&page).unwrap());
    let svg = bench.path("kit.svg");
    let asked = |answer: &dyn Fn(&str) -> String| {
        let _ = std::fs::remove_file(&svg);
        let mut seat = Seat::take(&bench, &["backup", "kit", "--svg", svg.to_str().unwrap()], &[]);
        seat.until("Passphrase:");
        seat.press(&format!("{OLD}\r"));
        seat.until("recovery words:");
        assert!(!seat.echoes());
        seat.press(&format!("{}\r", words.join(" ")));
        seat.until("answer from the paper");
        for _ in 0..3 {
            if seat.is_over("Word ") {
                break;
            }
            seat.until("Word ");
            let place: usize = seat.until(":").trim().parse().unwrap();
            seat.press(&format!("{}\r", answer(&words[place - 1])));
        }
        seat.ended()
    };
    let saved = || !bench.json(&["backup", "status"], &[OLD])["kit_saved_at"].is_null();
    assert_eq!(asked(&|_| "zebra".to_owned()).0, 3);
    assert!(!saved());
    let (code, seen) = asked(&|word| word.to_owned());
    assert_eq!(code, 0, "{seen}");
    assert!(saved() && std::fs::read_to_string(&svg).unwrap().starts_with("<svg"));
    assert!(bench.ran(&["backup", "status"], &[OLD]).done().contains("Recovery kit: saved"));
}

#[test]
fn a_kit_is_never_put_over_a_file_nor_beside_the_backups() {
    let bench = Bench::new();
    let there = bench.file("kit.txt", "something else");
    setup(&bench, &[]).done();
    let kit = |path: &str| bench.ran(&["backup", "kit", "--new", "--text", path], &[OLD]);
    kit(&there).refused(1);
    assert_eq!(std::fs::read_to_string(&there).unwrap(), "something else");
    let beside = bench.path("backups/kit.txt");
    let refused = kit(beside.to_str().unwrap());
    assert!(refused.err.contains("one theft opens everything"), "{refused:?}");
    assert!(!beside.exists());
    assert_eq!(bench.json(&["words"], &[OLD])["has_words"], false, "words that nobody saw are not put in force");
}

#[test]
fn words_of_another_vault_and_no_words_are_told_apart() {
    let bench = Bench::new();
    let other = "legal winner thank year wave sausage worth useful legal winner thank yellow";
    let typed = |words: &str| bench.ran(&["backup", "kit", "--words-fd", "0"], &[OLD, words]);
    typed(other).refused(1);
    setup(&bench, &[]).done();
    assert!(typed(other).err.contains("no recovery words"));
    bench.ran(&["words", "--new"], &[OLD]).done();
    typed(other).refused(3);
    typed("legal winner").refused(3);
}
