## Keys and numbers

err-key-bad-pin = The PIN is empty, longer than 64 characters, or has some that nobody can type.
fix-key-bad-pin = Type the PIN that the service gave out.
err-key-empty = The key is empty.
fix-key-empty = Type the key that the service shows beside its QR code.
err-key-not-base32 = The key has a character that does not belong at position { $position }.
fix-key-not-base32 = A key has the letters A to Z and the digits 2 to 7; look at the service again.
err-key-not-yandex = This is no Yandex key.
fix-key-not-yandex = Copy all of the key; it has 26 or 42 characters.
err-key-too-long = The key is longer than 640 bytes.
fix-key-too-long = Copy the key alone, without what stands around it.
err-range-counter = The counter { $found } is too large.
fix-range-counter = Give a counter below 9223372036854775808.
err-range-digits = A code cannot have { $found } digits.
fix-range-digits = Give 1 to 10 digits; most services use 6.
err-range-period = A code cannot last { $found } seconds.
fix-range-period = Give 1 to 86400 seconds; most services use 30.

## Accounts and groups

field-group = group
field-issuer = issuer
field-name = name
field-note = note
field-recovery-code = recovery code

err-account-already-there = The vault already has this account with this key.
fix-account-already-there = Edit the one that is there, or give the new one another name.
err-account-nameless = There is neither an issuer nor a name.
fix-account-nameless = Give at least one of the two.
err-account-not-found = There is no such account.
fix-account-not-found = Look at the list; what was deleted lies in the trash.
err-account-pin-needed = This kind of code needs a PIN.
fix-account-pin-needed = Type the PIN that goes with the key.
err-account-too-long = The { $field } is too long.
fix-account-too-long = Keep it to { $most } characters.
err-account-too-many-codes = That would be too many recovery codes.
fix-account-too-many-codes = Remove some first; an account keeps up to { $most }.
err-account-unknown-algorithm = There is no hash called { $name } here.
fix-account-unknown-algorithm = Choose SHA1, SHA256 or SHA512.
err-account-unknown-type = There is no kind of code called { $name } here.
fix-account-unknown-type = Choose totp, hotp, steam, motp or yandex.
err-group-exists = There is already a group called { $group }.
fix-group-exists = Use that one, or choose another name.
err-group-nameless = The group has no name.
fix-group-nameless = Give it a name of at least one visible character.
err-group-none = There is no group called { $group }.
fix-group-none = See the groups there are with “pulih group list”.

## Passphrases

passphrase-remark-known = This passphrase is in every list of known phrases; use it to try things out, not to keep accounts.
passphrase-remark-short = This passphrase is rather short; { $good } characters or more are better.
err-passphrase-too-short = The passphrase has fewer than { $least } characters.
err-passphrase-common = This passphrase is one of those that are tried first.
fix-passphrase-words = Choose four or more words that do not belong together.

## Ways to open the vault

err-keys-answer-differs = That is not the word on the sheet.
fix-keys-answer-differs = Look at the words again; the old ones stay in force until the new ones are known.

## Settings

err-config-value = Line { $line } of the settings file has a value that “{ $key }” cannot have.
err-config-in-vault = Line { $line } of the settings file has “{ $key }”, which is settled inside the vault.
fix-config-in-vault = Take the line out, and change it in the settings of the open vault.
err-config-not-toml = The settings file cannot be read at line { $line }; the defaults hold.
fix-config-not-toml = Write one “key = value” a line, with text in quotation marks.
err-config-key = Line { $line } of the settings file has “{ $key }”, which is no setting.
fix-config-key = The settings are: { $keys }.
fix-config-key-meant = Perhaps “{ $key }” was meant.
err-config-others-write = Others may write the settings file, so nothing of it was taken; the defaults hold.
fix-config-others-write = Look at what it says, then take their right: chmod go-w and the file.
config-wants-number = It may be a number from { $least } to { $most }, without quotation marks.
config-wants-word = It may be one of { $words }.
config-wants-switch = It may be true or false, without quotation marks.

## The doctor

doctor-clock = The clock says { $now }.
doctor-clock-wrong = The clock says { $now }, which cannot be.
doctor-fix-clock = Set the date and time, and let the system keep them right over the network.
doctor-vault =
    The vault { $path } is whole as far as can be seen from outside; { $ways ->
        [one] { $ways } way opens it
       *[other] { $ways } ways open it
    }.
