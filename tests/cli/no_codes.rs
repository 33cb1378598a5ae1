//! No command gives a code, or a key, of an account that is not ready: the test knows the keys that are sealed or were lost, and
//! with them every code that could come out. Each command of the program stands in the table.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{SystemTime, UNIX_EPOCH};

use data_encoding::{BASE32, BASE64, HEXLOWER};

use crate::bench::{Bench, OLD};
use crate::oath::Key;
use crate::sign_in::{EMAIL, PASSWORD, RECOVERY, WAITING, restored_with};

/// Eight digits meet others by chance once in a hundred million.
const EIGHT: &str = "&digits=8";

/// What must never come out: every code from a while ago until long after the test, and the keys in the spellings of all formats.
fn forbidden() -> BTreeSet<String> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
    let times = (now - 300..now + 3_600).step_by(30).chain([59, 1_111_111_111]);
    let mut all = BTreeSet::new();
    for (service, secret) in WAITING {
        let key = Key::of(&format!("otpauth://totp/x?secret={secret}&issuer={service}{EIGHT}")).unwrap();
        for code in times.clone().map(|unix| key.code_at(unix)) {
            all.insert(format!("{} {}", &code[..4], &code[4..]));
            all.insert(code);
        }
        let bytes = data_encoding::BASE32_NOPAD.decode(secret.as_bytes()).unwrap();
        let hex = HEXLOWER.encode(&bytes);
        all.extend([secret.to_owned(), secret.to_lowercase(), hex.to_uppercase(), hex]);
        all.extend([BASE32.encode(&bytes), BASE64.encode(&bytes)]);
        // The bytes themselves, as far as they are text to anybody.
        let numbers: Vec<String> = bytes.iter().map(|byte| byte.cast_signed().to_string()).collect();
        all.insert(numbers.join(","));
    }
    all
}

/// The arguments of a run, and the lines on its standard input after the passphrase.
type Run = (Vec<String>, Vec<&'static str>);

/// The runs of each command, by its name.
fn table(bench: &Bench) -> BTreeMap<&'static str, Vec<Run>> {
    let mut table: BTreeMap<&'static str, Vec<Run>> = BTreeMap::new();
    let mut add = |name: &'static str, args: &str, lines: &[&'static str]| {
        let args = args.split_whitespace().map(str::to_owned).collect();
        table.entry(name).or_default().push((args, lines.to_vec()));
    };
    // One that is sealed and one of which only the name is here.
    for (service, _) in &WAITING[..2] {
        for how in ["", " --next", " --at 1111111111", " --copy"] {
            add("code", &format!("{service}{how}"), &[]);
        }
        for how in ["", " --qr", " --uri"] {
            add("show", &format!("{service}{how}"), &[]);
        }
        add("pin", service, &[]);
        add("edit", &format!("{service} --note later"), &[]);
        add("protect", &format!("{service} --standard --yes"), &[]);
        add("group", &format!("put {service} Home"), &[]);
        // A wrong password, something that is no key.
        add("sign-in", &format!("{service} --password-fd 0 --contact-fd 0"), &["nobody knows", EMAIL]);
        add("sign-in", &format!("{service} --key-fd 0"), &["no key at all"]);
    }
    for args in ["list", "add Home", "rename Home House", "rm House"] {
        add("group", args, &[]);
    }
    add("sign-in", "", &[]);
    add("sign-in", "--all", &[]);
    add("list", "", &[]);
    add("add", "--uri-fd 0", &["otpauth://totp/New:kim?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=New"]);
    add("words", "", &[]);
    add("doctor", "", &[]);
    add("keystore", "off", &[]);
    add("completions", "bash", &[]);
    add("man", "", &[]);
    add("help", "restore", &[]);
    add("init", "", &[]);
    add("passwd", "--new-passphrase-fd 0", &[OLD]);
    let (old, first) = (bench.path("old").display().to_string(), bench.path("first").display().to_string());
    let account = "--account mira --recovery-password-fd 0";
    add("backup", &format!("setup --place {old} {account} --kdf-memory 64 --kdf-time 3"), &[RECOVERY]);
    for args in ["now --yes", "list", "verify --all", "status", "places", "off --yes"] {
        add("backup", args, &[]);
    }
    add("backup", "drill --recovery-password-fd 0", &[RECOVERY]);
    let restore = format!("--from {first} {account} --merge --plan");
    add("restore", &restore, &[RECOVERY]);
    add("export", "--to aegis-plain x --dry-run", &[]);
    add("import", &format!("{} --dry-run --show-secrets", crate::bench::sample("uris.txt")), &[]);
    for args in ["rm", "trash"] {
        add(args, if args == "rm" { "Outlook Contoso" } else { "list" }, &[]);
    }
    add("trash", "restore Outlook", &[]);
    add("trash", "empty --yes", &[]);
    add("sign-out", "--yes", &[]);
    table
}

