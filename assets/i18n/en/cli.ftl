## Keys and numbers

err-key-bad-pin = The PIN is empty or longer than 64 characters.
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
err-account-unknown-algorithm = There is no hash called { $name } here.
fix-account-unknown-algorithm = Choose SHA1, SHA256 or SHA512.
err-account-unknown-type = There is no kind of code called { $name } here.
fix-account-unknown-type = Choose totp, hotp, steam, motp or yandex.
err-group-exists = There is already a group called { $group }.
fix-group-exists = Use that one, or choose another name.
err-group-none = There is no group called { $group }.
fix-group-none = See the groups there are with “pulih group list”.

## Passphrases

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
config-wants-codes = It may be "shown" or "hidden".
config-wants-color = It may be "auto", "always" or "never".
config-wants-language = It may be "en", "sv" or "id".
config-wants-seconds = It may be a number from 1 to 3600, without quotation marks.
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
doctor-fix-guard = Look at what starts this program: a sandbox or policy refuses it.
doctor-fix-guard-not-here = Nothing can be done on this kind of computer; lock the screen when you leave.
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
