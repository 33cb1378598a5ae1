## Nycklar och tal

err-key-bad-pin = PIN-koden är tom, längre än 64 tecken eller har tecken som ingen kan skriva.
fix-key-bad-pin = Skriv PIN-koden som tjänsten gav ut.
err-key-empty = Nyckeln är tom.
fix-key-empty = Skriv nyckeln som tjänsten visar bredvid sin QR-kod.
err-key-not-base32 = Nyckeln har ett tecken som inte hör hemma på plats { $position }.
fix-key-not-base32 = En nyckel består av bokstäverna A till Z och siffrorna 2 till 7; titta hos tjänsten igen.
err-key-not-yandex = Det här är ingen Yandex-nyckel.
fix-key-not-yandex = Kopiera hela nyckeln; den har 26 eller 42 tecken.
err-key-too-long = Nyckeln är längre än 640 byte.
fix-key-too-long = Kopiera bara nyckeln, utan det som står runt omkring.
err-range-counter = Räknaren { $found } är för stor.
fix-range-counter = Ange en räknare under 9223372036854775808.
err-range-digits = En kod kan inte ha { $found } siffror.
fix-range-digits = Ange 1 till 10 siffror; de flesta tjänster använder 6.
err-range-period = En kod kan inte gälla i { $found } sekunder.
fix-range-period = Ange 1 till 86400 sekunder; de flesta tjänster använder 30.

## Konton och grupper

field-group = grupp
field-issuer = utfärdare
field-name = namn
field-note = anteckning
field-recovery-code = återställningskod

err-account-already-there = Valvet har redan det här kontot med den här nyckeln.
fix-account-already-there = Ändra det som finns, eller ge det nya ett annat namn.
err-account-nameless = Det finns varken utfärdare eller namn.
fix-account-nameless = Ange minst en av dem.
err-account-not-found = Det finns inget sådant konto.
fix-account-not-found = Titta i listan; det som togs bort ligger i papperskorgen.
err-account-pin-needed = Den här sortens kod behöver en PIN-kod.
fix-account-pin-needed = Skriv PIN-koden som hör till nyckeln.
err-account-too-long = Fältet { $field } är för långt.
fix-account-too-long = Håll det inom { $most } tecken.
err-account-too-many-codes = Det skulle bli för många återställningskoder.
fix-account-too-many-codes = Ta bort några först; ett konto rymmer högst { $most }.
err-account-unknown-algorithm = Det finns ingen hash som heter { $name } här.
fix-account-unknown-algorithm = Välj SHA1, SHA256 eller SHA512.
err-account-unknown-type = Det finns ingen sorts kod som heter { $name } här.
fix-account-unknown-type = Välj totp, hotp, steam, motp eller yandex.
err-group-exists = Det finns redan en grupp som heter { $group }.
fix-group-exists = Använd den, eller välj ett annat namn.
err-group-nameless = Gruppen har inget namn.
fix-group-nameless = Ge den ett namn med minst ett synligt tecken.
err-group-none = Det finns ingen grupp som heter { $group }.
fix-group-none = Se grupperna som finns med ”pulih group list”.

## Lösenfraser

passphrase-remark-known = Den här lösenfrasen finns i alla listor över kända fraser; använd den för att prova, inte för att behålla konton.
passphrase-remark-short = Den här lösenfrasen är ganska kort; { $good } tecken eller fler är bättre.
err-passphrase-too-short = Lösenfrasen har färre än { $least } tecken.
err-passphrase-common = Den här lösenfrasen är en av dem som prövas först.
fix-passphrase-words = Välj fyra eller fler ord som inte hör ihop.

## Sätt att öppna valvet

err-keys-answer-differs = Det är inte ordet på lappen.
fix-keys-answer-differs = Titta på orden igen; de gamla gäller tills de nya är kända.

## Inställningar

