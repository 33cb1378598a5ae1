## Signing out

cmd-sign-out = Move the vault aside, whole; and back
arg-undo = Bring back the vault that was signed out of last
ask-sign-out = Sign out of all accounts? The vault { $path } gets another name beside it and nothing is deleted. (yes/no)
cli-sign-out-done = Signed out. The vault lies whole at { $path }.
cli-sign-out-next = Next: pulih restore, or pulih sign-out --undo to go back.
cli-sign-out-undone = Signed in again. The vault is back at { $path }.
remark-sign-out-left = { $path } could not go along and is still where it was.
err-sign-out-nothing-aside = No vault was signed out of here.
fix-sign-out-nothing-aside = Look for a file whose name has “.signed-out-” in it, in the folder of the vault.
fix-cli-vault-aside = A vault was moved aside here and lies whole at { $path }: “pulih sign-out --undo” brings it back.
err-sign-out-no-vault = There is no vault here to sign out of.
fix-sign-out-no-vault = Restore from a backup, or make a new vault.
err-sign-out-occupied = There is a vault here already, and it is never replaced.
fix-sign-out-occupied = Sign out of that one first, or merge the other one into it.
err-cli-demo-no-file = The demo lives in memory and has no file.
fix-cli-demo-no-file = Leave out --demo.
tui-do-sign-out = Sign out: move the vault aside, whole
tui-ask-sign-out = Sign out of all accounts?
tui-ask-sign-out-about =
    { $count ->
        [one] The vault with { $count } account is moved aside under another name, whole, and nothing is deleted. Until you sign in again its code is not shown. You can restore a backup into the empty place.
       *[other] The vault with { $count } accounts is moved aside under another name, whole, and nothing is deleted. Until you sign in again their codes are not shown. You can restore a backup into the empty place.
    }
tui-signed-out = Signed out. The vault lies whole at { $path }.

## Restoring: what may be in the way

err-restore-empty-place = There are no backups in { $place }.
fix-restore-empty-place = Look in another place: the other cloud folder, the USB stick, the server. A cloud folder may still be fetching its files.
err-restore-a-vault = This file is a vault and no backup.
fix-restore-a-vault = Open it with --vault, or merge it from within an open vault.
err-restore-too-new = This backup was written by a newer version.
fix-restore-too-new = Update this program, or choose an older backup.
restore-moved-aside = The vault that was here lies whole at { $path }.
err-restore-stranded = Nothing was restored, and the vault that was here lies whole at { $path }. { $why }
fix-restore-stranded = Sign in again to have it back, or try the restore once more.

## Restoring: the steps on the screen

