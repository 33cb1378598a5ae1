//! `pulih sign-in`: accounts that a restore brought back without their codes, one by one and as a list, as a script does it.

use std::sync::OnceLock;

use serde_json::{Value, json};

use crate::bench::{Bench, CODE_AT_1111111111, KEY, OLD, Ran};
use crate::terminal::Seat;

/// The sign-in protection of `Outlook` (e-mail and phone) and of `Harbour Bank` (phone alone).
pub const PASSWORD: &str = "a kettle on the blue shelf";
const OTHER: &str = "three lamps by the window";
pub const EMAIL: &str = "mira@example.com";
const PHONE: &str = "+46 70 123 45 67";

/// The account of the backups.
pub const RECOVERY: &str = "a lamp beside the harbour";

/// What the answers come by.
const ANSWERS: [&str; 4] = ["--password-fd", "0", "--contact-fd", "0"];

/// A key that a service has made anew.
const NEW: &str = "JRZCL47CMXVOQMNPZR2F7J4RGI";

/// A restored vault: `Outlook` and `Harbour Bank` sealed, `Contoso` and `Fabrikam` by name alone, `GitHub` with its key.
pub fn restored() -> Bench {
    static VAULT: OnceLock<Vec<u8>> = OnceLock::new();
    Bench::with_vault(VAULT.get_or_init(|| std::fs::read(restored_with("").vault()).unwrap()))
}

/// The keys of the accounts that need a sign-in.
pub const WAITING: [(&str, &str); 4] = [
    ("Outlook", KEY),
    ("Contoso", "5OM4WOOGPLQEF6UGN3CPEOOLWU"),
    ("Harbour Bank", "62JWMJC26K4GZAFHQ5GHV5NTIY"),
    ("Fabrikam", "BASUQXMPQ5WWVLEZLPP7L3I3CY"),
];

/// The same, made anew: every address ends with this. Its backups are in `first`.
pub fn restored_with(ending: &str) -> Bench {
    let first = Bench::empty();
    let cheap = ["--kdf-memory", "64", "--kdf-time", "3"];
    first.ran(&[&["init"], &cheap[..]].concat(), &[OLD]).done();
    for (service, key) in WAITING.into_iter().chain([("GitHub", "I65VU7K5ZQL7WB4EQZSVHFNBZM")]) {
        let uri = format!("otpauth://totp/{service}:kim@example.com?secret={key}&issuer={service}{ending}");
        let uri = uri.replace(' ', "%20");
        first.ran(&["add", "--uri-fd", "0"], &[OLD, &uri]).done();
    }
    let seal = [&["--sign-in"], &ANSWERS[..], &cheap].concat();
    let both = [&["protect", "Outlook"], &seal[..], &["--contact-fd", "0"]].concat();
    first.ran(&both, &[OLD, PASSWORD, EMAIL, PHONE]).done();
    first.ran(&[&["protect", "Harbour Bank"], &seal[..]].concat(), &[OLD, OTHER, PHONE]).done();
    first.ran(&["protect", "Contoso", "Fabrikam", "--device"], &[OLD]).done();
    // The backups outlive the computer.
    let next = Bench::empty();
    let place = next.path("first").to_str().unwrap().to_owned();
    let account = ["--account", "mira", "--recovery-password-fd", "0"];
    let setup = [&["backup", "setup", "--place", &place], &account[..], &cheap].concat();
    first.ran(&setup, &[OLD, RECOVERY]).done();
    // Merged into an empty vault, which is cheaper to open than one that a restore makes.
    next.ran(&[&["init"], &cheap[..]].concat(), &[OLD]).done();
    next.ran(&[&["restore", "--merge", "--from", &place], &account[..]].concat(), &[OLD, RECOVERY]).done();
    next
}

fn sign_in(bench: &Bench, args: &[&str], lines: &[&str]) -> Ran {
    let lines: Vec<&str> = [OLD].into_iter().chain(lines.iter().copied()).collect();
    bench.ran(&[&["sign-in"], args].concat(), &lines)
}

/// The rows of the list, each as its issuer and its standing.
fn list(bench: &Bench) -> (u64, u64, Vec<(String, String)>) {
    let said = bench.json(&["sign-in"], &[OLD]);
    rows(&said)
}

