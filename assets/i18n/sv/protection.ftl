## Förseglade konton

err-contact-country = Telefonnumret saknar landsnummer.
err-contact-email = Det här är ingen e-postadress.
err-contact-empty = Inget skrevs.
err-contact-phone = Det här är varken en e-postadress eller ett telefonnummer.
fix-contact-phone = Skriv numret med landsnummer, till exempel +46 70 123 45 67.
fix-contact-email = En e-postadress har ett @ och inga mellanslag.
fix-contact-empty = Skriv hela e-postadressen eller hela telefonnumret.
err-sign-in-no-match = Lösenordet eller kontakten stämde inte.
fix-sign-in-no-match = Kontrollera båda och försök igen. Inget går förlorat av ett fel svar.
err-sign-in-not-sealed = Här finns inget att logga in på.
fix-sign-in-not-sealed = Välj ett konto där det står ”Logga in för att återställa ditt konto”.
err-sign-in-damaged = Den förseglade nyckeln har ändrats eller skadats, så den går inte att öppna.
fix-sign-in-damaged = Återställ en äldre säkerhetskopia, eller lägg till nyckeln på nytt hos tjänsten.
err-sign-in-wait =
    { $seconds ->
        [one] Vänta { $seconds } sekund före nästa svar.
       *[other] Vänta { $seconds } sekunder före nästa svar.
    }
fix-sign-in-wait = Använd tiden till att kontrollera det du skriver. Inget låses någonsin för gott.
fix-sign-in-state = Felaktiga svar räknas i tillståndsmappen, som måste gå att skriva i.

## Skydd

err-protect-contacts = Inloggningsskydd tar en till fyra olika kontakter.
fix-protect-contacts = Ange varje e-postadress eller telefonnummer en gång.
err-protect-nothing = Det finns inget att ändra.
fix-protect-nothing = Välj konton vars nyckel finns här och som inte har det här skyddet än.
protect-not-the-service = Använd aldrig tjänstens eget lösenord här. Välj ett som du inte använder någon annanstans.
protect-standard = Standard: säkerhetskopior bär nyckeln
protect-sign-in = Inloggning: säkerhetskopior bär nyckeln, förseglad under ett lösenord och en kontakt
protect-device-bound = Bundet till den här datorn: säkerhetskopior bär bara namnet
protect-done =
    { $count ->
        [one] { $count } konto har ett annat skydd nu.
       *[other] { $count } konton har ett annat skydd nu.
    }
protect-older-backups = Äldre säkerhetskopior innehåller fortfarande nyckeln.
fix-protect-older-backups = Ställ in säkerhetskopior på nytt (pulih backup setup) och ta bort de äldre.
protect-skipped =
    { $count ->
        [one] { $count } konto lämnades som det är, eftersom dess nyckel inte finns här.
       *[other] { $count } konton lämnades som de är, eftersom deras nycklar inte finns här.
    }

## Den här datorns enhetsnyckel

protect-device-key-in-key-store = Enhetsnyckeln ligger i den här datorns nyckelring: en kopia av filerna är oanvändbar någon annanstans.
protect-device-key-in-file = Enhetsnyckeln ligger i en fil i tillståndsmappen: en kopia av hela hemmappen bär med sig den.
err-device-key-unreadable = Filen med den här datorns enhetsnyckel är ingen nyckel.
fix-device-key-unreadable = Lägg tillbaka filen i tillståndsmappen som den var, eller lägg till nycklarna på nytt hos sina tjänster.
remark-device-key-gone =
    { $count ->
        [one] { $count } konto är bundet till en annan dator: bara namnet finns här.
       *[other] { $count } konton är bundna till en annan dator: bara namnen finns här.
    }
remark-device-key-unread =
    { $count ->
        [one] { $count } konto som är bundet till den här datorn förblir stängt, eftersom nyckelringen inte svarar.
       *[other] { $count } konton som är bundna till den här datorn förblir stängda, eftersom nyckelringen inte svarar.
    }

## Kommandot

cmd-protect = Välj vad säkerhetskopior bär av konton
arg-protect-queries = Kontona: vart och ett med id, utfärdare, utfärdare:namn, eller en del av dem
arg-sign-in = Nyckeln, förseglad under ett lösenord och en kontakt
arg-device = Bara namnet: nyckeln stannar på den här datorn
arg-standard = Nyckeln
arg-protect-password-fd = Läs inloggningslösenordet från den här filbeskrivaren, en rad
arg-contact-fd = Läs en e-postadress eller ett telefonnummer från den här filbeskrivaren, en rad; upp till fyra gånger
ask-sign-in-password-new = Lösenord att logga in med efter en återställning:
ask-sign-in-password-twice = Samma lösenord en gång till:
ask-contact-new = E-postadress eller telefonnummer:
ask-contact-another = En till (eller bara Enter):
ask-contact-twice = Samma en gång till:
ask-protect-lower =
    { $count ->
        [one] Säkerhetskopior kommer att bära mer av { $count } konto än tidigare. Fortsätta? (ja/nej)
       *[other] Säkerhetskopior kommer att bära mer av { $count } konton än tidigare. Fortsätta? (ja/nej)
    }

## På skärmen

tui-do-protect = Skydd för kontot, eller för alla markerade
tui-protect-of = Vad säkerhetskopior bär av { $title }
tui-protect-of-many = Vad säkerhetskopior bär av { $count } konton
tui-protect-have = (nu: { $count })
tui-protect-lower = Säkerhetskopior kommer att bära mer än tidigare. Enter går vidare.
tui-protect-password = Lösenord att logga in med efter en återställning
tui-protect-password-again = Samma en gång till
tui-protect-contact = E-postadress eller telefonnummer
tui-protect-contact-again = Samma en gång till
tui-protect-contact-hint = Skriv det helt, ett telefonnummer med landsnummer. Inget skickas.
tui-protect-taken = Med: { $contacts }. Skriv en till, eller tryck Enter för att avsluta.
tui-protect-busy = Förseglar. Det tar några sekunder.
tui-protect-device = Nyckeln stannar på den här datorn. Går dess enhetsnyckel förlorad behöver kontot en ny nyckel från sin tjänst.

## En cirkel

protect-circular = Vägen till säkerhetskopiorna kan fråga efter en kod för { $accounts }, som ligger i det här valvet.
fix-protect-circular = Förvara den tjänstens återställningskod utanför den här datorn.
