//! An account's key under this computer's device key: what a vault file holds of a device-bound account. The file alone,
//! copied elsewhere, has only the name (docs/vault-format.md, section 7).

use sha2::{Digest, Sha256};

use crate::account::{Account, AccountId, DeviceSealed};
use crate::chance::{Entropy, NoEntropy};
use crate::otp::OtpParams;
use crate::secret::Key32;
use crate::vault::boxed::{self, BoxError, Purpose};
use crate::vault::enc::enc;
use crate::vault::payload::{self, SealedContent};
use crate::vault::sign_in::label_hash;
use crate::vault::{OpenError, SealError, VaultId};

/// This computer's device key, for one vault.
#[derive(Debug, Eq, PartialEq)]
pub struct DeviceLock {
    /// The key.
    pub key: Key32,
    /// The vault that it is for.
    pub vault: VaultId,
}

impl DeviceLock {
    /// Seals the key of an account, and what is as sensitive. The same content gives the same bytes, so that what was
    /// sealed can be compared with what was to be sealed.
    pub fn seal(&self, account: &Account, params: &OtpParams) -> Result<DeviceSealed, SealError> {
        let label = payload::label_of(account, params);
        let content = payload::sealed_content(account, params)?;
        let aad = self.aad(account.id, &label_hash(&label));
        let nonce = Nonce(Sha256::digest(&*enc("PULIH1 device nonce", &[self.key.expose(), &aad, &content])).into());
        let sealed = boxed::seal(&self.key, Purpose::DeviceBound, &aad, &content, &nonce)?;
        Ok(DeviceSealed(payload::device_record(&label, sealed)?))
    }

    /// Opens what was sealed here.
    ///
    /// # Errors
    /// [`OpenError::WrongKey`] where another device key sealed it, [`OpenError::TooNew`], [`OpenError::Damaged`].
    pub fn open(&self, id: AccountId, sealed: &DeviceSealed) -> Result<SealedContent, OpenError> {
        let (label, sealed) = payload::read_device_record(&sealed.0)?;
        let opened = boxed::open(&self.key, Purpose::DeviceBound, &self.aad(id, &label_hash(&label)), &sealed);
        let content = opened.map_err(|error| match error {
            BoxError::Damaged => OpenError::Damaged,
            BoxError::WrongKey => OpenError::WrongKey,
        })?;
        let content = payload::open_sealed_content(&content)?;
        if content.fits(&label) { Ok(content) } else { Err(OpenError::Damaged) }
    }

    /// Account, vault and label.
    fn aad(&self, id: AccountId, label_hash: &[u8; 32]) -> Vec<u8> {
        [id.0.as_slice(), &self.vault.0, label_hash].concat()
    }
}

/// A nonce that follows from key, associated data and content: nobody without the key can tell it from a random one, and
/// the same nonce means the same content.
struct Nonce([u8; 32]);

impl Entropy for Nonce {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), NoEntropy> {
        let own = self.0.get(..bytes.len()).ok_or(NoEntropy)?;
        bytes.copy_from_slice(own);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::DeviceLock;
    use crate::account::{Account, AccountId, Credential, MissingReason, Protection};
    use crate::moment::Moment;
    use crate::otp::{OtpKey, OtpParams};
    use crate::secret::{Key32, Passphrase, Secret};
    use crate::vault::testing::Counting;
    use crate::vault::{KdfParams, OpenError, OpenVault, Opener, SealedVault, VaultId};

    const NOW: Moment = Moment::from_unix(1_800_000_000);

    fn key(byte: u8) -> Key32 {
        Key32::copied(&[byte; 32]).unwrap()
    }

    fn bound() -> Account {
        let steam = OtpParams::Steam { key: OtpKey::new(Secret::copied(&[7; 20])).unwrap() };
        let mut account = Account::ready(AccountId([1; 16]), "Contoso", "anna", steam, NOW);
        account.protection = Protection::DeviceBound;
        account.note = "badge 12".into();
        account
    }

    fn passphrase() -> Passphrase {
        Passphrase::parse("four words like these").unwrap()
    }

    fn saved(vault: &OpenVault) -> OpenVault {
        let bytes = vault.seal(&Counting::new()).unwrap();
        assert_eq!(vault.verify(&bytes), Ok(()));
        SealedVault::parse(bytes).unwrap().open(&Opener::Passphrase(&passphrase())).unwrap()
    }

    fn vault() -> OpenVault {
        let mut vault = OpenVault::create(&passphrase(), KdfParams::LEAST, NOW, &Counting::new()).unwrap();
        vault.book_mut().add(bound());
        vault
    }

    fn only(vault: &OpenVault) -> &Account {
        &vault.book().all()[0]
    }

    fn reason(vault: &OpenVault) -> Option<MissingReason> {
        match &only(vault).credential {
            Credential::Missing(hint) => Some(hint.reason),
            Credential::Ready(_) | Credential::Sealed(_) => None,
        }
    }

    #[test]
    fn the_file_alone_has_the_name_and_this_computer_has_the_key() {
        let mut vault = vault();
        assert_eq!(vault.set_device_key(key(3)), 0);
        let mut elsewhere = saved(&vault);
        assert_eq!(reason(&elsewhere), Some(MissingReason::DeviceKeyGone));
        assert!(only(&elsewhere).note.is_empty());
        assert_eq!(elsewhere.set_device_key(key(4)), 0);
        assert_eq!(reason(&elsewhere), Some(MissingReason::DeviceKeyGone));
        // Renamed and saved there, and back here again.
        let account = elsewhere.book_mut().get_mut(AccountId([1; 16])).unwrap();
        (account.issuer, account.note) = ("Contoso AB".into(), "from there".into());
        let mut back = saved(&elsewhere);
        assert_eq!(back.set_device_key(key(3)), 1);
        assert_eq!(only(&back).credential, bound().credential);
        assert_eq!((&*only(&back).issuer, &*only(&back).note), ("Contoso AB", "badge 12\nfrom there"));
    }

    #[test]
    fn without_a_device_key_nothing_is_lost() {
        assert_eq!(only(&saved(&vault())), &bound());
    }

    #[test]
    fn only_what_is_bound_to_the_device_is_sealed_with_its_key() {
        let mut vault = vault();
        vault.set_device_key(key(3));
        vault.book_mut().get_mut(AccountId([1; 16])).unwrap().protection = Protection::Standard;
        assert_eq!(reason(&saved(&vault)), None);
    }

    #[test]
    fn a_box_belongs_to_one_account_of_one_vault() {
        let lock = DeviceLock { key: key(3), vault: VaultId([5; 16]) };
        let account = bound();
        let mut sealed = lock.seal(&account, account.params().unwrap()).unwrap();
        assert_eq!(lock.seal(&account, account.params().unwrap()), Ok(sealed.clone()));
        let id = AccountId([1; 16]);
        assert!(lock.open(id, &sealed).is_ok());
        assert_eq!(lock.open(AccountId([2; 16]), &sealed).err(), Some(OpenError::WrongKey));
        let other = DeviceLock { key: key(3), vault: VaultId([6; 16]) };
        assert_eq!(other.open(id, &sealed).err(), Some(OpenError::WrongKey));
        let end = sealed.0.len() - 1;
        sealed.0[end] ^= 1;
        assert_eq!(lock.open(id, &sealed).err(), Some(OpenError::Damaged));
        sealed.0[0] = 2;
        assert_eq!(lock.open(id, &sealed).err(), Some(OpenError::TooNew { found: 2 }));
    }
}
