//! The one table of keys. Footer, help and `docs/keys.md` are read from it, so none of them can be wrong. What a person
//! has changed in it is the matter of [`crate::tui::keyboard`].

use crossterm::event::KeyCode;

use crate::tui::action::Action;
pub use crate::tui::context::Context;
use crate::tui::key::Key;

pub use crate::tui::mouse::MOUSE;

/// Where a binding is shown besides help.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Shown {
    /// In the footer, at the left, with this verb.
    Footer(&'static str),
    /// In help only.
    Help,
    /// In the footer, pinned to the right, with this verb.
    Pinned(&'static str),
}

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// Where it counts.
    pub context: Context,
    /// The keys that do it; the first is the one that footers show.
    pub keys: &'static [Key],
    /// The keys that do it when pressed one after the other.
    pub chords: &'static [&'static [Key]],
    /// What it does.
    pub action: Action,
    /// What help says of it.
    pub about: &'static str,
    /// Where it is shown.
    pub shown: Shown,
}

const fn row(context: Context, keys: &'static [Key], action: Action, about: &'static str, shown: Shown) -> Binding {
    Binding { context, keys, chords: &[], action, about, shown }
}

impl Binding {
    /// The same row, also done by keys that are pressed one after the other.
    const fn or(self, chords: &'static [&'static [Key]]) -> Self {
        Self { chords, ..self }
    }
}

const BACKSPACE: Key = Key::plain(KeyCode::Backspace);
const BACK_TAB: Key = Key::plain(KeyCode::BackTab);
const DELETE: Key = Key::plain(KeyCode::Delete);
const DOWN: Key = Key::plain(KeyCode::Down);
const END: Key = Key::plain(KeyCode::End);
const ENTER: Key = Key::plain(KeyCode::Enter);
const ESC: Key = Key::plain(KeyCode::Esc);
const F1: Key = Key::plain(KeyCode::F(1));
const F2: Key = Key::plain(KeyCode::F(2));
const F3: Key = Key::plain(KeyCode::F(3));
const G: Key = Key::of('g');
const HOME: Key = Key::plain(KeyCode::Home);
const LEFT: Key = Key::plain(KeyCode::Left);
const PAGE_DOWN: Key = Key::plain(KeyCode::PageDown);
const PAGE_UP: Key = Key::plain(KeyCode::PageUp);
const RIGHT: Key = Key::plain(KeyCode::Right);
const TAB: Key = Key::plain(KeyCode::Tab);
const UP: Key = Key::plain(KeyCode::Up);

use Context as C;
use Shown::{Footer, Help, Pinned};

