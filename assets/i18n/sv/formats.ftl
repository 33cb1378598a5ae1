## Vad andra appar skriver, och de URI:er som koder färdas i

# Varför en URI inte ger något konto.
err-uri-bad-number = ”{ $value }” kan inte användas som { $parameter }.
err-uri-no-key = Det finns ingen nyckel i den.
err-uri-not-an-account = Det här är ingen konto-URI.
fix-uri-not-an-account = En konto-URI börjar med otpauth://, motp:// eller steam://.
err-uri-push = Koden registrerar push-godkännande i { $app } och innehåller ingen nyckel.
fix-uri-push = Välj ”annan autentiseringsapp” eller ”jag kan inte skanna” hos tjänsten och använd koden som visas då.
err-uri-too-long = URI:n är längre än 4096 byte.
err-uri-transfer = Den här bär flera konton från en annan app.
fix-uri-transfer = Importera den i stället för att lägga till den.
err-uri-two-keys = Den har två olika nycklar.
err-uri-unknown-algorithm = Algoritmen ”{ $name }” är okänd.
err-uri-unknown-type = Kodtypen ”{ $name }” är okänd.
fix-uri-ask-service = Låt tjänsten visa koden igen, eller skriv in nyckeln för hand.

# Vad som märktes hos en URI som togs med.
note-uri-cut = En mycket lång utgivare eller ett mycket långt namn kortades.
note-hidden-removed =
    { $count ->
        [one] { $count } dolt tecken togs bort.
       *[other] { $count } dolda tecken togs bort.
    }
note-uri-issuer-in-label = Etiketten anger ”{ $issuer }” som utgivare; parametern användes.
note-uri-issuer-repaired = Utgivaren var avklippt vid ett ”&” och togs från etiketten.
note-uri-look-alikes = Namnet blandar bokstäver som ser likadana ut; kontrollera att det är den du tror.
note-uri-repeated = ”{ $name }” står mer än en gång; den första användes.
note-key-short = Nyckeln är kort: { $bytes } byte, där standarden begär 16.
note-uri-unknown = Utelämnat, inget är känt om det: { $names }.
note-digits-unusual =
    { $digits ->
        [one] Koden har { $digits } siffra; 6 till 8 är vanligt.
       *[other] Koden har { $digits } siffror; 6 till 8 är vanligt.
    }