fn rows(said: &Value) -> (u64, u64, Vec<(String, String)>) {
    let text = |row: &Value, name: &str| row[name].as_str().unwrap().to_owned();
    let rows = said["accounts"].as_array().unwrap().iter();
    let rows = rows.map(|row| (text(row, "issuer"), text(row, "standing"))).collect();
    (said["done"].as_u64().unwrap(), said["all"].as_u64().unwrap(), rows)
}

fn standing(bench: &Bench, issuer: &str) -> String {
    let (_, _, rows) = list(bench);
    rows.into_iter().find(|(name, _)| name == issuer).map_or_else(|| "not on it".to_owned(), |(_, standing)| standing)
}

#[test]
fn the_list_says_what_is_to_do_and_changes_nothing() {
    let bench = restored();
    let before = std::fs::read(bench.vault()).unwrap();
    let waits = [("Outlook", "sealed"), ("Contoso", "sign-in"), ("Harbour Bank", "sealed"), ("Fabrikam", "sign-in")];
    let waits = waits.map(|(issuer, standing)| (issuer.to_owned(), standing.to_owned()));
    assert_eq!(list(&bench), (0, 4, waits.to_vec()));
    let ran = sign_in(&bench, &[], &[]);
    assert!(ran.err.contains("0 of 4 done"), "{}", ran.err);
    assert_eq!(ran.done().lines().next(), Some("Sealed\tOutlook:kim@example.com"));
    assert_eq!(std::fs::read(bench.vault()).unwrap(), before);
    let said = bench.json(&["list"], &[OLD]);
    let badges: Vec<&Value> = said.as_array().unwrap().iter().map(|one| &one["badge"]).collect();
    assert_eq!(badges, [&json!("sign-in"), &json!("sign-in"), &json!("sign-in"), &json!("sign-in"), &Value::Null]);
}

#[test]
fn codes_are_refused_of_accounts_that_are_named_and_of_all_of_them_or_none() {
    let bench = restored();
    let before = list(&bench);
    for args in [&["--all", "--refused"][..], &["--refused", "--all", "--yes"], &["--refused"]] {
        assert!(sign_in(&bench, args, &[]).refused(2).contains("--refused"));
    }
    // One of them has no key, so no code of it can be refused.
    sign_in(&bench, &["GitHub", "Contoso", "--refused"], &[]).refused(6);
    assert_eq!(list(&bench), before);
}

#[test]
fn a_sealed_account_opens_with_password_and_any_of_its_contacts_typed_in_full() {
    for contact in [EMAIL, PHONE, "0046701234567"] {
        let bench = restored();
        let ran = sign_in(&bench, &[&["Outlook"], &ANSWERS[..]].concat(), &[PASSWORD, contact]);
        assert!(ran.err.contains("1 of 4 done"), "{}", ran.err);
        assert_eq!(ran.done().trim().len(), 6, "the code is on standard output");
        assert_eq!(standing(&bench, "Outlook"), "untried");
        let code = bench.ran(&["code", "Outlook", "--at", "1111111111"], &[OLD]).done();
        assert_eq!(code.trim(), CODE_AT_1111111111);
    }
}

#[test]
fn wrong_password_and_wrong_contact_are_one_sentence_and_change_nothing() {
    let bench = restored();
    let before = std::fs::read(bench.vault()).unwrap();
    let mut said = Vec::new();
    for (password, contact) in [(OTHER, EMAIL), (PASSWORD, "mira@example.net")] {
        // A wait belongs to a computer: each answer is the first of one.
        let fresh = Bench::with_vault(&before);
        said.push(sign_in(&fresh, &[&["Outlook"], &ANSWERS[..]].concat(), &[password, contact]).refused(3));
    }
    assert!(said[0].contains("The password or the contact did not match."), "{said:?}");
    assert_eq!(said[0], said[1]);
    let said = sign_in(&bench, &[&["Outlook"], &ANSWERS[..]].concat(), &[PASSWORD, "070"]).refused(3);
    assert!(!said.contains("did not match"), "what is no contact is said, and is no try: {said}");
    sign_in(&bench, &[&["Outlook"], &ANSWERS[..]].concat(), &[PASSWORD, EMAIL]).done();
}

