# Säkerhetskopior och platserna där de ligger.
backup-device-android = Android
backup-device-any = vilken dator som helst
backup-device-bsd = BSD
backup-device-ios = iOS
backup-device-linux = Linux
backup-device-macos = macOS
backup-device-other = en annan sorts dator
backup-device-windows = Windows
err-backup-damaged = Säkerhetskopian är skadad: innehållet har ändrats efter att den skrevs.
fix-backup-damaged = Välj närmast äldre säkerhetskopia.
err-backup-is-an-export = Det här är en export från Pulih, ingen säkerhetskopia.
fix-backup-is-an-export = Importera den till ett valv.
err-backup-foreign = Filen är ingen säkerhetskopia från Pulih.
fix-backup-foreign = Välj en fil som slutar på .pulih-backup.
err-backup-too-large = Filen är större än 64 MiB, och det är ingen säkerhetskopia.
err-backup-too-new = Säkerhetskopian skrevs av en nyare version ({ $found }).
fix-backup-too-new = Uppdatera programmet och återställ sedan igen.
err-backup-is-a-vault = Det här är ett valv, ingen säkerhetskopia.
fix-backup-is-a-vault = Öppna det med --vault, eller slå ihop det med ditt.
err-backup-no-memory = Att öppna säkerhetskopian tar { $memory } MiB minne, och så mycket är inte ledigt på den här datorn.
fix-backup-no-memory = Stäng andra program och försök igen, eller öppna med återställningsorden, som inte behöver något minne.
err-backup-no-such-slot = Säkerhetskopian kan inte öppnas på det sättet.
fix-backup-no-such-slot = Använd återställningskontots namn och lösenord.
err-backup-other-device = Säkerhetskopian är bara för datorer med { $device }.
err-backup-edited-device = Säkerhetskopian gjordes för datorer med { $device }, och filhuvudet har ändrats till att säga något annat.
fix-backup-other-device = Återställ den på en sådan dator och gör sedan en flyttbar säkerhetskopia eller en export där.
err-backup-too-costly =
    Filen kräver { $memory } MiB minne, { $passes ->
        [one] genomgånget en gång
       *[other] genomgånget { $passes } gånger
    }, för att öppnas. Det nekades.