err-config-value = Rad { $line } i inställningsfilen har ett värde som ”{ $key }” inte kan ha.
err-config-in-vault = Rad { $line } i inställningsfilen har ”{ $key }”, som bestäms inne i valvet.
fix-config-in-vault = Ta bort raden, och ändra det i det öppna valvets inställningar.
err-config-not-toml = Inställningsfilen går inte att läsa på rad { $line }; standardvärdena gäller.
fix-config-not-toml = Skriv ett ”nyckel = värde” per rad, med text inom citattecken.
err-config-key = Rad { $line } i inställningsfilen har ”{ $key }”, som inte är någon inställning.
fix-config-key = Inställningarna är: { $keys }.
fix-config-key-meant = Kanske avsågs ”{ $key }”.
err-config-others-write = Andra får skriva i inställningsfilen, så inget ur den togs; standardvärdena gäller.
fix-config-others-write = Se efter vad som står i den och ta sedan bort deras rätt: chmod go-w och filen.
config-wants-number = Det kan vara ett tal från { $least } till { $most }, utan citattecken.
config-wants-word = Det kan vara ett av { $words }.
config-wants-switch = Det kan vara true eller false, utan citattecken.

## Doktorn

doctor-clock = Klockan visar { $now }.
doctor-clock-wrong = Klockan visar { $now }, vilket inte kan stämma.
doctor-fix-clock = Ställ datum och tid, och låt systemet hålla dem rätt över nätet.
doctor-vault =
    Valvet { $path } är helt så långt det syns utifrån; { $ways ->
        [one] { $ways } sätt öppnar det
       *[other] { $ways } sätt öppnar det
    }.
doctor-vault-none = Det finns inget valv på { $path }.
doctor-fix-vault-none = Skapa ett med ”pulih init”, eller ange ditt med --vault.
doctor-owned = { $path } är bara ditt.
doctor-not-ours = { $path } tillhör någon annan.
doctor-fix-not-ours = Gör dig till ägare av { $path }, eller använd en annan plats.
doctor-open = Andra får läsa eller ändra { $path }.
doctor-replaceable = Andra får byta ut det som ligger i { $path }.
doctor-fix-open-file = Ta ifrån dem rätten: chmod 600 { $path }
doctor-fix-open-folder = Ta ifrån dem rätten: chmod 700 { $path }
doctor-state = Tillståndsmappen { $path } kan användas.
doctor-state-none = Tillståndsmappen { $path } skapas när valvet sparas första gången.
doctor-key-store = Nyckelringen svarar.
doctor-key-store-absent = Den här datorn har ingen nyckelring som svarar.
doctor-fix-key-store-absent = Ingen behövs: lösenfrasen öppnar alltid valvet. Installera gnome-keyring eller KWallet för att få en.
doctor-memory = Minne kan hållas utanför växlingsfilen, upp till { $kib } KiB.
doctor-memory-unlimited = Minne kan hållas utanför växlingsfilen.
doctor-memory-short = Bara { $kib } KiB minne kan hållas utanför växlingsfilen.
doctor-fix-memory = Höj gränsen (ulimit -l 1024), eller se till att växlingsfilen är krypterad.
doctor-core-dumps = En krasch lämnar ingen bild av minnet på disken.
doctor-core-dumps-open = En krasch kan lämna en bild av minnet på disken.
doctor-fix-core-dumps = Stäng av minnesdumpar: ulimit -c 0
doctor-dumpable = Andra program som du kör kan inte se in i det här.
doctor-dumpable-open = Andra program som du kör kan se in i det här.
doctor-file-mode = Nya filer är bara för dig.
doctor-file-mode-open = Nya filer kan vara öppna för andra.
doctor-new-privileges = Program som startas härifrån får inga fler rättigheter.
doctor-new-privileges-open = Program som startas härifrån kan få fler rättigheter.
doctor-descriptors = Program som startas härifrån får inga filer som var öppna innan.
doctor-descriptors-open = Program som startas härifrån kan få filer som var öppna innan.
doctor-fix-descriptors = Starta programmet bara där ingen hemlig fil står öppen.
doctor-fix-guard = Titta på det som startar programmet: en sandlåda eller policy vägrar det.
doctor-fix-guard-not-here = Inget kan göras på den här sortens dator; lås skärmen när du går.
doctor-session = Valvet låses när datorn går i viloläge eller dess session låses.
doctor-session-none = Ingenting här berättar när sessionen låses (på Linux gör logind det).
doctor-fix-session-none = Lita på låsningen när inget trycks ned, eller lås med Ctrl-L när du går.
doctor-terminal = Terminalen är { $term }.
doctor-terminal-none = Det finns ingen terminal, så inget kan frågas.
doctor-fix-terminal-none = Kör det i en terminal, eller ge svar med flaggor som --passphrase-fd.
doctor-terminal-dumb = Terminalen säger inte vad den kan (TERM).
doctor-fix-terminal-dumb = Använd --plain, eller sätt TERM till vad terminalen är.
doctor-clipboard = Systemets urklipp används.
doctor-clipboard-terminal = Terminalen ombeds kopiera; den ger inget svar.
doctor-clipboard-tmux = Terminalen ombeds kopiera, och tmux står emellan.
doctor-fix-clipboard-tmux = Låt tmux skicka det vidare: set -s set-clipboard on
doctor-clipboard-none = Inget urklipp kan nås.
doctor-fix-clipboard-none = Koder kan ändå läsas och skrivas av.
doctor-word-good = bra
doctor-word-fair = kunde vara bättre
doctor-word-bad = dåligt

