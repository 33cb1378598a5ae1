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
