//! Codes that a service refuses, on the command line: the clock by a server, its correction, the counter, the old key; and what
//! is left where no provider can be used.

use std::io::{Read, Write};
use std::net::TcpListener;

use pulih::moment::Moment;

use crate::bench::{Bench, OLD};
use crate::terminal::Seat;

const NEW: &str = "JRZCL47CMXVOQMNPZR2F7J4RGI";

/// A server whose clock is so many seconds ahead of ours. Its address; it answers once.
fn server(ahead: i64) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let (mut heard, mut piece) = (String::new(), [0; 1024]);
        while !heard.contains("\r\n\r\n") {
            let read = stream.read(&mut piece).unwrap();
            heard.push_str(&String::from_utf8_lossy(&piece[..read]));
        }
        let answer = format!("HTTP/1.1 404 x\r\nDate: {}\r\nContent-Length: 0\r\n\r\n", date(now() + ahead));
        stream.write_all(answer.as_bytes()).unwrap();
    });
    address
}

fn now() -> i64 {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
    i64::try_from(now.as_secs()).unwrap()
}

/// As servers write it; nobody looks at the day of the week.
fn date(unix: i64) -> String {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let at = Moment::from_unix(unix).calendar();
    let month = MONTHS[usize::from(at.month) - 1];
    format!("Mon, {:02} {month} {:04} {:02}:{:02}:{:02} GMT", at.day, at.year, at.hour, at.minute, at.second)
}

/// The correction that stands in the settings file.
fn kept(bench: &Bench) -> i64 {
    let text = std::fs::read_to_string(bench.path("config.toml")).unwrap();
    let line = text.lines().find_map(|line| line.strip_prefix("clock-correction = "));
    line.map_or(0, |number| number.parse().unwrap())
}

fn with_settings() -> Bench {
    let bench = Bench::new();
    bench.file("config.toml", "# mine\n");
    bench
}

#[cfg(feature = "remote")]
#[test]
fn a_clock_that_is_wrong_by_a_server_is_corrected_for_where_a_flag_says_so_and_taken_back() {
    let bench = with_settings();
    let far = 86_400;
    let args = ["sign-in", "Deno", "--refused", "--time-server", &server(far), "--correct-clock"];
    let (began, ran, ended) = timed(&bench, &args);
    assert!(ran.err.contains(" s behind"), "{}", ran.err);
    let by = kept(&bench);
    assert!((by - far).abs() < 30, "{by}");
    is_of(&bench, ran, began + by, ended + by);
    // Other commands compute with it too, until it is taken back.
    let (began, ran, ended) = timed(&bench, &["code", "Deno"]);
    is_of(&bench, ran, began + by, ended + by);
    bench.file("config.toml", "clock-correction = 0\n");
    let (began, ran, ended) = timed(&bench, &["code", "Deno"]);
    is_of(&bench, ran, began, ended);
}

/// A run, with the seconds before and after it, however long it takes.
fn timed(bench: &Bench, args: &[&str]) -> (i64, crate::bench::Ran, i64) {
    let began = now();
    let ran = bench.ran(args, &[OLD]);
    (began, ran, now())
}

/// Whether the code that was printed first is one of those between two moments.
fn is_of(bench: &Bench, ran: crate::bench::Ran, from: i64, to: i64) {
    let code = ran.done().lines().next().unwrap().trim().to_owned();
    let at = |step: i64| bench.ran(&["code", "Deno", "--at", &(step * 30).to_string()], &[OLD]).done();
    assert!((from.div_euclid(30)..=to.div_euclid(30)).any(|step| at(step).trim() == code), "{code}: {from} to {to}");
}

