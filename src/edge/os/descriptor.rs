//! Reading from a descriptor that the person named by its number.
#![expect(unsafe_code, reason = "a number given from outside has to be borrowed as a descriptor")]

use std::io;
use std::os::fd::BorrowedFd;

/// Reads one byte; `None` at the end. One at a time, so that what follows the line stays for the next reader.
pub(in crate::edge) fn read_byte(descriptor: i32, byte: &mut [u8; 1]) -> io::Result<Option<()>> {
    Ok((read_some(descriptor, byte)? > 0).then_some(()))
}

/// Reads what is there, as much as fits; 0 is the end.
pub(in crate::edge) fn read_some(descriptor: i32, bytes: &mut [u8]) -> io::Result<usize> {
    if descriptor < 0 {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    // SAFETY: the number is not negative; if nothing is open there, the read says so (EBADF), and the borrow ends here.
    let borrowed = unsafe { BorrowedFd::borrow_raw(descriptor) };
    loop {
        match rustix::io::read(borrowed, &mut *bytes) {
            Ok(count) => return Ok(count),
            Err(rustix::io::Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
}
