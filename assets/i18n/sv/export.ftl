# Export: vad varje fil håller, ark att skriva ut, kommandot och dess frågor.

keeps-all = Allt, under ett lösenord, för Pulih på vilken dator som helst.
keeps-groups-notes-pins = Nycklar, grupper, anteckningar och fästningar.
keeps-groups-notes-pins-usage = Nycklar, grupper, anteckningar, fästningar och antal användningar; varken mOTP eller Yandex.
keeps-groups-usage = Nycklar, grupper och antal användningar.
keeps-group-note-pin = Nycklar, första gruppen, anteckningar och fästningar; bara tidsbaserade koder och Steam.
keeps-keys = Nycklar och namn.
keeps-notes = Nycklar och anteckningar; bara tidsbaserade koder och Steam.
keeps-one-group = Nycklar och första gruppen; 5 till 8 siffror.
keeps-pictures = Nycklar med 6 eller 8 siffror och 30 sekunder, som bilder att skanna med en telefon.
keeps-sheet = Nycklar och namn att skriva ut, en QR-kod för varje konto.
keeps-sheet-svg = Samma sak som teckningar, åtta konton per sida.

loss-key = nyckeln, som stannar på den här datorn

sheet-title = Nycklar till engångskoder
sheet-about =
    { $count ->
        [one] Pulih, { $date }, { $count } konto.
       *[other] Pulih, { $date }, { $count } konton.
    }
sheet-warning = Den som har det här arket eller en bild av det kan göra alla dessa koder. Förvara det inlåst, och strimla det när det inte behövs längre.
sheet-facts = { $kind }, { $hash }, { $digits } siffror, { $period } s.
sheet-facts-counter = { $kind }, { $hash }, { $digits } siffror, räknare { $counter }.
sheet-needs-pin = Det behövs också en PIN-kod, som inte står på arket.

arg-export-group = Bara konton i den här gruppen
arg-export-account = Bara det här kontot; kan anges flera gånger
arg-export-dry-run = Säg bara vad som skulle gå förlorat
ask-export-all-the-same = Skriva ändå? (ja/nej)
cli-export-preview =
    { $count ->
        [one] { $count } konto skulle skrivas. Inget skrevs.
       *[other] { $count } konton skulle skrivas. Inget skrevs.
    }

## Exportskärmen

tui-context-export = Export
tui-context-reading = Läsning
tui-context-destination = Mål för en export
tui-do-export = Ta ut konton till en fil
tui-do-which = Andra konton: alla, en grupp, det valda
tui-do-which-before = Kontona före
tui-do-complete = Fyll ut sökvägen
tui-verb-which = konton
tui-verb-complete = fyll ut
tui-export = Exportera
tui-export-to = Exportera: { $format }
tui-export-all = Alla konton
tui-export-group = Gruppen { $group }
tui-export-only =
    { $count ->
        [one] Det valda kontot
       *[other] De { $count } valda kontona
    }
tui-export-lock = lösenord
tui-export-open = klartext
tui-export-locked = Filen är låst med ett lösenord.
tui-export-plain = Den som kan läsa filen har nycklarna.
tui-export-counts =
    { $written ->
        [one] { $written } konto skrivs
       *[other] { $written } konton skrivs
    }, { $lossy } av dem utan något; { $out } utelämnas.
tui-export-without = utan: { $losses }
tui-export-about-locked = Filen öppnas med sitt eget lösenord på vilken dator som helst. Utan det kan ingen öppna den.
tui-export-about-plain = Filen kommer att innehålla nycklarna i klartext. Den som läser den eller en kopia kan göra dina koder. Ta bort den så snart den har gjort sitt.
tui-export-path = Skriv till
tui-export-password = Lösenord
tui-export-again = En gång till
tui-export-proof = Lösenfras
tui-export-no-path = Skriv var filen ska ligga.
tui-export-twice = De två lösenorden skiljer sig. Skriv samma två gånger.
tui-export-no-proof = Skriv valvets lösenfras: bara med den lämnar nycklar det.
tui-export-busy = Skriver, och läser tillbaka…
tui-exported =
    { $count ->
        [one] { $count } konto är skrivet och tillbakaläst
       *[other] { $count } konton är skrivna och tillbakalästa
    }, { $files ->
        [one] i den här filen:
       *[other] i de här { $files } filerna:
    }
