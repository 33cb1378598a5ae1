# Backups and the places that they lie in.
backup-device-android = Android
backup-device-any = any computer
backup-device-bsd = BSD
backup-device-ios = iOS
backup-device-linux = Linux
backup-device-macos = macOS
backup-device-other = another kind of computer
backup-device-windows = Windows
err-backup-damaged = This backup is damaged: its content was changed after it was written.
fix-backup-damaged = Choose the next older backup.
err-backup-is-an-export = This is a Pulih export, not a backup.
fix-backup-is-an-export = Import it into a vault.
err-backup-foreign = This file is not a Pulih backup.
fix-backup-foreign = Choose a file that ends in .pulih-backup.
err-backup-too-large = This file is larger than 64 MiB, which no backup is.
err-backup-too-new = This backup was written by a newer version ({ $found }).
fix-backup-too-new = Update this program, then restore it again.
err-backup-is-a-vault = This is a vault, not a backup.
fix-backup-is-a-vault = Open it with --vault, or merge it into yours.
err-backup-no-memory = Opening this backup takes { $memory } MiB of memory, and this computer does not have them free.
fix-backup-no-memory = Close other programs and try again, or open it with the recovery words, which need no memory.
err-backup-no-such-slot = This backup cannot be opened in this way.
fix-backup-no-such-slot = Use the name and password of the recovery account.
err-backup-other-device = This backup is for computers with { $device } only.
err-backup-edited-device = This backup was made for computers with { $device }, and its header was changed to say something else.
fix-backup-other-device = Restore it on such a computer, then make a portable backup or an export there.
err-backup-too-costly =
    This file asks for { $memory } MiB of memory, { $passes ->
        [one] gone over once
       *[other] gone over { $passes } times
    }, to open. Refused.
