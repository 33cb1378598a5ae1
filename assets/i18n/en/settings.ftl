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
tui-and-more =
    { $more ->
        [one] { $first } And 1 more thing.
       *[other] { $first } And { $more } more things.
    }
tui-no-chord = No command has the keys { $keys }.
tui-verb-cancel = cancel

set-part-look = Look
set-part-accounts = Accounts
set-part-safety = Safety
set-kept = Changes count at once and are kept.
set-not-kept = Changes count until you leave.
set-default = By default: { $value }.
set-name = In the file: { $name }.
set-own-name = { $name }
set-on = yes
set-off = no
set-always = always
set-never = never
set-after-seconds = after { $seconds } s
set-auto-lock = Lock when nothing is pressed
set-auto-lock-about = How long the vault stays open while you do nothing. This is kept inside the vault, so that nobody changes it from outside.
set-card = Chosen account
set-card-about = Whether the chosen account is opened in place, with a large code, the time left and the next code.
set-card-open = large
set-card-closed = one line
set-clipboard = Clear the clipboard
set-clipboard-about = How long a copied code stays on the clipboard. What you have copied meanwhile is left alone.
set-codes = Codes
set-codes-about = Which codes are seen at once. Copying works with all of them.
set-codes-shown = shown
set-codes-selected = only that of the chosen account
set-codes-hidden = hidden
set-color = Colours
set-color-about = Whether colours are used. Everything is told by words and signs too.
set-color-auto = unless NO_COLOR is set
set-depth = Number of colours
set-depth-about = How many colours the terminal can show. Change it if colours look wrong.
set-depth-auto = as the terminal says
set-depth-full = all
set-group-digits = Digits in groups
set-group-digits-about = Codes in two halves are easier to read and to type. What is copied has no gap.
set-language = Language
set-language-about = The language of the program.
set-language-auto = as the computer has it
set-lock-on-suspend = Lock on Ctrl-Z
set-lock-on-suspend-about = Lock the vault when Ctrl-Z gives the terminal back to the shell.
set-mouse = Mouse
set-mouse-about = Listen to clicks and the wheel. While it does, hold Shift to select text.
set-remember = Remember the place
set-remember-about = Choose the same account after an unlock as before. The state folder keeps its random number, never its name.
set-sort = Order of the accounts
set-sort-about = What the accounts are ordered by when the vault opens. Pinned ones stand first.
set-sort-last = as it was left
set-sort-most = most used first
set-sort-name = by name
set-sort-own = your own order
set-sort-recent = last used first
set-theme = Theme
set-theme-about = The colours of the screen.
set-theme-auto = dark or light, like the terminal
set-theme-dark = dark
set-theme-high-contrast = high contrast
set-theme-light = light
set-theme-paper = paper
set-theme-terminal = the terminal’s own colours
set-unicode = Signs beyond ASCII
set-unicode-about = Lines, bars and marks such as a tick. Never, if the terminal shows boxes or question marks in their place.
set-unicode-auto = where the locale is UTF-8
tui-do-reset = The setting as it is by default
tui-verb-reset = default
tui-not-settled = The change counts until you leave, but it was not written. { $why }
set-after-minutes =
    { $minutes ->
        [one] after 1 minute
       *[other] after { $minutes } minutes
    }
