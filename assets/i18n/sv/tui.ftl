## Terminalens ansikte

tui-title = Pulih · { $accounts }
tui-title-demo = Pulih, demo · { $accounts } · inget sparas
tui-locks-in = Låses om { $time }
tui-state-not-saved = Inte sparat
tui-state-saving = Sparar …
tui-state-read-only = Skrivskyddat
tui-search-hint = Sök namn, konto, grupp eller anteckning
tui-of = { $shown } av { $all }
tui-groups = GRUPPER
tui-group-all = Alla
tui-group-needs-you = Kräver åtgärd
tui-group-pinned = Fästa
tui-seconds = { $seconds } s
tui-seconds-left = { $seconds } s kvar
tui-next = Nästa
tui-take = { $key } nästa kod
tui-take-about = { $key } tar nästa kod. Räknaren sparas först, sedan visas koden.
tui-counter = Räknare { $counter }
tui-counter-first = Räknaren sparas.
tui-refused = Tjänsten nekade den senaste koden. Den kan ha en annan nyckel nu.
tui-badge-sign-in-short = Logga in för att återställa
tui-badge-action-short = Åtgärd krävs
tui-ready = Klar
tui-no-accounts = Inga konton än. Tryck på { $add } för att lägga till ett, på { $import } för att hämta dem från en annan app, eller klistra in en länk.
tui-nothing-found = Inget hittades. Esc rensar sökningen.
tui-how-to-leave = { $leave } avslutar, { $lock } låser.
tui-fact-groups = Grupper
tui-fact-kind = Slag
tui-fact-type = Typ
tui-fact-added = Tillagt
tui-fact-used = Använt
tui-digits = { $digits } siffror
tui-note = ANTECKNING
tui-fact-account = Konto
tui-fact-counter = Räknare
tui-fact-contacts = Kontakter
tui-fact-backup = I säkerhetskopian
tui-fact-codes = Återställningskoder
tui-fact-note = Anteckning
tui-fact-service = Tjänsten
tui-fact-history = Äldre nycklar
tui-fact-changed = Ändrat
tui-codes-left = { $left } av { $all } kvar
tui-used =
    { $count ->
        [one] en gång, { $day }
       *[other] { $count } gånger, senast { $day }
    }
tui-service-accepted = godtog en kod { $day }
tui-service-refused = nekade en kod { $day }
tui-old-key = { $type }, till { $day }

tui-two-sentences = { $first } { $second }
tui-copied = Kopierad. Rensas om { $seconds } s.
tui-copied-ends = Kopierad, men koden går ut om { $seconds } s. { $key } kopierar nästa.
tui-copied-terminal = Skickad till terminalens urklipp. Rensas om { $seconds } s.
tui-copied-tmux = Skickad till tmux, som skickar vidare bara med ”set-clipboard on”. Rensas om { $seconds } s.
tui-clipboard-cleared = Urklippet är rensat.
tui-deleted = { $title } ligger i papperskorgen.
tui-deleted-many =
    { $count ->
        [one] { $count } konto ligger i papperskorgen.
       *[other] { $count } konton ligger i papperskorgen.
    }
tui-pinned-many =
    { $count ->
        [one] { $count } konto fäst överst.
       *[other] { $count } konton fästa överst.
    }
tui-unpinned-many =
    { $count ->
        [one] { $count } konto är inte längre fäst.
       *[other] { $count } konton är inte längre fästa.
    }
tui-groups-in =
    { $count ->
        [one] { $count } konto ligger nu i { $group }.
       *[other] { $count } konton ligger nu i { $group }.
    }
tui-groups-out =
    { $count ->
        [one] { $count } konto uttaget ur { $group }.
       *[other] { $count } konton uttagna ur { $group }.
    }
tui-marked =
    { $count ->
        [one] { $count } markerat
       *[other] { $count } markerade
    }