#[test]
fn wrong_answers_are_counted_from_one_start_to_the_next_and_then_even_the_right_one_has_to_wait() {
    let bench = restored();
    let answer = |password: &str| sign_in(&bench, &[&["Outlook"], &ANSWERS[..]].concat(), &[password, EMAIL]);
    // Each wait is twice as long as the one before, so in the end one is longer than a start takes on any machine.
    let mut wrong = 0;
    while answer(OTHER).refused(3).contains("did not match.") {
        wrong += 1;
        assert!(wrong < 8, "nobody waits");
    }
    assert!(wrong > 0);
    let mut tries = 0;
    loop {
        let ran = answer(PASSWORD);
        if ran.code == 0 {
            break;
        }
        assert!(ran.refused(3).contains("second"), "it is said how long");
        tries += 1;
        assert!(tries < 1000, "it never opens");
    }
    assert_eq!(standing(&bench, "Outlook"), "untried");
}

#[test]
fn the_answers_that_opened_one_account_are_tried_on_the_others() {
    let bench = restored();
    // The list goes on with what is left: the other password, then what nobody answers.
    let ran = sign_in(&bench, &[&["--all", "--json"], &ANSWERS[..]].concat(), &[PASSWORD, PHONE, OTHER, PHONE]);
    assert_eq!(ran.code, 8, "{ran:?}");
    let (done, all, rows) = rows(&serde_json::from_str(&ran.out).unwrap());
    let opened: Vec<&str> =
        rows.iter().filter(|(_, standing)| standing == "untried").map(|(issuer, _)| issuer.as_str()).collect();
    assert_eq!((done, all, opened), (2, 4, vec!["Outlook", "Harbour Bank"]));
    assert!(ran.err.contains("--key-fd"), "what would bring the others back is named: {}", ran.err);
    // All that is left cannot be asked for: that is another answer.
    assert_eq!(sign_in(&bench, &["Contoso", "Fabrikam"], &[]).code, 6);
}

#[test]
fn a_new_key_comes_by_paste_and_the_row_stays_what_it_was() {
    let bench = restored();
    bench.ran(&["edit", "Contoso", "--note", "the blue one"], &[OLD]).done();
    let before = bench.json(&["show", "Contoso"], &[OLD]);
    let ran = sign_in(&bench, &["Contoso", "--key-fd", "0"], &["jrzc l47c mxvo qmnp zr2f 7j4r gi"]);
    assert_eq!(ran.done().trim().len(), 6);
    assert_eq!(standing(&bench, "Contoso"), "untried");
    let after = bench.json(&["show", "Contoso"], &[OLD]);
    for same in ["id", "issuer", "name", "note", "kind", "protection", "groups"] {
        assert_eq!(before[same], after[same], "{same}");
    }
    sign_in(&bench, &["Contoso", "--accepted"], &[]).done();
    assert_eq!(standing(&bench, "Contoso"), "done");
    assert!(bench.json(&["show", "Contoso"], &[OLD])["badge"].is_null());
}

#[test]
fn a_link_for_another_name_is_taken_and_said() {
    let bench = restored();
    let link = format!("otpauth://totp/Fabrikam:alex@example.com?secret={NEW}&issuer=Fabrikam");
    let ran = sign_in(&bench, &["Contoso", "--key-fd", "0", "--accepted"], &[&link]);
    assert!(ran.err.contains("The code is for Fabrikam"), "{}", ran.err);
    ran.done();
}

#[test]
fn what_is_no_key_changes_nothing() {
    let bench = restored();
    for typed in ["", "not a key, surely", "otpauth://totp/x?secret=1"] {
        sign_in(&bench, &["Contoso", "--key-fd", "0"], &[typed]).refused(1);
    }
    sign_in(&bench, &["Contoso", "--qr", "/nowhere/code.png"], &[]).refused(1);
    assert_eq!(standing(&bench, "Contoso"), "stuck", "no key is there, and no provider that could be asked");
}

