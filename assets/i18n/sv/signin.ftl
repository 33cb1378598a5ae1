## Inloggning: vad som kan stå i vägen

err-signin-wait = Det senaste svaret stämde inte.
    { $seconds ->
        [one] Nästa tas emot om { $seconds } sekund.
       *[other] Nästa tas emot om { $seconds } sekunder.
    }
err-signin-no-counter = Kontot räknar inte: dess koder följer klockan.
err-signin-resync = De två koderna kommer inte i följd bland kontots nästa { $count }.
err-signin-resync-same = Det är samma kod två gånger.
fix-signin-resync = Skriv två koder som den andra enheten visade efter varandra, i den ordningen. Finns det ingen, gå vidare med en ny nyckel.
err-signin-not-a-time = Det är inget klockslag.
fix-signin-not-a-time = Skriv det som 14:05:30, från en klocka som du litar på.
err-signin-off-by-days = Datorns datum är fel, inte bara tiden.
fix-signin-off-by-days = Ställ datum och tid i systemets inställningar och försök med koden igen.
err-time-insecure = Det är ingen server som kan frågas över en krypterad förbindelse.
fix-time-insecure = Skriv dess namn, till exempel login.example.com, eller en tid som 14:05:30.
err-time-no-date = Servern sade ingen tid.
err-time-not-here = Den här versionen frågar ingen server.
err-time-unreachable = Servern kan inte nås: { $words }
fix-time-type = Fråga en annan, eller skriv tiden från en klocka som du litar på.
err-signin-not-a-day = Det är inget datum och inget antal dagar.
err-signin-day-over = Den dagen är redan här eller förbi.
err-signin-day-too-far = Det är mer än ett år dit.
fix-signin-day = Skriv det som 2027-03-09, eller skriv hur många dagar det är.
err-signin-no-key = Det finns ingen nyckel.
fix-signin-no-key = Klistra in länken eller nyckeln som tjänsten visar, eller läs dess QR-kod.
err-signin-many-codes = { $count ->
        [one] Det finns { $count } kod i bilden.
       *[other] Det finns { $count } koder i bilden.
    }
fix-signin-many-codes = Visa bara det här kontots kod.
err-signin-needs-pin = Nyckeln behöver en PIN-kod.
fix-signin-needs-pin = Lägg till den som ett eget konto, där det finns ett fält för PIN-koden.
err-signin-same-key = Det är nyckeln som tjänsten avvisar.
fix-signin-same-key = Låt tjänsten visa en ny: ta först bort den gamla autentiseraren på dess sida, eller välj att ställa in den på nytt.
signin-other-name = Koden är för { $found }. Se efter att den är för det här kontot.

## Inloggning: stegen på skärmen

