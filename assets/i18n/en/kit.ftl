## The recovery kit: the page

kit-title = Recovery kit for Pulih
kit-about = Backup set “{ $set }”. Made { $date } (UTC).
kit-warning = Whoever has this page and one of your backups can read every account in it. Keep the page as you keep money: on paper, away from the computer and away from the place of the backups. Do not photograph it.
kit-words = The 12 recovery words
kit-opens = What opens what
kit-opens-words = The words open your vault, and every backup that was made since these words are in force. No password is needed then.
kit-opens-account = Recovery account: { $account }. Its name and its password together open the same backups. The password is not on this page.
kit-opens-place = Place of the backups: { $place }. If the place asks for a password of its own, that one is not on this page either.
kit-opens-device = The backups can be restored on: { $device }.
kit-opens-not = Accounts that are bound to the lost computer come back by name. Sign in to each of them again.
kit-steps = On a new computer
kit-step-install = Install Pulih and start it.
kit-step-restore = Choose “Restore from backup” before anything else.
kit-step-place = Name the place of the backups, and choose the newest one that fits.
kit-step-words = Choose to type the recovery words, in order. Four letters of each are enough.
kit-code = Place, set and account name, to scan or to copy. The words are not in it.
kit-end = New recovery words make this page worthless: then print the new one, and destroy this one.

## The recovery kit: deeds

err-kit-beside-backups = The page would lie beside the backups, where one theft opens everything.
fix-kit-beside-backups = Write it into another folder, print it, and then remove the file.
err-kit-no-words = This vault has no recovery words.
fix-kit-no-words = Make words and their page: pulih backup kit --new.
err-kit-other-words = These are recovery words, and not those of this vault.
fix-kit-other-words = Look for a newer page, or make new words: pulih backup kit --new.
err-cli-kit-no-file = New words have to be seen, and there is no page for them.
fix-cli-kit-no-file = Name a file with --svg or --text.
cmd-backup-kit = Make a page of the recovery words, to print and to keep
arg-backup-kit-svg = Draw the page into this new file, for a printer
arg-backup-kit-text = Write the page into this new file, as text
arg-backup-kit-new = Make new words; older ones stop working
arg-backup-kit-words-fd = Read the 12 recovery words from this descriptor
arg-backup-setup-kit = Make recovery words and write their page into this new file (.svg for a printer)
ask-kit-words = The 12 recovery words:
ask-kit-now = Make recovery words and a page of them now? (yes/no)
cli-kit-written = The page lies in { $file }. Only you can read it.
cli-kit-copied = That folder is copied by { $service }: the words would lie there too. Choose another folder, or remove the file soon.
cli-kit-file-warning = Print the page, then remove the file. Removing a file does not wipe it from many disks.
cli-kit-ask = Print the page or write the words down, then answer from the paper.
cli-kit-unchecked = Nobody could be asked for three of the words, so the kit does not count as saved.
cli-kit-saved = The recovery kit is saved.
cli-backup-kit-next = This vault has recovery words. Make the page for them: pulih backup kit.
backup-kit-saved = Recovery kit: saved { $at }.
backup-remind-make-kit = Nobody has shown to have the recovery words; make their page: pulih backup kit.

## The readiness list

ready-place = Place
ready-key-store = Key store
ready-backups = Backups
ready-kit = Recovery kit
ready-go = Enter looks there.
ready-place-none = No place is set for backups.
ready-place-full = { $place } has only { $mib } MiB of room left.
ready-place-room = { $place } was written and read back; { $mib } MiB of room.
ready-place-good = { $place } was written and read back.
ready-place-found =
    { $count ->
        [one] { $count } backup lies in { $folder } ({ $service }).
       *[other] { $count } backups lie in { $folder } ({ $service }).
    }
ready-place-without = { $service } is on this computer, without backups so far. It may still be fetching them.
ready-place-unknown = No folder of a cloud service was found here.
ready-place-fix = Sign in to the cloud service first, or bring a stick or the server’s address.
ready-backups-new = This computer has made none yet.
ready-backups-new-fix = After the restore, set up a backup set of its own.
ready-backups-off = Backups are off.
ready-backups-none = There is no backup that was read back.
ready-backups-age =
    { $days ->
        [0] The last one was read back and opened today; { $files } in all.
        [one] The last one was read back and opened { $days } day ago; { $files } in all.
       *[other] The last one was read back and opened { $days } days ago; { $files } in all.
    }
ready-backups-due =
    { $days ->
        [0] Something changed since the last one today; { $files } in all.
        [one] Something changed since the last one { $days } day ago; { $files } in all.
       *[other] Something changed since the last one { $days } days ago; { $files } in all.
    }
ready-backups-password =
    { $days ->
        [0] The last one opened today; the password was not typed for long. { $files } in all.
        [one] The last one opened { $days } day ago; the password was not typed for long. { $files } in all.
       *[other] The last one opened { $days } days ago; the password was not typed for long. { $files } in all.
    }
ready-kit-later = It is made once backups are on.
ready-kit-no-words = There are no recovery words.
ready-kit-not-saved = There are words, and nobody has shown to have them.
ready-kit-saved = Saved { $date }.
ready-fix-back-up = Back up now: pulih backup now
ready-fix-drill = Type the password once more: pulih backup drill
ready-fix-kit = Make the page of the words: pulih backup kit
ready-fix-set-up = Set backups up, with a place: pulih backup setup
ready-fix-verify = Read the newest one back: pulih backup verify
ready-fix-words = Make words and their page: pulih backup kit --new
ready-place-answers = { $place } answers.
ready-place-answers-room = { $place } answers; { $mib } MiB of room.
ready-enter-back-up = Enter backs up now.
ready-enter-drill = Enter asks for the password once more.
ready-enter-kit = Enter goes to the words and their page.
ready-enter-set-up = Enter sets backups up.
ready-enter-verify = Enter reads the newest one back.
arg-probe = Try the place with a file that is removed again
