//! The doctor: looks at servers, invitations and this computer, and says what is
//! well, what is not, and what to do next.
//!
//! A [`Diagnosis`] is one value, shown as text, as JSON and in the window. What
//! asks servers is in `probe`; everything that judges is pure, and is given signs.

mod computer;
mod diagnosis;
mod examination;
mod finding;
mod invitations;
mod known_problems;
mod opener;
mod probe;
mod server;

pub use computer::{ComputerSigns, FolderSign, Kept, KeychainSign, ResidentSign, TraySign};
pub use diagnosis::{About, Diagnosis, Section};
pub use examination::{Clock, Doctor, LoginWish, Scope};
pub use finding::{Finding, Grade, Topic};
pub use opener::{BrowserSign, LinkSign};