tui-do-sign-in = Logga in för att återställa kontot, eller fortsätt listan
tui-verb-sign-in = logga in
tui-do-later = Lämna kontot till senare
tui-verb-later = senare
tui-do-open-page = Öppna sidan i webbläsaren
tui-verb-open-page = öppna sidan
tui-do-copy-page = Kopiera koden eller sidans adress
tui-verb-copy-page = kopiera
tui-do-show-page = Sidan som QR-kod, för en telefon
tui-verb-show-page = QR
tui-do-report-refused = Säg att tjänsten avvisar koden
tui-do-signin-next = Den andra kontakten eller det andra fältet
tui-verb-signin-next = andra
tui-context-signin = Inloggning
tui-context-signin-choice = Inloggning: val
tui-context-signin-key = Inloggning: den nya nyckeln
tui-context-signin-page = Inloggning: en sida
tui-context-tile = Ett konto utan koder
tui-signin = Logga in för att återställa
tui-signin-title = Logga in för att återställa: { $account }
tui-signin-progress = { $done } av { $all } klara
tui-signin-nothing = Inget konto behöver en inloggning.
tui-signin-none-needs = Inget konto behöver en inloggning. Kontonas ordning finns under { $key }.
tui-signin-list = Välj ett konto. Du kan lämna när som helst och fortsätta senare.
tui-signin-is-add-key = Lägg till den nya nyckeln
tui-signin-is-done = Klart
tui-signin-is-untried = Inte provad än
tui-signin-is-waiting = Väntar till { $date }
tui-signin-done = Alla konton har fått tillbaka sina koder.
tui-signin-done-next = En säkerhetskopia som görs från och med nu har dem också.
tui-signin-step-clock = Klocka
tui-signin-step-code = Kod
tui-signin-step-contact = E-post eller telefon
tui-signin-step-counter = Räknare
tui-signin-step-key = Ny nyckel
tui-signin-step-password = Lösenord
tui-signin-step-who = Logga in
tui-signin-password = Lösenordet för kontots inloggningsskydd.
tui-signin-password-about = Du valde det i Pulih. Det är inte tjänstens lösenord.
tui-signin-contact = Bekräfta din e-postadress eller ditt telefonnummer.
tui-signin-contact-about = Skriv den i sin helhet; inget skickas.
tui-signin-email = E-post
tui-signin-phone = Telefon
tui-signin-opening = Nyckeln öppnas. Det tar en stund.
tui-signin-reading = Letar efter en kod.
tui-signin-same =
    { $count ->
        [one] Ytterligare ett konto är låst med lösenord och kontakt. Prova samma svar?
       *[other] Ytterligare { $count } konton är låsta med lösenord och kontakt. Prova samma svar?
    }
tui-signin-same-yes = Prova samma svar
tui-signin-same-no = Nej, ett i taget
tui-signin-same-went = Samma svar öppnade { $opened } och passade inte { $left }.
tui-signin-way-provider = { $provider } kan bekräfta vem du är, på sin egen sida. Det ger ingen nyckel tillbaka: den nya nyckeln kommer därefter.
tui-signin-way-none = Ingen inloggningstjänst är inställd för kontot, så ingen kan tillfrågas om vem du är. Logga in hos tjänsten i din webbläsare och lägg till dess nya nyckel här.
tui-signin-by-browser = Logga in med webbläsaren på den här datorn
tui-signin-by-code = Logga in med en kod, på valfri telefon eller dator
tui-signin-by-key = Lägg till den nya nyckeln
tui-signin-later = Senare
tui-signin-provider-about = Inloggningstjänsten frågar efter ditt lösenord på sin egen sida. Pulih ser det aldrig.
tui-signin-provider-asked = Frågar inloggningstjänsten.
tui-signin-provider-checking = Kontrollerar svaret.
tui-signin-provider-retrying = Inloggningstjänsten kan inte nås just nu. Den tillfrågas igen.
tui-signin-browser-open = Logga in i din webbläsare. Om den inte öppnades, öppna den här adressen:
tui-signin-device-open = Öppna { $address }
tui-signin-device-type = och skriv den här koden där:
tui-signin-device-warn = Ange bara en kod som du just har bett om.
tui-signin-waiting = Väntar på dig. Koden gäller { $left } till.
tui-signin-waiting-browser = Väntar på dig i webbläsaren, i { $left } till.
tui-signin-person = { $name } loggade in hos { $issuer }.
tui-signin-factor = Inloggningstjänsten rapporterade en andra faktor: { $methods }.
tui-signin-factor-none = Inloggningstjänsten rapporterade inte om en andra faktor användes.
tui-signin-person-named = Namnet är den här radens: { $row }.
tui-signin-person-nameless = Inloggningstjänsten gav inget namn, så det kan inte jämföras med raden: { $row }.
tui-signin-person-pinned = Samma person som tidigare, för den här raden: { $row }.
tui-signin-person-next = Inloggningen ger ingen nyckel tillbaka. Härnäst kommer den nya nyckeln.
tui-signin-yes-me = Ja, det är jag
tui-signin-not-me = Nej, det är någon annan
tui-signin-page = Ställ in en autentiseringsapp hos { $service }:
tui-signin-page-unknown = Öppna säkerhetsinställningarna hos { $service } i din webbläsare och ställ in en autentiseringsapp.
tui-signin-cant-scan = Välj ”{ $words }” där för att se nyckeln som text.
tui-signin-cant-scan-look = Leta där efter ”Can't scan?” eller ”Enter manually” för att se nyckeln som text.
tui-signin-key = Länk eller nyckel
tui-signin-picture = eller bildfil
tui-signin-code = Skriv den här koden hos tjänsten. Godtar den koden?
tui-signin-code-left =
    { $seconds ->
        [one] { $seconds } sekund kvar
       *[other] { $seconds } sekunder kvar
    }
