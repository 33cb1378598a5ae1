//! Why a request brought no answer. What an answer says is not judged here: a status is no error.

use std::io;

use ureq::Error;

/// Why a request brought no answer.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum NetError {
    /// Somebody called it off.
    #[error("called off")]
    Cancelled,
    /// The server does not prove that it is who it says; in the checker's words.
    #[error("certificate: {0}")]
    Certificate(String),
    /// The connection broke off in the middle.
    #[error("cut short")]
    CutShort,
    /// The address is none, or one that is not encrypted and not of this computer.
    #[error("not an address to ask")]
    Insecure,
    /// What came back is not HTTP; in the reader's words.
    #[error("not understood: {0}")]
    NotUnderstood(String),
    /// The server sends us elsewhere. Both addresses without what stands behind a question mark.
    #[error("redirected from {from} to {to}")]
    Redirected {
        /// What was asked.
        from: String,
        /// Where it sends us.
        to: String,
    },
    /// It took too long.
    #[error("timed out")]
    TimedOut,
    /// More bytes than allowed.
    #[error("too large")]
    TooLarge,
    /// Nobody answers; in the system's words.
    #[error("unreachable: {0}")]
    Unreachable(String),
}

impl From<Error> for NetError {
    fn from(error: Error) -> Self {
        match error {
            Error::Io(error) => error.into(),
            Error::Timeout(_) => Self::TimedOut,
            Error::Rustls(error) => of_tls(&error),
            Error::BadUri(_) | Error::Http(_) => Self::Insecure,
            Error::BodyExceedsLimit(_) => Self::TooLarge,
            error @ (Error::Protocol(_) | Error::LargeResponseHeader(..)) => Self::NotUnderstood(error.to_string()),
            error => Self::Unreachable(error.to_string()),
        }
    }
}

impl From<io::Error> for NetError {
    fn from(error: io::Error) -> Self {
        if let Some(tls) = error.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>()) {
            return of_tls(tls);
        }
        if error.get_ref().is_some_and(|inner| inner.is::<Error>()) {
            return match error.into_inner().map(|inner| inner.downcast::<Error>()) {
                Some(Ok(inner)) => (*inner).into(),
                _ => Self::CutShort,
            };
        }
        match error.kind() {
            io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => Self::TimedOut,
            io::ErrorKind::UnexpectedEof
            | io::ErrorKind::ConnectionReset
            | io::ErrorKind::ConnectionAborted
            | io::ErrorKind::BrokenPipe => Self::CutShort,
            _ => Self::Unreachable(error.to_string()),
        }
    }
}

fn of_tls(error: &rustls::Error) -> NetError {
    match error {
        rustls::Error::InvalidCertificate(_) | rustls::Error::NoCertificatesPresented => {
            NetError::Certificate(error.to_string())
        }
        _ => NetError::Unreachable(error.to_string()),
    }
}
