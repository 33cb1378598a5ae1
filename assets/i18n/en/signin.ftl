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
err-time-insecure = That is no server that can be asked over an encrypted connection.
fix-time-insecure = Type its name, such as login.example.com, or a time like 14:05:30.
err-time-no-date = The server said no time.
err-time-not-here = This version asks no server.
err-time-unreachable = The server cannot be reached: { $words }
fix-time-type = Ask another one, or type the time from a clock that you trust.
err-signin-not-a-day = That is no date and no number of days.
err-signin-day-over = That day is here or over already.
err-signin-day-too-far = That is more than a year away.
fix-signin-day = Type it like 2027-03-09, or type how many days it is.
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

## Signing in: the steps on the screen

tui-do-sign-in = Sign in to restore the account, or go on with the list
tui-verb-sign-in = sign in
tui-do-later = Leave this account for later
tui-verb-later = later
tui-do-open-page = Open the page in the browser
tui-verb-open-page = open page
tui-do-copy-page = Copy the code or the address of the page
tui-verb-copy-page = copy
tui-do-show-page = The page as a QR code, for a phone
tui-verb-show-page = QR
tui-do-report-refused = Say that the service refuses the code
tui-do-signin-next = The other contact or field
tui-verb-signin-next = other
tui-context-signin = Signing in
tui-context-signin-choice = Signing in: choices
tui-context-signin-key = Signing in: the new key
tui-context-signin-page = Signing in: a page
tui-context-tile = An account without codes
tui-signin = Sign in to restore
tui-signin-title = Sign in to restore: { $account }
tui-signin-progress = { $done } of { $all } done
tui-signin-nothing = No account needs a sign-in.
tui-signin-none-needs = No account needs a sign-in. The order of the accounts is under { $key }.
tui-signin-list = Choose an account. You can leave at any time and go on later.
tui-signin-is-add-key = Add the new key
tui-signin-is-done = Done
tui-signin-is-untried = Not tried yet
tui-signin-is-waiting = Waiting until { $date }
tui-signin-done = All accounts have their codes back.
tui-signin-done-next = A backup made from now on has them too.
tui-signin-step-clock = Clock
tui-signin-step-code = Code
tui-signin-step-contact = E-mail or phone
tui-signin-step-counter = Counter
tui-signin-step-key = New key
tui-signin-step-password = Password
tui-signin-step-who = Sign in
tui-signin-password = The password of this account's sign-in protection.
tui-signin-password-about = You chose it in Pulih. It is not the password of the service.
tui-signin-contact = Confirm your e-mail address or phone number.
tui-signin-contact-about = Type it in full; nothing is sent.
tui-signin-email = E-mail
tui-signin-phone = Phone
tui-signin-opening = The key is being opened. This takes a moment.
tui-signin-reading = Looking for a code.
tui-signin-same =
    { $count ->
        [one] One more account is locked with a password and a contact. Try the same answers?
       *[other] { $count } more accounts are locked with a password and a contact. Try the same answers?
    }
