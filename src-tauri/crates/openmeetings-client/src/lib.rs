#![doc = include_str!("../README.md")]
#![deny(missing_docs)]

mod authorities;
mod base_url;
mod calendar;
mod call;
mod certificate;
mod client;
mod date;
mod download;
mod error;
mod fingerprint;
#[cfg(fuzzing)]
pub mod fuzzing;
mod head;
mod info;
mod language;
mod link;
mod pasted;
mod proxy;
mod refusal;
mod room;
mod session;
mod sid;
mod tls;
mod user;
mod wire;

pub use authorities::{Authorities, NoAuthorities};
pub use base_url::{BaseUrl, BaseUrlError};
pub use calendar::{Appointment, Member, Person};
pub use certificate::ShownCertificate;
pub use client::{Client, ClientBuilder};
pub use error::Error;
pub use fingerprint::{KeyFingerprint, KeyFingerprintError};
pub use head::{AnswerHead, Readers};
pub use info::{Health, LoginMethod, ServerVersion};
pub use language::LanguageId;
pub use link::{JoinKind, JoinLink, JoinLinkError, RoomRef};
pub use refusal::{CertificateProblem, LoginRefusal};
pub use room::{Room, RoomKind, RoomUser};
pub use session::Session;
pub use sid::{RoomHash, Sid};
pub use tls::is_pem;
pub use user::{Credentials, ExternalUser, RoomOptions};
