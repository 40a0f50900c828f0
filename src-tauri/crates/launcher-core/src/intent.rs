//! [`Intent`]: everything a viewer can ask for. Each is one command of the
//! window and one message at the door.

use std::fmt;

use openmeetings_client::KeyFingerprint;
use serde::{Deserialize, Serialize};

use crate::error::ErrorView;
use crate::profile::{ProfileDraft, ProfileId};
use crate::settings::Settings;
use crate::update::{Permit, UpdateAnswer, UpdateReport};
use crate::view::{DiagnosisView, Everything, IntroducedView, Understood, Wanted};

/// What a viewer asks for. Holds no password: see `Access::hold_password`.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(
    tag = "intent",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase"
)]
pub enum Intent {
    /// Everything there is to see now.
    Look,
    /// Says what a text means, and does nothing.
    Understand {
        text: String,
    },
    /// Joins a row of the agenda.
    Join {
        key: String,
    },
    /// Joins what a text means. `profile` says which server a number is of,
    /// `choice` which meeting of an invitation.
    JoinText {
        text: String,
        profile: Option<ProfileId>,
        choice: Option<usize>,
    },
    CancelJoin,
    /// Joins the same again, with a fresh key.
    JoinAgain,
    /// Opens the room page of what could not be joined directly.
    JoinByPage,
    /// Joins what goes on, or begins next.
    JoinNext,
    /// Joins the room joined last, with a fresh key, even after a restart.
    Rejoin,
    /// Takes a link, a file or a text that the system handed over.
    Receive {
        text: String,
    },
    /// Puts a meeting of an invitation into the agenda, or brings the one there
    /// up to date. `choice` says which meeting of the invitation.
    Remember {
        text: String,
        choice: Option<usize>,
    },
    /// Takes a remembered meeting out of the agenda; any time of a series stands
    /// for all of it.
    Forget {
        key: String,
    },
    UndoForget,
    /// Whether a meeting is joined by itself when it begins.
    ArmAutoJoin {
        key: String,
        armed: bool,
    },
    AnswerReminder {
        key: String,
        answer: ReminderAnswer,
    },
    /// Calls the window to the front, to show something if anything.
    ShowWindow {
        wanted: Option<Wanted>,
    },
    /// The window has come to the front, or has left it.
    Focus {
        focused: bool,
    },
    /// The window has gone to what it was asked to show.
    CloseWanted,
    /// Takes the result of a join off the screen.
    CloseJoin,
    /// Puts something on the clipboard.
    Copy {
        what: Copy,
    },
    /// Loads the lists of one server, or of all.
    Refresh {
        profile: Option<ProfileId>,
    },
    /// Loads later meetings than those shown, for as long as the window is open.
    ShowLater,
    SetFavourite {
        key: String,
        favourite: bool,
    },
    /// Begins to add a server: checks the address.
    CheckServer {
        address: String,
        name: Option<String>,
    },
    /// Goes on with it: checks the account, with the password held.
    CheckAccount {
        login: String,
    },
    /// Ends it: saves the server, with the password held, if there is one.
    SaveServer {
        draft: Box<ProfileDraft>,
        keep: Keep,
    },
    /// Stops adding a server.
    CloseSetup,
    /// Changes the fields of a saved server.
    ChangeServer {
        id: ProfileId,
        draft: Box<ProfileDraft>,
    },
    /// Saves the password held for a server.
    SetPassword {
        id: ProfileId,
        keep: Keep,
    },
    /// Decides whom a saved server is taken for or, without a profile, the one that
    /// is being added.
    Trust {
        profile: Option<ProfileId>,
        decision: TrustDecision,
    },
    CheckProfile {
        id: ProfileId,
    },
    /// Moves a server to a place in the list, counted from 0.
    MoveServer {
        id: ProfileId,
        to: usize,
    },
    /// Takes over what another program changed of the saved servers.
    RereadServers,
    RemoveServer {
        id: ProfileId,
    },
    UndoRemove,
    ExportServers,
    ImportServers {
        content: String,
    },
    /// Introduces a saved server to another machine. `help` is whom to ask for help
    /// there; the key of the server is asked for if it is wanted.
    Introduce {
        id: ProfileId,
        help: String,
        with_key: bool,
    },
    ChangeSettings {
        settings: Settings,
    },
    /// Decides about the link that waits, if `to` is the number it waits under.
    AnswerLink {
        to: u32,
        answer: LinkAnswer,
    },
    /// Says whether an update may be looked for and installed now.
    MayUpdate,
    /// Tells a step of an update that the window's process has made.
    ReportUpdate {
        report: UpdateReport,
    },
    /// Decides about the update that is offered.
    AnswerUpdate {
        answer: UpdateAnswer,
    },
    /// Looks at servers, invitations and this computer, and says what it finds.
    Diagnose,
    /// A report for whoever helps, without secrets.
    Report,
    OpenLogFolder,
    /// Ends the launcher for this session: reminders, tray and all.
    Quit,
}

