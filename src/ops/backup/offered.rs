//! The folders of this computer that a cloud service keeps in step: offered by name at set-up.

use crate::backup::{Offered, Search, searches};
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
