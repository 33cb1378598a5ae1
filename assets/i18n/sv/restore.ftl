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

## Återställning: vad som kan vara i vägen

err-restore-empty-place = Det finns inga säkerhetskopior i { $place }.
fix-restore-empty-place = Titta på en annan plats: den andra molnmappen, USB-minnet, servern. En molnmapp kan fortfarande hämta sina filer.
err-restore-a-vault = Den här filen är ett valv och ingen säkerhetskopia.
fix-restore-a-vault = Öppna det med --vault, eller slå ihop det inifrån ett öppet valv.
err-restore-too-new = Den här säkerhetskopian skrevs av en nyare version.
fix-restore-too-new = Uppdatera programmet, eller välj en äldre säkerhetskopia.
restore-moved-aside = Valvet som fanns här ligger helt på { $path }.
err-restore-stranded = Inget återställdes, och valvet som fanns här ligger helt på { $path }. { $why }
fix-restore-stranded = Logga in igen för att få tillbaka det, eller försök återställa en gång till.