doctor-vault-none = There is no vault at { $path }.
doctor-fix-vault-none = Make one with “pulih init”, or name yours with --vault.
doctor-owned = { $path } is yours alone.
doctor-not-ours = { $path } belongs to somebody else.
doctor-fix-not-ours = Make yourself the owner of { $path }, or use another place.
doctor-open = Others may read or change { $path }.
doctor-replaceable = Others may replace what lies in { $path }.
doctor-fix-open-file = Take the right from them: chmod 600 { $path }
doctor-fix-open-folder = Take the right from them: chmod 700 { $path }
doctor-state = The state folder { $path } can be used.
doctor-state-none = The state folder { $path } is made with the first save.
doctor-key-store = The key store answers.
doctor-key-store-absent = This computer has no key store that answers.
doctor-fix-key-store-absent = None is needed: the passphrase always opens the vault. Install gnome-keyring or KWallet to have one.
doctor-memory = Memory can be kept out of the swap file, up to { $kib } KiB.
doctor-memory-unlimited = Memory can be kept out of the swap file.
doctor-memory-short = Only { $kib } KiB of memory can be kept out of the swap file.
doctor-fix-memory = Raise the limit (ulimit -l 1024), or see that the swap file is encrypted.
doctor-core-dumps = A crash leaves no picture of the memory on the disk.
doctor-core-dumps-open = A crash may leave a picture of the memory on the disk.
doctor-fix-core-dumps = Turn core dumps off: ulimit -c 0
doctor-dumpable = Other programs of yours cannot look into this one.
doctor-dumpable-open = Other programs of yours can look into this one.
doctor-file-mode = New files are for you alone.
doctor-file-mode-open = New files may be open to others.
doctor-new-privileges = Programs started from here gain no rights.
doctor-new-privileges-open = Programs started from here may gain rights.
doctor-descriptors = Programs started from here are not given the files that were open before.
doctor-descriptors-open = Programs started from here may be given files that were open before.
doctor-fix-descriptors = Start this program only from where no secret file stands open.
doctor-fix-guard = Look at what starts this program: a sandbox or policy refuses it.
doctor-fix-guard-not-here = Nothing can be done on this kind of computer; lock the screen when you leave.
doctor-session = The vault locks when the computer sleeps or its session is locked.
doctor-session-none = Nothing here tells when the session is locked (logind does on Linux).
doctor-fix-session-none = Rely on locking when nothing is pressed, or lock by Ctrl-L when you leave.
doctor-terminal = The terminal is { $term }.
doctor-terminal-none = There is no terminal, so nothing can be asked.
doctor-fix-terminal-none = Run it in a terminal, or give answers with flags such as --passphrase-fd.
doctor-terminal-dumb = The terminal does not say what it can do (TERM).
doctor-fix-terminal-dumb = Use --plain, or set TERM to what the terminal is.
doctor-clipboard = The system’s clipboard is used.
doctor-clipboard-terminal = The terminal is asked to copy; it gives no answer.
doctor-clipboard-tmux = The terminal is asked to copy, and tmux stands between.
doctor-fix-clipboard-tmux = Let tmux pass it on: set -s set-clipboard on
doctor-clipboard-none = No clipboard can be reached.
doctor-fix-clipboard-none = Codes can still be read and typed.
doctor-word-good = good
doctor-word-fair = could be better
doctor-word-bad = bad

## Help: headings

help-usage = Usage:
help-commands = Commands
help-arguments = Arguments
help-options = Options
help-global-options = Options of every command

## Help: commands

cmd-pulih = One-time codes that survive a lost computer
cmd-init = Make a vault
cmd-list = List the accounts
cmd-code = Print one code
cmd-show = Show one account; its key as QR code or URI
cmd-add = Add an account
cmd-edit = Change an account
cmd-rm = Move accounts to the trash
cmd-trash = Look into the trash, bring back, empty
cmd-trash-list = List what lies in the trash
cmd-trash-restore = Bring an account back
cmd-trash-empty = Remove for good what lies in the trash
cmd-group = Make groups and put accounts in them
cmd-group-list = List the groups
cmd-group-add = Make a group
cmd-group-rename = Give a group another name
cmd-group-rm = Remove a group; its accounts stay
cmd-group-put = Put an account into a group
cmd-group-take = Take an account out of a group
cmd-pin = Keep an account on top
cmd-passwd = Change the passphrase
cmd-words = See whether there are recovery words; make new ones
cmd-keystore = Let the computer’s key store open the vault
cmd-keystore-on = Let the key store open the vault
cmd-keystore-off = Let it no longer
cmd-doctor = Check what the program stands on
cmd-completions = Print completions for a shell
cmd-man = Print the manual page
cmd-import = Read the accounts of another app’s file
cmd-export = Write the accounts for another app

