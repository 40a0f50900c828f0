//! State, decisions and use cases of OpenMeetings Launcher, without any toolkit.
//!
//! One value, [`state::AppState`], holds everything the launcher knows; hosts
//! subscribe to it and call the methods of [`launcher::Launcher`].

pub mod action;
mod address_list;
pub mod browser;
pub mod connect;
pub mod deep_link;
pub mod doctor;
pub mod error;
mod file;
pub mod intent;
pub mod introduction;
pub mod invite_file;
pub mod join;
pub mod launcher;
pub mod meeting;
pub mod memory;
pub mod plain;
pub mod policy;
pub mod profile;
pub mod qr;
pub mod reason;
pub mod remembered;
pub mod reminder;
pub mod repeats;
pub mod secret;
mod servers_words;
pub mod settings;
pub mod state;
mod store;
pub mod target;
pub mod texts;
pub mod tray_menu;
pub mod trust;
pub mod update;
pub mod view;

pub use openmeetings_client::{
    BaseUrl, JoinLink, KeyFingerprint, LanguageId, LoginMethod, RoomKind, RoomRef,
};
