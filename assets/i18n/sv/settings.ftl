# Inställningarna: egna tangenter, vad som kan väljas, vad som är fel i filen.

err-keys-action = Rad { $line } i inställningsfilen ger tangenter åt ”{ $name }”, som inte är något kommando.
err-keys-context = Rad { $line } i inställningsfilen nämner platsen ”{ $name }”, som inte finns.
err-keys-kept = Rad { $line } i inställningsfilen använder ”{ $key }”, som alltid behåller sin betydelse.
err-keys-key = Rad { $line } i inställningsfilen nämner tangenten ”{ $key }”, som inte finns.
err-keys-not-there = Rad { $line } i inställningsfilen: ”{ $action }” är inget av kommandona i ”{ $context }”.
err-keys-shadowed = Rad { $line } i inställningsfilen: i ”{ $context }” betyder ”{ $key }” nu ”{ $does }” och inte ”{ $not }”.
err-keys-taken = Rad { $line } i inställningsfilen: i ”{ $context }” betyder ”{ $key }” redan ”{ $does }”; raden gäller inte där.
err-keys-typed = Rad { $line } i inställningsfilen: ”{ $key }” skrivs som text där.
fix-keys-key = Skriv tangenter som "a", "f2", "ctrl-x" eller "g g".
fix-keys-meant = Kanske avsågs ”{ $name }”.
fix-keys-other = Välj en annan tangent.
fix-keys-page = Namnen står i docs/keys.md.
config-wants-keys = Det kan vara en tangent som "ctrl-x", eller en lista av tangenter.
config-wants-keys-table = Skriv tangenterna under en rad [keys].
tui-and-more =
    { $more ->
        [one] { $first } Och 1 sak till.
       *[other] { $first } Och { $more } saker till.
    }
tui-no-chord = Inget kommando har tangenterna { $keys }.
tui-verb-cancel = avbryt
