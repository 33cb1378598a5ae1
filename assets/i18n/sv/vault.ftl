# Valvfilen: vad som är fel med den, och vad som hjälper.
err-vault-foreign = Den här filen är inget Pulih-valv.
fix-vault-foreign = Kontrollera filnamnet, eller importera filen om en annan app skrev den.
err-vault-damaged = Valvet är skadat: innehållet ändrades efter att det sparades.
fix-vault-damaged = Öppna kopian bredvid som slutar på .prev, eller återställ en säkerhetskopia.
err-vault-is-a-backup = Det här är en säkerhetskopia, inte ett valv.
fix-vault-is-a-backup = Återställ den: välj Återställ från säkerhetskopia.
err-vault-is-an-export = Det här är en export från Pulih, inte ett valv.
fix-vault-is-an-export = Importera den till ett valv.
err-vault-too-new = Det här valvet skrevs av en nyare version ({ $found }).
fix-vault-too-new = Uppdatera programmet och öppna sedan valvet igen.
err-vault-too-large = Den här filen är större än 64 MiB, och det är inget valv.
fix-vault-too-large = Kontrollera filnamnet.
err-vault-too-costly =
    Den här filen kräver { $memory } MiB minne, { $passes ->
        [one] genomgånget en gång
       *[other] genomgånget { $passes } gånger
    }, för att öppnas. Nekat.
fix-vault-too-costly = Kontrollera var filen kommer ifrån; ingen version av Pulih skriver så.
err-vault-no-memory = Att öppna valvet kräver { $memory } MiB minne, och så mycket är inte ledigt på den här datorn.
fix-vault-no-memory = Stäng andra program och försök igen.
err-vault-no-such-slot = Det här valvet kan inte öppnas på det sättet.
fix-vault-no-such-slot = Använd lösenfrasen.
err-vault-wrong-key = Lösenfrasen, återställningsorden eller nyckeln öppnar inte det här valvet.
fix-vault-wrong-key = Kontrollera tangentbordslayouten och Caps Lock, och skriv sedan igen.
err-vault-wrong-passphrase = Det är inte det här valvets lösenfras.
err-vault-cost = Den kostnaden för nyckelhärledning ligger utanför vad ett valv får ha.
fix-vault-cost = Välj 64 till 1024 MiB minne och 3 till 16 genomgångar, högst 8192 MiB gånger genomgångar.
err-vault-no-entropy = Operativsystemet gav inga slumptal, så inget förseglades.
fix-vault-no-entropy = Starta om datorn och försök igen.
err-vault-seal-no-memory = Det finns inte tillräckligt med ledigt minne för att härleda nyckeln.
err-vault-seal-too-large = Valvet skulle bli större än formatet tillåter, så inget förseglades.
fix-vault-seal-too-large = Korta långa anteckningar eller ta bort konton som inte behövs.
err-vault-words-checksum = Alla orden finns i listan, men de hör inte ihop.
fix-vault-words-checksum = Kontrollera ordningen, och ord som liknar varandra.
err-vault-words-unknown = Ord { $position } finns inte i listan med återställningsord.
fix-vault-words-unknown = Kontrollera stavningen; de fyra första bokstäverna räcker.
err-vault-words-count = Det var { $found } ord; återställningsorden är 12.
fix-vault-words-count = Skriv alla 12 orden i ordning, med mellanslag mellan.
remark-vault-healed = En del av valvfilen var skadad och kunde lagas från sin andra kopia; nästa gång du sparar blir filen hel.
remark-vault-migrated = Valvet kommer från en äldre version (format { $from }); den filen behålls när du sparar.
remark-vault-weak-cost = Att gissa valvets lösenfras kostar mindre än det borde; ange lösenfrasen på nytt för att höja kostnaden.