#[cfg(feature = "remote")]
#[test]
fn without_the_word_of_the_person_nothing_is_corrected() {
    let bench = with_settings();
    let ran = bench.ran(&["sign-in", "Deno", "--refused", "--time-server", &server(300), "--key-fd", "0"], &[OLD, NEW]);
    assert!(ran.err.contains(" s behind") && ran.err.contains("--correct-clock"), "{}", ran.err);
    ran.done();
    assert_eq!(kept(&bench), 0);
    let gone = bench.ran(&["sign-in", "Deno", "--refused", "--time-server", "http://127.0.0.1:1"], &[OLD]);
    assert!(gone.refused(1).contains("cannot be reached"));
    let away = bench.ran(&["sign-in", "Deno", "--refused", "--time-server", "http://login.example.com"], &[OLD]);
    assert!(away.refused(1).contains("encrypted"));
}

#[test]
fn a_counter_that_went_on_elsewhere_is_found_by_two_codes() {
    let bench = Bench::new();
    let codes: Vec<String> = [6, 7].map(|at| hotp(&bench, at)).to_vec();
    let typed = [OLD, &codes[0], &codes[1]];
    let ran = bench.ran(&["sign-in", "James", "--refused", "--codes-fd", "0"], &typed);
    assert!(ran.err.contains("--time-server"), "nobody was asked for the time, and it is said: {}", ran.err);
    ran.done();
    let shown = bench.json(&["show", "James"], &[OLD]);
    assert_eq!(shown["counter"], 8, "{shown}");
    let ran = bench.ran(&["sign-in", "James", "--refused", "--codes-fd", "0"], &[OLD, "111111", "222222"]);
    assert!(ran.refused(1).contains("not in a row"));
}

/// The code of a counter, by another vault with the same key.
fn hotp(_bench: &Bench, counter: u64) -> String {
    let other = Bench::empty();
    other.ran(&["init", "--kdf-memory", "64", "--kdf-time", "3"], &[OLD]).done();
    let uri = format!("otpauth://hotp/Issuu:James?secret=YOOMIXWS5GN6RTBPUFFWKTW5M4&issuer=Issuu&counter={counter}");
    other.ran(&["add", "--uri-fd", "0"], &[OLD, &uri]).done();
    other.ran(&["code", "James"], &[OLD]).done().trim().to_owned()
}

#[test]
fn a_key_that_came_to_the_wrong_account_is_taken_back_until_a_code_was_accepted() {
    let bench = Bench::new();
    let code = || bench.ran(&["code", "Deno", "--at", "1111111111"], &[OLD]).done();
    let before = code();
    bench.ran(&["sign-in", "Deno", "--refused", "--key-fd", "0"], &[OLD, NEW]).done();
    assert_ne!(code(), before);
    bench.ran(&["sign-in", "Deno", "--old-key"], &[OLD]);
    assert_eq!(code(), before);
    bench.ran(&["sign-in", "Deno", "--key-fd", "0", "--accepted"], &[OLD, NEW]).done();
    let ran = bench.ran(&["sign-in", "Deno", "--refused", "--key-fd", "0"], &[OLD, "5OM4WOOGPLQEF6UGN3CPEOOLWU"]);
    ran.done();
    bench.ran(&["sign-in", "Deno", "--accepted"], &[OLD]).done();
    bench.ran(&["sign-in", "Deno", "--old-key"], &[OLD]);
    assert_ne!(code(), before, "an accepted key needs no old one");
}

#[test]
fn that_codes_are_refused_is_noted_and_taken_back_by_one_flag_each() {
    let bench = Bench::new();
    let standing = || bench.json(&["sign-in"], &[OLD])["accounts"][0]["standing"].clone();
    let ran = bench.ran(&["sign-in", "Deno", "--refused"], &[OLD]);
    assert_eq!(ran.code, 6, "what is left to do is no mistake: {ran:?}");
    assert!(ran.err.contains("--key-fd"), "{}", ran.err);
    assert_eq!(standing(), "refused");
    bench.ran(&["sign-in", "Deno", "--accepted"], &[OLD]).done();
    assert_ne!(standing(), "refused");
    assert!(bench.json(&["show", "Deno"], &[OLD])["badge"].is_null());
    // It may be said twice.
    bench.ran(&["sign-in", "Deno", "--accepted"], &[OLD]).done();
}

