//! The services of a real computer: key store, clipboard, screen. Without one, a test says what it skipped; with
//! `PULIH_TEST_SERVICES` set to its name (`key-store`, `clipboard`, `screen`), being without it is a failure.
//! The scripts in tests/live bring each up and run this.
#![cfg(target_os = "linux")]
#![expect(clippy::disallowed_methods, reason = "programs of the desktop are started, and the environment is read")]
#![expect(clippy::print_stdout, clippy::unwrap_used, reason = "a test says what it checked, and fails by panicking")]

use std::env;

/// Whether this service has to be there.
fn is_required(service: &str) -> bool {
    env::var("PULIH_TEST_SERVICES").is_ok_and(|wanted| wanted.split(',').any(|wanted| wanted == service))
}

/// Says that a test was skipped, or fails where its service has to be there.
fn skip(service: &str, why: &str) {
    assert!(!is_required(service), "{service}: {why}");
    println!("skipped: {service}: {why}");
}

#[cfg(feature = "keystore")]
mod key_store {
    use pulih::edge::{self, Places, SystemKeyStore, read_surroundings};
    use pulih::ops;
    use pulih::ports::{KeyStore, KeyStoreError};
    use pulih::secret::{Key32, Passphrase};
    use pulih::vault::{KdfParams, Opener, SlotKind};

    use super::skip;

    /// A name that no vault has.
    const NAME: &str = "test-of-pulih";

    #[test]
    fn a_key_is_kept_found_replaced_and_forgotten() {
        let store = SystemKeyStore::new();
        match store.get(NAME) {
            Err(KeyStoreError::Absent) => return skip("key-store", "no key store answers here"),
            Err(error) => return skip("key-store", &format!("{error:?}")),
            Ok(_) => store.remove(NAME).unwrap(),
        }
        assert_eq!(store.get(NAME), Ok(None));
        for byte in [7, 9] {
            store.put(NAME, &Key32::copied(&[byte; 32]).unwrap()).unwrap();
            assert_eq!(store.get(NAME), Ok(Key32::copied(&[byte; 32])));
        }
        let elsewhere = SystemKeyStore::new();
        assert_eq!(elsewhere.get(NAME), Ok(Key32::copied(&[9; 32])), "also over another connection");
        store.remove(NAME).unwrap();
        store.remove(NAME).unwrap();
        assert_eq!(store.get(NAME), Ok(None));
        println!("checked: a key was kept, found over two connections, replaced and forgotten");
    }

    #[test]
    fn a_vault_opens_with_the_key_that_the_key_store_keeps() {
        if let Err(error) = SystemKeyStore::new().get(NAME) {
            return skip("key-store", &format!("{error:?}"));
        }
        let folder = tempfile::tempdir().unwrap();
        let at = Places {
            vault: folder.path().join("v.pulih"),
            state: folder.path().join("state"),
            config: folder.path().join("config.toml"),
        };
        let world = edge::world(&at, read_surroundings(), Vec::new());
        let passphrase = Passphrase::parse("correct horse battery staple").unwrap();
        let cost = KdfParams { memory_kib: 8 * 1024, passes: 1, lanes: 1 };
        let mut session = ops::create(&world, &at.vault, &passphrase, cost).unwrap();
        let key = session.vault_mut().add_key_store(&*world.entropy).unwrap();
        let name: String = session.vault().id().0.iter().map(|byte| format!("{byte:02x}")).collect();
        world.key_store.put(&name, &key).unwrap();
        session.save(&world).unwrap();
        drop((session, key));

        let kept = world.key_store.get(&name).unwrap().unwrap();
        let locked = ops::load(&world, &at.vault).unwrap();
        assert!(locked.slots().iter().any(|slot| slot.kind == SlotKind::KeyStore));
        let session = locked.open(&world, &Opener::KeyStore(&kept), false).unwrap();
        assert_eq!(session.vault().generation(), 2);
        world.key_store.remove(&name).unwrap();
        println!("checked: a vault opened with the key from the key store, without its passphrase");
    }
}

#[cfg(feature = "clipboard")]
mod clipboard {
    use std::io::Write;
    use std::process::{Command, Stdio};
    use std::thread;
    use std::time::{Duration, Instant};

    use pulih::edge::{PersonsClipboard, read_surroundings};
    use pulih::ports::{Clipboard, ClipboardRoute, CopiedTo};

    use super::skip;