fix-backup-too-costly = Kontrollera var filen kommer ifrån; ingen version av Pulih skriver så.
err-backup-wrong-account = Det här namnet och lösenordet för ett återställningskonto öppnar inte säkerhetskopian.
fix-backup-wrong-account = Kontrollera båda: det måste vara återställningskontot som säkerhetskopian gjordes med. Eller använd återställningsorden.
err-backup-wrong-words = De här återställningsorden öppnar inte säkerhetskopian.
fix-backup-wrong-words = Kontrollera att orden hör till den här serien av säkerhetskopior, eller använd återställningskontot.
err-backup-wrong-key = Säkerhetskopian hör till en annan serie än valvets egen.
fix-backup-wrong-key = Öppna den med dess återställningskonto eller återställningsord.
err-backup-name-empty = Återställningskontot har inget namn.
err-backup-name-unfit = Det är för långt för ett återställningskontos namn, eller innehåller tecken som inte kan skrivas.
fix-backup-name = Skriv ett namn som du minns om fem år, till exempel en e-postadress.
err-place-address-empty = Ingen plats är angiven.
err-place-address-no-host = Ingen värd kan läsas ur adressen.
err-place-address-password = Det står ett lösenord i adressen.
err-place-address-scheme = Den sortens adress är okänd.
fix-place-address = Ange en mapp, webdav+https://user@host/path eller s3://key-id@endpoint/bucket/prefix?region=name.
fix-place-address-password = Utelämna det; det efterfrågas.
err-place-address-bucket = Det finns ingen bucket i adressen.
err-place-address-query = Något står efter ett frågetecken i adressen.
err-place-address-unencrypted = Adressen är inte krypterad.
fix-place-address-unencrypted = Använd en adress med https; utan den tillfrågas bara en server på den här datorn.
err-place-cancelled = Avbrutet.
fix-place-cancelled = Inget ändrades; börja om när du vill.
err-place-denied = Platsen tillåter inte det här.
err-place-unwritable = Det går inte att skriva på den här platsen.
fix-place-denied = Kontrollera vad du får göra där och om det finns plats.
err-place-certificate = Servern visar inte att den är den du angav: { $words }
fix-place-certificate = Kontrollera adressen. Om servern är din, ge den ett certifikat som den här datorn litar på.
err-place-clock = Den här datorns klocka och serverns går för olika.
fix-place-clock = Ställ den här datorns klocka och försök sedan igen.
err-place-cut-short = Anslutningen bröts innan allt hade kommit.
err-place-failing = Servern svarar med felet { $status }.
fix-place-failing = Försök igen senare; om det förblir så kan den som sköter servern se varför.
err-place-redirected = { $from } skickar oss vidare till { $to }, och det som öppnar platsen skickas inte dit.
fix-place-redirected = Om den nya adressen är rätt, ange den.
err-place-region = Bucketen ligger i regionen { $region }.
fix-place-region = Sätt ?region={ $region } sist i adressen.
err-place-too-many = Platsen räknar upp fler filer än som går att gå igenom.
fix-place-too-many = Använd en mapp som bara har säkerhetskopior i sig.
err-place-exists = En fil med det namnet finns redan.
fix-place-again = Försök igen; nästa fil får ett annat namn.
err-place-full = Platsen har inget utrymme kvar.
fix-place-full = Skapa utrymme där och försök sedan igen.
err-place-gone = Platsen finns inte.
fix-place-gone = Anslut disken, montera mappen eller kontrollera adressen, eller välj en annan plats.
err-place-not-found = Det finns ingen sådan fil på platsen.
fix-place-not-found = Lista säkerhetskopiorna igen.
err-place-not-here = Den här versionen kan inte nå den sortens plats.
fix-place-not-here = Använd en mapp; det går bra med en som en molntjänst håller i takt.
err-place-not-understood = Platsen svarade på ett sätt som inte går att förstå: { $words }
err-place-too-large = Filen är större än någon säkerhetskopia.
fix-place-not-understood = Kontrollera adressen och vad som körs där.
err-place-timed-out = Platsen tog för lång tid på sig att svara.
err-place-unreachable = Platsen kan inte nås: { $words }
fix-place-unreachable = Kontrollera anslutningen och försök sedan igen.
err-place-wrong-secret = Platsen godtar inte namnet och lösenordet.
fix-place-wrong-secret = Kontrollera namnet i adressen och ange applösenordet eller den hemliga nyckeln igen.
backup-doubt-empty = Valvet är tomt, så det blir säkerhetskopian också.
backup-doubt-emptied = Ingen av de tidigare säkerhetskopiorna finns kvar på platsen: en disk vars mapp ännu finns kan saknas.
backup-doubt-smaller = Valvet har { $now } av de { $before } konton som den senaste säkerhetskopian hade.
fix-backup-doubt = Om det stämmer, säkerhetskopiera nu och svara ja; äldre säkerhetskopior ligger kvar.
fix-backup-doubt-emptied = Anslut disken; om mappen är den rätta, säkerhetskopiera nu och svara ja.
backup-former-go-on = De säkerhetskopior som var inställda förut fortsätter.
err-backup-none-there = Det finns ingen säkerhetskopia att kontrollera än.
fix-backup-none-there = Gör en: pulih backup now.
err-backup-not-set-up = Inga säkerhetskopior är inställda.
fix-backup-not-set-up = Ställ in dem: pulih backup setup.
err-backup-read-back = Platsen gav tillbaka något annat än det som lades dit.
fix-backup-read-back = Äldre säkerhetskopior är orörda. Försök igen eller välj en annan plats.
err-backup-records-new = En nyare version ({ $found }) skrev det som valvet vet om sina säkerhetskopior.
err-backup-records = Det som valvet vet om sina säkerhetskopior kan inte läsas.
fix-backup-records = Ställ in säkerhetskopior igen; filerna som finns öppnas fortfarande med sitt återställningskonto.
cli-backup-setting-up = Provar platsen och gör serien. Att återställa kommer att kräva { $memory } MiB minne.
cli-backup-place-overwrites = Platsen vägrar inte att skriva över filer, så unika namn används.
cli-backup-place-unconfirmed = Platsen bekräftar inte att en fil består.
cli-backup-place-lists-late = Platsen listar inte en ny fil direkt.
cli-backup-set-up = Säkerhetskopior är inställda som ”{ $set }” under återställningskontot { $account }.
cli-backup-no-words = Utan återställningsord är lösenordet det enda sättet att öppna säkerhetskopiorna. Gör ord: pulih words --new.
cli-backup-waits = Valvet är tomt; den första säkerhetskopian görs efter det första kontot.
cli-backup-password-works = Lösenordet öppnade filen som lästes tillbaka från platsen.
cli-backup-off = Säkerhetskopior är av. Filerna som finns ligger kvar.
cli-backup-made =
    { $count ->
        [one] Säkerhetskopierade { $count } konto som { $file } och läste tillbaka det.
       *[other] Säkerhetskopierade { $count } konton som { $file } och läste tillbaka dem.
    }
