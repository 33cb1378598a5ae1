//! LastPass Authenticator: its JSON, and the transfer codes that it shows (`lpaauth-migration://`). The password
//! manager's table is another format.

mod file;
mod qr;

pub(in crate::formats) use file::LastPass;
pub(in crate::formats) use qr::LastPassQr;
