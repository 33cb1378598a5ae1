# Importing: what keeps a file from being read, and what takes an import back. Both faces say these.

err-import-folder = { $path } is a folder.
fix-import-folder = Name the file in it.
err-import-in = { $name }: { $why }
err-import-not-taken-back = The import can no longer be taken back whole: { $title } was changed since then.
fix-import-not-taken-back = Delete what you don't want one by one; it stays in the trash for a while.

# How an account of a file stands to the vault

import-row-new = new
import-row-same = there already
import-row-other-key = there with another key
import-row-other-name = same key, another name
import-row-other-numbers = same key, other digits, period or hash
import-row-fills = brings a missing key
import-row-repeated = twice in the file

# The command

cli-import-row = { $tick } { $account }: { $standing }
cli-import-would = New: { $new }. There already: { $there }. Not readable: { $unread }.
ask-import =
    { $count ->
        [one] Bring { $count } account in? (yes/no)
       *[other] Bring { $count } accounts in? (yes/no)
    }
ask-import-password-or-none = Password of { $name } ({ $app }), empty if the key file is enough:
ask-import-password = Password of { $name } ({ $app }):
ask-import-pin = PIN of { $account } (empty brings in the name alone):
import-plain-left =
    { $count ->
        [one] { $name } is not encrypted and still holds the keys. Delete it once you don't need it; on many disks a deleted file can still be recovered.
       *[other] { $count } of the files are not encrypted and still hold the keys. Delete them once you don't need them; on many disks deleted files can still be recovered.
    }

# The screen

tui-import-key-file = Which file is the key file of { $name }? Type its path, drop the file here, or choose below.
tui-import-key-file-read = The key file is read. Type the password, or leave it empty if there is none.
tui-import-locked-file = { $name }, a file of { $app }, needs its password.
tui-import-opening = Opening { $name }
cli-import-opening = Opening { $name } … Ctrl-C stops it.
tui-import-busy-of = Opening { $place } of { $count } … Esc stops it.
tui-import-busy = Opening … Esc stops it.
tui-import-stopped = Stopped. Nothing was brought in.
tui-import-from-several = { $files } files, { $count } accounts
tui-import-ticked = { $count } ticked
tui-import-group-new = New
tui-import-group-changed = Here already, but different
tui-import-group-same = Here already
tui-import-group-unread = Not readable
tui-import-group-noticed = Noticed
tui-import-none-found = Nothing here has that in its name.
tui-import-needs-pin = needs its PIN
tui-import-take-mine = keep mine
tui-import-take-theirs = take theirs
tui-import-take-both = keep both
tui-import-about-pin = The file does not have the PIN of this account. p types it; without it only the name comes in.
tui-import-about-key = You have this account with another key. If you take theirs, your key goes to the account's history.
tui-import-about-name = You have this key under another name.
tui-import-about-numbers = You have this key with other digits, another period or another hash: the codes differ.
tui-import-about-fills = You have this account by name alone; this brings its key.
tui-import-about-nameless = The file has no key for this account: only the name comes in.
tui-import-about-repeated = The same account stands further up in what was read.
tui-import-about-same = You have this account with the same key.
tui-import-nothing = Nothing is ticked.
tui-import-pin = PIN of { $title }
tui-import-pin-hint = Empty brings in the name alone. Esc goes back.
tui-import-undo-hint = { $key } takes the import back.
tui-import-taken-back = The import is taken back: { $removed } removed, { $restored } as they were.
tui-ask-take-back = Take the import back?
tui-ask-take-back-about =
    { $removed ->
        [one] { $removed } account that came in will be gone, with its key.
       *[other] { $removed } accounts that came in will be gone, with their keys.
    }
tui-ask-take-back-both = { $first } As they were before the import again: { $restored }.
tui-context-key-file = Choosing a key file
tui-context-files = Choosing files to import
tui-context-filter = Filtering the import
tui-do-from-clipboard = Import what was copied: links, a file, a picture
tui-do-key-file = Choose the database’s key file
tui-do-from-screen = Read the QR codes on the screen
tui-do-filter-done = Back to the list, filtered
tui-do-give-pin = Type the PIN of the account
tui-do-take-mine = Keep what is here
tui-do-take-theirs = Take what comes in
tui-do-take-both = Keep both
tui-do-tick-all = Tick or untick all that is new
tui-verb-from-clipboard = clipboard
tui-verb-key-file = key file
tui-verb-from-screen = screen
tui-verb-give-pin = PIN
tui-verb-tick-all = all