#[test]
#[cfg(feature = "qr")]
fn a_new_key_comes_by_the_qr_code_in_a_picture() {
    let bench = restored();
    let picture = bench.path("new key.png");
    crate::pictures::qr(&format!("otpauth://totp/Contoso:kim@example.com?secret={KEY}&issuer=Contoso"), &picture);
    let ran = sign_in(&bench, &["Contoso", "--qr", picture.to_str().unwrap(), "--accepted"], &[]);
    assert!(ran.err.contains("1 of 4 done"), "{}", ran.err);
    let code = bench.ran(&["code", "Contoso", "--at", "1111111111"], &[OLD]).done();
    assert_eq!(code.trim(), CODE_AT_1111111111);
}

#[test]
fn no_code_is_given_for_an_account_that_is_not_ready() {
    let bench = restored();
    for account in ["Outlook", "Contoso", "Fabrikam", "Harbour Bank"] {
        assert_eq!(bench.ran(&["code", account], &[OLD]).code, 6, "{account}");
    }
}

#[test]
fn who_cannot_be_asked_is_told_which_flag_answers() {
    let bench = restored();
    for (account, flags, named) in [
        ("Outlook", &[][..], "--password-fd"),
        ("Outlook", &["--password-fd", "0"][..], "--contact-fd"),
        ("Contoso", &[][..], "--key-fd"),
    ] {
        let said = sign_in(&bench, &[&[account], flags].concat(), &[PASSWORD]).refused(2);
        assert!(said.contains(named), "{said}");
    }
    sign_in(&bench, &["nobody"], &[]).refused(5);
    assert_eq!(sign_in(&bench, &["Outlook", "--all"], &[]).code, 2);
    assert_eq!(sign_in(&bench, &["Contoso", "--key-fd", "0", "--qr", "x.png"], &[NEW]).code, 2);
}

#[test]
fn at_a_terminal_every_step_is_asked_for_and_no_secret_is_seen() {
    let bench = restored();
    let mut seat = Seat::take(&bench, &["sign-in", "Outlook"], &[]);
    seat.until("Passphrase:");
    seat.press(&format!("{OLD}\r"));
    seat.until("not the one of the service):");
    assert!(!seat.echoes());
    seat.press(&format!("{PASSWORD}\r"));
    let asked = seat.until("nothing is sent:");
    assert!(asked.contains("m•••@e•••.com") && asked.contains("67") && !asked.contains(EMAIL), "{asked}");
    seat.press(&format!("{EMAIL}\r"));
    seat.until("(yes/no)");
    seat.press("yes\r");
    // The same answers, for the other one: no.
    seat.until("Try the same answers on 1 more account");
    seat.press("no\r");
    seat.until("1 of 4 done");
    let (code, rest) = seat.ended();
    assert_eq!(code, 0, "{rest}");
    assert!(!rest.contains(PASSWORD));
    assert_eq!((standing(&bench, "Outlook").as_str(), standing(&bench, "Harbour Bank").as_str()), ("done", "sealed"));
}

#[cfg(feature = "remote")]
mod at_a_provider {
    use serde_json::{Value, json};

    use super::{NEW, list, restored, sign_in, standing};
    use crate::bench::{Bench, OLD, PULIH, Ran, finish};
    use crate::person::{browser, follow, opened, set_clock, settings};
    use crate::stand::{CLIENT, Stand};

    /// A restored vault, and a provider for `Contoso` and `Fabrikam`.
    fn with_provider() -> (Bench, Stand) {
        let (bench, stand) = (restored(), Stand::open());
        set_clock(&stand);
        stand.plan().device.insert("interval", json!(1));
        bench.file("config.toml", settings(&stand.address, CLIENT, &["Contoso", "Fabrikam"]));
        (bench, stand)
    }

    /// What is pinned of who signed in, and how far the account is.
    fn assert_confirmed(bench: &Bench, account: &str) {
        assert_eq!(standing(bench, account), "add-key");
        let badges = bench.json(&["list"], &[OLD]);
        let badge = badges.as_array().unwrap().iter().find(|one| one["issuer"] == account).unwrap();
        assert_eq!((&badge["badge"], &badge["state"]), (&json!("confirmed"), &json!("missing")));
        assert_eq!(bench.ran(&["code", account], &[OLD]).code, 6, "signing in alone brings no code");
    }

