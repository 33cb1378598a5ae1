## Signing in: what may be in the way

err-signin-wait = The last answer did not match.
    { $seconds ->
        [one] The next one is taken in { $seconds } second.
       *[other] The next one is taken in { $seconds } seconds.
    }
err-signin-no-counter = This account does not count: its codes follow the clock.
err-signin-resync = These two codes are not in a row among the next { $count } of this account.
err-signin-resync-same = That is the same code twice.
fix-signin-resync = Type two codes that the other device showed one after the other, in that order. If there is none, go on with a new key.
err-signin-not-a-time = That is not a time of day.
fix-signin-not-a-time = Type it like 14:05:30, from a clock that you trust.
err-signin-off-by-days = The date of this computer is wrong, not only the time.
fix-signin-off-by-days = Set date and time in the settings of the system, then try the code again.
err-signin-no-key = There is no key.
fix-signin-no-key = Paste the link or the key that the service shows, or read its QR code.
err-signin-many-codes = { $count ->
        [one] There is { $count } code in the picture.
       *[other] There are { $count } codes in the picture.
    }
fix-signin-many-codes = Show only the code of this account.
err-signin-needs-pin = This key needs a PIN.
fix-signin-needs-pin = Add it as an account of its own, where there is a field for the PIN.
err-signin-same-key = This is the key that the service refuses.
fix-signin-same-key = Have the service show a new one: remove the old authenticator on its page first, or choose to set it up again.
signin-other-name = The code is for { $found }. Make sure that it is for this account.
