use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::{Index, Marks, marks};
use crate::account::{Account, AccountId, Book, Credential, EnrolHint};
use crate::moment::Moment;
use crate::otp::{Algorithm, Digits, OtpKey, OtpParams, Period};
use crate::secret::Secret;
use crate::text::fold;

const NOW: Moment = Moment::from_unix(1_700_000_000);

fn ready(id: u128, issuer: &str, name: &str) -> Account {
    let key = OtpKey::new(Secret::copied(&[7; 20])).expect("a key of 20 bytes");
    let params = OtpParams::Totp { key, algorithm: Algorithm::Sha1, digits: Digits::SIX, period: Period::THIRTY };
    Account::ready(AccountId(id.to_be_bytes()), issuer, name, params, NOW)
}

fn book() -> Book {
    let mut accounts = vec![
        ready(0, "GitHub", "anna@example.com"),
        ready(1, "Gitea (self-hosted)", "anna@git.example.net"),
        ready(2, "Försäkringskassan", "anna"),
        ready(3, "Digitec", "bo@example.com"),
        ready(4, "Git", "cy"),
        ready(5, "Банк", "анна"),
    ];
    accounts[0].groups = vec!["Work".into(), "My money".into()];
    accounts[1].groups = vec!["Homework".into()];
    accounts[3].note = "Bought the hub there.\nNeeds a new battery".into();
    accounts[4].credential = Credential::Missing(EnrolHint::default());
    Book::new(accounts, vec!["Empty".into()])
}

fn found(query: &str) -> Vec<u8> {
    let book = book();
    Index::new(&book).search(query).iter().map(|hit| book.all()[hit.row].id.0[15]).collect()
}

#[test]
fn nothing_typed_shows_everything_in_the_books_order() {
    assert_eq!(found("  "), [0, 1, 2, 3, 4, 5]);
    assert!(Index::new(&book()).search("").iter().all(|hit| hit.score == 0));
}

#[test]
fn the_name_itself_comes_before_a_longer_one_and_that_before_the_middle_of_a_word() {
    assert_eq!(found("git"), [4, 0, 1, 3]);
    assert_eq!(found("gitea")[0], 1);
}

#[test]
fn letters_may_be_strewn_over_issuer_and_name_but_not_over_a_note() {
    assert_eq!(found("ghan"), [0, 1]);
    assert_eq!(found("hub"), [0, 3]);
    assert_eq!(found("bthe"), [] as [u8; 0]);
}

#[test]
fn every_word_must_be_found_and_their_order_does_not_matter() {
    assert_eq!(found("anna git"), [0, 1]);
    assert_eq!(found("git anna"), found("anna git"));
    assert_eq!(found("git nobody"), [] as [u8; 0]);
}

#[test]
fn marks_and_capitals_make_no_difference_in_any_script() {
    assert_eq!(found("forsak"), [2]);
    assert_eq!(found("FÖRSÄK"), [2]);
    assert_eq!(found("банк"), [5]);
    assert_eq!(found("бна"), [5]);
    // Two letters of Cyrillic share their first byte; half a letter is none.
    assert_eq!(found("я"), [] as [u8; 0]);
}

#[test]
fn a_group_is_meant_as_a_whole_when_there_is_one_of_that_name() {
    assert_eq!(found("#work"), [0]);
    assert_eq!(found("#wor"), [0, 1]);
    assert_eq!(found("#mymoney"), [0]);
    assert_eq!(found("#my-money anna"), [0]);
    assert_eq!(found("#work #homework"), [] as [u8; 0]);
    assert_eq!(found("#nogroup"), [] as [u8; 0]);
    assert_eq!(found("#empty"), [] as [u8; 0]);
    assert_eq!(found("#").len(), 6);
    assert_eq!(found("work"), [0, 1]);
}

#[test]
fn a_lone_exclamation_mark_keeps_the_accounts_that_need_the_person() {
    assert_eq!(found("!"), [4]);
    assert_eq!(found("! anna"), [] as [u8; 0]);
}

