# Import: vad som hindrar att en fil läses, och vad som tar tillbaka en import. Båda ansiktena säger detta.

err-import-folder = { $path } är en mapp.
fix-import-folder = Ange filen i den.
err-import-in = { $name }: { $why }
err-import-not-taken-back = Importen kan inte längre tas tillbaka i sin helhet: { $title } har ändrats sedan dess.
fix-import-not-taken-back = Ta bort det som inte önskas ett i taget; det ligger kvar i papperskorgen en tid.

# Hur ett konto i en fil förhåller sig till valvet

import-row-new = nytt
import-row-same = finns redan
import-row-other-key = finns med en annan nyckel
import-row-other-name = samma nyckel, annat namn
import-row-other-numbers = samma nyckel, andra siffror, annan period eller hash
import-row-fills = ger en saknad nyckel
import-row-repeated = två gånger i filen

# Kommandot

cli-import-row = { $tick } { $account }: { $standing }
cli-import-would = Nya: { $new }. Finns redan: { $there }. Gick inte att läsa: { $unread }.
ask-import =
    { $count ->
        [one] Ta in { $count } konto? (ja/nej)
       *[other] Ta in { $count } konton? (ja/nej)
    }
ask-import-password-or-none = Lösenord till { $name } ({ $app }), tomt om nyckelfilen räcker:
ask-import-password = Lösenord till { $name } ({ $app }):
ask-import-pin = PIN för { $account } (tomt tar in enbart namnet):
import-plain-left =
    { $count ->
        [one] { $name } är inte krypterad och innehåller fortfarande nycklarna. Ta bort den när den inte behövs; på många diskar går en borttagen fil att återskapa.
       *[other] { $count } av filerna är inte krypterade och innehåller fortfarande nycklarna. Ta bort dem när de inte behövs; på många diskar går borttagna filer att återskapa.
    }

# Skärmen

tui-import-key-file = Vilken fil är nyckelfilen till { $name }? Skriv dess sökväg, släpp filen här eller välj nedan.
tui-import-key-file-read = Nyckelfilen är läst. Skriv lösenordet, eller lämna det tomt om det inte finns något.
tui-import-locked-file = { $name }, en fil från { $app }, behöver sitt lösenord.
tui-import-opening = Öppnar { $name }
cli-import-opening = Öppnar { $name } … Ctrl-C avbryter.
tui-import-busy-of = Öppnar { $place } av { $count } … Esc avbryter.
tui-import-busy = Öppnar … Esc avbryter.
tui-import-stopped = Avbrutet. Inget togs in.
tui-import-from-several = { $files } filer, { $count } konton
tui-import-ticked = { $count } kryssade
tui-import-group-new = Nya
tui-import-group-changed = Finns redan, men annorlunda
tui-import-group-same = Finns redan
tui-import-group-unread = Gick inte att läsa
tui-import-group-noticed = Att lägga märke till
tui-import-none-found = Inget här har det i sitt namn.
tui-import-needs-pin = behöver sin PIN
tui-import-take-mine = behåll mitt
tui-import-take-theirs = ta deras
tui-import-take-both = behåll båda
tui-import-about-pin = Filen har inte kontots PIN. p skriver den; utan den tas enbart namnet in.
tui-import-about-key = Du har kontot med en annan nyckel. Tar du deras sparas din nyckel i kontots historik.
tui-import-about-name = Du har nyckeln under ett annat namn.
tui-import-about-numbers = Du har nyckeln med andra siffror, annan period eller annan hash: koderna skiljer sig.
tui-import-about-fills = Du har enbart kontots namn; det här ger nyckeln.
tui-import-about-nameless = Filen har ingen nyckel till kontot: enbart namnet tas in.
tui-import-about-repeated = Samma konto står längre upp i det som lästes.
tui-import-about-same = Du har kontot med samma nyckel.
tui-import-nothing = Inget är kryssat.
tui-import-pin = PIN för { $title }
tui-import-pin-hint = Tomt tar in enbart namnet. Esc går tillbaka.
tui-import-undo-hint = { $key } tar tillbaka importen.
tui-import-taken-back = Importen är tagen tillbaka: { $removed } borttagna, { $restored } som de var.
tui-ask-take-back = Ta tillbaka importen?
tui-ask-take-back-about =
    { $removed ->
        [one] { $removed } konto som kom in försvinner, med sin nyckel.
       *[other] { $removed } konton som kom in försvinner, med sina nycklar.
    }
tui-ask-take-back-both = { $first } Åter som de var före importen: { $restored }.
tui-context-key-file = Välja en nyckelfil
tui-context-files = Välja filer att importera
tui-context-filter = Filtrera importen
tui-do-from-clipboard = Importera det kopierade: länkar, en fil, en bild
tui-do-key-file = Välj databasens nyckelfil
tui-do-from-screen = Läs QR-koderna på skärmen
tui-do-filter-done = Tillbaka till listan, filtrerad
tui-do-give-pin = Skriv kontots PIN
tui-do-take-mine = Behåll det som finns
tui-do-take-theirs = Ta det som kommer in
tui-do-take-both = Behåll båda
tui-do-tick-all = Kryssa i eller ur alla nya
tui-verb-from-clipboard = urklipp
tui-verb-key-file = nyckelfil
tui-verb-from-screen = skärmen
tui-verb-give-pin = PIN
tui-verb-tick-all = alla
