## What other apps write, and the URIs that codes travel in

# Why a URI gives no account.
err-uri-bad-number = “{ $value }” cannot be used as { $parameter }.
err-uri-no-key = There is no key in it.
err-uri-not-an-account = This is no account URI.
fix-uri-not-an-account = An account URI begins with otpauth://, motp:// or steam://.
err-uri-push = This code registers push approval in { $app } and has no key in it.
fix-uri-push = At the service, choose “other authenticator app” or “I can't scan”, then use the code it shows then.
err-uri-too-long = The URI is longer than 65536 bytes.
err-uri-transfer = This carries several accounts of another app.
fix-uri-transfer = Import it instead of adding it.
err-uri-two-keys = It has two different keys.
err-uri-unknown-algorithm = The algorithm “{ $name }” is not known.
err-uri-unknown-type = The type of code “{ $name }” is not known.
fix-uri-ask-service = Let the service show the code again, or type the key by hand.

# What was noticed about a URI that was taken.
note-uri-cut = A very long issuer or name was shortened.
note-hidden-removed =
    { $count ->
        [one] { $count } hidden character removed.
       *[other] { $count } hidden characters removed.
    }
note-uri-issuer-in-label = The label names “{ $issuer }” as the issuer; the parameter was taken.
note-uri-issuer-repaired = The issuer was cut off at an “&” and was taken from the label.
note-uri-look-alikes = The name mixes letters that look alike; check that it is who you think.
note-uri-repeated = “{ $name }” stands there more than once; the first was taken.
note-key-short =
    { $bytes ->
        [one] The key is short: { $bytes } byte, where the standard asks for 16.
       *[other] The key is short: { $bytes } bytes, where the standard asks for 16.
    }
note-uri-unknown = Left out, nothing is known of it: { $names }.
note-digits-unusual =
    { $digits ->
        [one] The code has { $digits } digit; 6 to 8 are usual.
       *[other] The code has { $digits } digits; 6 to 8 are usual.
    }

## Files of other apps

# Why nothing of a file can be used.
err-format-broken-json = The file is damaged: its JSON has a mistake in line { $line }, column { $column }.
err-format-damaged = The file is damaged: { $part }.
err-format-empty = The file is empty.
fix-format-export-again = Export it again in the other app, and copy the whole file.
err-format-no-accounts = There are no accounts in it.
err-format-no-key-file = This file’s lock has no place for a key file.
fix-format-no-key-file = Leave the key file out; only KeePass databases can need one.
err-format-no-password = This backup was made without a password slot; only the app that wrote it can open it.
fix-format-no-password = In the other app, export with a password.
err-format-not-recognised = No known app writes such a file.
fix-format-not-recognised = See docs/formats.md for what can be read, or name the format with --from.
err-format-too-costly = Opening it would take { $mebibytes } MiB of work, more than a file may ask for.
err-format-too-deep = It is nested deeper than 32 levels.
err-format-too-large = The file is larger than 64 MiB.
err-format-too-many = The file has more than 100,000 entries.
fix-format-suspicious = No app writes such a file by itself; make sure where it came from.
err-format-too-new = A newer version of the other app wrote it ({ $found }).
fix-format-too-new = Update this program, or export in an older format.
err-format-wrong-password = The password does not open the file.
fix-format-wrong-password = Type the password that was set when the file was exported.

# Why nothing was written.
err-format-nothing-to-write = There is no account that this format can hold.
fix-format-nothing-to-write = Choose another format.
err-format-no-lock = This format cannot be locked with a password.
fix-format-no-lock = Choose a format that can, such as aegis.
err-format-not-read-back = What was made does not read back as what it should be, so nothing was written.
fix-format-not-read-back = Choose another format, and please report this.

# Where an entry stands. Used inside other sentences.
spot-item = Entry { $number }
spot-line = Line { $number }
spot-named = { $spot } ({ $title })
complaint = { $entry }: { $reason }