cli-backup-unconfirmed = Platsen bekräftade inte att filen består.
cli-backup-missing =
    { $count ->
        [one] { $count } säkerhetskopia som valvet skrev saknas på platsen.
       *[other] { $count } säkerhetskopior som valvet skrev saknas på platsen.
    }
cli-backup-not-removed =
    { $count ->
        [one] { $count } gammal säkerhetskopia kunde inte tas bort.
       *[other] { $count } gamla säkerhetskopior kunde inte tas bort.
    }
cli-backup-good = Läst tillbaka och öppnad.
cli-backup-made-after = Säkerhetskopierat och läst tillbaka.
cli-backup-not-made-after = Sparat, men inte säkerhetskopierat; det provas igen efter nästa ändring. { $why }
cli-backup-none-in-place = Det finns ingen säkerhetskopia i { $place }.
cli-backup-not-verified = Ännu inte kontrollerat: det kräver återställningskontot eller orden.
ask-backup-account = Återställningskontots namn, till exempel en e-postadress:
ask-backup-place = Var ska säkerhetskopiorna ligga (en mapp, eller en servers adress)?
ask-place-secret = Platsens applösenord eller hemliga nyckel:
ask-place-user = Platsens användarnamn eller nyckel-id:
ask-backup-kind = Återställa bara på datorer med { $device } (1), som sidorna säger, eller på vilken dator som helst (2)? 1 eller 2:
ask-recovery-password-new = Nytt återställningslösenord:
ask-recovery-password-twice = Samma en gång till:
ask-recovery-password = Återställningslösenord:
ask-backup-anyway = Säkerhetskopiera ändå (ja eller nej)?
ask-backup-off = Inte göra fler säkerhetskopior; de som finns ligger kvar (ja eller nej)?
backup-codes-at-once =
    { $count ->
        [one] { $count } konto ger koder direkt.
       *[other] { $count } konton ger koder direkt.
    }
backup-sign-in =
    { $count ->
        [one] { $count } konto kräver inloggning först.
       *[other] { $count } konton kräver inloggning först.
    }
backup-add-key =
    { $count ->
        [one] { $count } konto kommer tillbaka med namnet; nyckeln måste läggas till igen.
       *[other] { $count } konton kommer tillbaka med namnet; nycklarna måste läggas till igen.
    }
backup-not-in-it =
    { $count ->
        [one] { $count } konto kom efter säkerhetskopian.
       *[other] { $count } konton kom efter säkerhetskopian.
    }
backup-without-note =
    { $count ->
        [one] { $count } konto kommer tillbaka utan anteckning, återställningskoder och gamla nycklar.
       *[other] { $count } konton kommer tillbaka utan anteckningar, återställningskoder och gamla nycklar.
    }
