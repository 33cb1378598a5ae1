//! One-time codes: parameters that cannot be wrong, the codes they give, and the URIs they travel in.
//!
//! TOTP, HOTP and Steam go through `totp-rs`; mOTP, Yandex and ten digits are a few lines of our own.

mod code;
mod explain;
mod hotp;
mod key;
mod motp;
mod params;
pub mod uri;
mod yandex;

pub use code::{Code, CodeError, Window};
pub use key::{KeyError, OtpKey, Pin};
pub use params::{Algorithm, Counter, Digits, MotpSecret, OtpParams, OutOfRange, Period, YandexKey};
