//! The provider's keys, and what it signs with them.

use data_encoding::BASE64URL_NOPAD;
use ring::rand::SystemRandom;
use ring::rsa::PublicKeyComponents;
use ring::signature::{
    ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair, RSA_PKCS1_SHA256, RSA_PKCS1_SHA512,
    RsaKeyPair,
};
use ring::{hmac, signature};
use serde_json::{Value, json};

/// How a token is signed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Signing {
    EdDsa,
    Es256,
    /// With the client's secret, which the person has in the settings.
    Hs256,
    Nothing,
    Rs256,
    /// Which nobody asked for.
    Rs512,
}

/// The keys of a provider.
pub struct Keys {
    chance: SystemRandom,
    ec: EcdsaKeyPair,
    ed: Ed25519KeyPair,
    rsa: RsaKeyPair,
}

pub const SECRET: &str = "not a secret at all, and long enough to sign with";

impl Keys {
    /// New ones, but for the RSA key, which takes too long to make.
    pub fn new() -> Self {
        let chance = SystemRandom::new();
        let ec = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &chance).unwrap();
        let ed = Ed25519KeyPair::generate_pkcs8(&chance).unwrap();
        Self {
            ec: EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, ec.as_ref(), &chance).unwrap(),
            ed: Ed25519KeyPair::from_pkcs8(ed.as_ref()).unwrap(),
            rsa: RsaKeyPair::from_pkcs8(include_bytes!("rsa-2048.pk8")).unwrap(),
            chance,
        }
    }

    /// The public halves, as the provider publishes them.
    pub fn published(&self) -> Value {
        let text = |bytes: &[u8]| BASE64URL_NOPAD.encode(bytes);
        let rsa = PublicKeyComponents::<Vec<u8>>::from(self.rsa.public_key());
        let point = &self.ec.public_key().as_ref()[1..];
        json!({"keys": [
            {"kty": "RSA", "kid": "rsa", "use": "sig", "n": text(&rsa.n), "e": text(&rsa.e)},
            {"kty": "EC", "kid": "ec", "use": "sig", "crv": "P-256", "x": text(&point[..32]), "y": text(&point[32..])},
            {"kty": "OKP", "kid": "ed", "use": "sig", "crv": "Ed25519", "x": text(self.ed.public_key().as_ref())},
            {"kty": "new", "kid": "of a kind that nobody knows"},
        ]})
    }

    /// A token with these claims.
    pub fn sign(&self, how: Signing, claims: &Value) -> String {
        let (alg, kid) = match how {
            Signing::EdDsa => ("EdDSA", "ed"),
            Signing::Es256 => ("ES256", "ec"),
            Signing::Hs256 => ("HS256", ""),
            Signing::Nothing => ("none", ""),
            Signing::Rs256 => ("RS256", "rsa"),
            Signing::Rs512 => ("RS512", "rsa"),
        };
        let head = match kid {
            "" => json!({"alg": alg, "typ": "JWT"}),
            kid => json!({"alg": alg, "typ": "JWT", "kid": kid}),
        };
        let signed = [&head, claims].map(|part| BASE64URL_NOPAD.encode(part.to_string().as_bytes())).join(".");
        format!("{signed}.{}", BASE64URL_NOPAD.encode(&self.signature(how, signed.as_bytes())))
    }

    fn signature(&self, how: Signing, message: &[u8]) -> Vec<u8> {
        match how {
            Signing::EdDsa => self.ed.sign(message).as_ref().to_vec(),
            Signing::Es256 => self.ec.sign(&self.chance, message).unwrap().as_ref().to_vec(),
            Signing::Hs256 => {
                hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, SECRET.as_bytes()), message).as_ref().to_vec()
            }
            Signing::Nothing => Vec::new(),
            Signing::Rs256 | Signing::Rs512 => {
                let mut bytes = vec![0; self.rsa.public().modulus_len()];
                let padding: &dyn signature::RsaEncoding =
                    if how == Signing::Rs512 { &RSA_PKCS1_SHA512 } else { &RSA_PKCS1_SHA256 };
                self.rsa.sign(padding, &self.chance, message, &mut bytes).unwrap();
                bytes
            }
        }
    }
}
