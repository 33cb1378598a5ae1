## Vad som går fel med filer, sparande och datorns tjänster.

# Files

err-file-denied = Programmet får inte använda { $path }.
fix-file-denied = Kontrollera vem som äger den och mappen, och vad de tillåter.
err-file-exists = Det finns redan något på { $path }.
fix-file-exists = Välj ett annat namn.
err-file-full = Det finns inget utrymme kvar för { $path }.
fix-file-full = Frigör utrymme på disken och försök igen.
err-file-limited = Systemet låter inte programmet skriva en så stor fil till { $path }.
fix-file-limited = Höj gränsen för hur stora filer får vara (ulimit -f), eller använd en mapp på en annan disk.
err-file-locked = Ett annat program skriver { $path } och håller dess lås.
fix-file-locked = Stäng programmets andra fönster och försök igen.
err-file-not-a-folder = En del av sökvägen { $path } är ingen mapp.
fix-file-not-a-folder = Kontrollera sökvägen.
err-file-not-found = Det finns inget på { $path }.
fix-file-not-found = Kontrollera sökvägen; en disk kanske inte är ansluten.
err-file-not-ours = { $path } tillhör någon annan.
fix-file-not-ours = Använd ett eget valv, eller gör dig själv till ägare.
err-file-not-regular = { $path } är ingen vanlig fil.
fix-file-not-regular = Ange sökvägen till en fil.
err-file-open-folder = Alla får byta ut filer i { $path }.
fix-file-open-folder = Ta ifrån andra rätten att skriva där, eller flytta valvet.
err-file-other = Systemet säger om { $path }: { $words }.
fix-file-other = Kontrollera disken och försök igen.
err-file-too-large = { $path } är större än vad programmet läser.
fix-file-too-large = Kontrollera att det är filen du menar.
err-file-unsupported = Filsystemet för { $path } kan inte göra detta.
fix-file-unsupported = Välj en mapp på en annan disk.
err-no-home = Det finns ingen hemmapp, så det finns ingen vanlig plats för ett valv.
fix-no-home = Ange filerna själv med --vault och --state.

# Reading and saving the vault

err-load-none = Det finns inget valv här ännu.
fix-load-none = Skapa ett nytt, eller ange sökvägen till ditt.
err-save-changed-elsewhere = Ett annat program har ändrat valvfilen, så den skrevs inte över.
fix-save-changed-elsewhere = Gör om det på det som nu finns där, eller behåll dina ändringar i en fil bredvid valvet där det erbjuds.
err-save-exists = Det finns redan ett valv på den här platsen.
fix-save-exists = Öppna det, eller välj en annan plats.
err-save-file = Inget sparades. { $why }
err-save-read-back = Inget sparades: disken gav tillbaka något annat än det som skrevs.
fix-save-read-back = Spara på en annan disk och låt kontrollera den här.
err-save-read-only = Valvet är öppet endast för läsning.
fix-save-read-only = Säg att det är det här läget du vill ha och spara igen (--accept-older).
err-save-unopenable = Inget sparades: det som förseglades gick inte att öppna igen.
fix-save-unopenable = Exportera dina konton och rapportera detta; valvet på disken är som det var.
remark-first-use-here = Den här datorn ser valvet för första gången.
remark-forked = Den här datorn sparade ett annat läge av valvet med samma nummer. Leta efter en fil bredvid innan du fortsätter.
remark-hard-linked = Valvfilen har ett namn till; när du sparar blir det kvar som det är.
remark-mark-unreadable = Anteckningen om det nyaste läget på den här datorn går inte att läsa, så det är okänt om det här är det nyaste.
remark-wait-is-over =
    { $count ->
        [one] Väntetiden för { $count } konto är slut: logga in på det nu.
       *[other] Väntetiderna för { $count } konton är slut: logga in på dem nu.
    }
remark-not-confirmed = Valvet skrevs, men disken bekräftade inte att det blir kvar. Spara igen, eller välj en annan disk.
remark-previous-not-kept = Sparat, men läget dessförinnan kunde inte behållas bredvid som .prev.
remark-not-marked = Anteckningen om det nyaste läget kunde inte skrivas på den här datorn. Kontrollera tillståndsmappen.
remark-older =
    { $by ->
        [one] Valvet är { $by } sparning äldre än det som senast användes på den här datorn.
       *[other] Valvet är { $by } sparningar äldre än det som senast användes på den här datorn.
    }

# The clipboard, the key store, the eye, the console, the process

err-clipboard-none = Inget urklipp kan nås.
fix-clipboard-none = Visa koden och skriv den.
err-clipboard-not-text = Det som ligger i urklipp är inte text.
fix-clipboard-not-text = Kopiera texten en gång till.
err-key-store-absent = Datorn har ingen nyckelring som svarar.
fix-key-store-absent = Använd lösenfrasen.
err-key-store-locked = Nyckelringen är låst eller vägrar.
fix-key-store-locked = Lås upp den, eller använd lösenfrasen.
err-key-store-not-a-key = Det som nyckelringen har under programmets namn är ingen av dess nycklar.
fix-key-store-not-a-key = Använd lösenfrasen och slå sedan av och på nyckelringen.
err-scan-no-code = Det finns ingen QR-kod i bilden som går att läsa.
fix-scan-no-code = Visa koden större och hel och försök igen.
err-scan-no-screen = Inget program som tar en bild av skärmen hittades.
fix-scan-no-screen = Installera grim (Wayland) eller maim (X11), eller spara bilden och öppna den.
err-scan-not-a-picture = Det här är ingen bild som går att läsa: PNG, JPEG, WebP, GIF eller BMP.
fix-scan-not-a-picture = Spara den som PNG och försök igen.
err-scan-too-large = Bilden har fler bildpunkter än programmet läser.
fix-scan-too-large = Klipp ut koden och försök igen.
err-scan-unavailable = Den här versionen läser inga QR-koder.
fix-scan-unavailable = Klistra in otpauth-adressen, eller skriv nyckeln.
err-console-bad-fd = Filbeskrivare { $fd } går inte att läsa.
fix-console-bad-fd = Öppna den i skalet som startar programmet, som i 3< fil.
err-console-bad-line = Raden är tom eller för lång.
fix-console-bad-line = Ge en rad som inte är tom.
err-console-left = Avslutat utan svar.
fix-console-left = Starta igen och svara, eller ge svaret med en flagga som --passphrase-fd.
err-console-no-askpass = Programmet som PULIH_ASKPASS nämner kan inte startas.
fix-console-no-askpass = Ange ett program med hela dess sökväg, eller ta bort variabeln för att bli frågad på terminalen.
err-console-no-terminal = Det finns ingen terminal att fråga på.
fix-console-no-terminal = Ge svaret med en flagga som --passphrase-fd.
err-borrowed-rights = Programmet har fått en annan användares rättigheter och gör inget med dem.
fix-borrowed-rights = Ta bort set-user-id- och set-group-id-bitarna från programfilen.