## Hjälp: rubriker

help-usage = Användning:
help-commands = Kommandon
help-arguments = Argument
help-options = Flaggor
help-global-options = Flaggor som alla kommandon har

## Hjälp: kommandon

cmd-pulih = Engångskoder som överlever en förlorad dator
cmd-init = Skapa ett valv
cmd-list = Lista kontona
cmd-code = Skriv ut en kod
cmd-show = Visa ett konto; nyckeln som QR-kod eller URI
cmd-add = Lägg till ett konto
cmd-edit = Ändra ett konto
cmd-rm = Flytta konton till papperskorgen
cmd-trash = Titta i papperskorgen, hämta tillbaka, töm
cmd-trash-list = Lista det som ligger i papperskorgen
cmd-trash-restore = Hämta tillbaka ett konto
cmd-trash-empty = Ta bort det i papperskorgen för gott
cmd-group = Skapa grupper och lägg konton i dem
cmd-group-list = Lista grupperna
cmd-group-add = Skapa en grupp
cmd-group-rename = Ge en grupp ett annat namn
cmd-group-rm = Ta bort en grupp; kontona stannar
cmd-group-put = Lägg ett konto i en grupp
cmd-group-take = Ta ut ett konto ur en grupp
cmd-pin = Håll ett konto överst
cmd-passwd = Byt lösenfras
cmd-words = Se om det finns återställningsord; skapa nya
cmd-keystore = Låt datorns nyckelring öppna valvet
cmd-keystore-on = Låt nyckelringen öppna valvet
cmd-keystore-off = Låt den inte längre göra det
cmd-doctor = Undersök det som programmet vilar på
cmd-completions = Skriv ut kompletteringar för ett skal
cmd-man = Skriv ut manualsidan
cmd-import = Läs in konton ur en annan apps fil
cmd-export = Skriv kontona för en annan app

## Hjälp: argument