    /// Waits until another program finds this on the clipboard: who owns it is told from program to program, and a
    /// tool may have ended before its claim was heard.
    fn others_see(text: &str) -> bool {
        let since = Instant::now();
        while since.elapsed() < Duration::from_secs(20) {
            if seen_by_others() == text {
                return true;
            }
            thread::yield_now();
        }
        false
    }

    /// What another program finds on the clipboard; nothing where it is empty.
    fn seen_by_others() -> String {
        let tool =
            if read_surroundings().is_wayland { vec!["wl-paste", "-n"] } else { vec!["xclip", "-o", "-sel", "c"] };
        let (program, args) = tool.split_first().unwrap();
        let output = Command::new(program).args(args).stderr(Stdio::null()).output().unwrap();
        if output.status.success() { String::from_utf8(output.stdout).unwrap() } else { String::new() }
    }

    /// Which sorts of content another program is offered.
    fn sorts() -> String {
        let tool = if read_surroundings().is_wayland {
            vec!["wl-paste", "--list-types"]
        } else {
            vec!["xclip", "-o", "-sel", "c", "-t", "TARGETS"]
        };
        let (program, args) = tool.split_first().unwrap();
        String::from_utf8(Command::new(program).args(args).output().unwrap().stdout).unwrap()
    }

    fn copied_by_another(text: &str) {
        let tool = if read_surroundings().is_wayland { vec!["wl-copy"] } else { vec!["xclip", "-i", "-sel", "c"] };
        let (program, args) = tool.split_first().unwrap();
        let mut child = Command::new(program).args(args).stdin(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
        child.wait().unwrap();
    }

    #[test]
    fn a_code_is_copied_as_a_secret_and_cleared_only_while_it_is_ours() {
        let around = read_surroundings();
        let board = PersonsClipboard::new(&around);
        if board.route() != ClipboardRoute::System {
            return skip("clipboard", "no desktop to copy to");
        }
        assert_eq!(board.copy("271828"), Ok(CopiedTo::System));
        assert!(others_see("271828"));
        assert!(sorts().contains("x-kde-passwordManagerHint"), "{}", sorts());
        board.clear("271828").unwrap();
        assert!(others_see(""), "cleared while it was ours");

        board.copy("314159").unwrap();
        assert!(others_see("314159"));
        copied_by_another("somebody else's");
        assert!(others_see("somebody else's"), "the other program's claim was heard");
        board.clear("314159").unwrap();
        assert_eq!(seen_by_others(), "somebody else's", "left alone when it is not ours any more");
        assert_eq!(board.text().unwrap().as_str(), "somebody else's");
        println!("checked: copied, marked as a secret, cleared, and somebody else's text left alone");
    }
}

mod terminal {
    use pulih::edge::{PersonsClipboard, read_surroundings};
    use pulih::ports::{Clipboard, ClipboardRoute, CopiedTo, Surroundings};

    use super::{is_required, skip};

    /// Only where it is asked for: it writes to the clipboard of whoever runs the tests.
    #[test]
    fn over_ssh_a_code_goes_to_the_terminal() {
        if !is_required("terminal") {
            return skip("terminal", "it would copy to your own clipboard");
        }
        let around = Surroundings { is_ssh: true, ..read_surroundings() };
        let board = PersonsClipboard::new(&around);
        assert_eq!(board.route(), ClipboardRoute::Terminal);
        let to = if around.is_tmux { CopiedTo::TerminalInTmux } else { CopiedTo::Terminal };
        assert_eq!(board.copy("161803"), Ok(to));
    }
}

#[cfg(feature = "qr")]
mod screen {
    use pulih::edge::{SystemScanner, read_surroundings};
    use pulih::ports::{ScanError, Scanner};

    use super::{is_required, skip};

    #[test]
    fn a_code_on_the_screen_is_read() {
        match SystemScanner::new(&read_surroundings()).scan_screen() {
            Ok(codes) => {
                // What tests/live/desktop.sh lays on its screen.
                let shown = "otpauth://totp/Example:mira?secret=GEZDGNBVGY3TQOJQ&issuer=Example";
                assert!(!is_required("screen") || codes.iter().any(|code| code.as_str() == shown));
                println!("checked: {} on the screen", codes.len());
            }
            Err(ScanError::NoScreen) => skip("screen", "no way to see the screen"),
            Err(error) => skip("screen", &format!("{error:?}")),
        }
    }
}
