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
ask-import-password = Lösenord till { $name } ({ $app }):
ask-import-pin = PIN för { $account } (tomt tar in enbart namnet):
import-plain-left =
    { $count ->
        [one] { $name } är inte krypterad och innehåller fortfarande nycklarna. Ta bort den när den inte behövs; på många diskar går en borttagen fil att återskapa.
       *[other] { $count } av filerna är inte krypterade och innehåller fortfarande nycklarna. Ta bort dem när de inte behövs; på många diskar går borttagna filer att återskapa.
    }