    #[test]
    fn a_code_for_any_device_confirms_the_person_and_the_key_comes_after_it() {
        let (bench, _stand) = with_provider();
        let ran = sign_in(&bench, &["Contoso", "--device", "--yes"], &[]);
        assert!(ran.err.contains("WDJB-MJHT") && ran.err.contains("/enter"), "{}", ran.err);
        assert!(ran.err.contains("Only enter a code that you have just asked for."), "{}", ran.err);
        assert!(ran.err.contains("kim@example.com signed in") && ran.err.contains("a second factor: pwd, otp, mfa"));
        // There is nobody who could be asked for the key. What is done stays done.
        assert!(ran.refused(2).contains("--key-fd"));
        assert_confirmed(&bench, "Contoso");
        let ran = sign_in(&bench, &["Contoso", "--key-fd", "0", "--accepted", "--json"], &[NEW]);
        let said: Value = serde_json::from_str(&ran.done()).unwrap();
        assert_eq!((&said["done"], &said["all"]), (&json!(1), &json!(4)));
        assert_eq!(said["accounts"].as_array().unwrap().len(), 1, "of those that were asked for");
        assert_eq!(said["accounts"][0]["standing"], "done");
    }

    #[test]
    fn both_at_once_the_code_and_then_the_key() {
        let (bench, stand) = with_provider();
        sign_in(&bench, &["Contoso", "--device", "--yes", "--key-fd", "0", "--accepted"], &[NEW]).done();
        assert!(stand.plan().asked.iter().any(|(path, _)| path == "/device"));
        assert_eq!((standing(&bench, "Contoso"), list(&bench).0), ("done".to_owned(), 1));
    }

    /// The command in a computer with a desktop, while a person goes to the page that it opens.
    fn by_browser(bench: &Bench, args: &[&str], lines: &[&str]) -> (Ran, String) {
        let folder = bench.path("bin");
        std::fs::create_dir_all(&folder).unwrap();
        browser(&folder);
        let mut command = bench.command(PULIH);
        command.env("PATH", &folder).env("DISPLAY", ":0");
        command.args(bench.places()).args(["--passphrase-fd", "0", "sign-in"]).args(args);
        let lines: Vec<String> = [OLD].iter().chain(lines).map(|line| (*line).to_owned()).collect();
        let running =
            std::thread::spawn(move || finish(command, &lines.iter().map(String::as_str).collect::<Vec<_>>()));
        let page = follow(&opened(&folder));
        (running.join().unwrap(), page)
    }

    #[test]
    fn the_browser_is_opened_and_what_it_brings_back_confirms_the_person() {
        let (bench, stand) = with_provider();
        let (ran, page) = by_browser(&bench, &["Fabrikam", "--yes"], &[]);
        assert!(page.contains("200"), "{page}");
        assert!(ran.refused(2).contains("--key-fd"));
        assert_confirmed(&bench, "Fabrikam");
        assert!(
            stand.plan().asked.iter().any(|(path, values)| path == "/token" && values.contains_key("code_verifier"))
        );
        sign_in(&bench, &["Fabrikam", "--key-fd", "0", "--accepted"], &[NEW]).done();
        assert_eq!(standing(&bench, "Fabrikam"), "done");
    }

    #[test]
    fn another_person_is_refused_and_nothing_is_kept() {
        let (bench, stand) = with_provider();
        stand.plan().claims.insert("email", json!("alex@example.com"));
        let ran = sign_in(&bench, &["Contoso", "--device", "--yes", "--key-fd", "0"], &[NEW]);
        assert!(ran.refused(1).contains("alex@example.com"));
        assert_eq!(standing(&bench, "Contoso"), "sign-in");
    }

    #[test]
    fn without_a_yes_nobody_is_taken_for_the_person() {
        let (bench, _stand) = with_provider();
        assert!(sign_in(&bench, &["Contoso", "--device"], &[]).refused(2).contains("--yes"));
        assert_eq!(standing(&bench, "Contoso"), "sign-in");
    }
}
