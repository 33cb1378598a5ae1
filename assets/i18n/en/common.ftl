## What several rooms say. Each room has its own file; what only one of them says belongs there.

# Badges: the words of the pages, kept as they are.
badge-sign-in = Sign in to restore your account
badge-action = Action required
badge-add-key = Action required: add the new key
badge-waiting = Waiting until { $date }
badge-about-add-key = Only its name is here. The key is to be added.
badge-about-confirmed = The provider confirmed who you are on { $date }. The key is still to be added.
badge-about-refused = The service refused its codes on { $date }: it may have another key.
badge-about-sign-in = Sign in, and it shows codes again.
badge-about-blocked = The organisation does not let this program sign in. The key can be added by hand.
badge-about-not-configured = No provider is set up for it. The key can be added by hand.
badge-about-offline = The provider could not be reached. Try again, or add the key by hand.
badge-about-waiting = The provider lets you go on after { $date }.

# Counts, to be put into other sentences.
count-accounts =
    { $count ->
        [one] { $count } account
       *[other] { $count } accounts
    }

## Accounts

kind-personal = Personal
kind-passwordless = Personal, passwordless
kind-third-party = Third-party
kind-work = Work or school

protection-standard = The key
protection-sign-in = The key, sealed under its own sign-in
protection-device-bound = The name alone

err-account-sealed = The key of this account is sealed.
fix-account-sealed = Sign in to restore your account.
err-account-device-bound = Only the name of this account is here: the backup does not carry its key.
fix-account-device-bound = Sign in at the service and add a new key.
err-account-device-key-gone = The key of this account opens only on the computer that sealed it.
fix-account-device-key-gone = Sign in at the service and add a new key.
err-account-not-in-import = Only the name of this account is here: the imported file had no key for it.
fix-account-not-in-import = Add the key from the other app, or sign in at the service and add a new one.
err-account-pin-not-in-import = The PIN of this account is not here: the imported file does not carry it.
fix-account-pin-not-in-import = Import the file again and type the PIN when it is asked for.
err-account-trashed = This account lies in the trash.
fix-account-trashed = Bring it back to see its codes.
err-code-before-1970 = The clock of this computer is before 1970, and codes count from then.
fix-code-before-1970 = Set the date and time, then look again.
err-code-counter-end = The counter of this account has come to its end.
fix-code-counter-end = Sign in at the service and add a new key.

## The ground floor

err-no-entropy = The system gave no random numbers, so nothing was sealed.
fix-no-entropy = Try again in a moment; if it stays, restart the computer.
err-passphrase-empty = The passphrase is empty.
fix-passphrase-empty = Type at least one character; several words are best.
err-passphrase-too-long = The passphrase is longer than { $most } bytes.
fix-passphrase-too-long = Choose a shorter one; it is never cut.