tui-restore = Restore from backup
tui-door-restore = Restore from backup
tui-door-restore-about = I have used Pulih before
tui-door-again = Sign in again
tui-door-again-about = the vault moved aside on { $since } UTC
tui-do-restore = Restore from a backup, or merge one
tui-verb-restore = restore
tui-context-restore = Restore
tui-context-merge = What comes back
tui-restore-promise = Nothing is changed until the last yes.
tui-restore-before = Before you start
tui-restore-where = Where
tui-restore-which = Which backup
tui-restore-account = Recovery account
tui-restore-preview = What comes back
tui-restore-passphrase = This computer
tui-restore-restoring = Restoring
tui-restore-done = Done
tui-restore-by-words = with the words
tui-restore-way-merge = Merge into this vault
tui-restore-way-new = Restore into a new vault
tui-restore-way-replace = Sign out and restore
tui-restore-rail-merge = into this vault
tui-restore-rail-new = a new vault
tui-restore-rail-replace = this vault aside
tui-restore-why-new = There is no vault on this computer, so there is nothing to sign out of.
tui-restore-why-locked = Do not sign in before you restore. The vault that is here is moved aside whole at the last step; nothing is deleted. To merge instead, unlock it first.
tui-restore-why-open = You are signed in. Choose how the backup meets the accounts that are here.
tui-restore-merge-about = Each account is compared. Nothing is overwritten unless you choose it, and no key is lost.
tui-restore-replace-about = This vault is moved aside under another name, whole. You can sign in to it again.
tui-restore-ready-title = Have at hand:
tui-restore-ready-account = The same recovery account, or the 12 recovery words.
tui-restore-where-ask = Where is your backup?
tui-restore-where-about = Type a folder, a file, or the address of a server. Tab completes the path.
tui-restore-where-choose = Choose a cloud folder of this computer, or name another place.
tui-restore-where-other = Another place: a folder, a file, a server. Tab completes a path.
tui-restore-where-hint = Nothing is written there.
tui-restore-where-secret = App password or secret key of the server
tui-restore-looking = Looking …
tui-restore-which-ask = Which backup?
tui-restore-unverified = Not yet verified: shown as the files say it. Times are UTC.
tui-restore-which-hint = The newest that fits is chosen.
restore-fit-fits = fits
restore-fit-damaged = damaged header
restore-fit-not-read = not read
restore-fit-other = for { $device }
restore-fit-too-new = newer version
restore-fit-useless = does not open
tui-restore-account-ask = Sign in to your recovery account
tui-restore-account-name = Account name
tui-restore-account-password = Password
tui-restore-account-hint = The one that was used for the backup. It is checked here; nothing is sent.
tui-restore-words-hint = Those of the recovery kit that belongs to the backup. They are checked here; nothing is sent.
tui-restore-vault-hint = It is checked here; nothing is sent.
tui-restore-password-empty = Type the password of the recovery account.
tui-restore-words-ask = Type the 12 recovery words, with blanks between them.
tui-restore-vault-ask = Type the passphrase of the other vault.
tui-restore-opening = Opening. This takes a few seconds on purpose.
tui-restore-tried = Tried: { $name } with that password, in { $place }.
tui-restore-preview-ask = This comes back
tui-restore-counts = Codes at once: { $codes }. Sign in to restore: { $signin }. Add the key again: { $add }.
tui-restore-merge-counts = New: { $new }. The same: { $same }. Changed: { $changed }. Conflicts: { $conflict }.
restore-comes-codes = codes at once
restore-comes-sign-in = sign in to restore
restore-comes-add-key = add the key again
restore-standing-changed = changed
restore-standing-conflict = two keys
restore-standing-fills = brings the key
restore-standing-new = new
restore-standing-same = the same
restore-standing-trashed = in the trash here
restore-choice-add = add
restore-choice-both = keep both
restore-choice-leave = leave out
restore-choice-mine = keep mine
restore-choice-theirs = take the backup’s
tui-restore-passphrase-ask = A passphrase for this computer
tui-restore-passphrase-about = It opens the new vault. It may be the recovery password, or another one.
tui-restore-passphrase-hint = The last yes: Enter restores now.
tui-restore-writing = Writing the vault, reading it back …
restore-done = Restored: { $restored }. Merged: { $merged }. Skipped: { $skipped }.
restore-done-left =
    { $todo ->
        [0] Codes at once: { $codes }. Nothing is left to sign in to.
        [one] Codes at once: { $codes }. Sign in to restore: { $signin }. Add the key again: { $add }. The badge stays until then.
       *[other] Codes at once: { $codes }. Sign in to restore: { $signin }. Add the key again: { $add }. The badges stay until then.
    }
