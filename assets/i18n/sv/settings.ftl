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

set-part-look = Utseende
set-part-accounts = Konton
set-part-safety = Säkerhet
set-kept = Ändringar gäller genast och sparas.
set-not-kept = Ändringar gäller tills du avslutar.
set-default = Från början: { $value }.
set-name = I filen: { $name }.
set-own-name = { $name }
set-on = ja
set-off = nej
set-always = alltid
set-never = aldrig
set-after-seconds = efter { $seconds } s
set-auto-lock = Lås när inget trycks
set-auto-lock-about = Hur länge valvet är öppet medan du inget gör. Det sparas inne i valvet, så att ingen ändrar det utifrån.
set-card = Valt konto
set-card-about = Om det valda kontot öppnas på plats, med en stor kod, tiden som är kvar och nästa kod.
set-card-open = stort
set-card-closed = en rad
set-clipboard = Töm urklipp
set-clipboard-about = Hur länge en kopierad kod ligger kvar i urklipp. Det du har kopierat under tiden lämnas i fred.
set-codes = Koder
set-codes-about = Vilka koder som syns genast. Kopiera går med alla.
set-codes-shown = visas
set-codes-selected = bara det valda kontots
set-codes-hidden = dolda
set-color = Färger
set-color-about = Om färger används. Allt sägs också med ord och tecken.
set-color-auto = om inte NO_COLOR är satt
set-depth = Antal färger
set-depth-about = Hur många färger terminalen kan visa. Ändra om färgerna ser fel ut.
set-depth-auto = som terminalen säger
set-depth-full = alla
set-group-digits = Siffror i grupper
set-group-digits-about = Koder i två halvor är lättare att läsa och skriva. Det som kopieras har inget mellanrum.
set-language = Språk
set-language-about = Programmets språk.
set-language-auto = som datorn har det
set-lock-on-suspend = Lås vid Ctrl-Z
set-lock-on-suspend-about = Lås valvet när Ctrl-Z ger terminalen tillbaka till skalet.
set-mouse = Mus
set-mouse-about = Lyssna på klick och hjulet. Håll då ner skift för att markera text.
set-remember = Minns platsen
set-remember-about = Välj samma konto efter upplåsning som före. Tillståndsmappen har kontots slumptal, aldrig dess namn.
set-sort = Kontonas ordning
set-sort-about = Vad kontona ordnas efter när valvet öppnas. Fästa står först.
set-sort-last = som den lämnades
set-sort-most = mest använda först
set-sort-name = efter namn
set-sort-own = din egen ordning
set-sort-recent = senast använda först
set-theme = Tema
set-theme-about = Skärmens färger.
set-theme-auto = mörkt eller ljust, som terminalen
set-theme-dark = mörkt
set-theme-high-contrast = hög kontrast
set-theme-light = ljust
set-theme-paper = papper
set-theme-terminal = terminalens egna färger
set-unicode = Tecken utöver ASCII
set-unicode-about = Linjer, staplar och märken som en bock. Aldrig, om terminalen visar rutor eller frågetecken i stället.
set-unicode-auto = där språkmiljön är UTF-8
tui-do-reset = Inställningen som den är från början
tui-verb-reset = från början
tui-not-settled = Ändringen gäller tills du avslutar, men den skrevs inte. { $why }
set-after-minutes =
    { $minutes ->
        [one] efter 1 minut
       *[other] efter { $minutes } minuter
    }