impl Intent {
    /// What it is called in the log. Not what it is about: that may be an invitation,
    /// or an address with a password in it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Look => "Look",
            Self::Understand { .. } => "Understand",
            Self::Join { .. } => "Join",
            Self::JoinText { .. } => "JoinText",
            Self::CancelJoin => "CancelJoin",
            Self::JoinAgain => "JoinAgain",
            Self::JoinByPage => "JoinByPage",
            Self::JoinNext => "JoinNext",
            Self::Rejoin => "Rejoin",
            Self::Receive { .. } => "Receive",
            Self::Remember { .. } => "Remember",
            Self::Forget { .. } => "Forget",
            Self::UndoForget => "UndoForget",
            Self::ArmAutoJoin { .. } => "ArmAutoJoin",
            Self::AnswerReminder { .. } => "AnswerReminder",
            Self::ShowWindow { .. } => "ShowWindow",
            Self::Focus { .. } => "Focus",
            Self::CloseWanted => "CloseWanted",
            Self::CloseJoin => "CloseJoin",
            Self::Copy { .. } => "Copy",
            Self::Refresh { .. } => "Refresh",
            Self::ShowLater => "ShowLater",
            Self::SetFavourite { .. } => "SetFavourite",
            Self::CheckServer { .. } => "CheckServer",
            Self::CheckAccount { .. } => "CheckAccount",
            Self::SaveServer { .. } => "SaveServer",
            Self::CloseSetup => "CloseSetup",
            Self::ChangeServer { .. } => "ChangeServer",
            Self::SetPassword { .. } => "SetPassword",
            Self::CheckProfile { .. } => "CheckProfile",
            Self::MoveServer { .. } => "MoveServer",
            Self::RemoveServer { .. } => "RemoveServer",
            Self::UndoRemove => "UndoRemove",
            Self::Trust { .. } => "Trust",
            Self::RereadServers => "RereadServers",
            Self::ExportServers => "ExportServers",
            Self::ImportServers { .. } => "ImportServers",
            Self::Introduce { .. } => "Introduce",
            Self::ChangeSettings { .. } => "ChangeSettings",
            Self::AnswerLink { .. } => "AnswerLink",
            Self::MayUpdate => "MayUpdate",
            Self::ReportUpdate { .. } => "ReportUpdate",
            Self::AnswerUpdate { .. } => "AnswerUpdate",
            Self::Diagnose => "Diagnose",
            Self::Report => "Report",
            Self::OpenLogFolder => "OpenLogFolder",
            Self::Quit => "Quit",
        }
    }
}

impl fmt::Debug for Intent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Intent::{}(…)", self.name())
    }
}

/// What can be put on the clipboard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum Copy {
    /// The address of the last join. It may hold a key: works once.
    JoinLink,
    /// The room page of a row.
    RoomLink { key: String },
    /// The `openmeetings://` link of a row.
    AppLink { key: String },
    /// The details of the join that failed.
    JoinDetails,
    /// The report for whoever helps.
    Report,
    /// The link of an introduction, as it was shown.
    Introduction { link: String },
    /// The fingerprint of a key, as it was shown.
    Key {
        #[cfg_attr(test, ts(type = "string"))]
        key: KeyFingerprint,
    },
}

/// What the person says of a server whose certificate cannot be verified.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "decision", rename_all = "kebab-case")]
pub enum TrustDecision {
    /// The key that it just showed is its own.
    Key { key: KeyFingerprint },
    /// The authorities of a file vouch for it; `path` as people know it.
    Authorities { pem: String, path: String },
    /// Nothing more than what the computer trusts.
    TakeBack,
}

/// Where a password is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Keep {
    /// In the keychain of the computer.
    InKeychain,
    /// In memory, until the launcher ends.
    UntilQuit,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "answer", rename_all = "kebab-case")]
pub enum LinkAnswer {
    /// Join on this saved server.
    JoinOn {
        #[cfg_attr(test, ts(type = "string"))]
        profile: ProfileId,
    },
    /// Join as the link is, in the browser, without an account.
    JoinAsGiven,
    /// Begin to add its server.
    AddServer,
    Dismiss,
}

/// What the person says to a reminder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ReminderAnswer {
    Join,
    /// Remind again a little later, but not after the start.
    Snooze,
    /// No more of it; stops an automatic join, too.
    Dismiss,
}

/// What came of a link or file that was handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Received {
    /// It is being joined.
    Joining,
    /// The window asks, or shows it.
    Shown,
    /// The same came a moment ago, or too many came.
    Ignored,
}

/// What comes back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(
    tag = "answer",
    content = "value",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase"
)]
pub enum Answer {
    /// It is done; the state says what came of it.
    Done,
    Everything(Box<Everything>),
    Understood(Understood),
    /// A text, such as a report or an export.
    Text(String),
    /// Whether a join reached the browser, and what it was.
    Joined(JoinedView),
    Imported(Imported),
    Introduced(IntroducedView),
    Diagnosed(Box<DiagnosisView>),
    Received(Received),
    Update(Permit),
}

/// A join that reached the browser, as the command line tells it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JoinedView {
    pub target: String,
    pub route: crate::join::Route,
}

/// What an import came to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Imported {
    /// Names of the servers that came in.
    pub added: Vec<String>,
    /// Names of those that were there already.
    pub known: Vec<String>,
    /// It was an introduction, and the window asks about it.
    #[serde(default)]
    pub asked: bool,
}

/// The outcome of an intent as it goes through the door.
pub type Outcome = Result<Answer, ErrorView>;