tui-signin-same-yes = Try the same answers
tui-signin-same-no = No, one by one
tui-signin-same-went = The same answers opened { $opened } and did not fit { $left }.
tui-signin-way-provider = { $provider } can confirm who you are, on its own page. That brings no key back: the new key comes after it.
tui-signin-way-none = No sign-in provider is set up for this account, so nobody can be asked who you are. Sign in to the service in your browser, and add its new key here.
tui-signin-by-browser = Sign in with the browser on this computer
tui-signin-by-code = Sign in with a code, on any phone or computer
tui-signin-by-key = Add the new key
tui-signin-later = Later
tui-signin-provider-about = The provider asks for your password on its own page. Pulih never sees it.
tui-signin-provider-asked = Asking the provider.
tui-signin-provider-checking = Checking the answer.
tui-signin-provider-retrying = The provider cannot be reached at the moment. It is asked again.
tui-signin-browser-open = Sign in in your browser. If it did not open, open this address:
tui-signin-device-open = Open { $address }
tui-signin-device-type = and type this code there:
tui-signin-device-warn = Only enter a code that you have just asked for.
tui-signin-waiting = Waiting for you. The code is good for { $left } more.
tui-signin-waiting-browser = Waiting for you in the browser, for { $left } more.
tui-signin-person = { $name } signed in at { $issuer }.
tui-signin-factor = The provider reported a second factor: { $methods }.
tui-signin-factor-none = The provider did not report whether a second factor was used.
tui-signin-person-named = The name is that of this row: { $row }.
tui-signin-person-nameless = The provider gave no name, so it cannot be compared with this row: { $row }.
tui-signin-person-pinned = The same person as before, for this row: { $row }.
tui-signin-person-next = The sign-in brings no key back. Next comes the new key.
tui-signin-yes-me = Yes, this is me
tui-signin-not-me = No, this is somebody else
tui-signin-page = Set up an authenticator app at { $service }:
tui-signin-page-unknown = Open the security settings of { $service } in your browser, and set up an authenticator app.
tui-signin-cant-scan = To see the key as text choose “{ $words }” there.
tui-signin-cant-scan-look = To see the key as text look for “Can't scan?” or “Enter manually” there.
tui-signin-key = Link or key
tui-signin-picture = or picture file
tui-signin-code = Type this code at the service. Does it accept the code?
tui-signin-code-left =
    { $seconds ->
        [one] { $seconds } second left
       *[other] { $seconds } seconds left
    }
tui-signin-code-counting = This account counts its codes: each is shown once, after it is saved.
tui-signin-take-code = Show the next code
tui-signin-accepted = The service accepted it
tui-signin-after-all = The service accepts the code after all
tui-signin-refused = The service refused it
tui-signin-clock = The service refused a code. Codes follow the clock, so that comes first.
tui-signin-clock-here = This computer: { $time }
tui-signin-clock-fine = By { $whose } the clock is right to { $seconds } s, known to { $within } s.
tui-signin-clock-behind = By { $whose } the clock is { $seconds } s behind, known to { $within } s. That is why codes are refused.
tui-signin-clock-ahead = By { $whose } the clock is { $seconds } s ahead, known to { $within } s. That is why codes are refused.
tui-signin-clock-by = the time of { $server }
tui-signin-clock-by-you = the time you typed
tui-signin-clock-set = I have set the clock of the computer: try the code again
tui-signin-correct = Compute everything here { $seconds } s later than the computer's clock, and try the code again
tui-signin-correct-back = Compute everything here { $seconds } s earlier than the computer's clock, and try the code again
tui-signin-corrected = Codes are computed { $seconds } s later than the computer's clock. The settings take that back.
tui-signin-corrected-back = Codes are computed { $seconds } s earlier than the computer's clock. The settings take that back.
tui-signin-ask-server = Ask { $server } for the time
tui-signin-asking-time = Asking for the time.
tui-signin-time = Time elsewhere, or a server
tui-signin-clock-right = The clock is right: go on
tui-signin-counter = This account counts its codes. The service may have counted on without this vault.
tui-signin-counter-about = Another device with the same key shows codes? Type two of them, one after the other. Leave both empty to go on with a new key.
tui-signin-first = First code
tui-signin-second = Second code
tui-context-signin-letter = Signing in: a text for the administrator
tui-signin-has-wait = There is a waiting period
tui-signin-wait = Until when does the provider or the service let nobody on?
tui-signin-wait-about = A date like 2027-03-09, or a number of days. When it is over, the account has its turn again, and you are told.
tui-signin-day = Day
tui-signin-letter = A text for the administrator
tui-signin-letter-file = Write to
tui-signin-letter-saved = The text lies in { $path }.
tui-signin-take-back = It was for another account: take the old key back
tui-signin-no-browser = No browser can be opened here. Copy the address, or show it as a QR code.

