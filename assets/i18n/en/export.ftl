# Exports: what each file keeps, sheets to print, the command and its questions.

keeps-all = Everything, under a password, for Pulih on any computer.
keeps-groups-notes-pins = Keys, groups, notes and pins.
keeps-groups-notes-pins-usage = Keys, groups, notes, pins and use counts; no mOTP or Yandex.
keeps-groups-usage = Keys, groups and use counts.
keeps-group-note-pin = Keys, the first group, notes and pins; time-based codes and Steam only.
keeps-keys = Keys and names.
keeps-notes = Keys and notes; time-based codes and Steam only.
keeps-one-group = Keys and the first group; 5 to 8 digits.
keeps-pictures = Keys of 6 or 8 digits and 30 seconds, as pictures to scan with a phone.
keeps-sheet = Keys and names to print, a QR code for each account.
keeps-sheet-svg = The same as drawings, eight accounts a page.

loss-key = key, which stays on this computer

sheet-title = Keys of one-time codes
sheet-about =
    { $count ->
        [one] Pulih, { $date }, { $count } account.
       *[other] Pulih, { $date }, { $count } accounts.
    }
sheet-warning = Whoever has this sheet or a picture of it can make all of these codes. Keep it under lock and key, and shred it when it is of no more use.
sheet-facts = { $kind }, { $hash }, { $digits } digits, { $period } s.
sheet-facts-counter = { $kind }, { $hash }, { $digits } digits, counter { $counter }.
sheet-needs-pin = It also needs its PIN, which is not on this sheet.

arg-export-group = Only the accounts of this group
arg-export-account = Only this account; may be given several times
arg-export-dry-run = Only say what would be lost
ask-export-all-the-same = Write it all the same? (yes/no)
cli-export-preview =
    { $count ->
        [one] { $count } account would be written. Nothing was.
       *[other] { $count } accounts would be written. Nothing was.
    }

## The export screen

tui-context-export = Export
tui-context-reading = Reading
tui-context-destination = Destination of an export
tui-do-export = Take accounts out, into a file
tui-do-which = Other accounts: all, a group, the chosen one
tui-do-which-before = The accounts before
tui-do-complete = Complete the path
tui-verb-which = accounts
tui-verb-complete = complete
tui-export = Export
tui-export-to = Export: { $format }
tui-export-all = All accounts
tui-export-group = Group { $group }
tui-export-only =
    { $count ->
        [one] The chosen account
       *[other] The { $count } chosen accounts
    }
tui-export-lock = password
tui-export-open = plain text
tui-export-locked = The file is locked with a password.
tui-export-plain = Whoever can read the file has the keys.
tui-export-counts =
    { $written ->
        [one] { $written } account is written
       *[other] { $written } accounts are written
    }, { $lossy } of them without something; { $out } left out.
tui-export-without = without: { $losses }
tui-export-about-locked = The file opens with its own password on any computer. Nobody can open it without.
tui-export-about-plain = The file will hold the keys in plain text. Whoever reads it, or a copy of it, can make your codes. Delete it as soon as it has done its work.
tui-export-path = Write to
tui-export-password = Password
tui-export-again = Once more
tui-export-proof = Passphrase
tui-export-no-path = Type where the file is to lie.
tui-export-twice = The two passwords differ. Type the same one twice.
tui-export-no-proof = Type the passphrase of this vault: keys leave it only with that.
tui-export-busy = Writing, and reading back…
tui-exported =
    { $count ->
        [one] { $count } account is written and read back
       *[other] { $count } accounts are written and read back
    }, { $files ->
        [one] in this file:
       *[other] in these { $files } files:
    }
