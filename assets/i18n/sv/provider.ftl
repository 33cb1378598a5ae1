# Inloggning hos en leverantör.
err-browser-none = Ingen webbläsare kan öppnas härifrån.
fix-browser-none = Kopiera adressen, eller logga in med en kod på en annan enhet.
err-provider-algorithm = Leverantörens svar är signerat på ett sätt som inte godtas ({ $found }).
err-provider-another-name = Någon annan loggade in: { $given }. Kontot heter { $row }.
fix-provider-another-name = Logga in som kontots person. Om det ändå är du, ge kontot namnet som leverantören har.
err-provider-another-person = Någon annan loggade in ({ $given }) än första gången.
fix-provider-another-person = Logga ut hos leverantören och logga sedan in som kontots person.
err-provider-cancelled = Avbrutet.
err-provider-declined = Inloggningen avböjdes på leverantörens sida.
fix-provider-again = Inget ändrades; logga in igen när du vill.
err-provider-expired-token = Leverantörens svar hade redan gått ut.
err-provider-issued-elsewhen = Leverantörens svar gjordes inte just nu.
fix-provider-clock = Kontrollera klockan på den här datorn och logga sedan in igen.
err-provider-insecure = Leverantörens adress är inte krypterad: { $address }
fix-provider-insecure = Använd en adress som börjar med https.
err-provider-no-entropy = Den här datorn ger inga slumptal.
err-provider-no-listener = Webbläsarens svar kan inte tas emot på den här datorn.
fix-provider-no-listener = Logga in med en kod i stället.
err-provider-no-second-factor = Leverantören bad inte om någon andra faktor; den rapporterar: { $said }
fix-provider-no-second-factor = Slå på ett andra steg hos leverantören och logga sedan in igen.
err-provider-no-such-grant = Leverantören erbjuder inte det här sättet att logga in.
fix-provider-no-such-grant = Välj det andra sättet.
err-provider-no-tenant = Vilken organisation som ska frågas framgår inte av kontots namn.
fix-provider-no-tenant = Ge kontot dess e-postadress som namn, eller ange organisationen i inställningsfilen.
err-provider-nobody-answered = Ingen loggade in i tid.
err-provider-nonce = Leverantörens svar hör till en annan fråga.
err-provider-not-here = Den här versionen kan inte logga in hos en leverantör.
fix-provider-not-here = Lägg till den nya nyckeln för hand.
err-provider-not-understood = Leverantören svarade på ett sätt som inte går att förstå: { $words }
err-provider-redirected = Leverantören skickade oss till en annan adress: { $address }
fix-provider-address = Kontrollera leverantörens adress i inställningsfilen.
err-provider-refused = Leverantören sade nej ({ $code }). { $said }
fix-provider-refused = Be leverantörens administratör att tillåta programmet, eller lägg till den nya nyckeln för hand.
err-provider-signature = Leverantörens svar är inte signerat av leverantören.
fix-provider-not-taken = Inget togs från det. Försök igen från ett annat nätverk; om det händer igen, lägg till den nya nyckeln för hand.
err-provider-stale = Leverantören släppte in dig utan att fråga efter lösenordet igen.
fix-provider-stale = Logga ut hos leverantören och logga sedan in igen.
err-provider-state = Webbläsarens svar hör till en annan fråga.
err-provider-timed-out = Leverantören tog för lång tid på sig att svara.
err-provider-unreachable = Leverantören kan inte nås: { $words }
fix-provider-unreachable = Kontrollera anslutningen och logga sedan in igen.
err-provider-wrong-audience = Leverantörens svar är till ett annat program.
err-provider-wrong-issuer = Svaret kommer från en annan leverantör: { $found }
provider-page = Du kan stänga sidan och gå tillbaka till Pulih.

## Vad som bekräftades, och vad som inte rapporterades

provider-time = Den rapporterade att du angav ditt lösenord där { $time }.
provider-time-none = Den rapporterade inte när du angav ditt lösenord.
provider-proof-token = Svaret bär dess signatur och gäller bara det här programmet.
provider-proof-asked = Svaret bär ingen signatur: tjänsten frågades över en krypterad förbindelse, med den åtkomst du just hade gett.

## En text till administratören

letter-subject = Inloggning med Pulih: { $account }
letter-what = Jag använder Pulih, en autentiserare i terminalen. För att återställa mitt konto frågar den vår inloggningstjänst vem jag är (OpenID Connect). Mitt lösenord skrivs bara på tjänstens egen sida, och ingen token sparas.
letter-blocked = Inloggningstjänsten { $issuer } avvisar programmet med klient-id { $client }. Tillåt det för mig, eller säg att det inte önskas.
letter-offline = Inloggningstjänsten { $issuer } kunde inte nås från min dator. Säg mig om den går att använda härifrån.
letter-not-configured = Det behövs ett eget klient-id. Registrera ett publikt (native) program hos vår inloggningstjänst, utan hemlighet, och skicka mig dess klient-id och utfärdarens adress.
letter-settings = Vad programmet behöver: ingen hemlighet; omdirigeringen http://127.0.0.1/ med valfri port (RFC 8252) och PKCE, eller device authorization grant (RFC 8628); omfången openid, email och profile.
letter-otherwise = Om inget av det går, nollställ autentiseraren för mitt konto, så att jag kan ställa in den på nytt.
