## What goes wrong with files, saving and the computer's services.

# Files

err-file-denied = This program may not use { $path }.
fix-file-denied = Check who owns it and its folder, and what they permit.
err-file-exists = Something is already at { $path }.
fix-file-exists = Choose another name.
err-file-full = There is no room left for { $path }.
fix-file-full = Make room on the disk, then try again.
err-file-limited = The system lets this program write no file of this size to { $path }.
fix-file-limited = Raise the limit on the size of files (ulimit -f), or use a folder on another disk.
err-file-locked = Another program is writing { $path } and holds its lock.
fix-file-locked = Close the other window of this program, then try again.
err-file-not-a-folder = A part of the path { $path } is not a folder.
fix-file-not-a-folder = Check the path.
err-file-not-found = There is nothing at { $path }.
fix-file-not-found = Check the path; a disk may not be connected.
err-file-not-ours = { $path } belongs to somebody else.
fix-file-not-ours = Use a vault of your own, or make yourself its owner.
err-file-not-regular = { $path } is not a regular file.
fix-file-not-regular = Give the path of a file.
err-file-open-folder = Everybody may replace files in { $path }.
fix-file-open-folder = Take the right to write there from others, or move the vault.
err-file-other = The system says of { $path }: { $words }.
fix-file-other = Check the disk, then try again.
err-file-too-large = { $path } is larger than this program reads.
fix-file-too-large = Check that it is the file you mean.
err-file-unsupported = The file system of { $path } cannot do this.
fix-file-unsupported = Choose a folder on another disk.
err-no-home = There is no home folder, so there is no usual place for a vault.
fix-no-home = Name the files yourself with --vault and --state.

# Reading and saving the vault

err-load-none = There is no vault here yet.
fix-load-none = Make a new one, or give the path of yours.
err-save-changed-elsewhere = Another program changed the vault file, so it was not written over.
fix-save-changed-elsewhere = Do it again on what is there now, or keep your changes in a file beside the vault where that is offered.
err-save-exists = There is already a vault at this place.
fix-save-exists = Open it, or choose another place.
err-save-file = Nothing was saved. { $why }
err-save-read-back = Nothing was saved: the disk gave back something else than was written.
fix-save-read-back = Save to another disk and have this one checked.
err-save-read-only = This vault is open for reading only.
fix-save-read-only = Say that this state is the one you want, then save again (--accept-older).
err-save-unopenable = Nothing was saved: what was sealed did not open again.
fix-save-unopenable = Export your accounts and report this; the vault on the disk is as it was.
remark-first-use-here = This computer sees this vault for the first time.
remark-forked = This computer saved another state of this vault with the same number. Look for a file beside it before you go on.
remark-hard-linked = The vault file has another name too; saving leaves that one as it is.
remark-mark-unreadable = The note of the newest state on this computer cannot be read, so it is not known whether this is the newest.
remark-wait-is-over =
    { $count ->
        [one] The waiting period of { $count } account is over: sign in to it now.
       *[other] The waiting periods of { $count } accounts are over: sign in to them now.
    }
remark-not-confirmed = The vault was written, but this disk did not confirm that it will last. Save again, or choose another disk.
remark-previous-not-kept = Saved, but the state before could not be kept beside it as .prev.
remark-not-marked = The note of the newest state could not be written on this computer. Check the state folder.
remark-older =
    { $by ->
        [one] This vault is { $by } save older than the one last used on this computer.
       *[other] This vault is { $by } saves older than the one last used on this computer.
    }

# The clipboard, the key store, the eye, the console, the process

err-clipboard-none = No clipboard can be reached.
fix-clipboard-none = Show the code and type it.
err-clipboard-not-text = What lies on the clipboard is not text.
fix-clipboard-not-text = Copy the text once more.
err-key-store-absent = This computer has no key store that answers.
fix-key-store-absent = Use the passphrase.
err-key-store-locked = The key store is locked or refuses.
fix-key-store-locked = Unlock it, or use the passphrase.
err-key-store-not-a-key = What the key store holds under this program's name is none of its keys.
fix-key-store-not-a-key = Use the passphrase, then turn the key store off and on again.
err-scan-no-code = There is no QR code in the picture that can be read.
fix-scan-no-code = Show the code larger and whole, then try again.
err-scan-no-screen = No program that takes a picture of the screen was found.
fix-scan-no-screen = Install grim (Wayland) or maim (X11), or save the picture and open that.
err-scan-not-a-picture = This is not a picture that can be read: PNG, JPEG, WebP, GIF or BMP.
fix-scan-not-a-picture = Save it as PNG, then try again.
err-scan-too-large = The picture has more pixels than this program reads.
fix-scan-too-large = Cut out the code, then try again.
err-scan-unavailable = This build reads no QR codes.
fix-scan-unavailable = Paste the otpauth address, or type the key.
err-console-bad-fd = File descriptor { $fd } cannot be read.
fix-console-bad-fd = Open it in the shell that starts the program, as in 3< file.
err-console-bad-line = The line is empty or too long.
fix-console-bad-line = Give one line that is not empty.
err-console-left = Left without an answer.
fix-console-left = Start it again and answer, or give the answer with a flag such as --passphrase-fd.
err-console-no-askpass = The program that PULIH_ASKPASS names cannot be started.
fix-console-no-askpass = Name a program by its whole path, or take the variable away to be asked at the terminal.
err-console-no-terminal = There is no terminal to ask on.
fix-console-no-terminal = Give the answer with a flag such as --passphrase-fd.
err-borrowed-rights = This program was given another user's rights and does nothing with them.
fix-borrowed-rights = Take the set-user-id and set-group-id bits from the program file.