/// Every format that can be written, as the program names them.
fn formats(bench: &Bench) -> Vec<String> {
    let said = bench.bare(&["export", "--to", "no-such-format", "x"], &[]).err;
    let list = said.split_once(": ").and_then(|(_, rest)| rest.lines().next()).unwrap_or_default();
    let names = list.split([',', ' ', '\n', '[', ']', '.']).map(str::trim);
    let is_name = |name: &&str| name.contains(|letter: char| letter.is_ascii_lowercase()) && !name.starts_with('-');
    names.filter(is_name).map(str::to_owned).collect()
}

/// The commands that `--help` names.
fn commands(bench: &Bench) -> BTreeSet<String> {
    let help = bench.bare(&["--help"], &[]).done();
    let list = help.split_once("Commands:\n").unwrap().1.split("\n\n").next().unwrap().to_owned();
    list.lines().filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

#[test]
fn no_command_gives_a_code_or_a_key_of_an_account_that_is_not_ready() {
    let (forbidden, first) = (forbidden(), restored_with(EIGHT));
    let table = table(&first);
    let named: BTreeSet<String> = table.keys().map(|name| (*name).to_owned()).collect();
    assert_eq!(named, commands(&first), "a new command needs its lines in the table");
    let vault = std::fs::read(first.vault()).unwrap();
    let mut runs = 0;
    for (name, lines_of) in table {
        // A computer for each command, on which one line follows the other.
        let bench = Bench::with_vault(&vault);
        for (args, lines) in lines_of {
            let args: Vec<&str> = [name].into_iter().chain(args.iter().map(String::as_str)).collect();
            let lines: Vec<&str> = [OLD].into_iter().chain(lines).collect();
            for more in [&[][..], &["--json"]] {
                let ran = bench.ran(&[&args, more].concat(), &lines);
                assert_quiet(&forbidden, &ran.out, &format!("{args:?} {more:?}, as a result"));
                assert_quiet(&forbidden, &ran.err, &format!("{args:?} {more:?}, as a note"));
                runs += 1;
            }
        }
    }
    assert!(runs > 80, "only {runs} runs");
}

#[test]
fn no_format_carries_a_code_or_a_key_of_an_account_that_is_not_ready() {
    let (forbidden, bench) = (forbidden(), restored_with(EIGHT));
    let formats = formats(&bench);
    assert!(formats.len() > 20, "{formats:?}");
    for format in formats {
        let file = bench.path(&format).display().to_string();
        let args = ["export", "--to", &format, &file, "--yes", "--force"];
        let plain = bench.ran(&args, &[OLD]);
        // A locked file wants a password; what is in it is compared as far as it can be read.
        let ran = match plain.code {
            0 | 8 => plain,
            _ => bench.ran(&[&args[..], &["--file-password-fd", "0"]].concat(), &[OLD, RECOVERY]),
        };
        assert!(matches!(ran.code, 0 | 8), "{format}: {ran:?}");
        let mut found = 0;
        for entry in std::fs::read_dir(bench.path("")).unwrap().map(|entry| entry.unwrap()) {
            if entry.file_name().to_string_lossy().starts_with(format.as_str()) {
                let bytes = std::fs::read(entry.path()).unwrap();
                assert_quiet(&forbidden, &String::from_utf8_lossy(&bytes), &format);
                found += 1;
            }
        }
        assert!(found > 0, "{format} was not written");
    }
}

#[track_caller]
fn assert_quiet(forbidden: &BTreeSet<String>, text: &str, place: &str) {
    let found = forbidden.iter().find(|secret| text.contains(secret.as_str()));
    assert_eq!(found, None, "{place}");
}

#[test]
fn what_would_be_found_is_found_once_the_account_is_ready() {
    let (forbidden, bench) = (forbidden(), restored_with(EIGHT));
    let answers = ["sign-in", "Outlook", "--password-fd", "0", "--contact-fd", "0"];
    let ran = bench.ran(&answers, &[OLD, PASSWORD, EMAIL]);
    assert!(forbidden.contains(ran.out.trim()), "{ran:?}");
    let shown = bench.ran(&["show", "Outlook", "--uri"], &[OLD]).done();
    assert!(forbidden.iter().any(|secret| shown.contains(secret.as_str())), "{shown}");
}
