# Signing in at a provider.
err-browser-none = No browser can be opened from here.
fix-browser-none = Copy the address, or sign in with a code on another device.
err-provider-algorithm = The provider's answer is signed in a way that is not accepted ({ $found }).
err-provider-another-name = Somebody else signed in: { $given }. This account is called { $row }.
fix-provider-another-name = Sign in as the person of this account. If it is you all the same, give the account the name that the provider has.
err-provider-another-person = Somebody else signed in ({ $given }) than the first time.
fix-provider-another-person = Sign out at the provider, then sign in as the person of this account.
err-provider-cancelled = Called off.
err-provider-declined = Signing in was declined on the provider's page.
fix-provider-again = Nothing was changed; sign in again when you like.
err-provider-expired-token = The provider's answer had already run out.
err-provider-issued-elsewhen = The provider's answer was not made just now.
fix-provider-clock = Check the clock of this computer, then sign in again.
err-provider-insecure = The provider's address is not encrypted: { $address }
fix-provider-insecure = Use an address that begins with https.
err-provider-no-entropy = This computer gives no random numbers.
err-provider-no-listener = The browser's answer cannot be received on this computer.
fix-provider-no-listener = Sign in with a code instead.
err-provider-no-second-factor = The provider asked for no second factor; it reports: { $said }
fix-provider-no-second-factor = Turn on a second step at the provider, then sign in again.
err-provider-no-such-grant = The provider does not offer this way of signing in.
fix-provider-no-such-grant = Choose the other way.
err-provider-no-tenant = Which organization to ask cannot be told from the account's name.
fix-provider-no-tenant = Give the account its e-mail address as name, or name the organization in the settings file.
err-provider-nobody-answered = Nobody signed in in time.
err-provider-nonce = The provider's answer belongs to another question.
err-provider-not-here = This version cannot sign in at a provider.
fix-provider-not-here = Add the new key by hand.
err-provider-not-understood = The provider answered in a way that cannot be understood: { $words }
err-provider-redirected = The provider sent us to another address: { $address }
fix-provider-address = Check the provider's address in the settings file.
err-provider-refused = The provider refused ({ $code }). { $said }
fix-provider-refused = Ask the provider's administrator to allow this program, or add the new key by hand.
err-provider-signature = The provider's answer is not signed by the provider.
fix-provider-not-taken = Nothing was taken from it. Try again from another network; if it comes again, add the new key by hand.
err-provider-stale = The provider let you in without asking for the password again.
fix-provider-stale = Sign out at the provider, then sign in again.
err-provider-state = The browser's answer belongs to another question.
err-provider-timed-out = The provider took too long to answer.
err-provider-unreachable = The provider cannot be reached: { $words }
fix-provider-unreachable = Check the connection, then sign in again.
err-provider-wrong-audience = The provider's answer is for another program.
err-provider-wrong-issuer = The answer comes from another provider: { $found }
provider-page = You can close this page and go back to Pulih.

## What was confirmed, and what was not reported

provider-time = It reported that you gave your password there on { $time }.
provider-time-none = It did not report when you gave your password.
provider-proof-token = Its answer carries its signature and is for this program alone.
provider-proof-asked = Its answer carries no signature: the provider was asked over an encrypted connection, with the access that you had just given.

## A text for the administrator

letter-subject = Sign-in with Pulih: { $account }
letter-what = I use Pulih, an authenticator that runs in a terminal. To restore my account it asks our sign-in provider who I am (OpenID Connect). My password is typed on the provider's page alone, and no token is kept.
letter-blocked = The provider { $issuer } refuses the program with the client id { $client }. Please allow it for me, or tell me that it is not wanted.
letter-offline = The provider { $issuer } could not be reached from my computer. Please tell me whether it can be used from here.
letter-not-configured = It needs a client id of ours. Please register a public (native) program at our provider, without a secret, and send me its client id and the issuer's address.
letter-settings = What the program needs: no secret; the redirect http://127.0.0.1/ with any port (RFC 8252) and PKCE, or the device authorization grant (RFC 8628); the scopes openid, email and profile.
letter-otherwise = If neither is possible, please reset the authenticator of my account, so that I can set it up again.