tui-signin-code-counting = Kontot räknar sina koder: var och en visas en gång, efter att den sparats.
tui-signin-take-code = Visa nästa kod
tui-signin-accepted = Tjänsten godtog den
tui-signin-after-all = Tjänsten godtar koden trots allt
tui-signin-refused = Tjänsten avvisade den
tui-signin-clock = Tjänsten avvisade en kod. Koder följer klockan, så den kommer först.
tui-signin-clock-here = Den här datorn: { $time }
tui-signin-clock-fine = Enligt { $whose } går klockan rätt på { $seconds } s när, säkert på { $within } s.
tui-signin-clock-behind = Enligt { $whose } går klockan { $seconds } s efter, säkert på { $within } s. Därför godtas inte koderna.
tui-signin-clock-ahead = Enligt { $whose } går klockan { $seconds } s före, säkert på { $within } s. Därför godtas inte koderna.
tui-signin-clock-by = tiden hos { $server }
tui-signin-clock-by-you = tiden du skrev
tui-signin-clock-set = Jag har ställt datorns klocka: pröva koden igen
tui-signin-correct = Räkna allt här { $seconds } s senare än datorns klocka, och pröva koden igen
tui-signin-correct-back = Räkna allt här { $seconds } s tidigare än datorns klocka, och pröva koden igen
tui-signin-corrected = Koder räknas { $seconds } s senare än datorns klocka. I inställningarna tas det tillbaka.
tui-signin-corrected-back = Koder räknas { $seconds } s tidigare än datorns klocka. I inställningarna tas det tillbaka.
tui-signin-ask-server = Fråga { $server } om tiden
tui-signin-asking-time = Frågar om tiden.
tui-signin-time = Tid någon annanstans, eller en server
tui-signin-clock-right = Klockan går rätt: gå vidare
tui-signin-counter = Kontot räknar sina koder. Tjänsten kan ha räknat vidare utan det här valvet.
tui-signin-counter-about = Visar en annan enhet med samma nyckel koder? Skriv två av dem, den ena efter den andra. Lämna båda tomma för att gå vidare med en ny nyckel.
tui-signin-first = Första koden
tui-signin-second = Andra koden
tui-context-signin-letter = Logga in: en text till administratören
tui-signin-has-wait = Det finns en väntetid
tui-signin-wait = Till när släpper inloggningstjänsten eller tjänsten inte fram någon?
tui-signin-wait-about = Ett datum som 2027-03-09, eller ett antal dagar. När tiden är slut är kontot på tur igen, och du får veta det.
tui-signin-day = Dag
tui-signin-letter = En text till administratören
tui-signin-letter-file = Skriv till
tui-signin-letter-saved = Texten ligger i { $path }.
tui-signin-take-back = Den var till ett annat konto: ta tillbaka den gamla nyckeln
tui-signin-no-browser = Ingen webbläsare kan öppnas här. Kopiera adressen, eller visa den som QR-kod.

## Inloggning på kommandoraden

