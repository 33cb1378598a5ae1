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
config-wants-provider-client = Det är klient-id:t som du registrerade programmet under hos leverantören; se docs/sign-in.md.
config-wants-provider-issuer = Det är leverantörens adress, till exempel "https://login.example.com".
config-wants-provider-list = Det är en lista av texter, till exempel ["Example", "Example Mail"].
config-wants-provider-table = Skriv varje leverantör under en egen rad, till exempel [providers.work].
config-wants-provider-text = Det är en text inom citattecken.
config-wants-seconds = Det är ett heltal sekunder, högst { $most } framåt eller bakåt.
tui-and-more =
    { $more ->
        [one] { $first } Och 1 sak till.
       *[other] { $first } Och { $more } saker till.
    }
tui-no-chord = Inget kommando har tangenterna { $keys }.
tui-verb-cancel = avbryt

setting-part-look = Utseende
setting-part-accounts = Konton
setting-part-safety = Säkerhet
setting-kept = Ändringar gäller genast och sparas.
setting-not-kept = Ändringar gäller tills du avslutar.
setting-default = Från början: { $value }.
setting-name = I filen: { $name }.
setting-own-name = { $name }
setting-on = ja
setting-off = nej
setting-always = alltid
setting-never = aldrig
setting-after-seconds = efter { $seconds } s
setting-auto-lock = Lås när inget trycks
setting-auto-lock-about = Hur länge valvet är öppet medan du inget gör. Det sparas inne i valvet, så att ingen ändrar det utifrån.
setting-card = Valt konto
setting-card-about = Om det valda kontot öppnas på plats, med en stor kod, tiden som är kvar och nästa kod.
setting-card-open = stort
setting-card-closed = en rad
setting-clipboard = Töm urklipp
setting-clipboard-about = Hur länge en kopierad kod ligger kvar i urklipp. Det du har kopierat under tiden lämnas i fred.
setting-clock = Rättelse av klockan
setting-clock-about = För en dator vars klocka går fel och inte kan ställas: allt här, även koder, räknas med så många sekunder mer eller mindre.
setting-clock-none = ingen
setting-clock-later = { $seconds } s senare än datorn
setting-clock-earlier = { $seconds } s tidigare än datorn
setting-codes = Koder
setting-codes-about = Vilka koder som syns genast. Kopiera går med alla.
setting-codes-shown = visas
setting-codes-selected = bara det valda kontots
setting-codes-hidden = dolda
setting-color = Färger
setting-color-about = Om färger används. Allt sägs också med ord och tecken.
setting-color-auto = om inte NO_COLOR är satt
setting-depth = Antal färger
setting-depth-about = Hur många färger terminalen kan visa. Ändra om färgerna ser fel ut.
setting-depth-auto = som terminalen säger
setting-depth-full = alla
setting-group-digits = Siffror i grupper
setting-group-digits-about = Koder i två halvor är lättare att läsa och skriva. Det som kopieras har inget mellanrum.
setting-language = Språk
setting-language-about = Programmets språk.
setting-language-auto = som datorn har det
setting-lock-on-suspend = Lås vid Ctrl-Z
setting-lock-on-suspend-about = Lås valvet när Ctrl-Z ger terminalen tillbaka till skalet.
setting-mouse = Mus
setting-mouse-about = Lyssna på klick och hjulet. Håll då ner skift för att markera text.
setting-remember = Minns platsen
setting-remember-about = Välj samma konto efter upplåsning som före. Tillståndsmappen har kontots slumptal, aldrig dess namn.
setting-reminders = Påminn vid start
setting-reminders-about = Säg högst en gång per start att återställningslösenordet bör skrivas igen, eller en säkerhetskopia läsas tillbaka.
setting-sort = Kontonas ordning
setting-sort-about = Vad kontona ordnas efter när valvet öppnas. Fästa står först.
setting-sort-last = som den lämnades
setting-sort-most = mest använda först
setting-sort-name = efter namn
setting-sort-own = din egen ordning
setting-sort-recent = senast använda först
setting-theme = Tema
setting-theme-about = Skärmens färger.
setting-theme-auto = mörkt eller ljust, som terminalen
setting-theme-dark = mörkt
setting-theme-high-contrast = hög kontrast
setting-theme-light = ljust
setting-theme-paper = papper
setting-theme-terminal = terminalens egna färger
setting-unicode = Tecken utöver ASCII
setting-unicode-about = Linjer, staplar och märken som en bock. Aldrig, om terminalen visar rutor eller frågetecken i stället.
setting-unicode-auto = där språkmiljön är UTF-8
tui-do-reset = Inställningen som den är från början
tui-verb-reset = från början
tui-not-settled = Ändringen gäller tills du avslutar, men den skrevs inte. { $why }
setting-after-minutes =
    { $minutes ->
        [one] efter 1 minut
       *[other] efter { $minutes } minuter
    }
