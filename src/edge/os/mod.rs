//! Where systems differ, and the only room with `unsafe`: file flags, locked pages, the process itself.

#[cfg(target_os = "linux")]
mod crash;
#[cfg(unix)]
mod descriptor;
#[cfg(unix)]
mod guards;
#[cfg(unix)]
mod pages;
#[cfg(not(unix))]
mod plain;
#[cfg(unix)]
mod seat;
#[cfg(unix)]
mod signals;
#[cfg(unix)]
mod unix;
#[cfg(unix)]
mod unseen;
mod wiping;

#[cfg(target_os = "linux")]
pub(super) use crash::give_back_in_a_crash;
#[cfg(unix)]
pub(super) use descriptor::{read_byte, read_some};
#[cfg(all(target_os = "linux", feature = "session"))]
pub(super) use guards::person;
#[cfg(unix)]
pub(super) use guards::{
    forbid_core_dumps, forbid_looking_in, forbid_new_rights, has_borrowed_rights, hide_new_files, keep_descriptors,
    lockable_bytes, page_size,
};
#[cfg(unix)]
pub(super) use pages::{give_back_free_pages, lock_page};
#[cfg(not(unix))]
pub(super) use plain::{
    TERMINAL, Unseen, end_by, folder_builder, for_owner_only, forbid_core_dumps, forbid_looking_in, forbid_new_rights,
    give_back_free_pages, has_borrowed_rights, hide_new_files, is_link_refusal, is_nobodys, keep_descriptors,
    lock_page, lockable_bytes, open_for_reading, open_lock, others_may_write, outlive_file_limits, ownership,
    page_size, read_byte, read_some, rename_without_replacing, room, slept, suspend, sync_folder, typed, watch_clock,
    watch_signals,
};
#[cfg(unix)]
pub(super) use seat::{slept, typed, watch_clock};
#[cfg(unix)]
pub(super) use signals::{end_by, outlive_file_limits, suspend, watch_signals};
#[cfg(unix)]
pub(super) use unix::{
    folder_builder, for_owner_only, is_link_refusal, is_nobodys, open_for_reading, open_lock, others_may_write,
    ownership, rename_without_replacing, room, sync_folder,
};

#[cfg(unix)]
pub(super) use unseen::{TERMINAL, Unseen};

/// Whose a file is, and who else may touch it.
pub(super) struct Ownership {
    pub is_ours: bool,
    pub is_open_to_others: bool,
    pub others_may_replace: bool,
    pub links: u64,
}