cmd-sign-in = Hämta tillbaka konton som behöver en inloggning
arg-sign-in-account = Kontona; utan listas vad som är kvar att göra
arg-sign-in-all = Alla konton på listan, ett efter det andra
arg-sign-in-password-fd = Läs inloggningsskyddets lösenord från den här filbeskrivaren
arg-sign-in-contact-fd = Läs e-postadressen eller telefonnumret i sin helhet från den här filbeskrivaren
arg-sign-in-key-fd = Läs den nya nyckeln eller dess länk från den här filbeskrivaren
arg-sign-in-qr = Läs den nya nyckeln från QR-koden i den här bilden
arg-sign-in-device = Logga in hos inloggningstjänsten med en kod, på valfri telefon eller dator
arg-sign-in-accepted = Tjänsten har godtagit en kod för kontot
arg-sign-in-yes = Den som inloggningstjänsten bekräftar är kontots person
ask-signin-password = Lösenord för inloggningsskyddet av { $account } (inte tjänstens):
ask-signin-contact = E-postadress eller telefonnummer i sin helhet ({ $hints }); inget skickas:
ask-signin-same =
    { $count ->
        [one] Prova samma svar på { $count } konto till? (ja/nej)
       *[other] Prova samma svar på { $count } konton till? (ja/nej)
    }
ask-signin-person = Är det här personen för { $row }? (ja/nej)
ask-signin-key = Ny nyckel eller dess länk:
ask-signin-accepted = Godtar tjänsten den här koden? (ja/nej)
arg-sign-in-refused = Tjänsten godtar inte koderna för de angivna kontona: först ses klockan efter, sedan räknaren, sedan en ny nyckel
arg-sign-in-time-server = Fråga den här servern om tiden när koder inte godtas, till exempel login.example.com
arg-sign-in-correct-clock = Rätta för en klocka som visar sig gå fel, och behåll det i inställningarna
arg-sign-in-codes-fd = Läs två koder i följd från en annan enhet med samma nyckel från den här filbeskrivaren
arg-sign-in-old-key = Den nya nyckeln var till ett annat konto: ta tillbaka den föregående
arg-sign-in-waiting-until = Inloggningstjänsten eller tjänsten släpper inte fram någon före den dagen: 2027-03-09, eller så många dagar
arg-sign-in-letter = Skriv ut en text till administratören för kontots inloggningstjänst, och gör inget annat
ask-signin-correct = Räkna allt här { $seconds } s senare än datorns klocka? (ja/nej)
ask-signin-correct-back = Räkna allt här { $seconds } s tidigare än datorns klocka? (ja/nej)
ask-signin-time = Tid någon annanstans (14:05:30), eller en server att fråga; tomt om klockan går rätt:
ask-signin-first = Första koden från den andra enheten; tomt om det inte finns någon:
ask-signin-second = Koden efter den:
cli-signin-servers = Servrar som är kända här: { $servers }
cli-signin-clock-left = Klockan lämnades som den är.
cli-fix-signin-clock-left = Ställ den i systemet, eller rätta för den med --correct-clock.
cli-signin-clock-unasked = Klockan jämfördes inte med någon annan.
cli-fix-signin-clock-unasked = --time-server HOST frågar en server om tiden.
cli-signin-clock-not-kept = Rättelsen gäller bara det här kommandot: det finns ingen inställningsfil att skriva den till.
cli-signin-clock-kept = Rättelsen står i inställningarna ({ $name }). Sätt den till 0 för att ta tillbaka den.
err-cli-no-old-key = Det finns ingen nyckel före den här.
fix-cli-no-old-key = En äldre nyckel sparas bara tills en kod från den nya har godtagits.
fix-cli-signin-letter = Lägg till den nya nyckeln med --key-fd eller --qr, eller låt --letter skriva ut en text till din administratör.
cli-signin-page = { $page } ({ $place })
cli-signin-left = { $account } lämnas till senare.
cli-signin-device = Öppna { $address } och skriv { $code } där.
cli-signin-address = { $address }
fix-cli-signin-whom = Ange kontona, eller ta hela listan med --all.
err-cli-signin-no-turn = { $account } behöver inte det nu.
fix-cli-signin-no-turn = Om tjänsten inte godtar koderna, börja med --refused.
cli-standing-add-key = Lägg till den nya nyckeln
cli-standing-done = Klart
cli-standing-refused = Koderna godtas inte
cli-standing-sealed = Förseglat
cli-standing-sign-in = Logga in
cli-standing-stuck = Inloggningstjänsten kan inte användas
cli-standing-untried = Koden är inte provad än
cli-standing-waiting = Väntar
