//! [`Understood`]: what a text means, shown before anything is done with it.

use serde::{Deserialize, Serialize};

use crate::error::ErrorView;
use crate::profile::ProfileId;
use crate::view::Way;

/// What a pasted or typed text, or a dropped file, means.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(
    tag = "kind",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase"
)]
pub enum Understood {
    /// Nothing was typed.
    Nothing,
    /// The number of a room, on one of these servers.
    Room {
        number: String,
        profiles: Vec<Named>,
    },
    /// A link into a room.
    Link {
        what: LinkWhat,
        host: String,
        encrypted: bool,
        room: Option<String>,
        /// The saved server it belongs to.
        profile: Option<Named>,
        /// What happens on Enter; for links of others the browser decides.
        way: Option<Way>,
    },
    /// The meetings of an invitation file or text.
    Invitation { meetings: Vec<InvitedView> },
    /// The address of a server.
    Server {
        /// As it will be checked.
        address: String,
        host: String,
        /// The name a link suggests.
        name: Option<String>,
        /// The saved server at this address.
        profile: Option<Named>,
        /// Somebody recommends it: to be asked about by *join text*, as a link is.
        introduced: bool,
    },
    /// None of these: a search in the lists.
    Search,
    /// Something of ours, but not usable.
    Refused { error: ErrorView },
}

/// A saved server, by id and name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Named {
    #[cfg_attr(test, ts(type = "string"))]
    pub id: ProfileId,
    pub name: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum LinkWhat {
    /// Enters as the invited person.
    Invitation,
    RoomPage,
    /// A key somebody passed on: works once.
    RoomHash,
}

/// What the agenda has of a meeting of an invitation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Known {
    /// Nothing.
    #[default]
    New,
    /// The same, by an account or remembered.
    Listed,
    /// An older version is remembered: this one changes it.
    Changes,
    /// A newer version is remembered: this one is out of date.
    Outdated,
}

/// One meeting of an invitation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct InvitedView {
    pub title: String,
    #[cfg_attr(test, ts(type = "number | null"))]
    pub start: Option<i64>,
    #[cfg_attr(test, ts(type = "number | null"))]
    pub end: Option<i64>,
    /// From when on the server lets guests in.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub open_from: Option<i64>,
    /// The zone its times were written in.
    pub zone: Option<String>,
    pub organiser: Option<String>,
    pub repeats: bool,
    pub cancelled: bool,
    /// What the agenda has of it already.
    pub known: Known,
    /// The server its link leads to; without one there is nothing to join.
    pub host: Option<String>,
}