arg-vault = Valvets fil
arg-state = Mappen där den här datorn minns det nyaste läget
arg-config = Inställningsfilen
arg-demo = Använd exempelkonton i minnet; inget sparas
arg-plain = Inga färger, inga ramar, inga kolumner
arg-accept-older = Öppna ett valv som är äldre än det som senast användes här
arg-passphrase-fd = Läs lösenfrasen från den här filbeskrivaren, en rad (0 är standard in)
arg-with-words = Öppna valvet med återställningsorden, som frågas efter i terminalen
arg-recovery-words-fd = Läs återställningsorden från den här filbeskrivaren, en rad
arg-color = När färger används: auto, always, never
arg-lang = Språket: en, sv, id
arg-json = Skriv ut resultat som JSON
arg-quiet = Säg bara det som gick fel
arg-verbose = Säg mer
arg-help = Skriv ut hjälp
arg-version = Skriv ut versionen
arg-kdf-memory = Minne som lösenfrasen kostar, i MiB; minst 64
arg-kdf-time = Hur många gånger minnet gås igenom; minst 3
arg-query = Kontot: dess id, utfärdare, utfärdare:namn, eller en del av dem
arg-list-query = Bara konton som innehåller detta
arg-list-group = Bara konton i den här gruppen
arg-group = Gruppen
arg-add-group = Lägg det i den här gruppen; kan anges flera gånger
arg-group-rename-new = Det nya namnet
arg-next = Koden efter den nuvarande
arg-copy = Kopiera koden i stället för att skriva ut den, och töm urklippet i tid
arg-at = Räkna ut koden för en annan tid, i sekunder sedan 1970
arg-show-qr = Visa nyckeln som QR-kod, för att ta den till en telefon
arg-show-uri = Skriv ut nyckeln som en otpauth-adress
arg-uri-fd = Läs en otpauth-adress från den här filbeskrivaren, en rad
arg-edit-uri-fd = Läs en ny nyckel som otpauth-adress från den här filbeskrivaren; den gamla sparas i historiken
arg-add-qr = Läs QR-koderna i en bildfil
arg-qr-screen = Läs QR-koderna på skärmen
arg-secret-fd = Läs nyckeln från den här filbeskrivaren, en rad base32
arg-key-file = Nyckelfil till en KeePass-databas; dess lösenord får då vara tomt
arg-pin-fd = Läs PIN-koden för ett mOTP- eller Yandex-konto från den här filbeskrivaren
arg-issuer = Tjänsten, till exempel GitHub
arg-name = Kontot hos tjänsten, till exempel anna@example.com
arg-note = En anteckning
arg-kind = Vems konto det är: third-party, personal, passwordless, work
arg-type-name = Kodtyp: totp, hotp, steam, motp, yandex
arg-algorithm = Hashen: SHA1, SHA256, SHA512
arg-digits = Hur många siffror en kod har, 1 till 10
arg-period = Hur många sekunder en kod gäller
arg-counter = Räknaren för nästa kod
arg-yes = Svara ja i förväg
arg-off = Släpp det igen
arg-new-passphrase-fd = Läs den nya lösenfrasen från den här filbeskrivaren, en rad
arg-words-new = Skapa 12 nya ord; äldre slutar fungera
arg-shell = Skalet: bash, elvish, fish, powershell, zsh
arg-command = Kommandot vars sida önskas; utan ett visas programmets egen
arg-import-file = Filer som andra appar har skrivit; - är standard in
arg-from = Formatet, om det inte ska kännas igen på innehållet
arg-file-password-fd = Läs filens lösenord från den här filbeskrivaren, en rad
arg-dry-run = Visa bara vad som skulle importeras; behöver inget valv
arg-show-secrets = Skriv ut nycklarna också (med --json)
arg-on-duplicate = Vad som görs med konton som redan finns: skip, replace, keep-both
arg-to = Formatet som skrivs
arg-export-file = Filen som skrivs
arg-force = Ersätt en fil som redan finns

## Felaktig användning

err-usage-command = Det finns inget kommando som heter ”{ $command }”.
err-usage-command-unsaid = Det finns inget sådant kommando.
err-usage-command-missing = Det här kommandot behöver ett ord till efter sig.
err-usage-flag = Det finns ingen flagga som heter { $flag } här.
err-usage-extra = Det är ett ord för mycket.
err-usage-missing = Något saknas: { $arg }.
err-usage-no-value = { $arg } behöver ett värde.
err-usage-value = { $arg } kan inte ha det värdet.
err-usage-conflict = { $arg } och { $other } går inte ihop.
err-usage-twice = { $arg } angavs två gånger.
err-usage-other = De här argumenten går inte att förstå.
fix-usage-meant = Kanske avsågs { $meant }.
fix-usage-allowed = Det kan vara: { $values }.
fix-usage-help = Se ”pulih --help”, eller --help efter ett kommando.

## Frågor

answer-yes = ja
ask-passphrase = Lösenfras:
ask-passphrase-again = Lösenfras, en gång till:
ask-new-passphrase = Ny lösenfras:
ask-new-passphrase-again = Samma igen:
ask-words = Återställningsord:
ask-word = Ord { $place }:
ask-issuer = Tjänst:
ask-name = Kontots namn:
ask-key = Nyckel eller otpauth-adress:
ask-pin = PIN-kod:
ask-empty-trash =
    Ta bort { $count ->
        [one] { $count } konto
       *[other] { $count } konton
    } för gott? (ja/nej)
ask-new-file-password = Nytt lösenord för filen:
ask-plain-text = Filen kommer att innehålla nycklarna i klartext, för alla som kan läsa den. Skriva den? (ja/nej)

## Vad som gjordes

cli-init-done = Valvet { $path } är skapat.
cli-init-next = Ingen kan öppna det utan lösenfrasen: skapa återställningsord med ”pulih words --new”.
cli-added = { $account } är tillagt.
cli-short-key = Nyckeln är kortare än de 128 bitar som standarden begär; tjänsten valde den.
cli-edited = { $account } är ändrat.
cli-kind-bound = Säkerhetskopior bär bara dess namn.
cli-fix-kind-bound = Med ”pulih protect” bär de även nyckeln.
cli-rm-done = { $account } ligger i papperskorgen i { $days } dagar; ”pulih trash restore” hämtar tillbaka det.
cli-restored = { $account } är tillbaka.
cli-trash-emptied =
    { $count ->
        [0] Papperskorgen var tom.
        [one] { $count } konto är borta för gott.
       *[other] { $count } konton är borta för gott.
    }
