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