## Signing in on the command line

cmd-sign-in = Bring accounts back that need a sign-in or a new key
arg-sign-in-account = The accounts; none lists what is left to do
arg-sign-in-all = All accounts of the list, one after the other
arg-sign-in-password-fd = Read the password of the sign-in protection from this file descriptor
arg-sign-in-contact-fd = Read the e-mail address or phone number in full from this file descriptor
arg-sign-in-key-fd = Read the new key or its link from this file descriptor
arg-sign-in-qr = Read the new key from the QR code in this picture
arg-sign-in-device = Sign in at the provider with a code, on any phone or computer
arg-sign-in-accepted = The service has accepted a code of the account
arg-sign-in-yes = The one whom the provider confirms is the person of the account
ask-signin-password = Password of the sign-in protection of { $account } (not the one of the service):
ask-signin-contact = E-mail address or phone number in full ({ $hints }); nothing is sent:
ask-signin-same =
    { $count ->
        [one] Try the same answers on { $count } more account? (yes/no)
       *[other] Try the same answers on { $count } more accounts? (yes/no)
    }
ask-signin-person = Is this the person of { $row }? (yes/no)
ask-signin-key = New key or its link:
ask-signin-accepted = Does the service accept this code? (yes/no)
arg-sign-in-refused = The service refuses the codes of the accounts that are named: the clock is looked at first, then the counter, then a new key
arg-sign-in-time-server = Ask this server for the time where codes are refused, such as login.example.com
arg-sign-in-correct-clock = Correct for a clock that is found wrong, and keep that in the settings
arg-sign-in-codes-fd = Read two codes in a row of another device with the same key from this file descriptor
arg-sign-in-old-key = The new key was for another account: take the one before it back
arg-sign-in-waiting-until = The provider or the service lets nobody on before this day: 2027-03-09, or so many days
arg-sign-in-letter = Print a text for the administrator of the account's provider, and do nothing else
ask-signin-correct = Compute everything here { $seconds } s later than the computer's clock? (yes/no)
ask-signin-correct-back = Compute everything here { $seconds } s earlier than the computer's clock? (yes/no)
ask-signin-time = Time elsewhere (14:05:30), or a server to ask; empty if the clock is right:
ask-signin-first = First code of the other device; empty if there is none:
ask-signin-second = The code after it:
cli-signin-servers = Servers that are known here: { $servers }
cli-signin-clock-left = The clock was left as it is.
cli-fix-signin-clock-left = Set it in the system, or correct for it with --correct-clock.
cli-signin-clock-unasked = The clock was not compared with another.
cli-fix-signin-clock-unasked = --time-server HOST asks a server for the time.
cli-signin-clock-not-kept = The correction counts for this command alone: there is no settings file that it could be written to.
cli-signin-clock-kept = The correction is in the settings ({ $name }). Set it to 0 to take it back.
err-cli-no-old-key = There is no key before this one.
fix-cli-no-old-key = An older key is kept only until a code of the new one was accepted.
fix-cli-signin-letter = Add the new key with --key-fd or --qr, or have --letter print a text for your administrator.
cli-signin-page = { $page } ({ $place })
cli-signin-left = { $account } is left for later.
cli-signin-device = Open { $address } and type { $code } there.
cli-signin-address = { $address }
fix-cli-signin-whom = Name the accounts, or take the whole list with --all.
err-cli-signin-no-turn = { $account } does not need this now.
fix-cli-signin-no-turn = If its service refuses the codes, begin with --refused.
cli-standing-add-key = Add the new key
cli-standing-done = Done
cli-standing-refused = Codes refused
cli-standing-sealed = Sealed
cli-standing-sign-in = Sign in
cli-standing-stuck = Provider cannot be used
cli-standing-untried = Code not tried yet
cli-standing-waiting = Waiting
