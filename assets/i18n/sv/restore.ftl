## Att logga ut

cmd-sign-out = Lägg valvet åt sidan, helt; och ta tillbaka det
arg-undo = Ta tillbaka det valv som senast loggades ut
ask-sign-out = Logga ut från alla konton? Valvet { $path } får ett annat namn bredvid och inget tas bort. (ja/nej)
cli-sign-out-done = Utloggad. Valvet ligger helt på { $path }.
cli-sign-out-next = Härnäst: pulih restore, eller pulih sign-out --undo för att gå tillbaka.
cli-sign-out-undone = Inloggad igen. Valvet är tillbaka på { $path }.
remark-sign-out-left = { $path } kunde inte följa med och ligger kvar där den låg.
err-sign-out-nothing-aside = Inget valv är utloggat här.
fix-sign-out-nothing-aside = Leta i valvets mapp efter en fil med ”.signed-out-” i namnet.
fix-cli-vault-aside = Ett valv har lagts åt sidan här och ligger helt på { $path }: ”pulih sign-out --undo” tar tillbaka det.
err-sign-out-no-vault = Det finns inget valv här att logga ut från.
fix-sign-out-no-vault = Återställ från en säkerhetskopia, eller skapa ett nytt valv.
err-sign-out-occupied = Det finns redan ett valv här, och det ersätts aldrig.
fix-sign-out-occupied = Logga ut från det först, eller slå ihop det andra med det.
err-cli-demo-no-file = Demon finns bara i minnet och har ingen fil.
fix-cli-demo-no-file = Utelämna --demo.
tui-do-sign-out = Logga ut: lägg valvet åt sidan, helt
tui-ask-sign-out = Logga ut från alla konton?
tui-ask-sign-out-about =
    { $count ->
        [one] Valvet med { $count } konto läggs åt sidan under ett annat namn, helt, och inget tas bort. Tills du loggar in igen visas inte dess kod. Du kan återställa en säkerhetskopia på den tomma platsen.
       *[other] Valvet med { $count } konton läggs åt sidan under ett annat namn, helt, och inget tas bort. Tills du loggar in igen visas inte deras koder. Du kan återställa en säkerhetskopia på den tomma platsen.
    }
tui-signed-out = Utloggad. Valvet ligger helt på { $path }.

## Återställning: vad som kan vara i vägen

err-restore-empty-place = Det finns inga säkerhetskopior i { $place }.
fix-restore-empty-place = Titta på en annan plats: den andra molnmappen, USB-minnet, servern. En molnmapp kan fortfarande hämta sina filer.
err-restore-a-vault = Den här filen är ett valv och ingen säkerhetskopia.
fix-restore-a-vault = Öppna det med --vault, eller slå ihop det inifrån ett öppet valv.
err-restore-too-new = Den här säkerhetskopian skrevs av en nyare version.
fix-restore-too-new = Uppdatera programmet, eller välj en äldre säkerhetskopia.
restore-moved-aside = Valvet som fanns här ligger helt på { $path }.
err-restore-stranded = Inget återställdes, och valvet som fanns här ligger helt på { $path }. { $why }
fix-restore-stranded = Logga in igen för att få tillbaka det, eller försök återställa en gång till.

## Återställning: stegen på skärmen

