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

err-keys-store-has-none = Nyckelringen har ingen nyckel till det här valvet.
fix-keys-store-has-none = Öppna valvet med lösenfrasen, och slå sedan av och på nyckelringen.
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
