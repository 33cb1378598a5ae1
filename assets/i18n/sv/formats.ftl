## Vad andra appar skriver, och de URI:er som koder färdas i

# Varför en URI inte ger något konto.
err-uri-bad-number = ”{ $value }” kan inte användas som { $parameter }.
err-uri-no-key = Det finns ingen nyckel i den.
err-uri-not-an-account = Det här är ingen konto-URI.
fix-uri-not-an-account = En konto-URI börjar med otpauth://, motp:// eller steam://.
err-uri-push = Koden registrerar push-godkännande i { $app } och innehåller ingen nyckel.
fix-uri-push = Välj ”annan autentiseringsapp” eller ”jag kan inte skanna” hos tjänsten och använd koden som visas då.
err-uri-too-long = URI:n är längre än 65536 byte.
err-uri-transfer = Den här bär flera konton från en annan app.
fix-uri-transfer = Importera den i stället för att lägga till den.
err-uri-two-keys = Den har två olika nycklar.
err-uri-unknown-algorithm = Algoritmen ”{ $name }” är okänd.
err-uri-unknown-type = Kodtypen ”{ $name }” är okänd.
fix-uri-ask-service = Låt tjänsten visa koden igen, eller skriv in nyckeln för hand.

# Vad som märktes hos en URI som togs med.
note-uri-cut = En mycket lång utfärdare eller ett mycket långt namn kortades.
note-hidden-removed =
    { $count ->
        [one] { $count } dolt tecken togs bort.
       *[other] { $count } dolda tecken togs bort.
    }
note-uri-issuer-in-label = Etiketten anger ”{ $issuer }” som utfärdare; parametern användes.
note-uri-issuer-repaired = Utfärdaren var avklippt vid ett ”&” och togs från etiketten.
note-uri-look-alikes = Namnet blandar bokstäver som ser likadana ut; kontrollera att det är den du tror.
note-uri-repeated = ”{ $name }” står mer än en gång; den första användes.
note-key-short = Nyckeln är kort: { $bytes } byte, där standarden begär 16.
note-uri-unknown = Utelämnat, inget är känt om det: { $names }.
note-digits-unusual =
    { $digits ->
        [one] Koden har { $digits } siffra; 6 till 8 är vanligt.
       *[other] Koden har { $digits } siffror; 6 till 8 är vanligt.
    }

## Filer från andra appar

# Varför inget i en fil kan användas.
err-format-broken-json = Filen är skadad: dess JSON har ett fel på rad { $line }, kolumn { $column }.
err-format-damaged = Filen är skadad: { $part }.
err-format-empty = Filen är tom.
fix-format-export-again = Exportera igen i den andra appen och kopiera hela filen.
err-format-no-accounts = Det finns inga konton i den.
err-format-no-key-file = Filens lås har ingen plats för en nyckelfil.
fix-format-no-key-file = Utelämna nyckelfilen; bara KeePass-databaser kan behöva en.
err-format-no-password = Säkerhetskopian gjordes utan lösenord; bara appen som skrev den kan öppna den.
fix-format-no-password = Exportera med ett lösenord i den andra appen.
err-format-not-recognised = Ingen känd app skriver en sådan fil.
fix-format-not-recognised = Se docs/formats.md för vad som kan läsas, eller ange formatet med --from.
err-format-too-costly = Att öppna den skulle ta { $mebibytes } MiB arbete, mer än en fil får begära.
err-format-too-deep = Den är nästlad djupare än 32 nivåer.
err-format-too-large = Filen är större än 64 MiB.
err-format-too-many = Filen har fler än 100 000 poster.
fix-format-suspicious = Ingen app skriver en sådan fil av sig själv; ta reda på var den kommer ifrån.
err-format-too-new = En nyare version av den andra appen skrev den ({ $found }).
fix-format-too-new = Uppdatera det här programmet, eller exportera i ett äldre format.
err-format-wrong-password = Lösenordet öppnar inte filen.
fix-format-wrong-password = Skriv lösenordet som angavs när filen exporterades.

# Varför inget skrevs.
err-format-nothing-to-write = Det finns inget konto som formatet kan bära.
fix-format-nothing-to-write = Välj ett annat format.
err-format-no-lock = Formatet kan inte låsas med ett lösenord.
fix-format-no-lock = Välj ett format som kan det, till exempel aegis.
err-format-not-read-back = Det som gjordes läses inte tillbaka som det ska, så inget skrevs.
fix-format-not-read-back = Välj ett annat format, och rapportera gärna detta.

# Var en post står. Används inuti andra meningar.
spot-item = Post { $number }
spot-line = Rad { $number }
spot-named = { $spot } ({ $title })
complaint = { $entry }: { $reason }

