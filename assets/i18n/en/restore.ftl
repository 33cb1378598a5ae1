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