backup-fit-damaged = skadad
backup-fit-verified = kontrollerad
backup-fit-unverified = ännu inte kontrollerad
backup-fit-not-read = kunde inte läsas
backup-fit-other = bara för { $device }
backup-fit-too-new = från en nyare version
backup-fact-set = Serie
backup-fact-created = Gjord
backup-fact-generation = Nummer i serien
backup-fact-device = För
backup-fact-version = Skriven av version
backup-fact-size = Byte
backup-status-off = Säkerhetskopior är av.
backup-status-none = Säkerhetskopior är på, och det finns ingen kontrollerad än.
backup-status-on =
    { $files ->
        [one] Senast kontrollerad { $at }; { $files } fil.
       *[other] Senast kontrollerad { $at }; { $files } filer.
    }
backup-remind-set-up = Ställ in säkerhetskopior, så att en förlorad dator inte är slutet för dina koder: pulih backup setup.
backup-remind-never = Det finns ingen säkerhetskopia än: pulih backup now.
backup-remind-back-up = Kontona har ändrats sedan den senaste säkerhetskopian: pulih backup now.
backup-remind-verify = Den senaste säkerhetskopian lästes tillbaka för länge sedan: pulih backup verify.
backup-remind-check-password = Skriv återställningslösenordet en gång till, för säkerhets skull: pulih backup drill.
backup-remind-make-words = Lösenordet är det enda sättet att öppna säkerhetskopiorna; gör återställningsord: pulih words --new.
backup-place-offered = { $service } finns här: { $folder }
cmd-backup = Ställ in säkerhetskopior, gör dem, kontrollera dem
cmd-backup-setup = Välj ett återställningskonto och en plats
cmd-backup-now = Säkerhetskopiera nu och läs tillbaka
cmd-backup-list = Lista säkerhetskopiorna på platsen
cmd-backup-show = Visa vad en säkerhetskopia säger om sig själv
cmd-backup-verify = Läs tillbaka den nyaste säkerhetskopian och öppna den
cmd-backup-drill = Skriv lösenordet igen och se vad som skulle komma tillbaka
cmd-backup-status = Visa hur säkerhetskopiorna står till
cmd-backup-places = Lista kända platser och molntjänsters mappar
cmd-backup-off = Gör inga fler säkerhetskopior
arg-backup-setup-account = Återställningskontots namn, till exempel en e-postadress
arg-backup-setup-place = Var säkerhetskopiorna ligger: en mapp, webdav+https://user@host/path eller s3://key-id@endpoint/bucket/prefix
arg-backup-setup-portable = Återställ på vilken sorts dator som helst
arg-backup-setup-same-kind = Återställ bara på den här sortens dator
arg-backup-setup-use-passphrase = Använd valvets lösenfras som återställningslösenord
arg-backup-setup-recovery-password-fd = Läs återställningslösenordet från den här deskriptorn
arg-backup-setup-place-secret-fd = Läs det som öppnar platsen från den här deskriptorn
arg-backup-setup-place-user = Vem som loggar in på platsen, om adressen inte nämner någon
arg-backup-drill-recovery-password-fd = Läs återställningslösenordet från den här deskriptorn
arg-backup-now-yes = Säkerhetskopiera ett tomt eller mycket mindre valv utan att fråga
arg-backup-off-yes = Sluta säkerhetskopiera utan att fråga
arg-backup-verify-all = Läs tillbaka alla kända säkerhetskopior, inte bara den nyaste
arg-backup-list-place = En annan plats än valvets egen
arg-backup-list-place-user = Vem som loggar in på platsen, om adressen inte nämner någon
arg-backup-list-place-secret-fd = Läs det som öppnar platsen från den här deskriptorn
arg-backup-show-file = En säkerhetskopia
tui-not-backed-up = Sparat, men inte säkerhetskopierat; det provas igen efter nästa ändring. { $why }
