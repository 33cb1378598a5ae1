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
