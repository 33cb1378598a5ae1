//! Adding by form, by link, and by import.

use crate::tui::testing::{Bench, NOW};

const LINK: &str =
    "otpauth://totp/Fjordmail:anna%40example.com?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Fjordmail";

#[test]
fn a_link_pasted_on_the_accounts_fills_the_form_and_enter_adds_it() {
    let mut bench = Bench::open();
    bench.paste(LINK);
    let screen = bench.screen();
    assert!(screen.contains("Fjordmail") && screen.contains("anna@example.com"), "{screen}");
    assert!(!screen.contains("JBSWY"), "the key is never shown");
    assert_eq!(bench.saves(), 0);
    bench.press("enter").answer();
    assert_eq!((bench.home().shelf.len(), bench.saves()), (9, 1));
    let account = bench.home().chosen().unwrap();
    assert_eq!((account.title(), &*account.name), ("Fjordmail", "anna@example.com"));
    assert!(account.code_at(NOW).is_ok());
}

#[test]
fn the_form_adds_what_was_typed() {
    let mut bench = Bench::open();
    bench.press("a").type_text("jbsw y3dp ehpk 3pxp jbsw y3dp ehpk 3pxp").press("tab").type_text("Fjordmail");
    bench.press("tab").type_text("bo").press("tab tab tab tab").type_text("8").press("tab enter").answer();
    let account = bench.home().chosen().unwrap();
    assert_eq!((account.title(), &*account.name), ("Fjordmail", "bo"));
    assert_eq!(account.params().unwrap().digits(), 8);
}

#[test]
fn a_key_that_is_none_is_said_so_and_nothing_is_added() {
    let mut bench = Bench::open();
    bench.press("a").type_text("not base 32 !!!").press("tab").type_text("X").press("backtab backtab enter").answer();
    assert_eq!((bench.home().shelf.len(), bench.saves()), (8, 0));
}

#[test]
fn the_rows_of_the_form_follow_the_type_of_code() {
    let mut bench = Bench::open();
    bench.press("a tab tab tab tab");
    assert!(bench.screen().contains("Seconds"));
    bench.press("right");
    assert!(bench.screen().contains("Counter") && !bench.screen().contains("Seconds"));
    bench.press("right");
    assert!(!bench.screen().contains("Digits"));
}

#[test]
fn a_text_that_is_no_link_is_not_swallowed_in_silence() {
    let mut bench = Bench::open();
    bench.paste("hello\u{1b}[201~q");
    assert!(bench.screen().contains("What was pasted is no setup link."));
    assert_eq!(bench.home().shelf.len(), 8);
}

#[test]
fn several_links_pasted_are_an_import_with_a_preview() {
    let mut bench = Bench::open();
    bench.paste(&format!("{LINK}\nnonsense\notpauth://totp/Second:bo?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\n"));
    let screen = bench.screen();
    assert!(screen.contains("2 new, 0 here already, 0 differ, 1 not readable."), "{screen}");
    assert_eq!(bench.home().shelf.len(), 8);
    bench.press("enter").answer();
    assert_eq!((bench.home().shelf.len(), bench.saves()), (10, 1));
    assert!(bench.screen().contains("2 added"));
}

#[test]
fn an_unticked_account_stays_out() {
    let mut bench = Bench::open();
    bench.paste(&format!("{LINK}\notpauth://totp/Second:bo?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\n"));
    bench.press("space enter").answer();
    assert_eq!(bench.home().shelf.len(), 9);
}

#[test]
fn esc_leaves_form_and_import_without_a_trace() {
    let mut bench = Bench::open();
    bench.paste(LINK).press("esc y");
    bench.press("i esc a esc t esc S esc ? esc");
    assert!(bench.home().over.is_none() && bench.model.help.is_none());
    assert_eq!((bench.home().shelf.len(), bench.saves()), (8, 0));
}

#[test]
fn esc_asks_before_a_form_with_something_in_it_is_left() {
    let filled = |fill: &dyn Fn(&mut Bench)| {
        let mut bench = Bench::open();
        fill(&mut bench);
        bench.press("esc");
        bench
    };
    let typed = |keys: &'static str| {
        move |bench: &mut Bench| {
            bench.press("a").press(keys);
        }
    };
    let pasted = |bench: &mut Bench| {
        bench.paste(LINK);
    };
    let ways: [&dyn Fn(&mut Bench); 4] = [&pasted, &typed("q"), &typed("tab x"), &typed("tab tab tab tab right")];
    for fill in ways {
        let mut bench = filled(fill);
        assert!(bench.screen().contains("What you typed here is not saved."), "{}", bench.screen());
        bench.press("n");
        assert!(bench.home().over.is_some() && bench.home().question.is_none());
        bench.press("esc y");
        assert!(bench.home().over.is_none() && bench.home().shelf.len() == 8);
    }
    assert!(filled(&typed("tab tab")).home().over.is_none(), "nothing was typed");
}

#[test]
fn at_any_size_the_row_with_the_focus_and_what_is_wrong_are_seen() {
    for (width, height) in [(40, 10), (60, 10), (60, 12), (80, 24)] {
        let mut bench = Bench::open_with(Vec::new(), crate::words::Language::En, width, height);
        bench.press("a backtab");
        let screen = bench.screen();
        assert!(screen.contains("Seconds"), "{width}x{height}: {screen}");
        assert!(screen.lines().last().is_some_and(|footer| footer.contains("Esc leave")), "{screen}");
        bench.press("enter");
        let screen = bench.screen();
        assert!(screen.contains("Seconds") && screen.contains("The key"), "{width}x{height}: {screen}");
        assert!(screen.lines().last().is_some_and(|footer| footer.contains("Esc leave")), "{screen}");
        bench.press("tab");
        assert!(bench.screen().contains("Key "), "{width}x{height}: {}", bench.screen());
    }
}