tui-undone = Ångrat.
tui-nothing-to-undo = Det finns inget att ångra.
tui-pinned = Fäst överst.
tui-unpinned = Inte längre fäst.
tui-sorted-own = I din egen ordning. J och K flyttar ett konto.
tui-sorted-name = Ordnade efter namn.
tui-sorted-most = Ordnade efter bruk, de mest använda först.
tui-sorted-recent = Ordnade efter bruk, de senast använda först.
tui-move-needs-own = Konton flyttas i din egen ordning, utan sökning. { $key } går från ordning till ordning.
tui-added = { $title } är tillagt.
tui-not-a-link = Det inklistrade är ingen länk. En sådan börjar med otpauth://.
tui-clock-set = Datorns klocka ställdes om. Koderna följer den.
tui-paste-too-long = Den inklistrade texten är för lång och togs inte med. Spara den som en fil och importera den.
tui-worker-broke = Något gick sönder i programmet. Valvet på disken ändrades inte.
tui-panic = Något gick sönder i programmet. Valvet på disken ändrades inte.
tui-too-small = Gör fönstret minst { $columns } × { $rows } (nu { $width } × { $height }).

tui-promise = Engångskoder som överlever en förlorad dator
tui-door-new = Nytt valv
tui-door-new-about = börja tomt
tui-door-import = Importera från en annan app
tui-door-import-about = Aegis, Google, 2FAS, Bitwarden med flera
tui-nothing-written = Inget skrivs förrän du väljer.

tui-new-vault = Nytt valv
tui-passphrase = Lösenfras
tui-passphrase-again = Samma igen
tui-passphrase-hint = Flera ord är bäst. Ingen kan öppna valvet utan den.
tui-passphrase-good = Lagom lång.
tui-not-the-same = De två är inte lika. Skriv den andra igen.
tui-making-vault = Mäter hur mycket datorn orkar och gör sedan valvet. Några sekunder …
tui-vault-made = Valvet är skapat och sparat.

tui-locked = Valvet är låst
tui-way-passphrase = Lösenfras
tui-way-words = Återställningsord
tui-way-key-store = Nyckelring
tui-way-demo = Provvalvet öppnas utan lösenfras.
tui-unlock-hint = Enter öppnar det.
tui-locked-slept = Låst, eftersom datorn har varit i viloläge.
tui-locked-session = Låst tillsammans med skrivbordets session.
tui-locked-clock = Låst, eftersom datorns klocka flyttades fram.
tui-opening = Öppnar …
tui-wait = Nästa försök om { $seconds } s.
tui-not-in-key-store = Nyckelringen har ingen nyckel till det här valvet.
tui-not-in-key-store-fix = Öppna det med lösenfrasen.
tui-stuck = Valvet kan inte öppnas
tui-vault-at = Valvets fil: { $path }