restore-done-backup = This vault has no backup of its own yet. Set one up: pulih backup setup.
tui-restore-done-hint = Enter shows the accounts.
tui-restore-done-hint-to-do = Enter opens it, Esc shows them all.
tui-do-keep-mine = Keep the account that is here
tui-verb-keep-mine = mine
tui-do-take-backups = Take the account of the backup
tui-verb-take-theirs = backup’s
tui-do-keep-both = Keep both accounts
tui-verb-keep-both = both
tui-do-restore-next = Complete the path; the other field
tui-do-restore-words = Recovery words in the place of the password, and back
tui-do-restore-password = Password in the place of the recovery words, and back
tui-verb-words = words
tui-verb-password = password
tui-do-stuck = It does not open: what you can do
tui-verb-stuck = can’t?
tui-do-step-back = One step back; nothing is lost
tui-verb-back = back
tui-stuck-title = Can’t restore?
tui-stuck-truth = Nobody, and no support, can open a backup without its password or its words. But there are ways:
tui-stuck-account = Try another name or password
tui-stuck-account-about = Both count. The name is often an e-mail address: try each that you have used.
tui-stuck-words = Use the 12 recovery words
tui-stuck-words-about = They were shown once and written on paper. They open the backup without a password.
tui-stuck-file = Choose another backup
tui-stuck-file-about = An older file, or one of another set, may have another recovery account.
tui-stuck-place = Look in another place
tui-stuck-place-about = If you can’t sign in to the cloud that holds the folder, its own support helps; here any copy of the file will do.
tui-stuck-anew = Add the accounts again
tui-stuck-anew-about = Sign in at each service with its recovery code or another device, and add a new key.
tui-stuck-again = Try the same once more
tui-stuck-again-about = With what is typed: it is tried at once.
tui-stuck-device = Take the codes from another device
tui-stuck-device-about = Where another device still shows them, an export brings them here.
tui-stuck-device-there = On the device that still shows the codes: export them, with Pulih or with the app that is there. Pulih reads most apps’ files.
tui-stuck-device-here = Bring the file here on a stick, and import it.
tui-stuck-device-keep = Do not sign out of that device before this one works.
tui-stuck-device-hint = Enter goes to the import.
tui-stuck-help = Get back into the place’s own account
tui-stuck-help-about = If you can’t sign in where the backups lie, only that service can help. This is where:
tui-stuck-help-hint = Enter opens the page in the browser and copies its address. Or scan it.
tui-stuck-copied = Copied: { $address }
tui-stuck-sign-out = Sign out, and restore into the empty place
tui-stuck-sign-out-about = The vault that is here is moved aside under another name, whole. Nothing is deleted.
stuck-tried-account = { $why }: { $name } with a password, in { $place }
stuck-tried-place = { $why }: looked into { $place }
stuck-tried-passphrase = { $why }: a passphrase, in { $place }
stuck-tried-words = { $why }: recovery words, in { $place }
stuck-why-damaged = damaged, or not a backup
stuck-why-full = no room on the disk
stuck-why-memory = too little memory
stuck-why-not-empty = a vault is here
stuck-why-other = it did not work
stuck-why-computer = made for another kind of computer
stuck-why-empty = no backups there
stuck-why-place-secret = the place lets nobody in
stuck-why-too-new = from a newer version
stuck-why-unreachable = not reached
stuck-why-account = wrong name or password
stuck-why-words = wrong words

## pulih restore

cmd-restore = Restore from a backup, or merge one into the vault
arg-restore-from = The place of the backups, or one backup file, or another vault file to merge
arg-restore-account = The name of the recovery account
arg-restore-recovery-password-fd = Read the recovery password from this file descriptor, one line
arg-restore-place-secret-fd = Read the password of the place from this file descriptor, one line
arg-restore-place-user = Who signs in to the place, where its address names nobody
arg-restore-plan = Only show what would come back
arg-restore-merge = Put the accounts into the vault that is here
arg-restore-replace = Sign out first: the vault that is here is moved aside, whole
arg-restore-choose = Where accounts differ: mine, theirs, both
arg-restore-only = Only this account of the backup
ask-restore-from = Folder or file of the backup:
ask-restore-account = Recovery account, name:
ask-other-vault = Passphrase of the other vault:
fix-cli-restore-way = Say --merge to put the backup into it, or --replace to move it aside, whole, and restore.
restore-next-older = The next older backup is tried: { $file }.
restore-passed-over = Passed over, though newer: { $file } ({ $why }).
fix-restore-passed-over = A cloud folder may still be fetching it; name the file with --from to try it.
err-restore-none-opens = None of the backups there can be opened.
ask-restore-password = Recovery account, password:
tui-restore-where-user = User, or key ID
tui-restore-stops = Esc stops it. Nothing is lost.
tui-restore-done-backup = This vault has no backup of its own yet. B sets one up.
tui-context-restored = After a restore
tui-do-restored = Open the chosen account, or show the accounts
tui-verb-set-up-backups = set up backups
tui-restore-where-count =
    { $count ->
        [one] { $count } backup
       *[other] { $count } backups
    }