# Why an entry could not be read.
err-entry-bad-field = The field “{ $name }” holds something else than it should.
err-entry-not-a-uri = This line is no account URI and no comment.
err-entry-not-an-entry = This is no entry.
err-entry-transfer = The transfer code cannot be read.
fix-entry-transfer = Show the transfer codes again in the other app, and take all of them.

# What was noticed while reading.
note-algorithm-replaced = { $name } is not used for such codes; SHA1 was taken, as the other app does.
note-group-unknown = The group “{ $name }” is not in the file.
note-icons-left-out =
    { $count ->
        [one] { $count } picture was left out.
       *[other] { $count } pictures were left out.
    }
note-key-missing = There is no key in it; the account comes in without codes.
note-named = It had no name and was given one.
note-parts-missing =
    { $count ->
        [one] Part { $parts } of { $of } is missing; scan it too, or these accounts are not complete.
       *[other] Parts { $parts } of { $of } are missing; scan them too, or these accounts are not complete.
    }
note-pin-missing = The PIN is not in the file; without it there are no codes.
note-trashed = It lay in the other app's trash and goes to the trash here.

# What a format cannot hold; parts of a list.
loss-groups = groups
loss-history = replaced keys
loss-icon = picture
loss-kind = kind and protection
loss-note = note
loss-pin = PIN
loss-pinned = pin to the top
loss-recovery-codes = recovery codes
loss-usage = how often it was used
err-unfit-kind = The format has no such kind of code.
err-unfit-too-long = Its names are too long for the format.

# Import and export as deeds.
err-import-unknown-format = There is no format “{ $id }”.
fix-import-unknown-format = Known formats: { $ids }.
err-export-unknown-format = No format “{ $id }” can be written.
err-export-no-password = This format is locked with a password, and none was given.
fix-export-no-password = Give one, or choose a format in plain text.
err-export-read-back = What lies on the disk is not what was written.
fix-export-read-back = Write to another disk; do not trust this one.

# How the file is got out of the app.
how-aegis = Settings, Import & Export, Export; with or without a password.
how-google-migration = Menu, Transfer accounts, Export accounts; scan the codes with any reader and save their texts.
how-uri-list = Many apps can export a list of otpauth URIs as a text file.

## Formats B: what these files share

# Locks that only the other app opens.
err-format-bitwarden-account = This export is locked with the key of the Bitwarden account itself.
fix-format-bitwarden-account = Export again as .json (Encrypted) and choose “Password protected”.
err-format-dash = This is Dashlane's own encrypted format, which only Dashlane opens.
fix-format-dash = In Dashlane, export as CSV and import the file credentials.csv.
err-format-steam-desktop = Steam Desktop Authenticator has encrypted this file.
fix-format-steam-desktop = Remove the encryption there (Manage Encryption), then import the .maFile.
err-entry-not-opened = The password does not open this entry.
note-trash-left-out =
    { $count ->
        [one] { $count } entry in the other app's trash was left out.
       *[other] { $count } entries in the other app's trash were left out.
    }
note-without-code =
    { $count ->
        [one] { $count } entry has no code and was left out.
       *[other] { $count } entries have no code and were left out.
    }

# How the files are got out of password managers.
how-apple-passwords = Passwords, File, Export All Passwords to File.
how-bitwarden-authenticator = Settings, Export, as JSON; CSV is read too.
how-bitwarden-csv = Tools, Export vault, as .csv; .json holds more and can be locked.
how-dashlane = My account, Settings, Export data, as CSV; import the zip or its credentials.csv.
how-extract-otp-secrets = Run it with --json, --csv or --keepass.
how-keepassxc-csv = Database, Export, CSV file.
how-lastpass-vault = Advanced options, Export, as CSV.
how-1password = File, Export, your account, as 1PUX; CSV is read too.
how-pass = Decrypt the entry into the import: pass show NAME, or gopass show NAME.
how-plain = Write a table with a header (issuer, name, secret, and more where needed) or a JSON list of objects.
how-proton-pass = Settings, Export, as zip without a passphrase.

# How the files are got out of Bitwarden and Proton.
how-bitwarden = Tools, Export vault, as .json, or as .json (Encrypted) with “Password protected”.
how-proton-authenticator = Settings, Export; with or without a password.

