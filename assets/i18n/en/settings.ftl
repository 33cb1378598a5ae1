# The settings: keys of one's own, what can be chosen, what is wrong with the file.

err-keys-action = Line { $line } of the settings file gives keys to “{ $name }”, which is nothing that can be done.
err-keys-context = Line { $line } of the settings file names the place “{ $name }”, which does not exist.
err-keys-kept = Line { $line } of the settings file uses “{ $key }”, which always keeps its meaning.
err-keys-key = Line { $line } of the settings file names the key “{ $key }”, which does not exist.
err-keys-not-there = Line { $line } of the settings file: “{ $action }” is not one of the commands in “{ $context }”.
err-keys-shadowed = Line { $line } of the settings file: in “{ $context }”, “{ $key }” now means “{ $does }” and not “{ $not }”.
err-keys-taken = Line { $line } of the settings file: in “{ $context }”, “{ $key }” already means “{ $does }”; the line is left out there.
err-keys-typed = Line { $line } of the settings file: “{ $key }” is typed as text there.
fix-keys-key = Write keys like "a", "f2", "ctrl-x" or "g g".
fix-keys-meant = Perhaps “{ $name }” was meant.
fix-keys-other = Choose another key.
fix-keys-page = The names stand in docs/keys.md.
config-wants-keys = It may be a key such as "ctrl-x", or a list of keys.
config-wants-keys-table = Write the keys below a line [keys].
config-wants-provider-client = It is the client id under which you registered this program at the provider; see docs/sign-in.md.
config-wants-provider-issuer = It is the address of the provider, such as "https://login.example.com".
config-wants-provider-list = It is a list of texts, such as ["Example", "Example Mail"].
config-wants-provider-table = Write each provider below a line of its own, such as [providers.work].
config-wants-provider-text = It is a text in quotation marks.
config-wants-seconds = It is a whole number of seconds, at most { $most } forwards or backwards.
tui-and-more =
    { $more ->
        [one] { $first } And 1 more thing.
       *[other] { $first } And { $more } more things.
    }
tui-no-chord = No command has the keys { $keys }.
tui-verb-cancel = cancel

setting-part-look = Look
setting-part-accounts = Accounts
setting-part-safety = Safety
setting-kept = Changes count at once and are kept.
setting-not-kept = Changes count until you leave.
setting-default = By default: { $value }.
setting-name = In the file: { $name }.
setting-own-name = { $name }
setting-on = yes
setting-off = no
setting-always = always
setting-never = never
setting-after-seconds = after { $seconds } s
setting-auto-lock = Lock when nothing is pressed
setting-auto-lock-about = How long the vault stays open while you do nothing. This is kept inside the vault, so that nobody changes it from outside.
setting-card = Chosen account
setting-card-about = Whether the chosen account is opened in place, with a large code, the time left and the next code.
setting-card-open = large
setting-card-closed = one line
setting-clipboard = Clear the clipboard
setting-clipboard-about = How long a copied code stays on the clipboard. What you have copied meanwhile is left alone.
setting-clock = Correction of the clock
setting-clock-about = For a computer whose clock is wrong and cannot be set: everything here, codes too, is computed with this many seconds more or less.
setting-clock-none = none
setting-clock-later = { $seconds } s later than the computer
setting-clock-earlier = { $seconds } s earlier than the computer
setting-codes = Codes
setting-codes-about = Which codes are seen at once. Copying works with all of them.
setting-codes-shown = shown
setting-codes-selected = only that of the chosen account
setting-codes-hidden = hidden
setting-color = Colours
setting-color-about = Whether colours are used. Everything is told by words and signs too.
setting-color-auto = unless NO_COLOR is set
setting-depth = Number of colours
setting-depth-about = How many colours the terminal can show. Change it if colours look wrong.
setting-depth-auto = as the terminal says
setting-depth-full = all
setting-group-digits = Digits in groups
setting-group-digits-about = Codes in two halves are easier to read and to type. What is copied has no gap.
setting-language = Language
setting-language-about = The language of the program.
setting-language-auto = as the computer has it
setting-lock-on-suspend = Lock on Ctrl-Z
setting-lock-on-suspend-about = Lock the vault when Ctrl-Z gives the terminal back to the shell.
setting-mouse = Mouse
setting-mouse-about = Listen to clicks and the wheel. While it does, hold Shift to select text.
setting-remember = Remember the place
setting-remember-about = Choose the same account after an unlock as before. The state folder keeps its random number, never its name.
setting-reminders = Remind at a start
setting-reminders-about = Say at most once a start that the recovery password is to be typed again, or a backup to be read back.
setting-sort = Order of the accounts
setting-sort-about = What the accounts are ordered by when the vault opens. Pinned ones stand first.
setting-sort-last = as it was left
setting-sort-most = most used first
setting-sort-name = by name
setting-sort-own = your own order
setting-sort-recent = last used first
setting-theme = Theme
setting-theme-about = The colours of the screen.
setting-theme-auto = dark or light, like the terminal
setting-theme-dark = dark
setting-theme-high-contrast = high contrast
setting-theme-light = light
setting-theme-paper = paper
setting-theme-terminal = the terminal’s own colours
setting-unicode = Signs beyond ASCII
setting-unicode-about = Lines, bars and marks such as a tick. Never, if the terminal shows boxes or question marks in their place.
setting-unicode-auto = where the locale is UTF-8
tui-do-reset = The setting as it is by default
tui-verb-reset = default
tui-not-settled = The change counts until you leave, but it was not written. { $why }
setting-after-minutes =
    { $minutes ->
        [one] after 1 minute
       *[other] after { $minutes } minutes
    }
