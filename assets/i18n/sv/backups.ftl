# Säkerhetskopior i terminalen
tui-backups = Säkerhetskopior
tui-do-backups = Säkerhetskopior: hur de står till, kopiera, kontrollera, öva
tui-do-back-up = Säkerhetskopiera nu
tui-verb-back-up = kopiera nu
tui-do-verify = Läs tillbaka den nyaste säkerhetskopian och öppna den
tui-verb-verify = kontrollera
tui-do-verify-all = Läs tillbaka alla säkerhetskopior
tui-do-drill = Skriv återställningslösenordet igen och se vad som skulle komma tillbaka
tui-verb-drill = öva
tui-do-compare = Visa vad som skiljer säkerhetskopian från den markerade, eller från valvet
tui-verb-compare = jämför
tui-do-mark-backup = Markera en säkerhetskopia, för att jämföra en annan med den
tui-do-set-up = Ställ in säkerhetskopior: plats, återställningskonto, sorts dator
tui-verb-set-up = ställ in
tui-do-turn-off = Stäng av säkerhetskopior
tui-context-backups = Säkerhetskopior
tui-context-recovery = Återställningskonto
tui-context-recovery-words = Återställningsord
tui-state-backed-up = Kopierat { $ago }
tui-state-backing-up = Säkerhetskopierar …
tui-state-backup-action = Säkerhetskopia: Åtgärd krävs
tui-state-no-backup-yet = Ingen säkerhetskopia än
tui-state-no-backups = Inga säkerhetskopior
tui-leaving-backs-up = Ändringen säkerhetskopieras. Lämna en gång till för att gå genast.
tui-remind-check-password = Det är dags att skriva återställningslösenordet igen, för säkerhets skull: B, sedan d.
tui-remind-verify = Den senaste säkerhetskopian lästes tillbaka för länge sedan. Kontrollera den: B, sedan v.
tui-backup-drilling = Öppnar den nyaste säkerhetskopian
tui-backup-listing = Listar säkerhetskopiorna
tui-backup-making = Säkerhetskopierar
tui-backup-opening = Öppnar säkerhetskopiorna
tui-backup-setting-up = Prövar platsen och gör serien
tui-backup-verifying = Läser tillbaka
tui-backup-stopping = Avbryter …
tui-backup-called-off = Avbrutet. Ingenting ändrades.
tui-backup-busy = Något görs fortfarande. Vänta på det, eller avbryt med Esc.
tui-backup-none-set-up = Inga säkerhetskopior är inställda än. Ställ in dem först.
tui-backup-made =
    { $count ->
        [one] { $count } konto säkerhetskopierat och läst tillbaka.
       *[other] { $count } konton säkerhetskopierade och lästa tillbaka.
    }
tui-backup-good =
    { $count ->
        [one] Den nyaste säkerhetskopian lästes tillbaka och öppnades.
       *[other] { $count } säkerhetskopior lästes tillbaka och öppnades.
    }
tui-backup-portable = för alla datorer
tui-backup-same-kind = för den här sortens dator
tui-backup-verified = Senaste goda säkerhetskopia: { $ago }.
tui-backup-none-verified = Ingen säkerhetskopia har lästs tillbaka än.
tui-backup-password = Lösenordet kontrollerat: { $ago }.
tui-backup-password-never = Lösenordet är inte kontrollerat än.
tui-backup-count =
    { $count ->
        [one] { $count } säkerhetskopia i
       *[other] { $count } säkerhetskopior i
    }
tui-backup-goes-to = Säkerhetskopior läggs i
tui-backup-other-set = av en annan serie
tui-backup-empty-place = Det finns ingen säkerhetskopia på platsen än.
tui-backup-off-about = Säkerhetskopior är avstängda. Om den här datorn försvann nu skulle koderna också vara borta.
tui-backup-off-hint = Ställ in dem med { $key }: en plats, och ett konto och ett lösenord som bara du vet.
tui-backup-remind-never = Det finns ingen god säkerhetskopia än. Gör en med { $key }.
tui-backup-remind-password = Skriv återställningslösenordet igen, för säkerhets skull: en övning med { $key }.
tui-backup-remind-kit = Ingen har ännu visat att återställningsorden finns till hands. Gör ett blad av dem med { $key }.
tui-backup-remind-words = Lösenordet är enda sättet att öppna säkerhetskopiorna. Återställningsord är ett andra: { $key }.
tui-backup-remind-verify = Den senaste säkerhetskopian lästes tillbaka för länge sedan. Kontrollera den med { $key }.
tui-backup-drill = Övning
tui-drill-about = Den nyaste säkerhetskopian hämtas och öppnas med det du skriver, som på en dator som inte vet något annat.
tui-drill-password = Återställningslösenord
tui-drill-words = Återställningsord
tui-drill-sum = Om den här datorn försvann nu: { $codes } genast, { $signin } efter inloggning, { $add } med ny nyckel.
tui-backup-difference = Vad som skiljer
tui-ask-back-up = Säkerhetskopiera ändå?
tui-ask-back-up-about = { $doubt } Äldre säkerhetskopior blir kvar där de är.
tui-ask-backups-off = Stänga av säkerhetskopior?
tui-ask-backups-off-about = Ändringar säkerhetskopieras inte längre. Säkerhetskopiorna på platsen blir kvar och öppnas som förut.
backup-ago-now = nyss
backup-ago-minutes = för { $count } min sedan
backup-ago-hours = för { $count } h sedan
backup-ago-days =
    { $count ->
        [one] i går
       *[other] för { $count } dagar sedan
    }
