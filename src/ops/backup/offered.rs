//! The folders of this computer that a cloud service keeps in step: offered by name at set-up.

use crate::backup::{FileName, Offered, Search, searches};
use crate::ops::World;
use crate::ports::LookKind;

/// Those that are there.
#[must_use]
pub fn offered(world: &World) -> Vec<Offered> {
    let Some(home) = &world.surroundings.home else { return Vec::new() };
    searches(home, world.surroundings.device).iter().flat_map(|search| found(world, search)).collect()
}

fn found(world: &World, search: &Search) -> Vec<Offered> {
    // A folder that cannot be listed offers nothing.
    let names = world.files.list(&search.within).unwrap_or_default();
    let folders = names.iter().filter(|name| name.to_str().is_some_and(|name| search.finds(name)));
    folders
        .map(|name| search.within.join(name))
        .filter(|folder| matches!(world.files.look(folder), Ok(Some(look)) if look.kind == LookKind::Folder))
        .map(|folder| Offered { service: search.service, folder })
        .collect()
}

/// The same to restore from: a folder, and the folders within it that hold backups, each with how many lie there. What a
/// service keeps is often sorted into one.
#[must_use]
pub fn offered_to_restore(world: &World) -> Vec<(Offered, usize)> {
    offered(world).into_iter().flat_map(|offer| counted(world, offer)).collect()
}

fn counted(world: &World, offer: Offered) -> Vec<(Offered, usize)> {
    let names = world.files.list(&offer.folder).unwrap_or_default();
    let own = backups(&names);
    let inner = names.iter().map(|name| offer.folder.join(name));
    let inner = inner.map(|folder| (backups(&world.files.list(&folder).unwrap_or_default()), folder));
    let inner = inner.filter(|(count, _)| *count > 0);
    let mut all: Vec<(Offered, usize)> =
        inner.map(|(count, folder)| (Offered { service: offer.service, folder }, count)).collect();
    // A service without backups is offered all the same: it may still be fetching them.
    if own > 0 || all.is_empty() {
        all.insert(0, (offer, own));
    }
    all
}

fn backups(names: &[std::ffi::OsString]) -> usize {
    names.iter().filter(|name| name.to_str().is_some_and(|name| FileName::parse(name).is_some())).count()
}