#[test]
fn the_trash_is_not_searched_and_a_row_is_a_place_in_the_book() {
    let mut book = book();
    assert!(book.delete(AccountId(1u128.to_be_bytes()), NOW));
    let index = Index::new(&book);
    assert_eq!(index.len(), 5);
    let rows: Vec<usize> = index.search("").iter().map(|hit| hit.row).collect();
    assert_eq!(rows, [0, 2, 3, 4, 5]);
    assert!(index.search("hosted").is_empty());
}

#[test]
fn a_query_of_rubbish_is_only_a_query() {
    for query in ["\u{1b}[2J", "\u{301}", "#\u{301}", "!!", &"x".repeat(100_000), "\u{202e}git"] {
        let _ = found(query);
    }
    assert_eq!(found("\u{202e}git"), found("git"));
}

#[test]
fn the_characters_that_matched_are_the_ones_a_person_typed() {
    let of = |id: u8, query: &str| marks(query, &book().all()[usize::from(id)]);
    assert_eq!(of(0, "hub"), Marks { issuer: vec![3, 4, 5], name: vec![] });
    assert_eq!(of(0, "ghan"), Marks { issuer: vec![0, 3], name: vec![0, 1] });
    assert_eq!(of(0, "example git"), Marks { issuer: vec![0, 1, 2], name: (5..12).collect() });
    assert_eq!(of(2, "saki"), Marks { issuer: vec![3, 4, 5, 7], name: vec![] });
    assert_eq!(of(5, "банк"), Marks { issuer: vec![0, 1, 2, 3], name: vec![] });
    assert_eq!(of(0, "#work nobody"), Marks::default());
}

/// Numbers that look like chance and are the same in every run (SplitMix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ mixed >> 31) % sides as u64).expect("a side of the dice")
    }

    fn word(&mut self, longest: usize) -> String {
        const LETTERS: [&str; 20] =
            ["a", "b", "e", "g", "i", "n", "o", "s", "t", "A", "G", "T", "ö", "É", "1", "2", ".", "-", "ß", "д"];
        (0..=self.roll(longest)).map(|_| LETTERS[self.roll(LETTERS.len())]).collect()
    }
}

#[test]
fn it_finds_what_another_matcher_finds() {
    let mut dice = Dice(2026);
    let accounts = (0..300).map(|id| {
        let mut account = ready(id, &dice.word(9), &dice.word(14));
        account.note = dice.word(30).into();
        account
    });
    let book = Book::new(accounts.collect(), Vec::new());
    let index = Index::new(&book);
    let mut matcher = Matcher::new(Config::DEFAULT);
    (matcher.config.ignore_case, matcher.config.normalize) = (false, false);
    let mut found_at_all = 0;
    for _ in 0..150 {
        let query = format!("{} {}", dice.word(2), dice.word(3));
        let mut ours: Vec<usize> = index.search(&query).iter().map(|hit| hit.row).collect();
        ours.sort_unstable();
        let theirs: Vec<usize> = book
            .all()
            .iter()
            .enumerate()
            .filter(|(_, account)| {
                let head = fold(&format!("{} {}", &*account.issuer, &*account.name));
                let note = fold(&account.note);
                fold(&query).split_whitespace().all(|word| strewn(&mut matcher, &head, word) || note.contains(word))
            })
            .map(|(row, _)| row)
            .collect();
        assert_eq!(ours, theirs, "{query}");
        found_at_all += theirs.len();
    }
    assert!(found_at_all > 1_000, "the queries hardly find anything: {found_at_all}");
}

fn strewn(matcher: &mut Matcher, text: &str, word: &str) -> bool {
    let (mut text_buffer, mut word_buffer) = (Vec::new(), Vec::new());
    matcher.fuzzy_match(Utf32Str::new(text, &mut text_buffer), Utf32Str::new(word, &mut word_buffer)).is_some()
}
