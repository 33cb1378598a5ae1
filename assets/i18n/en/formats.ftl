## What other apps write, and the URIs that codes travel in

# Why a URI gives no account.
err-uri-bad-number = “{ $value }” cannot be used as { $parameter }.
err-uri-no-key = There is no key in it.
err-uri-not-an-account = This is no account URI.
fix-uri-not-an-account = An account URI begins with otpauth://, motp:// or steam://.
err-uri-push = This code registers push approval in { $app } and has no key in it.
fix-uri-push = At the service, choose “other authenticator app” or “I can't scan”, then use the code it shows then.
err-uri-too-long = The URI is longer than 4096 bytes.
err-uri-transfer = This carries several accounts of another app.
fix-uri-transfer = Import it instead of adding it.
err-uri-two-keys = It has two different keys.
err-uri-unknown-algorithm = The algorithm “{ $name }” is not known.
err-uri-unknown-type = The type of code “{ $name }” is not known.
fix-uri-ask-service = Let the service show the code again, or type the key by hand.

# What was noticed about a URI that was taken.
note-uri-cut = A very long issuer or name was shortened.
note-hidden-removed =
    { $count ->
        [one] { $count } hidden character removed.
       *[other] { $count } hidden characters removed.
    }
note-uri-issuer-in-label = The label names “{ $issuer }” as the issuer; the parameter was taken.
note-uri-issuer-repaired = The issuer was cut off at an “&” and was taken from the label.
note-uri-look-alikes = The name mixes letters that look alike; check that it is who you think.
note-uri-repeated = “{ $name }” stands there more than once; the first was taken.
note-key-short =
    { $bytes ->
        [one] The key is short: { $bytes } byte, where the standard asks for 16.
       *[other] The key is short: { $bytes } bytes, where the standard asks for 16.
    }
note-uri-unknown = Left out, nothing is known of it: { $names }.
note-digits-unusual =
    { $digits ->
        [one] The code has { $digits } digit; 6 to 8 are usual.
       *[other] The code has { $digits } digits; 6 to 8 are usual.
    }
