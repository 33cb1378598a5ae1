# Backups in the terminal face
tui-backups = Backups
tui-do-backups = Backups: how they stand, back up, verify, drill
tui-do-back-up = Back up now
tui-verb-back-up = back up
tui-do-verify = Read the newest backup back and open it
tui-verb-verify = verify
tui-do-verify-all = Read all backups back
tui-do-drill = Type the recovery password again and see what would come back
tui-verb-drill = drill
tui-do-compare = Show what differs between this backup and the marked one, or the vault
tui-verb-compare = compare
tui-do-mark-backup = Mark a backup, to compare another one with it
tui-do-set-up = Set backups up: place, recovery account, kind of computer
tui-verb-set-up = set up
tui-do-turn-off = Turn backups off
tui-context-backups = Backups
tui-context-recovery = Recovery account
tui-context-recovery-words = Recovery words
tui-state-backed-up = Backed up { $ago }
tui-state-backing-up = Backing up …
tui-state-backup-action = Backup: Action required
tui-state-no-backup-yet = No backup yet
tui-state-no-backups = No backups
tui-leaving-backs-up = The change is being backed up. Leave once more to go at once.
tui-remind-check-password = It is time to type the recovery password once more, to be sure of it: B, then d.
tui-remind-verify = The last backup was read back long ago. Verify it: B, then v.
tui-backup-drilling = Opening the newest backup
tui-backup-listing = Listing the backups
tui-backup-making = Backing up
tui-backup-opening = Opening the backups
tui-backup-setting-up = Trying the place and making the set
tui-backup-verifying = Reading back
tui-backup-stopping = Stopping …
tui-backup-called-off = Called off. Nothing was changed.
tui-backup-busy = Something is still being done. Wait for it, or stop it with Esc.
tui-backup-none-set-up = No backups are set up yet. Set them up first.
tui-backup-made =
    { $count ->
        [one] Backed up { $count } account, and read it back.
       *[other] Backed up { $count } accounts, and read them back.
    }
tui-backup-good =
    { $count ->
        [one] The newest backup was read back and opened.
       *[other] { $count } backups were read back and opened.
    }
tui-backup-portable = for any computer
tui-backup-same-kind = for this kind of computer
tui-backup-verified = Last good backup: { $ago }.
tui-backup-none-verified = No backup was read back yet.
tui-backup-password = Password checked: { $ago }.
tui-backup-password-never = The password was not checked yet.
tui-backup-count =
    { $count ->
        [one] { $count } backup in
       *[other] { $count } backups in
    }
tui-backup-goes-to = Backups go to
tui-backup-other-set = of another set
tui-backup-empty-place = There is no backup in the place yet.
tui-backup-off-about = Backups are off. If this computer were gone now, the codes would be gone too.
tui-backup-off-hint = Set them up with { $key }: a place, and an account and password that only you know.
tui-backup-remind-never = There is no good backup yet. Make one with { $key }.
tui-backup-remind-password = Type the recovery password once more, to be sure of it: a drill with { $key }.
tui-backup-remind-kit = The recovery words were not shown to be at hand yet. Make a page of them with { $key }.
tui-backup-remind-words = The password is the only way to open the backups. Recovery words are a second one: { $key }.
tui-backup-remind-verify = The last backup was read back long ago. Verify it with { $key }.
tui-backup-drill = Drill
tui-drill-about = The newest backup is fetched and opened with what you type, as on a computer that knows nothing else.
tui-drill-password = Recovery password
tui-drill-words = Recovery words
tui-drill-sum = If this computer were gone now: { $codes } at once, { $signin } after a sign-in, { $add } with a new key.
tui-backup-difference = What differs
tui-ask-back-up = Back up all the same?
tui-ask-back-up-about = { $doubt } Older backups stay where they are.
tui-ask-backups-off = Turn backups off?
tui-ask-backups-off-about = Changes are not backed up any more. The backups that are in the place stay, and open as before.
backup-ago-now = just now
backup-ago-minutes = { $count } min ago
backup-ago-hours = { $count } h ago
backup-ago-days =
    { $count ->
        [one] yesterday
       *[other] { $count } days ago
    }
