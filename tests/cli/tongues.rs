//! Languages, help, completions, the manual: all of them from the same definitions.

use crate::bench::{Bench, OLD, PULIH, finish};

const COMMANDS: [&str; 18] = [
    "init",
    "list",
    "code",
    "show",
    "add",
    "edit",
    "rm",
    "trash",
    "group",
    "pin",
    "import",
    "export",
    "passwd",
    "words",
    "keystore",
    "doctor",
    "completions",
    "man",
];

#[test]
fn the_language_is_the_flags_then_the_settings_then_the_systems() {
    let bench = Bench::empty();
    let said = |lang: &str, args: &[&str]| {
        let mut command = bench.command(PULIH);
        command.env("LANG", lang).args(bench.places()).args(args).args(["list", "--passphrase-fd", "0"]);
        finish(command, &[OLD]).refused(1)
    };
    assert!(said("sv_SE.UTF-8", &[]).contains("valv"));
    assert!(said("id_ID.UTF-8", &[]).contains("brankas"));
    assert!(said("C", &[]).contains("vault"));
    bench.file("config.toml", "language = \"id\"\n");
    assert!(said("sv_SE.UTF-8", &[]).contains("brankas"));
    assert!(said("sv_SE.UTF-8", &["--lang", "en"]).contains("vault"));
    assert!(said("sv_SE.UTF-8", &["--lang=en"]).contains("vault"));
}

#[test]
fn help_names_every_command_in_every_language() {
    let bench = Bench::empty();
    for (lang, word) in [("en", "Usage:"), ("sv", "Användning:"), ("id", "Pemakaian:")] {
        let help = bench.bare(&["--lang", lang, "--help"], &[]).done();
        assert!(help.contains(word), "{help}");
        for command in COMMANDS {
            assert!(help.contains(&format!("  {command} ")), "{lang}: {command}");
            let own = bench.bare(&["--lang", lang, command, "--help"], &[]).done();
            assert!(own.contains(word) && !own.contains("Print help") || lang == "en", "{own}");
        }
    }
}

#[test]
fn every_shell_gets_its_completions_with_every_command() {
    let bench = Bench::empty();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = bench.bare(&["completions", shell], &[]).done();
        for command in COMMANDS {
            assert!(script.contains(command), "{shell}: {command}");
        }
    }
    bench.bare(&["completions", "dos"], &[]).refused(2);
}

#[test]
fn the_manual_has_a_page_for_the_program_and_for_each_command() {
    let bench = Bench::empty();
    assert!(bench.bare(&["man"], &[]).done().contains(".TH pulih"));
    for command in COMMANDS {
        let page = bench.bare(&["man", command], &[]).done();
        assert!(page.contains(&format!("pulih-{command}")), "{page}");
    }
    assert!(bench.bare(&["man", "trash", "restore"], &[]).done().contains("pulih-trash-restore"));
    bench.bare(&["man", "nothing"], &[]).refused(2);
}

#[test]
fn every_page_of_the_manual_has_the_exit_codes_and_the_environment_in_every_language() {
    let bench = Bench::empty();
    for (lang, exits, askpass) in [
        ("en", "Wrong passphrase", "in place of the terminal"),
        ("sv", "Fel lösenfras", "i terminalens ställe"),
        ("id", "Frasa sandi", "menggantikan terminal"),
    ] {
        for command in [&["man"][..], &["man", "import"]] {
            let args = [&["--lang", lang], command].concat();
            let page = bench.bare(&args, &[]).done();
            assert!(page.contains("PULIH_ASKPASS") && page.contains("\\fB9\\fR"), "{page}");
            assert!(page.contains(exits) && page.contains(askpass), "{page}");
        }
    }
}

#[test]
fn without_a_terminal_the_face_says_so() {
    let said = Bench::empty().bare(&[], &[]).refused(1);
    assert!(said.contains("--help"), "{said}");
}

#[test]
fn the_version_is_that_of_the_package() {
    assert_eq!(Bench::empty().bare(&["-V"], &[]).done().trim(), concat!("pulih ", env!("CARGO_PKG_VERSION")));
}
