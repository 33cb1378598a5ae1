## The terminal face

# The accounts
tui-title = Pulih · { $accounts }
tui-title-demo = Pulih, demo · { $accounts } · nothing is saved
tui-locks-in = Locks in { $time }
tui-state-not-saved = Not saved
tui-state-saving = Saving …
tui-state-read-only = Read only
tui-search-hint = Search name, account, group or note
tui-of = { $shown } of { $all }
tui-groups = GROUPS
tui-group-all = All
tui-group-needs-you = Needs you
tui-group-pinned = Pinned
tui-seconds = { $seconds } s
tui-seconds-left = { $seconds } s left
tui-next = Next
tui-take = { $key } next code
tui-take-about = { $key } takes the next code. Its counter is saved first, then the code is shown.
tui-counter = Counter { $counter }
tui-counter-first = The counter is being saved.
tui-refused = The service refused the last code. It may have another key now.
tui-badge-sign-in-short = Sign in to restore
tui-badge-action-short = Action required
tui-ready = Ready
tui-no-accounts = No accounts yet. Press { $add } to add one, { $import } to bring them in from another app, or paste a setup link.
tui-nothing-found = Nothing found. Esc clears the search.
tui-how-to-leave = { $leave } leaves, { $lock } locks.
tui-fact-groups = Groups
tui-fact-kind = Kind
tui-fact-type = Type
tui-fact-added = Added
tui-fact-used = Last used
tui-digits = { $digits } digits
tui-note = NOTE
tui-fact-account = Account
tui-fact-counter = Counter
tui-fact-contacts = Sign-in contacts
tui-fact-backup = In a backup
tui-fact-codes = Recovery codes
tui-fact-note = Note
tui-fact-service = The service
tui-fact-history = Older keys
tui-fact-changed = Changed
tui-codes-left = { $left } of { $all } left
tui-used =
    { $count ->
        [one] once, on { $day }
       *[other] { $count } times, last on { $day }
    }
tui-service-accepted = accepted a code on { $day }
tui-service-refused = refused a code on { $day }
tui-old-key = { $type }, until { $day }

# Notices
tui-two-sentences = { $first } { $second }
tui-copied = Copied. Cleared in { $seconds } s.
tui-copied-ends = Copied, but this code ends in { $seconds } s. { $key } copies the next one.
tui-copied-terminal = Sent to your terminal's clipboard. Cleared in { $seconds } s.
tui-copied-tmux = Sent to tmux, which passes it on only with “set-clipboard on”. Cleared in { $seconds } s.
tui-clipboard-cleared = Clipboard cleared.
tui-deleted = { $title } is in the trash.
tui-deleted-many =
    { $count ->
        [one] { $count } account is in the trash.
       *[other] { $count } accounts are in the trash.
    }
tui-pinned-many =
    { $count ->
        [one] { $count } account pinned to the top.
       *[other] { $count } accounts pinned to the top.
    }
tui-unpinned-many =
    { $count ->
        [one] { $count } account is no longer pinned.
       *[other] { $count } accounts are no longer pinned.
    }
tui-groups-in =
    { $count ->
        [one] { $count } account put into { $group }.
       *[other] { $count } accounts put into { $group }.
    }
tui-groups-out =
    { $count ->
        [one] { $count } account taken out of { $group }.
       *[other] { $count } accounts taken out of { $group }.
    }
tui-marked = { $count } marked
tui-undone = Taken back.
tui-pinned = Pinned to the top.
tui-unpinned = No longer pinned.
tui-sorted-own = In your own order. J and K move an account.
tui-sorted-name = Ordered by name.
tui-sorted-most = Ordered by use, the most used first.
tui-sorted-recent = Ordered by use, the last used first.
tui-move-needs-own = Accounts are moved in your own order, with nothing searched. { $key } goes from order to order.
tui-added = { $title } is added.
tui-not-a-link = What was pasted is no setup link. Such a link begins with otpauth://.
tui-clock-set = The computer’s clock was set. The codes follow it.
tui-paste-too-long = The pasted text is too long and was left out. Save it as a file and import that.
tui-worker-broke = Something broke inside the program. The vault on the disk was not changed.
tui-panic = Something broke inside the program. The vault on the disk was not changed.
tui-too-small = Make the window at least { $columns } × { $rows } (now { $width } × { $height }).
tui-nothing-to-undo = There is nothing to take back.

# The first screen
tui-promise = One-time codes that survive a lost computer
tui-door-new = New vault
tui-door-new-about = start empty
tui-door-import = Import from another app
tui-door-import-about = Aegis, Google, 2FAS, Bitwarden and many more
tui-nothing-written = Nothing is written until you choose.