#[test]
fn what_would_be_passed_over_is_refused() {
    let bench = Bench::new();
    let before = std::fs::read(bench.vault()).unwrap();
    for flags in [&["--waiting-until", "9"][..], &["--old-key"], &["--accepted"], &["--key-fd", "0"]] {
        let said = bench.ran(&[&["sign-in", "Deno"], flags].concat(), &[OLD]).refused(1);
        assert!(said.contains("Deno:Mason does not need this now.") && said.contains("--refused"), "{said}");
    }
    for flag in ["--accepted", "--letter", "--old-key", "--refused", "--device"] {
        let said = bench.ran(&["sign-in", flag], &[OLD]).refused(2);
        // Which account was refused is said by name, never of all.
        assert!(said.contains("ACCOUNT") && (flag == "--refused" || said.contains("--all")), "{said}");
    }
    assert_eq!(std::fs::read(bench.vault()).unwrap(), before);
    let letters = missing().ran(&["sign-in", "--all", "--letter"], &[OLD]).done();
    assert!(letters.contains("Contoso") && letters.contains("Fabrikam"), "{letters}");
}

#[test]
fn at_a_terminal_a_refused_code_is_asked_through() {
    let bench = Bench::new();
    let mut seat = Seat::take(&bench, &["sign-in", "Deno", "--refused"], &[]);
    seat.until("Passphrase");
    seat.press(&format!("{OLD}\r"));
    seat.until("Time elsewhere");
    seat.press("\r");
    seat.until("New key or its link");
    seat.press(&format!("{NEW}\r"));
    seat.until("Does the service accept this code?");
    seat.press("yes\r");
    let (code, _) = seat.ended();
    assert_eq!(code, 0);
}

// -- where the provider is not the way -----------------------------------------------------------------------------------

/// A vault with `Contoso`, of which only the name came back.
fn missing() -> Bench {
    crate::sign_in::restored()
}

#[test]
fn a_waiting_period_is_kept_said_and_over_in_time() {
    let bench = missing();
    let refused = bench.ran(&["sign-in", "Contoso", "--waiting-until", "2001-01-01"], &[OLD]).refused(1);
    assert!(refused.contains("That day is here or over already."), "{refused}");
    assert_eq!(bench.ran(&["sign-in", "Contoso", "--waiting-until", "1"], &[OLD]).code, 6);
    let badge = || bench.json(&["list", "Contoso"], &[OLD])[0]["badge"].clone();
    assert_eq!(badge(), "waiting");
    let plain = bench.ran(&["list"], &[OLD]).done();
    assert!(plain.contains("Waiting until "), "{plain}");
    // Two days later, by a clock that is corrected.
    bench.file("config.toml", "clock-correction = 172800\n");
    let ran = bench.ran(&["list", "Contoso"], &[OLD]);
    assert!(ran.err.contains("The waiting period of 1 account is over"), "{}", ran.err);
    assert_eq!(badge(), "sign-in");
}

#[test]
fn without_a_provider_the_reason_is_the_badge_and_a_text_for_the_administrator_is_there() {
    let bench = missing();
    let refused = bench.ran(&["sign-in", "Contoso", "--device"], &[OLD]).refused(1);
    assert!(refused.contains("No provider is set up for it.") && refused.contains("--letter"), "{refused}");
    assert_eq!(bench.json(&["list", "Contoso"], &[OLD])[0]["badge"], "stuck");
    let said = bench.json(&["sign-in"], &[OLD]);
    let row = said["accounts"].as_array().unwrap().iter().find(|row| row["issuer"] == "Contoso").cloned().unwrap();
    assert_eq!(row["standing"], "stuck");
    for (language, word) in [("en", "administrator"), ("sv", "nollställ"), ("id", "Mohon")] {
        let letter = bench.ran(&["sign-in", "Contoso", "--letter", "--lang", language], &[OLD]).done();
        assert!(letter.contains("http://127.0.0.1/") || letter.contains("RFC 8628"), "{letter}");
        assert!(letter.contains("Contoso") && (language == "en" || letter.contains(word)), "{letter}");
    }
}
