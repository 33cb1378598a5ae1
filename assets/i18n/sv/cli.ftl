## Nycklar och tal

err-key-bad-pin = PIN-koden är tom eller längre än 64 tecken.
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
err-account-unknown-algorithm = Det finns ingen hash som heter { $name } här.
fix-account-unknown-algorithm = Välj SHA1, SHA256 eller SHA512.
err-account-unknown-type = Det finns ingen sorts kod som heter { $name } här.
fix-account-unknown-type = Välj totp, hotp, steam, motp eller yandex.
err-group-exists = Det finns redan en grupp som heter { $group }.
fix-group-exists = Använd den, eller välj ett annat namn.
err-group-none = Det finns ingen grupp som heter { $group }.
fix-group-none = Se grupperna som finns med ”pulih group list”.

## Lösenfraser

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
config-wants-codes = Det kan vara "shown" eller "hidden".
config-wants-color = Det kan vara "auto", "always" eller "never".
config-wants-language = Det kan vara "en", "sv" eller "id".
config-wants-seconds = Det kan vara ett tal från 1 till 3600, utan citattecken.
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
doctor-fix-guard = Titta på det som startar programmet: en sandlåda eller policy vägrar det.
doctor-fix-guard-not-here = Inget kan göras på den här sortens dator; lås skärmen när du går.
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