fix-backup-too-costly = Check where the file comes from; no version of Pulih writes that.
err-backup-wrong-account = This name and password of a recovery account do not open the backup.
fix-backup-wrong-account = Check both: it must be the recovery account that the backup was made with. Or use the recovery words.
err-backup-wrong-words = These recovery words do not open the backup.
fix-backup-wrong-words = Check that the words belong to this backup set, or use the recovery account.
err-backup-wrong-key = This backup belongs to another set than the vault's own.
fix-backup-wrong-key = Open it with its recovery account or its recovery words.
err-backup-name-empty = The recovery account has no name.
err-backup-name-unfit = That is too long for the name of a recovery account, or it holds characters that cannot be typed.
fix-backup-name = Type a name that you will remember in five years, such as an e-mail address.
err-place-address-empty = No place is named.
err-place-address-no-host = No host can be read from this address.
err-place-address-password = There is a password in this address.
err-place-address-scheme = This kind of address is not known.
fix-place-address = Give a folder, webdav+https://user@host/path or s3://key-id@endpoint/bucket/prefix?region=name.
fix-place-address-password = Leave it out; it is asked for.
err-place-address-bucket = There is no bucket in this address.
err-place-address-query = Something stands behind a question mark in this address.
err-place-address-unencrypted = This address is not encrypted.
fix-place-address-unencrypted = Use an address with https; without it only a server on this computer is asked.
err-place-cancelled = Called off.
fix-place-cancelled = Nothing was changed; start again when you like.
err-place-denied = The place does not allow this.
err-place-unwritable = This place cannot be written.
fix-place-denied = Check what you may do there, and whether there is room.
err-place-certificate = The server does not prove that it is the one you named: { $words }
fix-place-certificate = Check the address. If you run the server, give it a certificate that this computer trusts.
err-place-clock = The clocks of this computer and of the server are too far apart.
fix-place-clock = Set this computer’s clock, then try again.
err-place-cut-short = The connection broke off before all was there.
err-place-failing = The server answers with the error { $status }.
fix-place-failing = Try again later; if it stays so, whoever runs the server can see why.
err-place-redirected = { $from } sends us on to { $to }, and what opens the place is not sent there.
fix-place-redirected = If the new address is right, give that one.
err-place-region = The bucket lies in the region { $region }.
fix-place-region = Put ?region={ $region } at the end of the address.
err-place-too-many = The place lists more files than can be looked through.
fix-place-too-many = Use a folder that holds nothing but backups.
err-place-exists = A file of this name is there already.
fix-place-again = Try again; the next file has another name.
err-place-full = The place has no room left.
fix-place-full = Make room there, then try again.
err-place-gone = The place is not there.
fix-place-gone = Connect the disk, mount the folder or check the address, or choose another place.
err-place-not-found = There is no such file in the place.
fix-place-not-found = List the backups again.
err-place-not-here = This build cannot reach that kind of place.
fix-place-not-here = Use a folder; one that a cloud service keeps in step will do.
err-place-not-understood = The place answered in a way that makes no sense: { $words }
err-place-too-large = The file is larger than any backup is.
fix-place-not-understood = Check the address, and what runs there.
err-place-timed-out = The place took too long to answer.
err-place-unreachable = The place cannot be reached: { $words }
fix-place-unreachable = Check the connection, then try again.
err-place-wrong-secret = The place does not accept this name and password.
fix-place-wrong-secret = Check the name in the address, and give the app password or secret key again.
backup-doubt-empty = This vault is empty, so the backup would be too.
backup-doubt-emptied = None of the earlier backups is in this place any more: a disk may be missing whose folder is still there.
backup-doubt-smaller = The vault holds { $now } of the { $before } accounts that the last backup held.
fix-backup-doubt = If that is right, back up now and say yes; older backups stay where they are.
fix-backup-doubt-emptied = Connect the disk; if the folder is the right one, back up now and say yes.
backup-former-go-on = The backups that were set up before go on.
err-backup-none-there = There is no backup to check yet.
fix-backup-none-there = Make one: pulih backup now.
err-backup-not-set-up = No backups are set up.
fix-backup-not-set-up = Set them up: pulih backup setup.
err-backup-read-back = The place gave back something else than was put there.
fix-backup-read-back = Older backups are untouched. Try again, or choose another place.
err-backup-records-new = A newer version ({ $found }) wrote what this vault keeps of its backups.
err-backup-records = What this vault keeps of its backups cannot be read.
fix-backup-records = Set backups up again; the files that are there still open with their recovery account.
cli-backup-setting-up = Trying the place and making the set. Restoring will need { $memory } MiB of memory.
cli-backup-place-overwrites = This place does not refuse to overwrite files, so unique names are used.
cli-backup-place-unconfirmed = This place does not confirm that a file will last.
cli-backup-place-lists-late = This place does not list a new file at once.
cli-backup-set-up = Backups are set up as “{ $set }” under the recovery account { $account }.
cli-backup-no-words = Without recovery words the password is the only way to open the backups. Make words: pulih words --new.
cli-backup-waits = The vault is empty; the first backup is made after the first account.
cli-backup-password-works = The password opened the file that was read back from the place.
cli-backup-off = Backups are off. The files that are there stay.
cli-backup-made =
    { $count ->
        [one] Backed up { $count } account as { $file }, and read it back.
       *[other] Backed up { $count } accounts as { $file }, and read them back.
    }
cli-backup-unconfirmed = The place did not confirm that the file will last.
cli-backup-missing =
    { $count ->
        [one] { $count } backup that this vault wrote is missing in the place.
       *[other] { $count } backups that this vault wrote are missing in the place.
    }
cli-backup-not-removed =
    { $count ->
        [one] { $count } old backup could not be removed.
       *[other] { $count } old backups could not be removed.
    }
cli-backup-good = Read back and opened.
cli-backup-made-after = Backed up, and read back.
cli-backup-not-made-after = Saved, but not backed up; that is tried again after the next change. { $why }
cli-backup-none-in-place = There is no backup in { $place }.
cli-backup-not-verified = Not yet verified: that takes the recovery account or the words.
ask-backup-account = Name of the recovery account, such as an e-mail address:
ask-backup-place = Where do the backups go (a folder, or the address of a server)?
ask-place-secret = App password or secret key of the place:
ask-place-user = User name or key id of the place:
ask-backup-kind = Restore on computers with { $device } only (1), as the pages have it, or on any computer (2)? 1 or 2:
ask-recovery-password-new = New recovery password:
ask-recovery-password-twice = The same once more:
ask-recovery-password = Recovery password:
ask-backup-anyway = Back up all the same (yes or no)?
ask-backup-off = Make no more backups from now on; those that are there stay (yes or no)?
backup-codes-at-once =
    { $count ->
        [one] { $count } account gives codes at once.
       *[other] { $count } accounts give codes at once.
    }