# A new vault
tui-new-vault = New vault
tui-passphrase = Passphrase
tui-passphrase-again = The same again
tui-passphrase-hint = Several words are best. Nobody can open the vault without it.
tui-passphrase-good = A good length.
tui-not-the-same = The two are not the same. Type the second one again.
tui-making-vault = Measuring how much work this computer can do, then making the vault. A few seconds …
tui-vault-made = The vault is made and saved.

# Unlocking
tui-locked = This vault is locked
tui-way-passphrase = Passphrase
tui-way-words = Recovery words
tui-way-key-store = Key store
tui-way-demo = The demo opens without a passphrase.
tui-unlock-hint = Enter opens it.
tui-locked-slept = Locked, since the computer was asleep.
tui-locked-session = Locked together with the session of the desktop.
tui-locked-clock = Locked, since the computer’s clock was moved on.
tui-opening = Opening …
tui-wait = The next try is open in { $seconds } s.
tui-not-in-key-store = The key store has no key for this vault.
tui-not-in-key-store-fix = Open it with the passphrase.
tui-stuck = The vault can't be opened
tui-vault-at = The vault file: { $path }

# Adding an account
tui-add = Add an account
tui-form-key = Key or link
tui-form-issuer = Service
tui-form-name = Account
tui-form-kind = Kind
tui-form-type = Type of code
tui-form-algorithm = Hash
tui-form-digits = Digits
tui-form-period = Seconds
tui-form-counter = Counter
tui-form-pin = PIN
tui-form-hint = Type or paste the key that the service shows, or its setup link (otpauth://). What is empty takes the grey value.
tui-form-from-link = Read from the link: { $type }. Enter adds it.
tui-form-not-a-number = A number is not one.

# Changing an account
tui-edit = Change { $title }
tui-form-groups = Groups
tui-form-note = Note
tui-edit-hint = Groups are separated by commas; a name that is new makes a group.
tui-edit-counter-hint = The counter only goes up, to where the service is.
tui-edit-counter-back = The counter stands at { $counter } and never goes back: an old code would be shown again.
tui-edited = { $title } is changed.
tui-edited-bound = { $title } is changed. Backups carry its name alone.
tui-edit-nothing = Nothing was changed.
tui-proof-passphrase = Passphrase of this vault
tui-proof-checking = Checking …
tui-proof-demo = The demo's passphrase is “{ $passphrase }”.
tui-qr = QR code of { $title }
tui-qr-about = It carries the key. Anyone who sees it can make the same codes.
tui-qr-scan = Scan it with the other app.
tui-qr-warn = Whoever takes a picture of it has the key. Esc takes it off the screen.
tui-qr-no-pin = The PIN is not in it.
tui-qr-none = There is no key to show.
tui-qr-too-small = The code needs a window of at least { $columns } × { $rows } (now { $width } × { $height }). Make the window larger, or its letters smaller.
tui-qr-too-long = The name of this account is too long for a QR code. Shorten it with e.
tui-codes = Recovery codes of { $title }
tui-codes-none = No recovery codes are kept here. Press { $key }, or paste the ones that the service gave you.
tui-codes-hint = Paste or type the codes, one a line. Numbers before them are left out.
tui-codes-read =
    { $count ->
        [one] { $count } code is read. Enter keeps it.
       *[other] { $count } codes are read. Enter keeps them.
    }
tui-codes-added =
    { $count ->
        [one] { $count } recovery code added.
       *[other] { $count } recovery codes added.
    }
tui-code-used = Ticked off as used.
tui-code-unused = No longer ticked off.
tui-code-removed = The recovery code is removed.
tui-code-is-used = used
tui-groups-of = Groups of { $title }
tui-groups-of-many =
    { $count ->
        [one] Groups of { $count } account
       *[other] Groups of { $count } accounts
    }
tui-groups-none = There are no groups yet. Type the name of a new one.
tui-groups-new = New group “{ $group }”

# Import
tui-import = Import from another app
tui-import-where = Type or paste the path of the other app's export file or picture, or paste its content or links. Several paths are one import.
tui-import-locked = This file of { $app } needs its password.
tui-import-hint = Nothing is stored before you have seen what would come in.
tui-import-from =
    { $count ->
        [one] From { $app }: { $count } account
       *[other] From { $app }: { $count } accounts
    }
tui-import-counts = { $new } new, { $same } here already, { $changed } differ, { $unread } not readable.
tui-import-skip = What is here already or differs stays as it is.
tui-import-replace = What differs is replaced; the old key is kept in the account's history.
tui-import-keep-both = What is here already or differs comes in beside it.
tui-import-name-only = name only
tui-import-done = { $added } added, { $changed } changed, { $skipped } left out, { $unread } not readable.

# Questions
tui-ask-delete = Delete this account?
tui-ask-delete-about = { $account } goes to the trash. It can be brought back for { $days } days.
tui-ask-delete-many = Delete the marked accounts?
tui-ask-delete-many-about = { $count } accounts go to the trash: { $accounts }. They can be brought back for { $days } days.
tui-ask-delete-many-more = { $count } accounts go to the trash: { $accounts } and { $more } more. They can be brought back for { $days } days.
tui-ask-erase = Remove it for good?
tui-ask-erase-about = The key of { $account } will be gone. Without it there are no codes, and nobody can bring it back.
tui-ask-remove-code = Remove this recovery code?
tui-ask-remove-code-about = Code { $number } of { $account } was not used yet. Once it is gone, nobody but the service can give you another.
tui-ask-drop-form = Leave the form?
tui-ask-drop-form-about = What you typed here is not saved. It will be gone.
tui-ask-leave = Leave without saving?
tui-ask-leave-about = The last changes are not saved, and leaving loses them. The vault on the disk is as it was.
tui-ask-lock = Lock without saving?
tui-ask-lock-about = The last changes are not saved, and locking loses them. The vault on the disk is as it was.
tui-ask-beside = Keep your changes beside it?
tui-ask-beside-about = Another program changed the vault file since it was opened here. It is not written over. Your changes can be kept in a file of their own beside it.
tui-kept-beside = Your changes are in { $path }. Lock and unlock to see the vault as it is now.
tui-ask-older = Go on with an older vault?
tui-ask-older-about =
    { $by ->
        [one] This vault is older than the one last used on this computer, by { $by } save. It is only read until you say yes; the next save then makes it the newest.
       *[other] This vault is older than the one last used on this computer, by { $by } saves. It is only read until you say yes; the next save then makes it the newest.
    }
tui-accepted = This state is the one that counts now.

# The trash
tui-trash = Trash
tui-trash-about = Kept for { $days } days
tui-trash-empty = The trash is empty.
tui-days-left =
    { $days ->
        [one] { $days } day left
       *[other] { $days } days left
    }
tui-brought-back = { $title } is back.
tui-erased = Removed for good.

# Settings
tui-settings = Settings

# The palette
tui-palette = Everything you can do here
tui-palette-nothing = Nothing by that name. Esc leaves.

# Help and the keys
tui-help = Keys
tui-context-accounts = Accounts
tui-context-edit = Changing an account
tui-context-everywhere = Everywhere
tui-context-field = While typing
tui-context-form = Forms
tui-context-help = Help
tui-context-home = In an open vault
tui-context-import = Import
tui-context-list = Lists
tui-context-note = In the note
tui-context-palette = Everything you can do
tui-context-preview = What would come in
tui-context-proof = The passphrase again
tui-context-shown = A key that is shown
tui-context-question = Questions
tui-context-search = Search
tui-context-secret = While typing a secret
tui-context-settings = Settings
tui-context-start = Start
tui-context-trash = Trash
tui-context-unlock = Unlocking
tui-do-accept = Go on to the next field; after the last one, do it
tui-do-add = Add an account
tui-do-back = Leave this screen
tui-do-bring-back = Bring the account back
tui-do-bring-in = Bring the ticked accounts in
tui-do-card = Open or close the chosen account
tui-do-choose = Choose
tui-do-clear-filter = Clear the search, then the group
tui-do-copy = Copy the code (a counter-based one is taken and saved first)
tui-do-copy-found = Copy the code of the chosen account, back to the list
tui-do-copy-next = Copy the next code
tui-do-delete = Put the account into the trash, after a question
tui-do-down = One row down
tui-do-edit = Change what is known of the account
tui-do-empty-or-quit = Empty the field; leave when it is empty
tui-do-erase = Remove for good, after a question
tui-do-field-break = A new line
tui-do-field-clear = Empty the field
tui-do-field-end = To the end of the field
tui-do-field-erase = Remove the character before the cursor
tui-do-field-erase-after = Remove the character after the cursor
tui-do-field-erase-word = Remove the word before the cursor
tui-do-field-left = One character left; the choice before
tui-do-field-next = To the next field
tui-do-field-previous = To the field before
tui-do-field-right = One character right; the next choice
tui-do-field-show = Show or hide the secret that is typed
tui-do-field-start = To the start of the field
tui-do-finish = Save from any field
tui-do-first = To the first row
tui-do-go-on = Go on
tui-do-group-next = The next group
tui-do-group-previous = The group before
tui-do-help = Help for this screen
tui-do-hide = Hide the codes, or show them
tui-do-import = Bring accounts in from another app
tui-do-language = The next language
tui-do-last = To the last row
tui-do-leave-palette = Leave, nothing done
tui-do-leave-search = Clear the search; leave it when it is empty
tui-do-less = The choice before
tui-do-line-down = One line down, then to the next field
tui-do-line-up = One line up, then to the field before
tui-do-lock = Lock the vault
tui-do-more = The next choice
tui-do-move-down = Move the account one place down
tui-do-move-up = Move the account one place up
tui-do-no = No: everything stays as it is
tui-do-page-down = A page down
tui-do-page-up = A page up
tui-do-palette = Everything you can do here, by name
tui-do-pin = Pin to the top, or let go
tui-do-policy = What happens to those that are here already
tui-do-prove = See whether it is the passphrase
tui-do-qr = Show the key as a QR code, after the passphrase
tui-do-codes = The account's recovery codes
tui-do-tick-code = Tick the code off as used, or untick it
tui-do-show-codes = Show the codes, or hide them
tui-do-copy-recovery = Copy the recovery code
tui-do-add-codes = Add codes by typing or pasting
tui-do-remove-code = Remove the code; it can be taken back
tui-do-mark = Mark the account, or take its mark off
tui-do-mark-all = Mark all that are listed, or take their marks off
tui-do-groups = Groups of the account, or of all that are marked
tui-do-in-or-out = Put into the group; take out where all are in it
tui-do-quit = Leave the program
tui-do-run = Do what is chosen
tui-do-search = Search while typing
tui-do-settings = Settings
tui-do-sort = Order: your own, by name, most used, last used
tui-do-suspend = Stop for a while and give the terminal to the shell
tui-do-tick = Tick or untick
tui-do-trash = The trash
tui-do-undo = Take the last deed back
tui-do-unlock = Unlock the vault
tui-do-up = One row up
tui-do-way = Another way to open it
tui-do-yes = Yes, do it
tui-mouse = Mouse
tui-mouse-row = Click a row
tui-mouse-row-does = Choose it; copy its code where it was chosen already
tui-mouse-code = Click a code
tui-mouse-code-does = Copy it
tui-mouse-badge = Click a badge
tui-mouse-badge-does = Open the account, which says what helps
tui-mouse-deed = Click a deed
tui-mouse-deed-does = Do what stands there
tui-mouse-group = Click a group
tui-mouse-group-does = Show its accounts
tui-mouse-wheel = Wheel
tui-mouse-wheel-does = One row up or down
tui-mouse-drag = Shift and drag
tui-mouse-drag-does = Mark text as in any terminal (Option on a Mac)
tui-verb-add = add
tui-verb-bring-back = bring back
tui-verb-bring-in = bring in
tui-verb-change = change
tui-verb-choose = choose
tui-verb-clear = clear
tui-verb-copy = copy
tui-verb-copy-next = copy next
tui-verb-next-code = next code
tui-verb-delete = delete
tui-verb-edit = edit
tui-verb-erase = remove for good
tui-verb-field-break = new line
tui-verb-finish = save
tui-verb-field = next field
tui-verb-go-on = go on
tui-verb-group = group
tui-verb-help = help
tui-verb-import = import
tui-verb-language = language
tui-verb-leave = leave
tui-verb-no = no, keep it
tui-verb-palette = more
tui-verb-pin = pin
tui-verb-policy = duplicates
tui-verb-qr = QR
tui-verb-codes = recovery codes
tui-verb-tick-code = tick
tui-verb-remove = remove
tui-verb-mark = mark
tui-verb-groups = groups
tui-verb-in-or-out = in or out
tui-verb-undo = undo
tui-verb-quit = quit
tui-verb-run = do it
tui-verb-search = search
tui-verb-settings = settings
tui-verb-show = show
tui-verb-tick = tick
tui-verb-trash = trash
tui-verb-unlock = unlock
tui-verb-way = other way
tui-verb-yes = yes
tui-context-account = One account
tui-context-codes = Recovery codes
tui-context-groups = Groups of accounts
tui-do-open = Open the account over the whole screen
tui-do-account-next = The account after this one
tui-do-account-previous = The account before this one
tui-verb-open = open
tui-verb-account-next = next account
