## Sealed accounts

err-contact-country = The phone number has no country code.
err-contact-email = This is no e-mail address.
err-contact-empty = Nothing was typed.
err-contact-phone = This is neither an e-mail address nor a phone number.
fix-contact-phone = Type the number with its country code, such as +46 70 123 45 67.
fix-contact-email = An e-mail address has one @, and no spaces.
fix-contact-empty = Type the e-mail address or the phone number in full.
err-sign-in-no-match = The password or the contact did not match.
fix-sign-in-no-match = Check both and try again. Nothing is lost by a wrong answer.
err-sign-in-not-sealed = There is nothing to sign in to here.
fix-sign-in-not-sealed = Choose an account that says “Sign in to restore your account”.
err-sign-in-damaged = The sealed key was changed or damaged, so it cannot be opened.
fix-sign-in-damaged = Restore an older backup, or add the key again at the service.
err-sign-in-wait =
    { $seconds ->
        [one] Wait { $seconds } second before the next answer.
       *[other] Wait { $seconds } seconds before the next answer.
    }
fix-sign-in-wait = Use the time to check what you type. Nothing ever locks for good.
fix-sign-in-state = Wrong answers are counted in the state folder, which must be writable.

## Protection

err-protect-contacts = Sign-in protection takes one to four different contacts.
fix-protect-contacts = Give each e-mail address or phone number once.
err-protect-nothing = There is nothing to change.
fix-protect-nothing = Choose accounts whose key is here and that do not have this protection yet.
protect-not-the-service = Never use the service's own password here. Choose one that you use nowhere else.
protect-standard = Standard: backups carry the key
protect-sign-in = Sign-in: backups carry the key, sealed under a password and a contact
protect-device-bound = Bound to this computer: backups carry the name alone
protect-done =
    { $count ->
        [one] { $count } account has another protection now.
       *[other] { $count } accounts have another protection now.
    }
protect-older-backups = Older backups still hold the key.
fix-protect-older-backups = Set backups up anew (pulih backup setup) and remove the older ones.
protect-skipped =
    { $count ->
        [one] { $count } account was left as it is, since its key is not here.
       *[other] { $count } accounts were left as they are, since their keys are not here.
    }

## This computer's device key

protect-device-key-in-key-store = The device key lies in this computer's key store: a copy of the files is useless elsewhere.
protect-device-key-in-file = The device key lies in a file of the state folder: a copy of the whole home folder carries it.
err-device-key-unreadable = The file with this computer's device key is no key.
fix-device-key-unreadable = Put that file of the state folder back as it was, or add the keys again at their services.
remark-device-key-gone =
    { $count ->
        [one] { $count } account is bound to another computer: only its name is here.
       *[other] { $count } accounts are bound to another computer: only their names are here.
    }
remark-device-key-unread =
    { $count ->
        [one] { $count } account bound to this computer stays closed, because the key store does not answer.
       *[other] { $count } accounts bound to this computer stay closed, because the key store does not answer.
    }

## The command

cmd-protect = Choose what backups carry of accounts
arg-protect-queries = The accounts: each by its id, its issuer, issuer:name, or a part of them
arg-sign-in = The key, sealed under a password and a contact
arg-device = The name alone: the key stays on this computer
arg-standard = The key
arg-protect-password-fd = Read the sign-in password from this file descriptor, one line
arg-contact-fd = Read an e-mail address or phone number from this file descriptor, one line; up to four times
ask-sign-in-password-new = Password to sign in with after a restore:
ask-sign-in-password-twice = The same password once more:
ask-contact-new = E-mail address or phone number:
ask-contact-another = Another one (or just Enter):
ask-contact-twice = The same once more:
ask-protect-lower =
    { $count ->
        [one] Backups will carry more of { $count } account than before. Go on? (yes/no)
       *[other] Backups will carry more of { $count } accounts than before. Go on? (yes/no)
    }

## On the screen

tui-do-protect = Protection of the account, or of all that are marked
tui-protect-of = What backups carry of { $title }
tui-protect-of-many = What backups carry of { $count } accounts
tui-protect-have = (now: { $count })
tui-protect-lower = Backups will carry more than before. Enter goes on.
tui-protect-password = Password to sign in with after a restore
tui-protect-password-again = The same once more
tui-protect-contact = E-mail address or phone number
tui-protect-contact-again = The same once more
tui-protect-contact-hint = Type it in full, a phone number with its country code. Nothing is sent.
tui-protect-taken = Taken: { $contacts }. Type another one, or press Enter to finish.
tui-protect-busy = Sealing. This takes a few seconds.
tui-protect-device = The key stays on this computer. If its device key is lost, the account needs a new key from its service.

## A circle

protect-circular = The way to the backups may ask for a code of { $accounts }, which lies in this vault.
fix-protect-circular = Keep that service's recovery code outside of this computer.
