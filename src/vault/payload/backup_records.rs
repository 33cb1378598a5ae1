//! What a vault keeps of its backup sets and places, as bytes of `ext`: `version u16 ‖ record`.

use std::mem::take;

use crate::moment::Moment;
use crate::secret::{Key32, Private, Secret};
use crate::vault::backup::{BackupSet, DeviceType, KnownPlace, PlaceId, RecoveryName, SetId, Written};
use crate::vault::payload::backup_v1::{PlaceV1, PlacesV1, SetV1, SetsV1, WrittenV1};
use crate::vault::payload::{read_v1 as read, write_v1 as write};
use crate::vault::slot::Slot;

/// The structs of the sets.
pub fn written_sets(sets: &[BackupSet]) -> SetsV1 {
    SetsV1 { sets: sets.iter().map(set).collect() }
}

fn set(set: &BackupSet) -> SetV1 {
    SetV1 {
        id: set.id.0,
        key: *set.key.expose(),
        device_type: set.device.number(),
        recovery_account: set.account.as_str().to_owned(),
        slots: set.slots.iter().map(Slot::encode).collect(),
        created: set.created.unix_ms(),
        is_on: set.is_on,
        generation: set.generation,
        last_digest: set.last_digest,
        content: set.content,
        live_accounts: set.live_accounts,
        password_checked: write::moment(set.password_checked),
        words_checked: write::moment(set.words_checked),
        place: set.place.map(|place| place.0),
        files: set.files.iter().map(file).collect(),
        ext: set.ext.clone(),
    }
}

fn file(file: &Written) -> WrittenV1 {
    WrittenV1 {
        name: file.name.clone(),
        generation: file.generation,
        digest: file.digest,
        created: file.created.unix_ms(),
        verified: write::moment(file.verified),
    }
}

/// The sets of these structs; `None` where a value is none that a set has.
pub fn sets(mut wire: SetsV1) -> Option<Vec<BackupSet>> {
    wire.sets.iter_mut().map(read_set).collect()
}

fn read_set(wire: &mut SetV1) -> Option<BackupSet> {
    Some(BackupSet {
        id: SetId(wire.id),
        key: Key32::copied(&wire.key)?,
        device: DeviceType::of(wire.device_type),
        account: RecoveryName::parse(&wire.recovery_account).ok()?,
        slots: wire.slots.iter().map(|slot| Slot::parse_in_backup(slot)).collect::<Option<_>>()?,
        created: Moment::from_unix_ms(wire.created),
        is_on: wire.is_on,
        generation: wire.generation,
        last_digest: wire.last_digest,
        content: wire.content,
        live_accounts: wire.live_accounts,
        password_checked: read::moment(wire.password_checked),
        words_checked: read::moment(wire.words_checked),
        place: wire.place.map(PlaceId),
        files: wire.files.iter_mut().map(read_file).collect(),
        ext: take(&mut wire.ext),
    })
}

fn read_file(wire: &mut WrittenV1) -> Written {
    Written {
        name: take(&mut wire.name),
        generation: wire.generation,
        digest: wire.digest,
        created: Moment::from_unix_ms(wire.created),
        verified: read::moment(wire.verified),
    }
}

/// The structs of the places.
pub fn written_places(places: &[KnownPlace]) -> PlacesV1 {
    let place = |place: &KnownPlace| PlaceV1 {
        id: place.id.0,
        address: place.address.as_str().to_owned(),
        secret: place.secret.as_ref().map(|secret| secret.expose().to_vec()),
        added: place.added.unix_ms(),
        refuses_overwrites: place.refuses_overwrites,
        ext: place.ext.clone(),
    };
    PlacesV1 { places: places.iter().map(place).collect() }
}

/// The places of these structs.
pub fn places(mut wire: PlacesV1) -> Vec<KnownPlace> {
    let place = |wire: &mut PlaceV1| KnownPlace {
        id: PlaceId(wire.id),
        address: Private::from(take(&mut wire.address)),
        secret: wire.secret.take().map(Secret::taken),
        added: Moment::from_unix_ms(wire.added),
        refuses_overwrites: wire.refuses_overwrites,
        ext: take(&mut wire.ext),
    };
    wire.places.iter_mut().map(place).collect()
}
