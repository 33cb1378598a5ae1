//! FreeOTP and FreeOTP+: the preferences of FreeOTP 1 (`tokens.xml`), the backup of FreeOTP 2 (a map that Java wrote,
//! whatever it is called), and FreeOTP+'s JSON. All three hold the same tokens. Source: `Token` of both apps.

mod backup;
mod java_map;
mod json;
mod preferences;
mod token;

pub(in crate::formats) use backup::FreeOtp2;
pub(in crate::formats) use json::FreeOtpPlus;
pub(in crate::formats) use preferences::FreeOtp;