cli-pinned = { $account } hålls överst.
cli-unpinned = { $account } hålls inte längre överst.
cli-group-added = Gruppen { $group } är skapad.
cli-group-renamed = Gruppen heter nu { $group }.
cli-group-removed = Gruppen { $group } är borta; kontona stannar.
cli-group-put = Det finns i gruppen { $group }.
cli-group-taken = Det finns inte längre i gruppen { $group }.
cli-copied =
    Kopierad. Töms om { $seconds ->
        [one] { $seconds } sekund
       *[other] { $seconds } sekunder
    }.
cli-copied-terminal =
    Skickad till terminalens urklipp. Töms om { $seconds ->
        [one] { $seconds } sekund
       *[other] { $seconds } sekunder
    }.
cli-copied-tmux =
    Skickad till terminalens urklipp genom tmux, som kan behålla den för sig själv. Töms om { $seconds ->
        [one] { $seconds } sekund
       *[other] { $seconds } sekunder
    }.
cli-code-at-counter = Det här kontot räknar koder, så tiden gör ingen skillnad.
cli-passwd-done = Lösenfrasen är bytt; den gamla öppnar inte längre det här valvet, men fortfarande äldre säkerhetskopior och kopior.
cli-kept-previous = Den förra filen bredvid valvet, som öppnas som förut, kunde inte tas bort.
cli-fix-kept-previous = Ta själv bort filen som slutar på .prev.
cli-lost-key-store = Nyckelringen gav inte sin nyckel, så den öppnar inte längre valvet.
cli-fix-lost-key-store = Slå på den igen med ”pulih keystore on”.
cli-words-there = Det finns återställningsord till det här valvet.
cli-words-none = Det finns inga återställningsord till det här valvet; skapa några med ”pulih words --new”.
cli-words-ask = Skriv upp orden på papper, och svara sedan från papperet.
cli-words-unchecked = Ingen kunde tillfrågas om orden skrevs upp.
cli-words-done = Orden öppnar valvet från och med nu; äldre gör det inte.
cli-keystore-on = Nyckelringen öppnar valvet från och med nu.
cli-keystore-off = Nyckelringen öppnar inte längre valvet.
cli-key-store-stale = Nyckelringen har en nyckel som inte passar till det här valvet.
cli-vault-healed = En del av valvets fil var skadad och lästes från sin spegel; nästa gång den sparas lagas den.
cli-vault-migrated = Valvet skrevs av en äldre version; nästa gång det sparas skrivs det om.
cli-vault-weak = Det här valvets lösenfras kostar en angripare mindre än den borde.
cli-fix-vault-weak = Byt den med ”pulih passwd”.
cli-show-no-pin = Kontots PIN-kod finns inte med.

## Vad som står i vägen