# Varför en post inte kunde läsas.
err-entry-bad-field = Fältet ”{ $name }” innehåller något annat än det ska.
err-entry-not-a-uri = Raden är ingen konto-URI och ingen kommentar.
err-entry-not-an-entry = Det här är ingen post.
err-entry-transfer = Överföringskoden kan inte läsas.
fix-entry-transfer = Visa överföringskoderna igen i den andra appen och ta med alla.

# Vad som märktes vid läsningen.
note-algorithm-replaced = { $name } används inte för sådana koder; SHA1 togs, som den andra appen gör.
note-group-unknown = Gruppen ”{ $name }” finns inte i filen.
note-icons-left-out =
    { $count ->
        [one] { $count } bild utelämnades.
       *[other] { $count } bilder utelämnades.
    }
note-key-missing = Det finns ingen nyckel i den; kontot kommer in utan koder.
note-named = Den saknade namn och fick ett.
note-parts-missing =
    { $count ->
        [one] Del { $parts } av { $of } saknas; skanna den också, annars är kontona inte fullständiga.
       *[other] Delarna { $parts } av { $of } saknas; skanna dem också, annars är kontona inte fullständiga.
    }
note-pin-missing = PIN-koden finns inte i filen; utan den blir det inga koder.
note-trashed = Den låg i den andra appens papperskorg och läggs i papperskorgen här.

# Vad ett format inte kan bära; delar av en lista.
loss-groups = grupper
loss-history = ersatta nycklar
loss-icon = bild
loss-kind = typ och skydd
loss-note = anteckning
loss-pin = PIN-kod
loss-pinned = fäst överst
loss-recovery-codes = återställningskoder
loss-usage = hur ofta det användes
err-unfit-kind = Formatet har ingen sådan typ av kod.
err-unfit-too-long = Namnen är för långa för formatet.

# Import och export.
err-import-unknown-format = Det finns inget format ”{ $id }”.
fix-import-unknown-format = Kända format: { $ids }.
err-export-unknown-format = Inget format ”{ $id }” kan skrivas.
err-export-no-password = Formatet låses med ett lösenord, och inget angavs.
fix-export-no-password = Ange ett, eller välj ett format i klartext.
err-export-read-back = Det som ligger på disken är inte det som skrevs.
fix-export-read-back = Skriv till en annan disk; lita inte på den här.

# Hur filen fås ut ur appen.
how-aegis = Inställningar, Import & export, Exportera; med eller utan lösenord.
how-google-migration = Menyn, Överför konton, Exportera konton; skanna koderna med valfri läsare och spara texterna.
how-uri-list = Många appar kan exportera en lista med otpauth-URI:er som textfil.

## Formats B: what these files share

# Locks that only the other app opens.
err-format-bitwarden-account = Exporten är låst med Bitwarden-kontots egen nyckel.
fix-format-bitwarden-account = Exportera igen som .json (krypterad) och välj ”Lösenordsskyddad”.
err-format-dash = Det här är Dashlanes eget krypterade format, som bara Dashlane öppnar.
fix-format-dash = Exportera som CSV i Dashlane och importera filen credentials.csv.
err-format-steam-desktop = Steam Desktop Authenticator har krypterat filen.
fix-format-steam-desktop = Ta bort krypteringen där (Manage Encryption) och importera sedan .maFile-filen.
err-entry-not-opened = Lösenordet öppnar inte den här posten.
note-trash-left-out =
    { $count ->
        [one] { $count } post i den andra appens papperskorg lämnades kvar.
       *[other] { $count } poster i den andra appens papperskorg lämnades kvar.
    }
note-without-code =
    { $count ->
        [one] { $count } post har ingen kod och lämnades utanför.
       *[other] { $count } poster har ingen kod och lämnades utanför.
    }

# How the files are got out of password managers.
how-apple-passwords = Lösenord, Arkiv, Exportera alla lösenord till fil.
how-bitwarden-authenticator = Inställningar, Exportera, som JSON; CSV läses också.
how-bitwarden-csv = Verktyg, Exportera valv, som .csv; .json rymmer mer och kan låsas.
how-dashlane = Mitt konto, Inställningar, Exportera data, som CSV; importera zip-filen eller dess credentials.csv.
how-extract-otp-secrets = Kör det med --json, --csv eller --keepass.
how-keepassxc-csv = Databas, Exportera, CSV-fil.
how-lastpass-vault = Avancerade alternativ, Exportera, som CSV.
how-1password = Arkiv, Exportera, ditt konto, som 1PUX; CSV läses också.
how-pass = Dekryptera posten in i importen: pass show NAMN eller gopass show NAMN.
how-plain = Skriv en tabell med rubriker (issuer, name, secret och mer vid behov) eller en JSON-lista av objekt.
how-proton-pass = Inställningar, Exportera, som zip utan lösenfras.

# How the files are got out of Bitwarden and Proton.
how-bitwarden = Verktyg, Exportera valv, som .json, eller som .json (krypterad) med ”Lösenordsskyddad”.
how-proton-authenticator = Inställningar, Exportera; med eller utan lösenord.

