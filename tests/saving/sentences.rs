//! What went wrong is said in sentences of its own, in each language.

use std::collections::BTreeSet;
use std::path::Path;

use pulih::edge::{BorrowedRights, NoHome};
use pulih::formats::PictureError::{NoCode, NotAPicture, TooLarge, Unavailable};
use pulih::ops::{LoadError, SaveError, SessionRemark};
use pulih::ports::{ClipboardError, ConsoleError, FileError, FileErrorKind, KeyStoreError, ScanError};
use pulih::text::Explain;
use pulih::vault::{OpenError, ParseError, SealError};
use pulih::words::{Catalog, Language};

const LANGUAGES: [Language; 3] = [Language::En, Language::Id, Language::Sv];

#[test]
fn damaged_wrong_passphrase_foreign_newer_and_unreadable_are_five_sentences() {
    let denied = FileError::new(FileErrorKind::Denied, Path::new("/home/mira/v.pulih"));
    let five: [&dyn Explain; 5] = [
        &LoadError::Parse(ParseError::Damaged),
        &OpenError::WrongKey,
        &LoadError::Parse(ParseError::NotAVault),
        &LoadError::Parse(ParseError::TooNew { found: 2 }),
        &LoadError::File(denied),
    ];
    for language in LANGUAGES {
        let catalog = Catalog::new(language);
        let said: BTreeSet<String> = five.iter().map(|error| catalog.say(&error.what())).collect();
        let helps: BTreeSet<String> = five.iter().map(|error| catalog.say(&error.fix().unwrap())).collect();
        assert_eq!((said.len(), helps.len()), (5, 5), "{language:?}: {said:?} {helps:?}");
    }
}

/// Every error of files, saving and services, each once.
fn everything() -> Vec<Box<dyn Explain>> {
    use FileErrorKind as K;
    let path = Path::new("/home/mira/v.pulih");
    let kinds = [
        K::Denied,
        K::Exists,
        K::Full,
        K::Locked,
        K::NotAFolder,
        K::NotFound,
        K::NotOurs,
        K::NotRegular,
        K::OpenFolder,
        K::Other("input/output error".to_owned()),
        K::TooLarge,
        K::Unsupported,
    ];
    let mut all: Vec<Box<dyn Explain>> = Vec::new();
    for kind in kinds {
        all.push(Box::new(FileError::new(kind.clone(), path)));
        all.push(Box::new(SaveError::File(FileError::new(kind, path))));
    }
    all.extend([LoadError::None].map(|error| Box::new(error) as Box<dyn Explain>));
    let saves = [
        SaveError::ChangedElsewhere,
        SaveError::Exists,
        SaveError::ReadBack,
        SaveError::ReadOnly,
        SaveError::Seal(SealError::TooLarge),
        SaveError::Unopenable(OpenError::Damaged),
    ];
    all.extend(saves.map(|error| Box::new(error) as Box<dyn Explain>));
    all.extend([ClipboardError::None, ClipboardError::NotText].map(|error| Box::new(error) as Box<dyn Explain>));
    let consoles = [ConsoleError::BadFd(7), ConsoleError::BadLine, ConsoleError::Left, ConsoleError::NoTerminal];
    all.extend(consoles.map(|error| Box::new(error) as Box<dyn Explain>));
    let stores = [KeyStoreError::Absent, KeyStoreError::Locked, KeyStoreError::NotAKey];
    all.extend(stores.map(|error| Box::new(error) as Box<dyn Explain>));
    let scans: [ScanError; 5] =
        [ScanError::NoScreen, NoCode.into(), NotAPicture.into(), TooLarge.into(), Unavailable.into()];
    all.extend(scans.map(|error| Box::new(error) as Box<dyn Explain>));
    all.push(Box::new(BorrowedRights));
    all.push(Box::new(NoHome));
    all
}

#[test]
fn each_error_has_a_sentence_of_its_own_in_each_language() {
    for language in LANGUAGES {
        let catalog = Catalog::new(language);
        let mut said = BTreeSet::new();
        for error in everything() {
            let what = catalog.say(&error.what());
            let fix = error.fix().map(|fix| catalog.say(&fix));
            assert!(what.ends_with('.') && is_said(&what), "{language:?}: {what}");
            assert!(fix.as_ref().is_none_or(|fix| fix.ends_with(['.', ')']) && is_said(fix)), "{fix:?}");
            assert!(said.insert(what.clone()), "{language:?}: said twice: {what}");
        }
    }
}

#[test]
fn each_remark_has_a_sentence_and_numbers_agree() {
    let catalog = Catalog::new(Language::En);
    let older = |by| catalog.say(&SessionRemark::Older { by }.text().unwrap());
    assert_eq!(older(1), "This vault is 1 save older than the one last used on this computer.");
    assert_eq!(older(41), "This vault is 41 saves older than the one last used on this computer.");
    let remarks = [
        SessionRemark::FirstUseHere,
        SessionRemark::Forked,
        SessionRemark::HardLinked,
        SessionRemark::MarkUnreadable,
        SessionRemark::NotConfirmed,
        SessionRemark::NotMarked,
        SessionRemark::Older { by: 2 },
    ];
    for language in LANGUAGES {
        let catalog = Catalog::new(language);
        let said: BTreeSet<String> = remarks.iter().map(|remark| catalog.say(&remark.text().unwrap())).collect();
        assert_eq!(said.len(), remarks.len());
        assert!(said.iter().all(|said| said.ends_with('.') && is_said(said)), "{said:?}");
    }
}

/// A catalogue shows an id it lacks in angle brackets.
fn is_said(sentence: &str) -> bool {
    ["<err-", "<fix-", "<remark-", "{", "!"].iter().all(|slip| !sentence.contains(slip))
}