# How the files are got out of other authenticators.
how-2fauth = Select all accounts, Export, as JSON.
how-authenticator-extension = Settings, Backup, Download backup file; with or without a password.
how-authenticator-plus = Settings, Backup, Export as text and HTML; import the zip.
how-authy = Authy has no export. On a rooted phone: shared_prefs/com.authy.storage.tokens.*.xml; else what a script took from the desktop app or from its server.
how-battle-net = On a rooted phone: shared_prefs/com.blizzard.messenger.authenticator_preferences.xml.
how-cxf = Export credentials for exchange in an app that can, as JSON.
how-duo = On a rooted phone: files/duokit/accounts.json.
how-steam = On a rooted phone: files/Steamguard-*; from Steam Desktop Authenticator: the .maFile, not encrypted.
how-totp-authenticator = Menu, Backup, to a file; with or without a password.
how-winauth = Menu, Export; as text or as zip with a password.

## Formats A: what these files share
err-format-doctype = Its XML declares a document type, which no app's file does.
err-format-pgp = The file is encrypted with OpenPGP.
fix-format-pgp = Decrypt it first (gpg --decrypt FILE), then import what comes out.
err-format-too-many-rounds = Opening it would take { $rounds } rounds of hashing, more than a file may ask for.
err-format-unpacks-too-far = It is packed, and holds more than a file may: 64 parts, 64 MiB, a hundred times its size, or another archive.
loss-names = names as they are
err-unfit-numbers = The format cannot hold this number of digits or this period.
err-unfit-same-key = Another account has the same key, and the app keeps only one of them.

## Formats A: 2FAS
how-2fas = Settings, 2FAS Backup, Export; with or without a password.

## Formats A: files that break off
err-entry-cut-off = The file breaks off in this entry.
note-cut-off = The file breaks off before its end; what was whole was read.

## Formats A: andOTP
how-andotp = Menu, Backup, Backup (plain or encrypted); not the one for OpenPGP.

## Formats A: Stratum
how-stratum = Settings, Backup, Backup to file; with or without a password.

## Formats A: FreeOTP
how-freeotp = Copy /data/data/org.fedorahosted.freeotp/shared_prefs/tokens.xml from a phone with root access.
how-freeotp-2 = Menu, Backup; the password is the one set when the backup was first made.
how-freeotp-plus = Menu, Export, JSON format.
note-counter-ahead = The file looks as if another program had written it; its counters may be one too high.

## Formats A: Ente, LastPass, Raivo, cotp, OTPClient, pages
how-ente = Settings, Data, Export codes; encrypted or in plain text.
how-lastpass = Settings, Transfer accounts, Export accounts to file.
how-lastpass-qr = Settings, Transfer accounts, Export accounts to QR code; scan it with any reader and save its text.
how-raivo = Settings, Export OTPs to ZIP; the password is the master password.
how-cotp = Run cotp export, or take the database from its data folder.
how-otpclient = Take the database (.enc) as it is, or export it in the format of another app.
how-html = In Aegis or Stratum, export as HTML.
note-period-assumed = The page states no period; 30 seconds were taken. Compare a code with the other app.

## Databases
err-entry-damaged-page = A page of the database is damaged, and the entries on it are lost.
note-log-beside = The app writes the newest changes to a file beside this one, so they may not be in it.
fix-entry-log-beside = Close the other app before you copy its database, then compare the accounts.
how-microsoft = On a rooted phone: databases/PhoneFactor of com.azure.authenticator. Accounts without a key come in by name.
how-google-database = On a rooted phone: databases/databases of com.google.android.apps.authenticator2, older versions only.
how-kdbx = Take the .kdbx file as it is, with its key file if it has one. With a hardware key, first save a copy that opens without it.
err-format-keepass-old = This is a database of KeePass 1.
fix-format-keepass-old = Open it in KeePassXC or KeePass 2, save it as .kdbx, and import that.
how-picture = Save a screenshot or a photo of the codes; give all pictures of a transfer at once.