difference-none = Nothing differs.
difference-between = From { $earlier } to { $later }:
difference-since = From { $earlier } to the vault as it is now:
difference-new =
    { $count ->
        [one] { $count } account is new
       *[other] { $count } accounts are new
    }
difference-gone =
    { $count ->
        [one] { $count } account is gone
       *[other] { $count } accounts are gone
    }
difference-changed =
    { $count ->
        [one] { $count } account has changed
       *[other] { $count } accounts have changed
    }
difference-groups = groups
difference-icon = picture
difference-issuer = service
difference-key = key
difference-kind = kind
difference-name = account
difference-note = note
difference-old-keys = older keys
difference-parameters = type of code
difference-pin = pinned
difference-protection = protection
difference-recovery-codes = recovery codes
difference-trash = trash
tui-setup = Set up backups
tui-setup-about = The place is tried first. Then the first backup is made, and opened with the password.
tui-setup-offer = Cloud folder
tui-setup-offer-none = none of those that are here
tui-setup-offer-hint = Folders of this computer that a cloud service copies elsewhere.
tui-setup-place = Place
tui-setup-place-hint = A folder, or an address: webdav+https://host/path, s3://host/bucket.
tui-setup-secret = Place password
tui-setup-secret-hint = What opens the place. It is kept in the vault.
tui-setup-account = Account name
tui-setup-account-hint = The recovery account: a name that you will remember in five years, such as an e-mail address.
tui-setup-password = Password
tui-setup-password-hint = Without this password, or recovery words, nobody can open the backups.
tui-setup-again = Once more
tui-setup-kind = Restore
tui-setup-kind-open = choose one
tui-setup-kind-hint = The pages know backups for one kind of computer. A portable one opens anywhere.
tui-setup-no-kind = Choose whether it is for this kind of computer only, or for any.
tui-setup-strong = This password is long enough.
cmd-backup-diff = Show what differs between two backups
arg-backup-diff-from = The earlier backup: its name in the place, or a file
arg-backup-diff-to = The later backup; without it, the vault as it is now
tui-do-kit = Recovery words and their page: make, check, save
tui-verb-kit = words
tui-kit = Recovery words
tui-kit-proof = Twelve words will open this vault and its backups when a password is lost. Type the vault’s passphrase to make them.
tui-kit-about = Write these words down, in order, or save the page and print it. They count once three of them were typed from the paper.
tui-kit-kept = The words are right, and open the vault and its backups.
tui-kit-warning = Who has them and one backup can read every account. Keep them as you keep money.
tui-kit-ask-me = I have them on paper: ask me for three of them
tui-kit-save-drawing = Save the page as a drawing, to print it (SVG)
tui-kit-save-text = Save the page as plain text
tui-kit-save-about = A new file that only you can read, and not beside the backups.
tui-kit-path = File
tui-kit-done = Go on
tui-kit-ask-about = Answer from the paper. Four letters are enough. Esc shows the words again.
tui-kit-ask = Word { $place } ({ $done } of 3)
tui-kit-other-word = That is not word { $place }. Try again, or look at the words once more with Esc.
tui-kit-type = Type the 12 recovery words of this vault
tui-kit-type-about = Their page is then made again. Are they lost? New ones, which end the old: pulih backup kit --new.
tui-kit-not-kept = These words were not kept, and open nothing. New ones are made with w.
tui-tried-good = { $place } took a file, gave it back whole and in part, and let it go again.
tui-tried-lists = It shows a new file at once.
tui-tried-lists-late = It does not show a new file at once: another computer may see a backup only after a while.
tui-tried-refuses = It refuses to overwrite a file.
tui-tried-overwrites = It does not refuse to overwrite a file. Each backup has a name of its own, so none depends on that.
tui-tried-confirms = It confirms that a file will last.
tui-tried-unconfirmed = It does not confirm that a file will last. So each backup is read back.
tui-tried-first = The first backup is being made.
tui-tried-next = Next come twelve recovery words: a second way in, should the password be lost.
tui-demo-no-backups = The demo lives in memory and ends with it, so there is nothing to back up. In your own vault, B leads to the backups.
tui-setup-user = User
tui-setup-user-hint = Who signs in to the server; for S3 the key ID.
