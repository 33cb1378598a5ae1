## Det som flera rum säger. Varje rum har sin egen fil.

badge-sign-in = Logga in för att återställa ditt konto
badge-action = Åtgärd krävs
badge-add-key = Åtgärd krävs: lägg till den nya nyckeln
badge-waiting = Väntar till { $date }
badge-about-add-key = Bara namnet finns här. Nyckeln återstår att lägga till.
badge-about-confirmed = Leverantören bekräftade vem du är { $date }. Nyckeln återstår att lägga till.
badge-about-refused = Tjänsten nekade dess koder { $date }: den kan ha en annan nyckel.
badge-about-sign-in = Logga in, så visar det koder igen.
badge-about-blocked = Organisationen låter inte det här programmet logga in. Nyckeln går att lägga till för hand.
badge-about-not-configured = Ingen leverantör är inställd för det. Nyckeln går att lägga till för hand.
badge-about-offline = Leverantören gick inte att nå. Försök igen, eller lägg till nyckeln för hand.
badge-about-waiting = Leverantören släpper in dig efter { $date }.

count-accounts =
    { $count ->
        [one] { $count } konto
       *[other] { $count } konton
    }

## Konton

kind-personal = Personligt
kind-passwordless = Personligt, utan lösenord
kind-third-party = Tredje part
kind-work = Arbete eller skola

protection-standard = Nyckeln
protection-sign-in = Nyckeln, förseglad med kontots egen inloggning
protection-device-bound = Endast namnet

err-account-sealed = Nyckeln till det här kontot är förseglad.
fix-account-sealed = Logga in för att återställa ditt konto.
err-account-device-bound = Endast kontots namn finns här: säkerhetskopian innehåller inte nyckeln.
fix-account-device-bound = Logga in hos tjänsten och lägg till en ny nyckel.
err-account-device-key-gone = Kontots nyckel kan bara öppnas på datorn som förseglade den.
fix-account-device-key-gone = Logga in hos tjänsten och lägg till en ny nyckel.
err-account-not-in-import = Endast kontots namn finns här: den importerade filen hade ingen nyckel till det.
fix-account-not-in-import = Lägg till nyckeln från den andra appen, eller logga in hos tjänsten och lägg till en ny.
err-account-pin-not-in-import = Kontots PIN-kod finns inte här: den importerade filen innehåller den inte.
fix-account-pin-not-in-import = Importera filen igen och skriv PIN-koden när den efterfrågas.
err-account-trashed = Det här kontot ligger i papperskorgen.
fix-account-trashed = Ta tillbaka det för att se dess koder.
err-code-before-1970 = Datorns klocka går före 1970, och koderna räknas därifrån.
fix-code-before-1970 = Ställ in datum och tid och titta sedan igen.
err-code-counter-end = Kontots räknare har nått sitt slut.
fix-code-counter-end = Logga in hos tjänsten och lägg till en ny nyckel.

## Grunden

err-no-entropy = Systemet gav inga slumptal, så inget förseglades.
fix-no-entropy = Försök igen om en stund; starta om datorn om det inte hjälper.
err-passphrase-empty = Lösenfrasen är tom.
fix-passphrase-empty = Skriv minst ett tecken; flera ord är bäst.
err-passphrase-too-long = Lösenfrasen är längre än { $most } byte.
fix-passphrase-too-long = Välj en kortare; den klipps aldrig av.
