## Återställningsbladet: sidan

kit-title = Återställningsblad för Pulih
kit-about = Serien ”{ $set }”. Gjort { $date } (UTC).
kit-warning = Den som har det här bladet och en av dina säkerhetskopior kan läsa varje konto i den. Förvara bladet som pengar: på papper, inte vid datorn och inte där säkerhetskopiorna ligger. Fotografera det inte.
kit-words = De 12 återställningsorden
kit-opens = Vad som öppnar vad
kit-opens-words = Orden öppnar ditt valv och varje säkerhetskopia som gjorts sedan de började gälla. Då behövs inget lösenord.
kit-opens-account = Återställningskonto: { $account }. Namnet och lösenordet tillsammans öppnar samma säkerhetskopior. Lösenordet står inte på bladet.
kit-opens-place = Säkerhetskopiornas plats: { $place }. Om platsen har ett eget lösenord står inte heller det på bladet.
kit-opens-device = Säkerhetskopiorna kan återställas på: { $device }.
kit-opens-not = Konton som är bundna till den förlorade datorn kommer tillbaka med namnet. Logga in på vart och ett igen.
kit-steps = På en ny dator
kit-step-install = Installera Pulih och starta det.
kit-step-restore = Välj ”Återställ från säkerhetskopia” före allt annat.
kit-step-place = Ange säkerhetskopiornas plats och välj den nyaste som passar.
kit-step-words = Välj att skriva återställningsorden, i ordning. Fyra bokstäver av varje räcker.
kit-code = Plats, serie och kontonamn, att skanna eller kopiera. Orden finns inte i koden.
kit-end = Nya återställningsord gör bladet värdelöst: skriv då ut det nya och förstör det här.

## Återställningsbladet: handlingar

err-kit-beside-backups = Bladet skulle ligga bredvid säkerhetskopiorna, där en enda stöld öppnar allt.
fix-kit-beside-backups = Lägg det i en annan mapp, skriv ut det och ta sedan bort filen.
err-kit-no-words = Det här valvet har inga återställningsord.
fix-kit-no-words = Gör ord och deras blad: pulih backup kit --new.
err-kit-other-words = Det här är återställningsord, men inte det här valvets.
fix-kit-other-words = Leta efter ett nyare blad, eller gör nya ord: pulih backup kit --new.
err-cli-kit-no-file = Nya ord måste synas, och det finns ingen sida för dem.
fix-cli-kit-no-file = Ange en fil med --svg eller --text.
cmd-backup-kit = Gör ett blad med återställningsorden, att skriva ut och spara
arg-backup-kit-svg = Rita bladet i den här nya filen, för en skrivare
arg-backup-kit-text = Skriv bladet i den här nya filen, som text
arg-backup-kit-new = Gör nya ord; äldre slutar fungera
arg-backup-kit-words-fd = Läs de 12 återställningsorden från den här filbeskrivaren
arg-backup-setup-kit = Gör återställningsord och skriv deras blad i den här nya filen (.svg för en skrivare)
ask-kit-words = De 12 återställningsorden:
ask-kit-now = Göra återställningsord och ett blad med dem nu? (ja/nej)
cli-kit-written = Bladet ligger i { $file }. Bara du kan läsa det.
cli-kit-copied = Den mappen kopieras av { $service }: orden skulle ligga där också. Välj en annan mapp, eller ta snart bort filen.
cli-kit-file-warning = Skriv ut bladet och ta sedan bort filen. Att ta bort en fil raderar den inte från alla diskar.
cli-kit-ask = Skriv ut bladet eller skriv upp orden, och svara sedan från papperet.
cli-kit-unchecked = Ingen kunde tillfrågas om tre av orden, så bladet räknas inte som sparat.
cli-kit-saved = Återställningsbladet är sparat.
cli-backup-kit-next = Det här valvet har återställningsord. Gör bladet för dem: pulih backup kit.
backup-kit-saved = Återställningsblad: sparat { $at }.
backup-remind-make-kit = Ingen har visat sig ha återställningsorden; gör deras blad: pulih backup kit.

## Beredskapslistan

ready-place = Plats
ready-key-store = Nyckelring
ready-backups = Säkerhetskopior
ready-kit = Återställningsblad
ready-go = Enter tittar där.
ready-place-none = Ingen plats är vald för säkerhetskopior.
ready-place-full = { $place } har bara { $mib } MiB kvar.
ready-place-room = { $place } skrevs och lästes tillbaka; { $mib } MiB ledigt.
ready-place-good = { $place } skrevs och lästes tillbaka.
ready-place-found =
    { $count ->
        [one] { $count } säkerhetskopia ligger i { $folder } ({ $service }).
       *[other] { $count } säkerhetskopior ligger i { $folder } ({ $service }).
    }
ready-place-without = { $service } finns på datorn, ännu utan säkerhetskopior. De kanske fortfarande hämtas.
ready-place-unknown = Ingen molntjänsts mapp hittades här.
ready-place-fix = Logga först in på molntjänsten, eller ta fram ett minne eller serverns adress.
ready-backups-new = Den här datorn har inte gjort några än.
ready-backups-new-fix = Ordna en egen serie efter återställningen.
ready-backups-off = Säkerhetskopior är av.
ready-backups-none = Det finns ingen säkerhetskopia som lästs tillbaka.
ready-backups-age =
    { $days ->
        [0] Den senaste lästes tillbaka och öppnades i dag; { $files } totalt.
        [one] Den senaste lästes tillbaka och öppnades för { $days } dag sedan; { $files } totalt.
       *[other] Den senaste lästes tillbaka och öppnades för { $days } dagar sedan; { $files } totalt.
    }
ready-backups-due =
    { $days ->
        [0] Något har ändrats sedan den senaste i dag; { $files } totalt.
        [one] Något har ändrats sedan den senaste för { $days } dag sedan; { $files } totalt.
       *[other] Något har ändrats sedan den senaste för { $days } dagar sedan; { $files } totalt.
    }
ready-backups-password =
    { $days ->
        [0] Den senaste öppnades i dag; lösenordet skrevs för länge sedan. { $files } totalt.
        [one] Den senaste öppnades för { $days } dag sedan; lösenordet skrevs för länge sedan. { $files } totalt.
       *[other] Den senaste öppnades för { $days } dagar sedan; lösenordet skrevs för länge sedan. { $files } totalt.
    }
ready-kit-later = Det görs när säkerhetskopior är på.
ready-kit-no-words = Det finns inga återställningsord.
ready-kit-not-saved = Det finns ord, men ingen har visat sig ha dem.
ready-kit-saved = Sparat { $date }.
ready-fix-back-up = Säkerhetskopiera nu: pulih backup now
ready-fix-drill = Skriv lösenordet en gång till: pulih backup drill
ready-fix-kit = Gör bladet med orden: pulih backup kit
ready-fix-set-up = Ordna säkerhetskopior, med en plats: pulih backup setup
ready-fix-verify = Läs tillbaka den nyaste: pulih backup verify
ready-fix-words = Gör ord och deras blad: pulih backup kit --new
ready-place-answers = { $place } svarar.
ready-place-answers-room = { $place } svarar; { $mib } MiB ledigt.
ready-enter-back-up = Enter säkerhetskopierar nu.
ready-enter-drill = Enter frågar efter lösenordet en gång till.
ready-enter-kit = Enter går till orden och deras blad.
ready-enter-set-up = Enter ställer in säkerhetskopior.
ready-enter-verify = Enter läser tillbaka den nyaste.
arg-probe = Pröva platsen med en fil som tas bort igen