err-cli-no-terminal = Ingen kan tillfrågas: det finns ingen terminal.
fix-cli-no-terminal = Ge svaret med { $flag }.
err-cli-output = Utskriften gick inte att skriva.
fix-cli-output = Titta på vart den går; en disk kan vara full.
fix-cli-code-unseen = Skriv ut den där den kan läsas: var och en av de här koderna finns bara en gång.
fix-cli-show-unseen = Skriv ut nyckeln där den kan läsas, eller utelämna flaggan.
err-cli-refused = Inget ändrades.
err-cli-twice = De två är inte likadana.
fix-cli-twice = Skriv den en gång till, långsamt.
err-cli-none-found = Inget konto heter ”{ $query }”.
err-cli-none-found-unsaid = Inget konto heter det som skrevs.
fix-cli-none-found = Se kontona som finns med ”pulih list”.
fix-cli-in-trash = Hämta tillbaka det med ”pulih trash restore”.
fix-cli-none-in-trash = Se vad som ligger i papperskorgen med ”pulih trash list”.
err-cli-many-found = Flera konton svarar mot ”{ $query }”.
err-cli-many-found-unsaid = Flera konton svarar mot det som skrevs.
fix-cli-many-found = Ange ett med utfärdare:namn eller med dess id:
cli-more-candidates = och { $count } till
err-cli-older = Det här valvet är äldre än det som senast användes på den här datorn.
fix-cli-older = Lägg tillbaka den nyare filen, eller ta den här med --accept-older.
err-cli-forked = Två lägen av det här valvet har samma nummer, så inget görs med det här.
fix-cli-forked = Titta på båda filerna och ta sedan den här med --accept-older.
err-cli-mark-unreadable = Det är inte känt om det här läget är det nyaste, så inget görs med det.
fix-cli-mark-unreadable = Om du vet att det är det nyaste tar du det med --accept-older.
err-cli-no-counter = Det här kontot räknar inte sina koder.
fix-cli-no-counter = Bara konton av sorten hotp har en räknare.
err-cli-edit-nothing = Inget angavs som ska ändras.
fix-cli-edit-nothing = Säg vad: --issuer, --name, --note, --kind, --counter eller --uri-fd.
fix-cli-group-named = Ange namnet på en grupp; ”pulih group” listar dem.
err-counter-back = Räknaren står på { $counter } och går aldrig tillbaka: en kod som har setts skulle visas igen.
fix-counter-back = Ange en räknare som inte ligger under den.
fix-cli-words-unseen = Skriv ut dem där de kan läsas: orden visas bara en gång.
err-cli-qr = Det här kontot är för långt för en QR-kod.
fix-cli-qr = Skriv ut det med --uri i stället.
err-cli-no-face = Det finns ingen terminal att visa kontona på.
fix-cli-no-face = Starta det i en terminal, eller använd ett kommando: se ”pulih --help”.
err-cli-dumb-terminal = Den här terminalen kan bara skriva rad för rad, så kontona kan inte visas på den.
fix-cli-dumb-terminal = Använd ett kommando, som ”pulih list” eller ”pulih code”, eller sätt TERM till det som terminalen är: se ”pulih --help”.

## Ett konto

show-issuer = Utfärdare
show-name = Namn
show-kind = Slag
show-protection = En säkerhetskopia bär
show-groups = Grupper
show-note = Anteckning
show-id = Id
show-state = Läge
show-type = Kodtyp
show-digits = Siffror
show-algorithm = Hash
show-period = Sekunder
show-counter = Räknare

## Import och export

err-import-ours = Det här är en fil från Pulih självt, inte från en annan app.
fix-import-ours = Öppna ett valv med --vault.
fix-import-ours-backup = Återställ den med ”pulih restore --from FIL”, och med --merge in i valvet som finns här.
err-cli-export-stream = En export skrivs till en fil, inte till standard ut.
fix-cli-export-stream = Ange en ny fil; en som heter ”-” är ./-.
cli-import-preview = Nya: { $new }. Finns redan: { $there }. Gick inte att läsa: { $unread }. Inget ändrades.
cli-import-done = Tillagda: { $added }. Ändrade: { $changed }. Lämnade som de var: { $skipped }. Gick inte att läsa: { $unread }.
cli-export-left-out = { $account } utelämnas. { $why }
cli-export-loses = { $account } skrivs utan: { $losses }.
cli-exported =
    { $count ->
        [one] { $count } konto är skrivet till { $path }.
       *[other] { $count } konton är skrivna till { $path }.
    }

## Manualen

man-exits = SLUTKODER
man-exit-done = Klart.
man-exit-not-done = Det gick inte; två meningar säger vad och vad som hjälper.
man-exit-usage = Kommandot gick inte att förstå, eller en fråga kunde inte ställas.
man-exit-wrong-password = Fel lösenfras, lösenord eller ord.
man-exit-damaged = Filen är skadad eller av okänt slag.
man-exit-not-found = Inget konto motsvarar namnet, eller flera gör det; de räknas upp.
man-exit-needs-sign-in = Kontot behöver en inloggning innan det ger koder.
man-exit-changed-elsewhere = Ett annat program har ändrat valvet, eller så är det äldre än det som senast användes här.
man-exit-partly = Delvis klart; det som utelämnades räknas upp.
man-exit-other-computer = Gjord för ett annat slags dator.
man-environment = MILJÖ
man-askpass = Ett program som frågar efter hemligheter i terminalens ställe. Det startas med frågan som enda argument, och den första rad som det skriver är svaret; slutar det med en annan kod än 0 görs inget. En deskriptor som en flagga anger och nyckelringen kommer före.
man-no-color = Är den satt och inte tom färgas inget.
man-language = Språket, om inte --lang eller inställningarna anger ett.
