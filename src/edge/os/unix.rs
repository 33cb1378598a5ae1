//! Unix: Linux, macOS and the BSDs.

use std::fs::{DirBuilder, File, Metadata, OpenOptions};
use std::io;
use std::os::fd::AsFd;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::Path;

use rustix::fs::{FileType, OFlags};
use rustix::process::geteuid;

use super::Ownership;

/// Readable and writable for others; writable for others; writable for everybody; sticky (`sys/stat.h`).
const OTHERS_READ_WRITE: u32 = 0o066;
const OTHERS_WRITE: u32 = 0o022;
const EVERYBODY_WRITES: u32 = 0o002;
const STICKY: u32 = 0o1000;

/// Opens for reading without following a link and without waiting for the other end of a pipe.
pub(in crate::edge) fn open_for_reading(path: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).custom_flags(flags(OFlags::NOFOLLOW | OFlags::NONBLOCK)).open(path)
}

/// Opens a lock file, making it where there is none. It is never removed: removing it would let two programs hold
/// two files of one name.
pub(in crate::edge) fn open_lock(path: &Path) -> io::Result<File> {
    let mut how = OpenOptions::new();
    how.read(true).write(true).create(true).truncate(false).mode(0o600).custom_flags(flags(OFlags::NOFOLLOW));
    how.open(path)
}

/// New files are readable and writable for their owner only, and a link at their name is not followed.
pub(in crate::edge) fn for_owner_only(how: &mut OpenOptions) {
    how.mode(0o600).custom_flags(flags(OFlags::NOFOLLOW));
}

/// Makes folders that only their owner may enter.
pub(in crate::edge) fn folder_builder() -> DirBuilder {
    let mut builder = DirBuilder::new();
    builder.mode(0o700);
    builder
}

/// How many bytes a person may still write in a file system; `None` where it does not tell.
pub(in crate::edge) fn room(path: &Path) -> Option<u64> {
    let told = rustix::fs::statvfs(path).ok()?;
    told.f_bavail.checked_mul(told.f_frsize)
}

/// `fsync` on a folder: the names in it last.
pub(in crate::edge) fn sync_folder(path: &Path) -> io::Result<()> {
    File::open(path)?.sync_all()
}

/// Renames only if nothing is there; [`io::ErrorKind::Unsupported`] where the system or file system cannot.
pub(in crate::edge) fn rename_without_replacing(from: &Path, to: &Path) -> io::Result<()> {
    #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE).map_err(io::Error::from)
    }
    #[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
    {
        let _ = (from, to);
        Err(io::ErrorKind::Unsupported.into())
    }
}

/// Whose a file is, and who else may touch it.
pub(in crate::edge) fn ownership(facts: &Metadata) -> Ownership {
    let mode = facts.mode();
    Ownership {
        is_ours: facts.uid() == geteuid().as_raw(),
        is_open_to_others: mode & OTHERS_READ_WRITE != 0,
        others_may_replace: mode & EVERYBODY_WRITES != 0 && mode & STICKY == 0,
        links: facts.nlink(),
    }
}

/// Whether the group or everybody may write a file.
pub(in crate::edge) fn others_may_write(facts: &Metadata) -> bool {
    facts.mode() & OTHERS_WRITE != 0
}

/// Whether what is written there is seen by nobody: the null device, which also stands in for a closed stream.
pub(in crate::edge) fn is_nobodys(stream: impl AsFd) -> bool {
    let Ok(null) = rustix::fs::stat("/dev/null") else { return false };
    rustix::fs::fstat(stream).map_or(true, |there| {
        FileType::from_raw_mode(there.st_mode) == FileType::CharacterDevice && there.st_rdev == null.st_rdev
    })
}

/// Whether a path was refused because its last component is a link (`ELOOP`; `EMLINK` on FreeBSD, `EFTYPE` on NetBSD).
pub(in crate::edge) fn is_link_refusal(error: &io::Error) -> bool {
    error.raw_os_error() == Some(rustix::io::Errno::LOOP.raw_os_error())
}

/// Flags as the standard library takes them; `O_CLOEXEC` it sets itself.
fn flags(flags: OFlags) -> i32 {
    i32::try_from(flags.bits()).unwrap_or(0)
}