tui-restore = Återställ från säkerhetskopia
tui-door-restore = Återställ från säkerhetskopia
tui-door-restore-about = jag har använt Pulih förut
tui-door-again = Logga in igen
tui-door-again-about = valvet som lades åt sidan { $since } UTC
tui-do-restore = Återställ från en säkerhetskopia, eller slå ihop en
tui-verb-restore = återställ
tui-context-restore = Återställning
tui-context-merge = Vad som kommer tillbaka
tui-restore-promise = Inget ändras före det sista jaet.
tui-restore-before = Innan du börjar
tui-restore-where = Var
tui-restore-which = Vilken kopia
tui-restore-account = Återställningskonto
tui-restore-preview = Vad som kommer
tui-restore-passphrase = Den här datorn
tui-restore-restoring = Återställer
tui-restore-done = Klart
tui-restore-by-words = med orden
tui-restore-way-merge = Slå ihop med det här valvet
tui-restore-way-new = Återställ till ett nytt valv
tui-restore-way-replace = Logga ut och återställ
tui-restore-rail-merge = in i det här valvet
tui-restore-rail-new = ett nytt valv
tui-restore-rail-replace = detta valv åt sidan
tui-restore-why-new = Det finns inget valv på den här datorn, så det finns inget att logga ut från.
tui-restore-why-locked = Logga inte in innan du återställer. Valvet som finns här läggs åt sidan helt i sista steget; inget tas bort. Lås upp det först om du hellre vill slå ihop.
tui-restore-why-open = Du är inloggad. Välj hur säkerhetskopian möter kontona som finns här.
tui-restore-merge-about = Varje konto jämförs. Inget skrivs över om du inte väljer det, och ingen nyckel går förlorad.
tui-restore-replace-about = Det här valvet läggs åt sidan under ett annat namn, helt. Du kan logga in i det igen.
tui-restore-ready-title = Ha till hands:
tui-restore-ready-account = Samma återställningskonto, eller de 12 återställningsorden.
tui-restore-where-ask = Var är din säkerhetskopia?
tui-restore-where-about = Skriv en mapp, en fil eller en servers adress. Tabb fyller i sökvägen.
tui-restore-where-choose = Välj en molnmapp på den här datorn, eller nämn en annan plats.
tui-restore-where-other = En annan plats: en mapp, en fil, en server. Tabb fyller i en sökväg.
tui-restore-where-hint = Inget skrivs där.
tui-restore-where-secret = Serverns applösenord eller hemliga nyckel
tui-restore-looking = Tittar …
tui-restore-which-ask = Vilken säkerhetskopia?
tui-restore-unverified = Ännu inte verifierat: visas som filerna säger. Tider i UTC.
tui-restore-which-hint = Den nyaste som passar är vald.
restore-fit-fits = passar
restore-fit-damaged = skadat huvud
restore-fit-not-read = inte läst
restore-fit-other = för { $device }
restore-fit-too-new = nyare version
restore-fit-useless = öppnas inte
tui-restore-account-ask = Logga in på ditt återställningskonto
tui-restore-account-name = Kontonamn
tui-restore-account-password = Lösenord
tui-restore-account-hint = Det som användes för säkerhetskopian. Det prövas här; inget skickas.
tui-restore-words-hint = De som står på säkerhetskopians återställningsblad. De prövas här; inget skickas.
tui-restore-vault-hint = Den prövas här; inget skickas.
tui-restore-password-empty = Skriv lösenordet till återställningskontot.
tui-restore-words-ask = Skriv de 12 återställningsorden, med blanksteg mellan.
tui-restore-vault-ask = Skriv det andra valvets lösenfras.
tui-restore-opening = Öppnar. Det tar några sekunder, med avsikt.
tui-restore-tried = Prövat: { $name } med det lösenordet, i { $place }.
tui-restore-preview-ask = Det här kommer tillbaka
tui-restore-counts = Koder direkt: { $codes }. Logga in för att återställa: { $signin }. Lägg till nyckeln igen: { $add }.
tui-restore-merge-counts = Nya: { $new }. Samma: { $same }. Ändrade: { $changed }. Konflikter: { $conflict }.
restore-comes-codes = koder direkt
restore-comes-sign-in = logga in för att återställa
restore-comes-add-key = lägg till nyckeln igen
restore-standing-changed = ändrat
restore-standing-conflict = två nycklar
restore-standing-fills = har nyckeln
restore-standing-new = nytt
restore-standing-same = samma
restore-standing-trashed = i papperskorgen här
restore-choice-add = lägg till
restore-choice-both = behåll båda
restore-choice-leave = utelämna
restore-choice-mine = behåll mitt
restore-choice-theirs = ta kopians
tui-restore-passphrase-ask = En lösenfras för den här datorn
tui-restore-passphrase-about = Den öppnar det nya valvet. Det får vara återställningslösenordet, eller något annat.
tui-restore-passphrase-hint = Det sista jaet: Enter återställer nu.
tui-restore-writing = Skriver valvet, läser tillbaka det …
restore-done = Återställda: { $restored }. Sammanslagna: { $merged }. Överhoppade: { $skipped }.
restore-done-left =
    { $todo ->
        [0] Koder direkt: { $codes }. Inget är kvar att logga in på.
        [one] Koder direkt: { $codes }. Logga in för att återställa: { $signin }. Lägg till nyckeln igen: { $add }. Märket är kvar tills dess.
       *[other] Koder direkt: { $codes }. Logga in för att återställa: { $signin }. Lägg till nyckeln igen: { $add }. Märkena är kvar tills dess.
    }