## Help: arguments

arg-vault = The vault file
arg-state = The folder where this computer remembers the newest state
arg-config = The settings file
arg-demo = Use sample accounts in memory; nothing is saved
arg-plain = No colours, no boxes, no columns
arg-accept-older = Open a vault that is older than the one last used here
arg-passphrase-fd = Read the passphrase from this file descriptor, one line (0 is standard input)
arg-with-words = Open the vault with the recovery words, asked for at the terminal
arg-recovery-words-fd = Read the recovery words from this file descriptor, one line
arg-color = When to use colours: auto, always, never
arg-lang = The language: en, sv, id
arg-json = Print results as JSON
arg-quiet = Say only what went wrong
arg-verbose = Say more
arg-help = Print help
arg-version = Print the version
arg-kdf-memory = Memory that the passphrase costs, in MiB; at least 64
arg-kdf-time = How often that memory is gone over; at least 3
arg-query = The account: its id, its issuer, issuer:name, or a part of them
arg-list-query = Only accounts that have this in them
arg-list-group = Only accounts of this group
arg-group = The group
arg-add-group = Put it into this group; may be given several times
arg-group-rename-new = The new name
arg-next = The code after the present one
arg-copy = Copy the code instead of printing it, and clear the clipboard in time
arg-at = Compute the code for another time, in seconds since 1970
arg-show-qr = Show the key as a QR code, to bring it to a phone
arg-show-uri = Print the key as an otpauth address
arg-uri-fd = Read an otpauth address from this file descriptor, one line
arg-edit-uri-fd = Read a new key as an otpauth address from this file descriptor; the old one is kept in the history
arg-add-qr = Read the QR codes in a picture file
arg-qr-screen = Read the QR codes on the screen
arg-secret-fd = Read the key from this file descriptor, one line of base32
arg-key-file = Key file of a KeePass database; its password may then be empty
arg-pin-fd = Read the PIN of an mOTP or Yandex account from this file descriptor
arg-issuer = The service, such as GitHub
arg-name = The account at the service, such as anna@example.com
arg-note = A note
arg-kind = Whose account it is: third-party, personal, passwordless, work
arg-type-name = The kind of code: totp, hotp, steam, motp, yandex
arg-algorithm = The hash: SHA1, SHA256, SHA512
arg-digits = How many digits a code has, 1 to 10
arg-period = How many seconds a code lasts
arg-counter = The counter of the next code
arg-yes = Answer yes beforehand
arg-off = Let it go again
arg-new-passphrase-fd = Read the new passphrase from this file descriptor, one line
arg-words-new = Make 12 new words; older ones stop working
arg-shell = The shell: bash, elvish, fish, powershell, zsh
arg-command = The command whose page is wanted; the program’s own without one
arg-import-file = Files that other apps wrote; - is standard input
arg-from = The format, where it is not to be found by content
arg-file-password-fd = Read the file’s password from this file descriptor, one line
arg-dry-run = Only show what would be imported; needs no vault
arg-show-secrets = Print the keys too (with --json)
arg-on-duplicate = What to do with accounts that are there: skip, replace, keep-both
arg-to = The format to write
arg-export-file = The file to write
arg-force = Replace a file that is there

## Wrong usage

err-usage-command = There is no command called “{ $command }”.
err-usage-command-unsaid = There is no such command.
err-usage-command-missing = This command needs another word after it.
err-usage-flag = There is no option called { $flag } here.
err-usage-extra = There is one word too many.
err-usage-missing = Something is missing: { $arg }.
err-usage-no-value = { $arg } needs a value.
err-usage-value = { $arg } cannot have that value.
err-usage-conflict = { $arg } and { $other } do not go together.
err-usage-twice = { $arg } was given twice.
err-usage-other = These arguments cannot be understood.
fix-usage-meant = Perhaps { $meant } was meant.
fix-usage-allowed = It may be: { $values }.
fix-usage-help = See “pulih --help”, or --help behind a command.

