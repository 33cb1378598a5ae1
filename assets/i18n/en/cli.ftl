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

err-keys-store-has-none = The key store has no key for this vault.
fix-keys-store-has-none = Open the vault with its passphrase, then turn the key store off and on.
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