backup-sign-in =
    { $count ->
        [one] { $count } account needs a sign-in first.
       *[other] { $count } accounts need a sign-in first.
    }
backup-add-key =
    { $count ->
        [one] { $count } account comes back by name; its key has to be added again.
       *[other] { $count } accounts come back by name; their keys have to be added again.
    }
backup-not-in-it =
    { $count ->
        [one] { $count } account came after the backup.
       *[other] { $count } accounts came after the backup.
    }
backup-without-note =
    { $count ->
        [one] { $count } account comes back without its note, recovery codes and old keys.
       *[other] { $count } accounts come back without their notes, recovery codes and old keys.
    }
backup-fit-damaged = damaged
backup-fit-verified = verified
backup-fit-unverified = not yet verified
backup-fit-not-read = could not be read
backup-fit-other = for { $device } only
backup-fit-too-new = from a newer version
backup-fact-set = Set
backup-fact-created = Made
backup-fact-generation = Number in its set
backup-fact-device = For
backup-fact-version = Written by version
backup-fact-size = Bytes
backup-status-off = Backups are off.
backup-status-none = Backups are on, and there is no verified one yet.
backup-status-on =
    { $files ->
        [one] Last verified { $at }; { $files } file.
       *[other] Last verified { $at }; { $files } files.
    }
backup-remind-set-up = Set backups up, so that a lost computer is not the end of your codes: pulih backup setup.
backup-remind-never = There is no backup yet: pulih backup now.
backup-remind-back-up = The accounts have changed since the last backup: pulih backup now.
backup-remind-verify = The last backup was read back long ago: pulih backup verify.
backup-remind-check-password = Type the recovery password once more, to be sure of it: pulih backup drill.
backup-remind-make-words = The password is the only way to open the backups; make recovery words: pulih words --new.
backup-place-offered = { $service } is here: { $folder }
cmd-backup = Set up backups, make them, check them
cmd-backup-setup = Choose a recovery account and a place
cmd-backup-now = Back up now, and read it back
cmd-backup-list = List the backups in the place
cmd-backup-show = Show what a backup file says of itself
cmd-backup-verify = Read the newest backup back and open it
cmd-backup-drill = Type the password again and see what would come back
cmd-backup-status = Show how the backups stand
cmd-backup-places = List known places and folders of cloud services
cmd-backup-off = Make no more backups
arg-backup-setup-account = Name of the recovery account, such as an e-mail address
arg-backup-setup-place = Where the backups go: a folder, webdav+https://user@host/path or s3://key-id@endpoint/bucket/prefix
arg-backup-setup-portable = Restore on any kind of computer
arg-backup-setup-same-kind = Restore on this kind of computer only
arg-backup-setup-use-passphrase = Use the vault’s passphrase as the recovery password
arg-backup-setup-recovery-password-fd = Read the recovery password from this descriptor
arg-backup-setup-place-secret-fd = Read what opens the place from this descriptor
arg-backup-setup-place-user = Who signs in to the place, where its address names nobody
arg-backup-drill-recovery-password-fd = Read the recovery password from this descriptor
arg-backup-now-yes = Back up an empty or much smaller vault without asking
arg-backup-off-yes = Make no more backups without asking
arg-backup-verify-all = Read all remembered backups back, not only the newest
arg-backup-list-place = Another place than the vault’s own
arg-backup-list-place-user = Who signs in to the place, where its address names nobody
arg-backup-list-place-secret-fd = Read what opens the place from this descriptor
arg-backup-show-file = A backup file
tui-not-backed-up = Saved, but not backed up; that is tried again after the next change. { $why }