## Questions

answer-yes = yes
ask-passphrase = Passphrase:
ask-passphrase-again = Passphrase, once more:
ask-new-passphrase = New passphrase:
ask-new-passphrase-again = The same again:
ask-words = Recovery words:
ask-word = Word { $place }:
ask-issuer = Service:
ask-name = Account name:
ask-key = Key or otpauth address:
ask-pin = PIN:
ask-empty-trash =
    Remove { $count ->
        [one] { $count } account
       *[other] { $count } accounts
    } for good? (yes/no)
ask-new-file-password = New password for the file:
ask-plain-text = The file will hold the keys in plain text, for everybody who can read it. Write it? (yes/no)

## What was done

cli-init-done = The vault { $path } is made.
cli-init-next = Nobody can open it without the passphrase: make recovery words with “pulih words --new”.
cli-added = { $account } is added.
cli-short-key = Its key is shorter than the 128 bits that the standard asks for; the service chose it.
cli-edited = { $account } is changed.
cli-kind-bound = Backups carry its name alone.
cli-fix-kind-bound = “pulih protect” lets them carry the key as well.
cli-rm-done = { $account } lies in the trash for { $days } days; “pulih trash restore” brings it back.
cli-restored = { $account } is back.
cli-trash-emptied =
    { $count ->
        [0] The trash was empty.
        [one] { $count } account is gone for good.
       *[other] { $count } accounts are gone for good.
    }
cli-pinned = { $account } stays on top.
cli-unpinned = { $account } no longer stays on top.
cli-group-added = The group { $group } is made.
cli-group-renamed = The group is now called { $group }.
cli-group-removed = The group { $group } is gone; its accounts stay.
cli-group-put = It is in the group { $group }.
cli-group-taken = It is no longer in the group { $group }.
cli-copied =
    Copied. Cleared in { $seconds ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    }.
cli-copied-terminal =
    Sent to your terminal’s clipboard. Cleared in { $seconds ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    }.
cli-copied-tmux =
    Sent to your terminal’s clipboard through tmux, which may keep it to itself. Cleared in { $seconds ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    }.
cli-code-at-counter = This account counts codes, so the time makes no difference.
cli-passwd-done = The passphrase is changed; the old one opens this vault no more, but still opens older backups and copies.
cli-kept-previous = The previous file beside the vault, which opens as before, could not be removed.
cli-fix-kept-previous = Remove the file that ends in .prev yourself.
cli-lost-key-store = The key store did not give its key, so it no longer opens the vault.
cli-fix-lost-key-store = Turn it on again with “pulih keystore on”.
cli-words-there = There are recovery words for this vault.
cli-words-none = There are no recovery words for this vault; make some with “pulih words --new”.
cli-words-ask = Write the words down on paper, then answer from the paper.
cli-words-unchecked = Nobody could be asked whether the words were written down.
cli-words-done = The words open this vault from now on; older ones do not.
cli-keystore-on = The key store opens the vault from now on.
cli-keystore-off = The key store no longer opens the vault.
cli-key-store-stale = The key store has a key that does not fit this vault.
cli-vault-healed = A part of the vault file was damaged and was read from its mirror; the next save repairs it.
cli-vault-migrated = The vault was written by an older version; the next save writes it anew.
cli-vault-weak = The passphrase of this vault costs an attacker less than it should.
cli-fix-vault-weak = Change it with “pulih passwd”.
cli-show-no-pin = The PIN of this account is not in it.

## What stands in the way

err-cli-no-terminal = Nobody can be asked: there is no terminal.
fix-cli-no-terminal = Give the answer with { $flag }.
err-cli-output = The output could not be written.
fix-cli-output = Look at where it goes; a disk may be full.
fix-cli-code-unseen = Print it where it can be read: each of these codes is there only once.
fix-cli-show-unseen = Print the key where it can be read, or leave the flag out.
err-cli-refused = Nothing was changed.
err-cli-twice = The two are not the same.
fix-cli-twice = Type it once more, slowly.
err-cli-none-found = No account is called “{ $query }”.
err-cli-none-found-unsaid = No account is called what was typed.
fix-cli-none-found = See the accounts there are with “pulih list”.
fix-cli-in-trash = Bring it back with “pulih trash restore”.
fix-cli-none-in-trash = See what lies in the trash with “pulih trash list”.
err-cli-many-found = Several accounts answer to “{ $query }”.
err-cli-many-found-unsaid = Several accounts answer to what was typed.
fix-cli-many-found = Name one by issuer:name or by its id:
cli-more-candidates =
    { $count ->
        [one] and one more
       *[other] and { $count } more
    }