tui-add = Lägg till ett konto
tui-form-key = Nyckel el. länk
tui-form-issuer = Tjänst
tui-form-name = Konto
tui-form-kind = Slag
tui-form-type = Kodtyp
tui-form-algorithm = Hash
tui-form-digits = Siffror
tui-form-period = Sekunder
tui-form-counter = Räknare
tui-form-pin = PIN
tui-form-hint = Skriv eller klistra in nyckeln som tjänsten visar, eller dess länk (otpauth://). Tomma fält får det grå värdet.
tui-form-from-link = Läst ur länken: { $type }. Enter lägger till.
tui-form-not-a-number = Ett av talen är inget tal.

# Att ändra ett konto
tui-edit = Ändra { $title }
tui-form-groups = Grupper
tui-form-note = Anteckning
tui-edit-hint = Grupper skiljs åt med komma; ett nytt namn blir en ny grupp.
tui-edit-counter-hint = Räknaren går bara uppåt, dit tjänsten har kommit.
tui-edit-counter-back = Räknaren står på { $counter } och går aldrig bakåt: en gammal kod skulle visas igen.
tui-edited = { $title } är ändrat.
tui-edited-bound = { $title } är ändrat. Säkerhetskopior bär bara dess namn.
tui-edit-nothing = Inget ändrades.
tui-proof-passphrase = Valvets lösenfras
tui-proof-checking = Prövar …
tui-proof-demo = Demons lösenfras är ”{ $passphrase }”.
tui-qr = QR-kod för { $title }
tui-qr-about = Den bär nyckeln. Den som ser den kan göra samma koder.
tui-qr-scan = Läs av den med den andra appen.
tui-qr-warn = Den som tar en bild av den har nyckeln. Esc tar bort den från skärmen.
tui-qr-no-pin = PIN-koden finns inte i den.
tui-qr-none = Det finns ingen nyckel att visa.
tui-qr-too-small = Koden kräver ett fönster på minst { $columns } × { $rows } (nu { $width } × { $height }). Gör fönstret större, eller bokstäverna mindre.
tui-qr-too-long = Kontots namn är för långt för en QR-kod. Korta det med e.
tui-codes = Återställningskoder för { $title }
tui-codes-none = Här finns inga återställningskoder. Tryck { $key }, eller klistra in dem som tjänsten gav dig.
tui-codes-hint = Klistra in eller skriv koderna, en per rad. Nummer framför dem tas inte med.
tui-codes-read =
    { $count ->
        [one] { $count } kod är inläst. Enter behåller den.
       *[other] { $count } koder är inlästa. Enter behåller dem.
    }
tui-codes-added =
    { $count ->
        [one] { $count } återställningskod tillagd.
       *[other] { $count } återställningskoder tillagda.
    }
tui-code-used = Avprickad som använd.
tui-code-unused = Inte längre avprickad.
tui-code-removed = Återställningskoden är borttagen.
tui-code-is-used = använd
tui-groups-of = Grupper för { $title }
tui-groups-of-many =
    { $count ->
        [one] Grupper för { $count } konto
       *[other] Grupper för { $count } konton
    }
tui-groups-none = Det finns inga grupper än. Skriv namnet på en ny.
tui-groups-new = Ny grupp ”{ $group }”

tui-import = Importera från en annan app
tui-import-where = Skriv eller klistra in sökvägen till den andra appens exportfil eller bild, eller klistra in innehåll eller länkar. Flera sökvägar är en import.
tui-import-locked = Den här filen från { $app } behöver sitt lösenord.
tui-import-hint = Inget sparas innan du har sett vad som skulle komma in.
tui-import-from =
    { $count ->
        [one] Från { $app }: { $count } konto
       *[other] Från { $app }: { $count } konton
    }
tui-import-counts = { $new } nya, { $same } finns redan, { $changed } skiljer sig, { $unread } går inte att läsa.
tui-import-skip = Det som redan finns eller skiljer sig förblir som det är.
tui-import-replace = Det som skiljer sig ersätts; den gamla nyckeln sparas i kontots historik.
tui-import-keep-both = Det som redan finns eller skiljer sig läggs bredvid.
tui-import-name-only = bara namnet
tui-import-done = { $added } tillagda, { $changed } ändrade, { $skipped } utelämnade, { $unread } gick inte att läsa.

tui-ask-delete = Ta bort kontot?
tui-ask-delete-about = { $account } läggs i papperskorgen. Det kan hämtas tillbaka i { $days } dagar.
tui-ask-delete-many = Ta bort de markerade kontona?
tui-ask-delete-many-about = { $count } konton läggs i papperskorgen: { $accounts }. De kan hämtas tillbaka i { $days } dagar.
tui-ask-delete-many-more = { $count } konton läggs i papperskorgen: { $accounts } och { $more } till. De kan hämtas tillbaka i { $days } dagar.
tui-ask-erase = Ta bort för gott?
tui-ask-erase-about = Nyckeln till { $account } försvinner. Utan den finns inga koder, och ingen kan få den tillbaka.
tui-ask-remove-code = Ta bort återställningskoden?
tui-ask-remove-code-about = Kod { $number } för { $account } är inte använd än. När den är borta kan bara tjänsten ge dig en ny.
tui-ask-drop-form = Lämna formuläret?
tui-ask-drop-form-about = Det du skrev här är inte sparat. Det försvinner.
tui-ask-leave = Avsluta utan att spara?
tui-ask-leave-about = De senaste ändringarna är inte sparade och går förlorade. Valvet på disken är som det var.
tui-ask-lock = Lås utan att spara?
tui-ask-lock-about = De senaste ändringarna är inte sparade och går förlorade. Valvet på disken är som det var.
tui-ask-beside = Behåll ändringarna bredvid?
tui-ask-beside-about = Ett annat program har ändrat valvets fil sedan den öppnades här. Den skrivs inte över. Dina ändringar kan sparas i en egen fil bredvid.
tui-kept-beside = Dina ändringar finns i { $path }. Lås och lås upp för att se valvet som det är nu.
tui-ask-older = Fortsätt med ett äldre valv?
tui-ask-older-about =
    { $by ->
        [one] Valvet är äldre än det som senast användes på den här datorn, med { $by } sparning. Det kan bara läsas tills du svarar ja; nästa sparning gör det till det nyaste.
       *[other] Valvet är äldre än det som senast användes på den här datorn, med { $by } sparningar. Det kan bara läsas tills du svarar ja; nästa sparning gör det till det nyaste.
    }
tui-accepted = Det här läget är det som gäller nu.

tui-trash = Papperskorg
tui-trash-about = Behålls i { $days } dagar
tui-trash-empty = Papperskorgen är tom.
tui-days-left =
    { $days ->
        [one] { $days } dag kvar
       *[other] { $days } dagar kvar
    }
tui-brought-back = { $title } är tillbaka.
tui-erased = Borttaget för gott.

tui-settings = Inställningar

tui-palette = Allt du kan göra här
tui-palette-nothing = Inget med det namnet. Esc lämnar.

tui-help = Tangenter
tui-context-accounts = Konton
tui-context-account = Ett konto
tui-context-codes = Återställningskoder
tui-context-groups = Kontons grupper
tui-context-edit = Att ändra ett konto
tui-context-everywhere = Överallt
tui-context-field = När du skriver
tui-context-form = Formulär
tui-context-help = Hjälp
tui-context-home = I ett öppet valv
tui-context-import = Import
tui-context-list = Listor
tui-context-note = I anteckningen
tui-context-palette = Allt du kan göra
tui-context-preview = Det som skulle komma in
tui-context-proof = Lösenfrasen igen
tui-context-shown = En nyckel som visas
tui-context-question = Frågor
tui-context-search = Sökning
tui-context-secret = När du skriver något hemligt
tui-context-settings = Inställningar
tui-context-start = Start
tui-context-trash = Papperskorg
tui-context-unlock = Upplåsning
tui-do-accept = Gå till nästa fält; efter det sista, gör det
tui-do-add = Lägg till ett konto
tui-do-back = Lämna skärmen
tui-do-bring-back = Hämta tillbaka kontot
tui-do-bring-in = Hämta in de kryssade kontona
tui-do-card = Öppna eller stäng valt konto
tui-do-choose = Välj
tui-do-clear-filter = Rensa sökningen, sedan gruppen
tui-do-copy = Kopiera koden (en räknarkod tas och sparas först)
tui-do-copy-found = Kopiera valt kontos kod, tillbaka till listan
tui-do-copy-next = Kopiera nästa kod
tui-do-delete = Lägg kontot i papperskorgen, efter en fråga
tui-do-down = En rad ned
tui-do-edit = Ändra kontots uppgifter
tui-do-empty-or-quit = Töm fältet; avsluta när det är tomt
tui-do-erase = Ta bort för gott, efter en fråga
tui-do-field-break = Ny rad
tui-do-field-clear = Töm fältet
tui-do-field-end = Till fältets slut
tui-do-field-erase = Ta bort tecknet före markören
tui-do-field-erase-after = Ta bort tecknet efter markören
tui-do-field-erase-word = Ta bort ordet före markören
tui-do-field-left = Ett tecken åt vänster; föregående val
tui-do-field-next = Till nästa fält
tui-do-field-previous = Till föregående fält
tui-do-field-right = Ett tecken åt höger; nästa val
tui-do-field-show = Visa eller dölj det hemliga som skrivs
tui-do-field-start = Till fältets början
tui-do-finish = Spara från vilket fält som helst
tui-do-first = Till första raden
tui-do-go-on = Fortsätt
tui-do-group-next = Nästa grupp
tui-do-group-previous = Föregående grupp
tui-do-help = Hjälp om skärmen
tui-do-hide = Dölj koderna eller visa dem
tui-do-import = Hämta konton från en annan app
tui-do-language = Nästa språk
tui-do-last = Till sista raden
tui-do-leave-palette = Lämna, inget görs
tui-do-leave-search = Rensa sökningen; lämna den när den är tom
tui-do-less = Föregående val
tui-do-line-down = En rad ned, sedan till nästa fält
tui-do-line-up = En rad upp, sedan till fältet före
tui-do-lock = Lås valvet
tui-do-more = Nästa val
tui-do-move-down = Flytta kontot ett steg ned
tui-do-move-up = Flytta kontot ett steg upp
tui-do-no = Nej: allt förblir som det är
tui-do-page-down = En sida ned
tui-do-page-up = En sida upp
tui-do-palette = Allt du kan göra här, efter namn
tui-do-pin = Fäst överst, eller släpp
tui-do-policy = Vad som händer med dem som redan finns
tui-do-prove = Pröva lösenfrasen
tui-do-qr = Visa nyckeln som QR-kod, efter lösenfrasen
tui-do-codes = Kontots återställningskoder
tui-do-tick-code = Pricka av koden som använd, eller ta bort pricken
tui-do-show-codes = Visa koderna, eller dölj dem
tui-do-copy-recovery = Kopiera återställningskoden
tui-do-add-codes = Lägg till koder, skrivna eller inklistrade
tui-do-remove-code = Ta bort koden; det går att ångra
tui-do-mark = Markera kontot, eller ta bort markeringen
tui-do-mark-all = Markera alla i listan, eller ta bort markeringarna
tui-do-groups = Grupper för kontot, eller för alla markerade
tui-do-in-or-out = Lägg i gruppen; ta ut där alla är i den
tui-do-quit = Avsluta programmet
tui-do-run = Gör det som är valt
tui-do-search = Sök medan du skriver
tui-do-settings = Inställningar
tui-do-sort = Ordning: din egen, namn, mest använda, senast använda
tui-do-suspend = Pausa och ge terminalen till skalet
tui-do-tick = Kryssa i eller ur
tui-do-trash = Papperskorgen
tui-do-undo = Ångra det senaste
tui-do-open = Öppna kontot över hela skärmen
tui-do-account-next = Nästa konto
tui-do-account-previous = Föregående konto
tui-do-unlock = Lås upp valvet
tui-do-up = En rad upp
tui-do-way = Ett annat sätt att öppna
tui-do-yes = Ja, gör det
tui-mouse = Mus
tui-mouse-row = Klick på rad
tui-mouse-row-does = Välj den; kopiera koden om den redan var vald
tui-mouse-code = Klick på kod
tui-mouse-code-does = Kopiera den
tui-mouse-badge = Klick på märke
tui-mouse-badge-does = Öppna kontot, som säger vad som hjälper
tui-mouse-deed = Klick på val
tui-mouse-deed-does = Gör det som står där
tui-mouse-group = Klick på grupp
tui-mouse-group-does = Visa dess konton
tui-mouse-wheel = Hjulet
tui-mouse-wheel-does = En rad upp eller ned
tui-mouse-drag = Skift och dra
tui-mouse-drag-does = Markera text som i vilken terminal som helst (Option på en Mac)
tui-verb-add = lägg till
tui-verb-open = öppna
tui-verb-account-next = nästa konto
tui-verb-bring-back = hämta tillbaka
tui-verb-bring-in = hämta in
tui-verb-change = ändra
tui-verb-choose = välj
tui-verb-clear = rensa
tui-verb-copy = kopiera
tui-verb-copy-next = kopiera nästa
tui-verb-next-code = nästa kod
tui-verb-delete = ta bort
tui-verb-edit = ändra
tui-verb-erase = ta bort för gott
tui-verb-field-break = ny rad
tui-verb-finish = spara
tui-verb-field = nästa fält
tui-verb-go-on = fortsätt
tui-verb-group = grupp
tui-verb-help = hjälp
tui-verb-import = importera
tui-verb-language = språk
tui-verb-leave = lämna
tui-verb-no = nej, behåll
tui-verb-palette = mer
tui-verb-pin = fäst
tui-verb-policy = dubbletter
tui-verb-qr = QR
tui-verb-codes = återställningskoder
tui-verb-tick-code = pricka av
tui-verb-remove = ta bort
tui-verb-mark = markera
tui-verb-groups = grupper
tui-verb-in-or-out = i eller ur
tui-verb-undo = ångra
tui-verb-quit = avsluta
tui-verb-run = gör det
tui-verb-search = sök
tui-verb-settings = inställningar
tui-verb-show = visa
tui-verb-tick = kryssa
tui-verb-trash = papperskorg
tui-verb-unlock = lås upp
tui-verb-way = annat sätt
tui-verb-yes = ja
