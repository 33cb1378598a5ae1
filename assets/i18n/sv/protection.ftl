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