err-cli-older = This vault is older than the one last used on this computer.
fix-cli-older = Put the newer file back, or take this one with --accept-older.
err-cli-forked = Two states of this vault have the same number, so nothing is done with this one.
fix-cli-forked = Look at both files, then take this one with --accept-older.
err-cli-mark-unreadable = It is not known whether this state is the newest, so nothing is done with it.
fix-cli-mark-unreadable = If you know that it is the newest, take it with --accept-older.
err-cli-no-counter = This account does not count its codes.
fix-cli-no-counter = Only accounts of the kind hotp have a counter.
err-cli-edit-nothing = Nothing was named that is to change.
fix-cli-edit-nothing = Say what: --issuer, --name, --note, --kind, --counter or --uri-fd.
fix-cli-group-named = Give the name of a group; “pulih group” lists them.
err-counter-back = The counter stands at { $counter } and never goes back: a code that was seen would be given again.
fix-counter-back = Give a counter that is not below it.
fix-cli-words-unseen = Print them where they can be read: the words are shown only once.
err-cli-qr = This account is too long for a QR code.
fix-cli-qr = Print it with --uri instead.
err-cli-no-face = There is no terminal to show the accounts on.
fix-cli-no-face = Start it in a terminal, or use a command: see “pulih --help”.
err-cli-dumb-terminal = This terminal can only print line by line, so the accounts cannot be shown on it.
fix-cli-dumb-terminal = Use a command, such as “pulih list” or “pulih code”, or set TERM to what the terminal is: see “pulih --help”.

## One account

show-issuer = Issuer
show-name = Name
show-kind = Kind
show-protection = A backup carries
show-groups = Groups
show-note = Note
show-id = Id
show-state = State
show-type = Kind of code
show-digits = Digits
show-algorithm = Hash
show-period = Seconds
show-counter = Counter

## Import and export

err-import-ours = This is a file of Pulih itself, not of another app.
fix-import-ours = Open a vault with --vault.
fix-import-ours-backup = Restore it with “pulih restore --from FILE”, and with --merge into the vault that is here.
err-cli-export-stream = An export is written into a file, not to standard output.
fix-cli-export-stream = Name a new file; one that is called “-” is ./-.
cli-import-preview = New: { $new }. There already: { $there }. Not readable: { $unread }. Nothing was changed.
cli-import-done = Added: { $added }. Changed: { $changed }. Left as they were: { $skipped }. Not readable: { $unread }.
cli-export-left-out = { $account } is left out. { $why }
cli-export-loses = { $account } is written without: { $losses }.
cli-exported =
    { $count ->
        [one] { $count } account is written to { $path }.
       *[other] { $count } accounts are written to { $path }.
    }

## The manual

man-exits = EXIT STATUS
man-exit-done = Done.
man-exit-not-done = Could not be done; two sentences say what and what helps.
man-exit-usage = The command was not understood, or a question could not be asked.
man-exit-wrong-password = Wrong passphrase, password or words.
man-exit-damaged = The file is damaged or of no known kind.
man-exit-not-found = No account answers to the name, or several do; they are listed.
man-exit-needs-sign-in = The account needs a sign-in before it gives codes.
man-exit-changed-elsewhere = Another program changed the vault, or it is older than the one last used here.
man-exit-partly = Partly done; what was left out is listed.
man-exit-other-computer = Made for another kind of computer.
man-environment = ENVIRONMENT
man-askpass = A program that asks for secrets in place of the terminal. It is started with the question as its only argument, and the first line that it prints is the answer; if it ends with another code than 0, nothing is done. A descriptor named by a flag and the key store come before it.
man-no-color = If it is set and not empty, nothing is coloured.
man-language = The language, unless --lang or the settings name one.
