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