# How the files are got out of other authenticators.
how-2fauth = Markera alla konton, Exportera, som JSON.
how-authenticator-extension = Inställningar, Säkerhetskopia, Ladda ner säkerhetskopia; med eller utan lösenord.
how-authenticator-plus = Inställningar, Säkerhetskopia, Exportera som text och HTML; importera zip-filen.
how-authy = Authy kan inte exportera. På en rootad telefon: shared_prefs/com.authy.storage.tokens.*.xml; annars det som ett skript tagit ur datorappen eller från dess server.
how-battle-net = På en rootad telefon: shared_prefs/com.blizzard.messenger.authenticator_preferences.xml.
how-cxf = Exportera uppgifter för utbyte i en app som kan det, som JSON.
how-duo = På en rootad telefon: files/duokit/accounts.json.
how-steam = På en rootad telefon: files/Steamguard-*; ur Steam Desktop Authenticator: .maFile, okrypterad.
how-totp-authenticator = Meny, Säkerhetskopia, till en fil; med eller utan lösenord.
how-winauth = Meny, Export; som text eller som zip med lösenord.

## Formats A: what these files share
err-format-doctype = Dess XML deklarerar en dokumenttyp, vilket ingen apps fil gör.
err-format-pgp = Filen är krypterad med OpenPGP.
fix-format-pgp = Dekryptera den först (gpg --decrypt FIL) och importera sedan det som kommer ut.
err-format-too-many-rounds = Att öppna den skulle ta { $rounds } varv av hashning, mer än en fil får begära.
err-format-unpacks-too-far = Den är packad och innehåller mer än en fil får: 64 delar, 64 MiB, hundra gånger sin storlek eller ännu ett arkiv.
loss-names = namnen som de är
err-unfit-numbers = Formatet rymmer inte detta antal siffror eller denna period.
err-unfit-same-key = Ett annat konto har samma nyckel, och appen behåller bara ett av dem.

## Formats A: 2FAS
how-2fas = Inställningar, 2FAS Backup, Exportera; med eller utan lösenord.

## Formats A: files that break off
err-entry-cut-off = Filen slutar mitt i den här posten.
note-cut-off = Filen slutar för tidigt; det som var helt lästes.

## Formats A: andOTP
how-andotp = Meny, Säkerhetskopia, Säkerhetskopiera (klartext eller krypterat); inte det för OpenPGP.

## Formats A: Stratum
how-stratum = Inställningar, Säkerhetskopia, Säkerhetskopiera till fil; med eller utan lösenord.

## Formats A: FreeOTP
how-freeotp = Kopiera /data/data/org.fedorahosted.freeotp/shared_prefs/tokens.xml från en telefon med root-åtkomst.
how-freeotp-2 = Meny, Säkerhetskopiera; lösenordet är det som sattes när säkerhetskopian först gjordes.
how-freeotp-plus = Meny, Exportera, JSON-format.
note-counter-ahead = Filen ser ut som om ett annat program skrev den; dess räknare kan vara ett för höga.

## Formats A: Ente, LastPass, Raivo, cotp, OTPClient, pages
how-ente = Inställningar, Data, Exportera koder; krypterat eller som klartext.
how-lastpass = Inställningar, Överför konton, Exportera konton till fil.
how-lastpass-qr = Inställningar, Överför konton, Exportera konton till QR-kod; läs den med valfri läsare och spara dess text.
how-raivo = Inställningar, Exportera OTP till ZIP; lösenordet är huvudlösenordet.
how-cotp = Kör cotp export, eller ta databasen från dess datamapp.
how-otpclient = Ta databasen (.enc) som den är, eller exportera den i en annan apps format.
how-html = Exportera som HTML i Aegis eller Stratum.
note-period-assumed = Sidan anger ingen period; 30 sekunder togs. Jämför en kod med den andra appen.

## Databases
err-entry-damaged-page = En sida av databasen är skadad, och posterna på den är borta.
note-log-beside = Appen skriver det nyaste i en fil bredvid den här, så det kan saknas.
fix-entry-log-beside = Stäng den andra appen innan du kopierar dess databas, och jämför sedan kontona.
how-microsoft = På en rootad telefon: databases/PhoneFactor i com.azure.authenticator. Konton utan nyckel kommer in med sina namn.
how-google-database = På en rootad telefon: databases/databases i com.google.android.apps.authenticator2, bara äldre versioner.
how-kdbx = Ta .kdbx-filen som den är, med dess nyckelfil om den har en. Med hårdvarunyckel: spara först en kopia som öppnas utan den.
err-format-keepass-old = Det här är en databas från KeePass 1.
fix-format-keepass-old = Öppna den i KeePassXC eller KeePass 2, spara som .kdbx och importera den filen.
how-picture = Spara en skärmbild eller ett foto av koderna; ge alla bilder av en överföring på en gång.
