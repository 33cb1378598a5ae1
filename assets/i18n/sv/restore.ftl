## Att logga ut

cmd-sign-out = Lägg valvet åt sidan, helt; och ta tillbaka det
arg-undo = Ta tillbaka det valv som senast loggades ut
ask-sign-out = Logga ut från alla konton? Valvet { $path } får ett annat namn bredvid och inget tas bort. (ja/nej)
cli-sign-out-done = Utloggad. Valvet ligger helt på { $path }.
cli-sign-out-next = Härnäst: pulih restore, eller pulih sign-out --undo för att gå tillbaka.
cli-sign-out-undone = Inloggad igen. Valvet är tillbaka på { $path }.
remark-sign-out-left = { $path } kunde inte följa med och ligger kvar där den låg.
err-sign-out-nothing-aside = Inget valv är utloggat här.
fix-sign-out-nothing-aside = Leta i valvets mapp efter en fil med ”.signed-out-” i namnet.
err-sign-out-no-vault = Det finns inget valv här att logga ut från.
fix-sign-out-no-vault = Återställ från en säkerhetskopia, eller skapa ett nytt valv.
err-sign-out-occupied = Det finns redan ett valv här, och det ersätts aldrig.
fix-sign-out-occupied = Logga ut från det först, eller slå ihop det andra med det.
err-cli-demo-no-file = Demon finns bara i minnet och har ingen fil.
fix-cli-demo-no-file = Utelämna --demo.
tui-do-sign-out = Logga ut: lägg valvet åt sidan, helt
tui-ask-sign-out = Logga ut från alla konton?
tui-ask-sign-out-about =
    { $count ->
        [one] Valvet med { $count } konto läggs åt sidan under ett annat namn, helt, och inget tas bort. Tills du loggar in igen visas inte dess kod. Du kan återställa en säkerhetskopia på den tomma platsen.
       *[other] Valvet med { $count } konton läggs åt sidan under ett annat namn, helt, och inget tas bort. Tills du loggar in igen visas inte deras koder. Du kan återställa en säkerhetskopia på den tomma platsen.
    }
tui-signed-out = Utloggad. Valvet ligger helt på { $path }.