/// All bindings. Within a context the order is that of the footer.
pub const BINDINGS: &[Binding] = &[
    row(C::Accounts, &[ENTER], Action::Open, "tui-do-open", Footer("tui-verb-open")),
    row(C::Accounts, &[Key::of('y')], Action::Copy, "tui-do-copy", Footer("tui-verb-copy")),
    row(C::Accounts, &[Key::of('/'), Key::ctrl('f')], Action::Search, "tui-do-search", Footer("tui-verb-search")),
    row(C::Accounts, &[TAB], Action::GroupNext, "tui-do-group-next", Footer("tui-verb-group")),
    row(C::Accounts, &[BACK_TAB], Action::GroupPrevious, "tui-do-group-previous", Help),
    row(C::Accounts, &[Key::of('a')], Action::Add, "tui-do-add", Footer("tui-verb-add")),
    row(C::Accounts, &[Key::of('e')], Action::Edit, "tui-do-edit", Footer("tui-verb-edit")),
    row(C::Accounts, &[Key::of('d'), DELETE], Action::Delete, "tui-do-delete", Footer("tui-verb-delete")),
    row(C::Accounts, &[Key::of(':'), Key::ctrl('p')], Action::Palette, "tui-do-palette", Footer("tui-verb-palette")),
    row(C::Accounts, &[Key::of('i')], Action::Import, "tui-do-import", Footer("tui-verb-import"))
        .or(&[&[G, Key::of('i')]]),
    row(C::Accounts, &[Key::of('E')], Action::Export, "tui-do-export", Help).or(&[&[G, Key::of('x')]]),
    row(C::Accounts, &[Key::of('n')], Action::CopyNext, "tui-do-copy-next", Help),
    row(C::Accounts, &[Key::of('v')], Action::Qr, "tui-do-qr", Footer("tui-verb-qr")),
    row(C::Accounts, &[Key::of('u')], Action::Undo, "tui-do-undo", Help),
    row(C::Accounts, &[Key::of('p')], Action::Pin, "tui-do-pin", Footer("tui-verb-pin")),
    row(C::Accounts, &[Key::of('o')], Action::Card, "tui-do-card", Help),
    row(C::Accounts, &[Key::of(' ')], Action::Mark, "tui-do-mark", Footer("tui-verb-mark")),
    row(C::Accounts, &[Key::of('*'), Key::ctrl('a')], Action::MarkAll, "tui-do-mark-all", Help),
    row(C::Accounts, &[Key::of('#')], Action::Groups, "tui-do-groups", Footer("tui-verb-groups")),
    row(C::Accounts, &[Key::of('P')], Action::Protect, "tui-do-protect", Help),
    row(C::Accounts, &[Key::of('s')], Action::SignIn, "tui-do-sign-in", Footer("tui-verb-sign-in")),
    row(C::Accounts, &[Key::of('O')], Action::Sort, "tui-do-sort", Help),
    row(C::Accounts, &[Key::of('J')], Action::MoveDown, "tui-do-move-down", Help),
    row(C::Accounts, &[Key::of('K')], Action::MoveUp, "tui-do-move-up", Help),
    row(C::Accounts, &[Key::of('.')], Action::Hide, "tui-do-hide", Help),
    row(C::Accounts, &[Key::of('t')], Action::Trash, "tui-do-trash", Footer("tui-verb-trash"))
        .or(&[&[G, Key::of('t')]]),
    row(C::Accounts, &[Key::of('S')], Action::Settings, "tui-do-settings", Footer("tui-verb-settings"))
        .or(&[&[G, Key::of('s')]]),
    row(C::Accounts, &[Key::of('q')], Action::Quit, "tui-do-quit", Footer("tui-verb-quit")),
    row(C::Accounts, &[Key::of('r')], Action::Restore, "tui-do-restore", Footer("tui-verb-restore")),
    row(C::Accounts, &[Key::of('B')], Action::Backups, "tui-do-backups", Help).or(&[&[G, Key::of('b')]]),
    row(C::Accounts, &[Key::of('X')], Action::SignOut, "tui-do-sign-out", Help),
    row(C::Accounts, &[ESC], Action::Back, "tui-do-clear-filter", Help),
    row(C::Account, &[ENTER, Key::of('y')], Action::Copy, "tui-do-copy", Footer("tui-verb-copy")),
    row(C::Account, &[Key::of('n')], Action::CopyNext, "tui-do-copy-next", Footer("tui-verb-copy-next")),
    row(C::Account, &[Key::of('v')], Action::Qr, "tui-do-qr", Footer("tui-verb-qr")),
    row(C::Account, &[Key::of('r')], Action::Codes, "tui-do-codes", Footer("tui-verb-codes")),
    row(C::Account, &[Key::of('e')], Action::Edit, "tui-do-edit", Footer("tui-verb-edit")),
    row(
        C::Account,
        &[RIGHT, Key::of('l')],
        Action::AccountNext,
        "tui-do-account-next",
        Footer("tui-verb-account-next"),
    ),
    row(C::Account, &[LEFT, Key::of('h')], Action::AccountPrevious, "tui-do-account-previous", Help),
    row(C::Account, &[Key::of('p')], Action::Pin, "tui-do-pin", Footer("tui-verb-pin")),
    row(C::Account, &[Key::of('#')], Action::Groups, "tui-do-groups", Footer("tui-verb-groups")),
    row(C::Account, &[Key::of('P')], Action::Protect, "tui-do-protect", Help),
    row(C::Account, &[Key::of('d'), DELETE], Action::Delete, "tui-do-delete", Footer("tui-verb-delete")),
    row(C::Account, &[Key::of('u')], Action::Undo, "tui-do-undo", Help),
    row(C::Account, &[Key::of('.')], Action::Hide, "tui-do-hide", Help),
    row(C::Account, &[Key::of(':'), Key::ctrl('p')], Action::Palette, "tui-do-palette", Footer("tui-verb-palette")),
    row(C::Account, &[ESC, Key::of('q')], Action::Back, "tui-do-back", Pinned("tui-verb-leave")),
    row(C::Account, &[Key::of('x')], Action::ReportRefused, "tui-do-report-refused", Help),
    row(C::Tile, &[ENTER, Key::of('s')], Action::SignIn, "tui-do-sign-in", Footer("tui-verb-sign-in")),
    row(C::Codes, &[ENTER, Key::of(' ')], Action::Choose, "tui-do-tick-code", Footer("tui-verb-tick-code")),
    row(C::Codes, &[Key::of('.')], Action::Hide, "tui-do-show-codes", Footer("tui-verb-show")),
    row(C::Codes, &[Key::of('y')], Action::Copy, "tui-do-copy-recovery", Footer("tui-verb-copy")),
    row(C::Codes, &[Key::of('a')], Action::Add, "tui-do-add-codes", Footer("tui-verb-add")),
    row(C::Codes, &[Key::of('x'), DELETE], Action::Erase, "tui-do-remove-code", Footer("tui-verb-remove")),
    row(C::Codes, &[Key::of('u')], Action::Undo, "tui-do-undo", Help),
    row(C::Codes, &[ESC, Key::of('q')], Action::Back, "tui-do-back", Pinned("tui-verb-leave")),
    row(C::Groups, &[ENTER], Action::Accept, "tui-do-in-or-out", Footer("tui-verb-in-or-out")),
    row(C::Groups, &[DOWN, Key::ctrl('n')], Action::Down, "tui-do-down", Footer("tui-verb-choose")),
    row(C::Groups, &[UP, Key::ctrl('p')], Action::Up, "tui-do-up", Help),
    row(C::Groups, &[ESC], Action::Back, "tui-do-back", Pinned("tui-verb-leave")),
    row(C::Search, &[ENTER], Action::Accept, "tui-do-copy-found", Footer("tui-verb-copy")),
    row(C::Search, &[DOWN, Key::ctrl('n')], Action::Down, "tui-do-down", Footer("tui-verb-choose")),
    row(C::Search, &[UP, Key::ctrl('p')], Action::Up, "tui-do-up", Help),
    row(C::Search, &[TAB], Action::GroupNext, "tui-do-group-next", Footer("tui-verb-group")),
    row(C::Search, &[BACK_TAB], Action::GroupPrevious, "tui-do-group-previous", Help),
    row(C::Search, &[PAGE_DOWN], Action::PageDown, "tui-do-page-down", Help),
    row(C::Search, &[PAGE_UP], Action::PageUp, "tui-do-page-up", Help),
    row(C::Search, &[ESC], Action::Back, "tui-do-leave-search", Pinned("tui-verb-clear")),
    row(C::List, &[DOWN, Key::of('j'), Key::ctrl('n')], Action::Down, "tui-do-down", Help),
    row(C::List, &[UP, Key::of('k'), Key::ctrl('p')], Action::Up, "tui-do-up", Help),
    row(C::List, &[PAGE_DOWN, Key::ctrl('d')], Action::PageDown, "tui-do-page-down", Help),
    row(C::List, &[PAGE_UP, Key::ctrl('u')], Action::PageUp, "tui-do-page-up", Help),
    row(C::List, &[HOME], Action::First, "tui-do-first", Help).or(&[&[G, G]]),
    row(C::List, &[END, Key::of('G')], Action::Last, "tui-do-last", Help),
    row(C::Palette, &[ENTER], Action::Accept, "tui-do-run", Footer("tui-verb-run")),
    row(C::Palette, &[DOWN, Key::ctrl('n')], Action::Down, "tui-do-down", Footer("tui-verb-choose")),
    row(C::Palette, &[UP, Key::ctrl('p')], Action::Up, "tui-do-up", Help),
    row(C::Palette, &[PAGE_DOWN], Action::PageDown, "tui-do-page-down", Help),
    row(C::Palette, &[PAGE_UP], Action::PageUp, "tui-do-page-up", Help),
    row(C::Palette, &[ESC], Action::Back, "tui-do-leave-palette", Pinned("tui-verb-leave")),
    row(C::Unlock, &[ENTER], Action::Accept, "tui-do-unlock", Footer("tui-verb-unlock")),
    row(C::Unlock, &[TAB], Action::Way, "tui-do-way", Footer("tui-verb-way")),
    row(C::Unlock, &[Key::ctrl('b')], Action::Restore, "tui-do-restore", Footer("tui-verb-restore")),
    row(C::Unlock, &[ESC], Action::Back, "tui-do-empty-or-quit", Pinned("tui-verb-leave")),
    row(C::Files, &[TAB], Action::Complete, "tui-do-complete", Footer("tui-verb-complete")),
    row(C::Files, &[DOWN, Key::ctrl('n')], Action::Down, "tui-do-down", Footer("tui-verb-choose")),
    row(C::Files, &[UP, Key::ctrl('p')], Action::Up, "tui-do-up", Help),
    row(C::Files, &[PAGE_DOWN], Action::PageDown, "tui-do-page-down", Help),
    row(C::Files, &[PAGE_UP], Action::PageUp, "tui-do-page-up", Help),
    row(C::Files, &[Key::ctrl('v')], Action::FromClipboard, "tui-do-from-clipboard", Footer("tui-verb-from-clipboard")),
    row(C::Files, &[F3], Action::FromScreen, "tui-do-from-screen", Footer("tui-verb-from-screen")),
    row(C::KeyFile, &[TAB], Action::KeyFile, "tui-do-key-file", Footer("tui-verb-key-file")),
    row(C::Import, &[ENTER], Action::Accept, "tui-do-go-on", Footer("tui-verb-go-on")),
    row(C::Import, &[ESC], Action::Back, "tui-do-back", Pinned("tui-verb-leave")),
    row(C::Preview, &[ENTER], Action::Accept, "tui-do-bring-in", Footer("tui-verb-bring-in")),
    row(C::Preview, &[Key::of(' '), Key::of('x')], Action::Choose, "tui-do-tick", Footer("tui-verb-tick")),
    row(C::Preview, &[Key::of('/'), Key::ctrl('f')], Action::Search, "tui-do-search", Footer("tui-verb-search")),
    row(C::Preview, &[Key::of('1')], Action::TakeMine, "tui-do-take-mine", Help),
    row(C::Preview, &[Key::of('2')], Action::TakeTheirs, "tui-do-take-theirs", Help),
    row(C::Preview, &[Key::of('3')], Action::TakeBoth, "tui-do-take-both", Help),
    row(C::Preview, &[Key::of('a')], Action::TickAll, "tui-do-tick-all", Footer("tui-verb-tick-all")),
    row(C::Preview, &[Key::of('m')], Action::More, "tui-do-policy", Footer("tui-verb-policy")),
    row(C::Preview, &[Key::of('p')], Action::GivePin, "tui-do-give-pin", Footer("tui-verb-give-pin")),
    row(C::Preview, &[ESC, Key::of('q')], Action::Back, "tui-do-back", Pinned("tui-verb-leave")),
    row(C::Export, &[ENTER], Action::Accept, "tui-do-go-on", Footer("tui-verb-go-on")),
    row(C::Export, &[RIGHT, Key::of('l'), Key::of(' ')], Action::More, "tui-do-which", Footer("tui-verb-which")),
    row(C::Export, &[LEFT, Key::of('h')], Action::Less, "tui-do-which-before", Help),
    row(C::Export, &[ESC, Key::of('q')], Action::Back, "tui-do-back", Pinned("tui-verb-leave")),
    row(C::Reading, &[ENTER], Action::Accept, "tui-do-go-on", Footer("tui-verb-go-on")),
    row(C::Reading, &[ESC, Key::of('q')], Action::Back, "tui-do-back", Pinned("tui-verb-leave")),
    row(C::Destination, &[TAB], Action::Complete, "tui-do-complete", Footer("tui-verb-complete")),
    row(C::Filter, &[ENTER], Action::Accept, "tui-do-filter-done", Footer("tui-verb-go-on")),
    row(C::Filter, &[DOWN, Key::ctrl('n')], Action::Down, "tui-do-down", Footer("tui-verb-choose")),
    row(C::Filter, &[UP, Key::ctrl('p')], Action::Up, "tui-do-up", Help),
    row(C::Filter, &[ESC], Action::Back, "tui-do-leave-search", Pinned("tui-verb-clear")),
    row(C::Edit, &[Key::ctrl('s')], Action::Finish, "tui-do-finish", Footer("tui-verb-finish")),
    row(C::Note, &[Key::ctrl('j')], Action::FieldBreak, "tui-do-field-break", Footer("tui-verb-field-break")),
    row(C::Note, &[DOWN], Action::Down, "tui-do-line-down", Help),
    row(C::Note, &[UP], Action::Up, "tui-do-line-up", Help),
    row(C::Form, &[ENTER], Action::Accept, "tui-do-accept", Footer("tui-verb-go-on")),
    row(C::Form, &[TAB, DOWN], Action::FieldNext, "tui-do-field-next", Footer("tui-verb-field")),
    row(C::Form, &[BACK_TAB, UP], Action::FieldPrevious, "tui-do-field-previous", Help),
    row(C::Form, &[ESC], Action::Back, "tui-do-back", Pinned("tui-verb-leave")),
    row(C::Secret, &[F2, Key::ctrl('r')], Action::FieldShow, "tui-do-field-show", Footer("tui-verb-show")),
    row(C::Field, &[BACKSPACE, Key::ctrl('h')], Action::FieldErase, "tui-do-field-erase", Help),
    row(C::Field, &[DELETE], Action::FieldEraseAfter, "tui-do-field-erase-after", Help),
    row(C::Field, &[Key::ctrl('w')], Action::FieldEraseWord, "tui-do-field-erase-word", Help),
    row(C::Field, &[Key::ctrl('u')], Action::FieldClear, "tui-do-field-clear", Help),
    row(C::Field, &[LEFT], Action::FieldLeft, "tui-do-field-left", Help),
    row(C::Field, &[RIGHT], Action::FieldRight, "tui-do-field-right", Help),
    row(C::Field, &[HOME, Key::ctrl('a')], Action::FieldStart, "tui-do-field-start", Help),
    row(C::Field, &[END, Key::ctrl('e')], Action::FieldEnd, "tui-do-field-end", Help),
    row(C::Proof, &[ENTER], Action::Accept, "tui-do-prove", Footer("tui-verb-go-on")),
    row(C::Proof, &[ESC], Action::Back, "tui-do-back", Pinned("tui-verb-leave")),
    row(C::Shown, &[ESC, Key::of('q')], Action::Back, "tui-do-back", Pinned("tui-verb-leave")),
    row(C::Question, &[Key::of('y')], Action::Yes, "tui-do-yes", Footer("tui-verb-yes")),
    row(C::Question, &[Key::of('n'), ESC], Action::No, "tui-do-no", Footer("tui-verb-no")),
    row(C::Merge, &[Key::of('1')], Action::TakeMine, "tui-do-keep-mine", Footer("tui-verb-keep-mine")),
    row(C::Merge, &[Key::of('2')], Action::TakeTheirs, "tui-do-take-backups", Footer("tui-verb-take-theirs")),
    row(C::Merge, &[Key::of('3')], Action::TakeBoth, "tui-do-keep-both", Footer("tui-verb-keep-both")),
    row(C::Backups, &[Key::of('n')], Action::BackUp, "tui-do-back-up", Footer("tui-verb-back-up")),
    row(C::Backups, &[Key::of('v')], Action::Verify, "tui-do-verify", Footer("tui-verb-verify")),
    row(C::Backups, &[Key::of('V')], Action::VerifyAll, "tui-do-verify-all", Help),
    row(C::Backups, &[Key::of('d')], Action::Drill, "tui-do-drill", Footer("tui-verb-drill")),
    row(C::Backups, &[ENTER, Key::of('c')], Action::Compare, "tui-do-compare", Footer("tui-verb-compare")),
    row(C::Backups, &[Key::of(' ')], Action::Mark, "tui-do-mark-backup", Help),
    row(C::Backups, &[Key::of('s')], Action::SetUp, "tui-do-set-up", Footer("tui-verb-set-up")),
    row(C::Backups, &[Key::of('w')], Action::Kit, "tui-do-kit", Footer("tui-verb-kit")),
    row(C::Backups, &[Key::of('o')], Action::TurnOff, "tui-do-turn-off", Help),
    row(C::Backups, &[ESC, Key::of('q')], Action::Back, "tui-do-back", Pinned("tui-verb-leave")),
    row(C::Restore, &[ENTER], Action::Accept, "tui-do-go-on", Footer("tui-verb-go-on")),
    row(C::Restore, &[TAB], Action::FieldNext, "tui-do-restore-next", Help),
    row(C::Restore, &[BACK_TAB], Action::FieldPrevious, "tui-do-field-previous", Help),
    row(C::Restore, &[DOWN], Action::Down, "tui-do-down", Help),
    row(C::Restore, &[UP], Action::Up, "tui-do-up", Help),
    row(C::Recovery, &[Key::ctrl('t')], Action::Way, "tui-do-restore-words", Footer("tui-verb-words")),
    row(C::RecoveryWords, &[Key::ctrl('t')], Action::Way, "tui-do-restore-password", Footer("tui-verb-password")),
    row(C::Restore, &[Key::ctrl('o')], Action::Stuck, "tui-do-stuck", Footer("tui-verb-stuck")),
    row(C::Restore, &[ESC], Action::Back, "tui-do-step-back", Pinned("tui-verb-back")),
    row(C::Restored, &[ENTER], Action::Accept, "tui-do-restored", Footer("tui-verb-go-on")),
    row(C::Restored, &[Key::of('B')], Action::Backups, "tui-do-set-up", Footer("tui-verb-set-up-backups")),
    row(C::Restored, &[ESC], Action::Back, "tui-do-back", Pinned("tui-verb-leave")),
    row(C::SignIn, &[ENTER], Action::Accept, "tui-do-go-on", Footer("tui-verb-go-on")),
    row(C::SignIn, &[TAB], Action::Way, "tui-do-signin-next", Help),
    row(C::SignIn, &[BACK_TAB], Action::FieldPrevious, "tui-do-field-previous", Help),
    row(C::SignIn, &[DOWN], Action::Down, "tui-do-down", Help),
    row(C::SignIn, &[UP], Action::Up, "tui-do-up", Help),
    row(C::SignIn, &[Key::ctrl('t')], Action::Later, "tui-do-later", Footer("tui-verb-later")),
    row(C::SignIn, &[ESC], Action::Back, "tui-do-step-back", Pinned("tui-verb-back")),
    row(C::SignInChoice, &[Key::of('l')], Action::Later, "tui-do-later", Help),
    row(C::SignInLetter, &[PAGE_DOWN], Action::PageDown, "tui-do-page-down", Help),
    row(C::SignInLetter, &[PAGE_UP], Action::PageUp, "tui-do-page-up", Help),
    row(C::SignInLetter, &[Key::ctrl('y')], Action::CopyPage, "tui-do-copy-page", Footer("tui-verb-copy-page")),
    row(C::SignInPage, &[Key::ctrl('o')], Action::OpenPage, "tui-do-open-page", Footer("tui-verb-open-page")),
    row(C::SignInPage, &[Key::ctrl('y')], Action::CopyPage, "tui-do-copy-page", Footer("tui-verb-copy-page")),
    row(
        C::SignInPage,
        &[Key::plain(KeyCode::F(4))],
        Action::ShowPage,
        "tui-do-show-page",
        Footer("tui-verb-show-page"),
    ),
    row(C::SignInKey, &[TAB], Action::Way, "tui-do-signin-next", Footer("tui-verb-signin-next")),
    row(
        C::SignInKey,
        &[Key::ctrl('v')],
        Action::FromClipboard,
        "tui-do-from-clipboard",
        Footer("tui-verb-from-clipboard"),
    ),
    row(C::SignInKey, &[F3], Action::FromScreen, "tui-do-from-screen", Footer("tui-verb-from-screen")),
    row(C::Trash, &[ENTER, Key::of('b')], Action::BringBack, "tui-do-bring-back", Footer("tui-verb-bring-back")),
    row(C::Trash, &[Key::of('x'), DELETE], Action::Erase, "tui-do-erase", Footer("tui-verb-erase")),
    row(C::Trash, &[ESC, Key::of('q')], Action::Back, "tui-do-back", Pinned("tui-verb-leave")),
    row(
        C::Settings,
        &[RIGHT, Key::of('l'), ENTER, Key::of(' ')],
        Action::More,
        "tui-do-more",
        Footer("tui-verb-change"),
    ),
    row(C::Settings, &[LEFT, Key::of('h')], Action::Less, "tui-do-less", Help),
    row(C::Settings, &[BACKSPACE, DELETE], Action::Reset, "tui-do-reset", Footer("tui-verb-reset")),
    row(C::Settings, &[ESC, Key::of('q')], Action::Back, "tui-do-back", Pinned("tui-verb-leave")),
    row(C::Start, &[ENTER], Action::Accept, "tui-do-choose", Footer("tui-verb-choose")),
    row(C::Start, &[Key::of('L')], Action::Language, "tui-do-language", Footer("tui-verb-language")),
    row(C::Start, &[Key::of('q'), ESC], Action::Quit, "tui-do-quit", Footer("tui-verb-quit")),
    row(C::Help, &[ENTER, RIGHT, Key::of('l')], Action::Accept, "tui-do-follow", Footer("tui-verb-follow")),
    row(C::Help, &[TAB], Action::FieldNext, "tui-do-link-next", Footer("tui-verb-link")),
    row(C::Help, &[BACK_TAB], Action::FieldPrevious, "tui-do-link-previous", Help),
    row(C::Help, &[ESC, LEFT, Key::of('h'), BACKSPACE], Action::Back, "tui-do-page-back", Pinned("tui-verb-leave")),
    row(C::Help, &[Key::of('q'), Key::of('?'), F1], Action::Help, "tui-do-leave-help", Help),
    row(C::Home, &[Key::ctrl('l')], Action::Lock, "tui-do-lock", Help),
    row(C::Everywhere, &[Key::of('?'), F1], Action::Help, "tui-do-help", Pinned("tui-verb-help")),
    row(C::Everywhere, &[Key::of(':')], Action::Palette, "tui-do-palette", Help),
    row(C::Everywhere, &[Key::ctrl('z')], Action::Suspend, "tui-do-suspend", Help),
    row(C::Everywhere, &[Key::ctrl('c')], Action::Quit, "tui-do-quit", Help),
];

#[cfg(test)]
mod tests {
    use crate::tui::key::Chord;
    use crate::tui::keyboard::Row;
    use crate::tui::keymap::BINDINGS;

    #[test]
    fn no_context_gives_a_key_two_meanings() {
        let rows: Vec<Row> = BINDINGS.iter().map(Row::of).collect();
        let all: Vec<(&Row, &Chord)> =
            rows.iter().flat_map(|row| row.chords.iter().map(move |chord| (row, chord))).collect();
        for (at, (row, chord)) in all.iter().enumerate() {
            for (other, it) in all.iter().skip(at + 1).filter(|(other, _)| other.context == row.context) {
                assert!(!it.is_in_the_way_of(chord), "{chord:?}: {:?} and {:?}", row.action, other.action);
            }
        }
    }
}