difference-none = Ingenting skiljer.
difference-between = Från { $earlier } till { $later }:
difference-since = Från { $earlier } till valvet som det är nu:
difference-new =
    { $count ->
        [one] { $count } konto är nytt
       *[other] { $count } konton är nya
    }
difference-gone =
    { $count ->
        [one] { $count } konto är borta
       *[other] { $count } konton är borta
    }
difference-changed =
    { $count ->
        [one] { $count } konto har ändrats
       *[other] { $count } konton har ändrats
    }
difference-groups = grupper
difference-icon = bild
difference-issuer = tjänst
difference-key = nyckel
difference-kind = sort
difference-name = konto
difference-note = anteckning
difference-old-keys = äldre nycklar
difference-parameters = sorts kod
difference-pin = fäst överst
difference-protection = skydd
difference-recovery-codes = återställningskoder
difference-trash = papperskorg
tui-setup = Ställ in säkerhetskopior
tui-setup-about = Platsen prövas först. Sedan görs den första säkerhetskopian, och den öppnas med lösenordet.
tui-setup-offer = Molnmapp
tui-setup-offer-none = ingen av dem som finns här
tui-setup-offer-hint = Mappar på den här datorn som en molntjänst kopierar någon annanstans.
tui-setup-place = Plats
tui-setup-place-hint = En mapp, eller en adress: webdav+https://värd/sökväg, s3://värd/hink.
tui-setup-secret = Platsens lösen
tui-setup-secret-hint = Det som öppnar platsen. Det ligger i valvet.
tui-setup-account = Kontonamn
tui-setup-account-hint = Återställningskontot: ett namn du minns om fem år, till exempel en e-postadress.
tui-setup-password = Lösenord
tui-setup-password-hint = Utan det här lösenordet, eller återställningsord, kan ingen öppna säkerhetskopiorna.
tui-setup-again = En gång till
tui-setup-kind = Återställs
tui-setup-kind-open = välj en
tui-setup-kind-hint = Sidorna känner säkerhetskopior för en sorts dator. En flyttbar öppnas överallt.
tui-setup-no-kind = Välj om den är för bara den här sortens dator, eller för alla.
tui-setup-strong = Lösenordet är långt nog.
cmd-backup-diff = Visa vad som skiljer två säkerhetskopior
arg-backup-diff-from = Den tidigare säkerhetskopian: namnet på platsen, eller en fil
arg-backup-diff-to = Den senare säkerhetskopian; utan den valvet som det är nu
tui-do-kit = Återställningsord och deras blad: skapa, kontrollera, spara
tui-verb-kit = ord
tui-kit = Återställningsord
tui-kit-proof = Tolv ord kommer att öppna det här valvet och dess säkerhetskopior när ett lösenord är borta. Skriv valvets lösenfras för att skapa dem.
tui-kit-about = Skriv ner orden i ordning, eller spara bladet och skriv ut det. De gäller när tre av dem har skrivits in från papperet.
tui-kit-kept = Orden stämmer, och öppnar valvet och dess säkerhetskopior.
tui-kit-warning = Den som har dem och en säkerhetskopia kan läsa varje konto. Förvara dem som du förvarar pengar.
tui-kit-ask-me = Jag har dem på papper: fråga mig efter tre av dem
tui-kit-save-drawing = Spara bladet som teckning, för utskrift (SVG)
tui-kit-save-text = Spara bladet som ren text
tui-kit-save-about = En ny fil som bara du kan läsa, och inte bredvid säkerhetskopiorna.
tui-kit-path = Fil
tui-kit-done = Gå vidare
tui-kit-ask-about = Svara från papperet. Fyra bokstäver räcker. Esc visar orden igen.
tui-kit-ask = Ord { $place } ({ $done } av 3)
tui-kit-other-word = Det är inte ord { $place }. Försök igen, eller se på orden en gång till med Esc.
tui-kit-type = Skriv valvets 12 återställningsord
tui-kit-type-about = Bladet görs då på nytt. Är orden borta? Nya, som gör de gamla ogiltiga: pulih backup kit --new.
tui-kit-not-kept = De orden behölls inte och öppnar ingenting. Nya skapas med w.
tui-tried-good = { $place } tog emot en fil, gav tillbaka den hel och i delar, och släppte den igen.
tui-tried-lists = Där syns en ny fil genast.
tui-tried-lists-late = Där syns en ny fil inte genast: en annan dator kan se en säkerhetskopia först efter en stund.
tui-tried-refuses = Där skrivs ingen fil över.
tui-tried-overwrites = Där kan en fil skrivas över. Varje säkerhetskopia har ett eget namn, så ingen hänger på det.
tui-tried-confirms = Där bekräftas att en fil består.
tui-tried-unconfirmed = Där bekräftas inte att en fil består. Därför läses varje säkerhetskopia tillbaka.
tui-tried-first = Den första säkerhetskopian görs nu.
tui-tried-next = Sedan kommer tolv återställningsord: en andra väg in, om lösenordet skulle gå förlorat.
tui-demo-no-backups = Demon finns bara i minnet och tar slut med det, så här finns inget att säkerhetskopiera. I ditt eget valv leder B till säkerhetskopiorna.
tui-setup-user = Användare
tui-setup-user-hint = Den som loggar in på servern; för S3 nyckelns id.