restore-done-backup = Det här valvet har ännu ingen egen säkerhetskopia. Ordna en: pulih backup setup.
tui-restore-done-hint = Enter visar kontona.
tui-restore-done-hint-to-do = Enter öppnar, Esc visar alla konton.
tui-do-keep-mine = Behåll kontot som finns här
tui-verb-keep-mine = mitt
tui-do-take-backups = Ta säkerhetskopians konto
tui-verb-take-theirs = kopians
tui-do-keep-both = Behåll båda kontona
tui-verb-keep-both = båda
tui-do-restore-next = Fyll i sökvägen; det andra fältet
tui-do-restore-words = Återställningsord i stället för lösenordet, och tillbaka
tui-do-restore-password = Lösenord i stället för återställningsorden, och tillbaka
tui-verb-words = ord
tui-verb-password = lösenord
tui-do-stuck = Det öppnas inte: vad du kan göra
tui-verb-stuck = går inte?
tui-do-step-back = Ett steg tillbaka; inget går förlorat
tui-verb-back = tillbaka
tui-stuck-title = Går det inte att återställa?
tui-stuck-truth = Ingen, inte heller någon support, kan öppna en säkerhetskopia utan dess lösenord eller ord. Men det finns vägar:
tui-stuck-account = Pröva ett annat namn eller lösenord
tui-stuck-account-about = Båda räknas. Namnet är ofta en e-postadress: pröva alla du har använt.
tui-stuck-words = Använd de 12 återställningsorden
tui-stuck-words-about = De visades en gång och skrevs på papper. De öppnar kopian utan lösenord.
tui-stuck-file = Välj en annan säkerhetskopia
tui-stuck-file-about = En äldre fil, eller en ur en annan serie, kan ha ett annat återställningskonto.
tui-stuck-place = Titta på en annan plats
tui-stuck-place-about = Om du inte kan logga in på molnet som har mappen hjälper dess egen support; här räcker vilken kopia av filen som helst.
tui-stuck-anew = Lägg till kontona igen
tui-stuck-anew-about = Logga in på varje tjänst med dess återställningskod eller en annan enhet, och lägg till en ny nyckel.
tui-stuck-again = Försök likadant en gång till
tui-stuck-again-about = Med det som är skrivet: det prövas genast.
tui-stuck-device = Ta koderna från en annan enhet
tui-stuck-device-about = Om en annan enhet fortfarande visar dem kan en export föra dem hit.
tui-stuck-device-there = På enheten som fortfarande visar koderna: exportera dem, med Pulih eller den app som finns där. Pulih läser de flesta appars filer.
tui-stuck-device-here = Ta med filen hit på ett minne och importera den.
tui-stuck-device-keep = Logga inte ut från den enheten förrän den här fungerar.
tui-stuck-device-hint = Enter går till importen.
tui-stuck-help = Kom in på platsens eget konto igen
tui-stuck-help-about = Om du inte kan logga in där kopiorna ligger kan bara den tjänsten hjälpa. Det här är vägen:
tui-stuck-help-hint = Enter öppnar sidan i webbläsaren och kopierar adressen. Eller skanna den.
tui-stuck-copied = Kopierat: { $address }
tui-stuck-sign-out = Logga ut och återställ på den tomma platsen
tui-stuck-sign-out-about = Valvet som finns här läggs åt sidan under ett annat namn, helt. Inget tas bort.
stuck-tried-account = { $why }: { $name } med ett lösenord, i { $place }
stuck-tried-place = { $why }: tittade i { $place }
stuck-tried-passphrase = { $why }: en lösenfras, i { $place }
stuck-tried-words = { $why }: återställningsord, i { $place }
stuck-why-damaged = skadad, eller ingen säkerhetskopia
stuck-why-full = ingen plats på disken
stuck-why-memory = för lite minne
stuck-why-not-empty = det finns ett valv här
stuck-why-other = det gick inte
stuck-why-computer = gjord för en annan sorts dator
stuck-why-empty = inga säkerhetskopior där
stuck-why-place-secret = platsen släpper inte in någon
stuck-why-too-new = från en nyare version
stuck-why-unreachable = nåddes inte
stuck-why-account = fel namn eller lösenord
stuck-why-words = fel ord

## pulih restore

cmd-restore = Återställ från en säkerhetskopia, eller slå ihop en med valvet
arg-restore-from = Säkerhetskopiornas plats, eller en fil, eller en annan valvfil att slå ihop
arg-restore-account = Återställningskontots namn
arg-restore-recovery-password-fd = Läs återställningslösenordet från den här fildeskriptorn, en rad
arg-restore-place-secret-fd = Läs platsens lösenord från den här fildeskriptorn, en rad
arg-restore-place-user = Vem som loggar in på platsen, om adressen inte nämner någon
arg-restore-plan = Visa bara vad som skulle komma tillbaka
arg-restore-merge = Lägg kontona i valvet som finns här
arg-restore-replace = Logga ut först: valvet som finns här läggs åt sidan, helt
arg-restore-choose = Där konton skiljer sig: mine, theirs, both
arg-restore-only = Bara det här kontot ur säkerhetskopian
ask-restore-from = Säkerhetskopians mapp eller fil:
ask-restore-account = Återställningskonto, namn:
ask-other-vault = Det andra valvets lösenfras:
fix-cli-restore-way = Ange --merge för att lägga kopian i det, eller --replace för att lägga det åt sidan, helt, och återställa.
restore-next-older = Nästa äldre säkerhetskopia prövas: { $file }.
restore-passed-over = Förbigången fast den är nyare: { $file } ({ $why }).
fix-restore-passed-over = En molnmapp kanske ännu hämtar den; namnge filen med --from för att pröva den.
err-restore-none-opens = Ingen av säkerhetskopiorna där går att öppna.
ask-restore-password = Återställningskonto, lösenord:
tui-restore-where-user = Användare eller nyckel-id
tui-restore-stops = Esc avbryter. Inget går förlorat.
tui-restore-done-backup = Det här valvet har ingen egen säkerhetskopia än. B ställer in en.
tui-context-restored = Efter en återställning
tui-do-restored = Öppna det valda kontot, eller visa kontona
tui-verb-set-up-backups = ställ in kopior
tui-restore-where-count =
    { $count ->
        [one] { $count } säkerhetskopia
       *[other] { $count } säkerhetskopior
    }
