//! [`Reason`]: what is wrong with a text, a file or a field, as a value. The
//! sentence about it is made in the language of whoever reads it.

use std::io;

use openmeetings_client::{BaseUrlError, JoinLinkError};

use crate::deep_link::LinkRefusal;
use crate::invite_file::{InviteError, MOST_EVENTS};
use crate::profile::{FieldProblem, LONGEST_FIELD, LONGEST_NAME};
use crate::texts::{Texts, Value};

/// Why something cannot be used. Goes into a message as `{ $reason }`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    Address(BaseUrlError),
    Link(JoinLinkError),
    DeepLink(LinkRefusal),
    Invitation(InviteError),
    Field(FieldProblem),
    /// The text has nothing in it.
    Empty,
    /// Rooms are counted from 1.
    RoomNumber,
    /// `file://` without a file of this computer.
    NoFile,
    /// What the system handed over is neither a link nor an invitation.
    NeitherLinkNorFile,
    /// So many links came within a moment that nobody can have clicked them.
    TooManyLinks,
    /// Why a file could not be read.
    File(io::ErrorKind),
    /// An invitation without a link to join; pasted ones have no file.
    NoLink {
        file: Option<String>,
    },
    /// An invitation without a time, or with one nobody can read.
    NoTime,
    /// A meeting that has ended.
    Over,
    /// A text that is no invitation.
    NoInvitation,
    /// An update that leads to another host than the remembered meeting.
    OtherHost,
    /// An update by somebody else than the organiser.
    OtherOrganiser,
    /// A meeting without a room.
    NoRoom {
        meeting: String,
    },
    /// The address of a server where one of a room is needed.
    ServerOnly {
        address: String,
    },
    ImportTooLarge,
    /// The import is of another kind or version.
    ImportKind,
    /// The import is not written as an export is.
    ImportFormat,
    /// A link that leads to a room where an introduction is needed.
    NoIntroduction,
    /// The import has no server in it.
    ImportEmpty,
    /// A line of an imported list is wrong.
    ImportLine {
        line: usize,
        problem: FieldProblem,
    },
    /// A server of an import is wrong.
    ImportServer {
        name: String,
        problem: FieldProblem,
    },
}

type Said<'a> = (&'static str, Vec<(&'static str, Value<'a>)>);

impl Reason {
    /// What it is, in a language, to stand after a colon.
    pub fn text(&self, texts: &Texts) -> String {
        let (key, values) = self.said(texts);
        texts.with(key, &values)
    }

    #[cfg(test)]
    pub(crate) fn key(&self, texts: &Texts) -> &'static str {
        self.said(texts).0
    }

    fn said(&self, texts: &Texts) -> Said<'_> {
        match self {
            Self::Address(error) => of_address(error),
            Self::Link(error) => of_link(error),
            Self::DeepLink(refusal) => of_deep_link(refusal),
            Self::Invitation(error) => of_invitation(*error),
            Self::Field(problem) => of_field(problem),
            Self::Empty => ("reason-link-empty", Vec::new()),
            Self::RoomNumber => ("reason-link-room-number", Vec::new()),
            Self::NoFile => ("reason-link-no-file", Vec::new()),
            Self::NeitherLinkNorFile => ("reason-link-neither", Vec::new()),
            Self::TooManyLinks => ("reason-link-too-many", Vec::new()),
            Self::File(kind) => (of_file(*kind), Vec::new()),
            Self::NoLink { file } => {
                let source = if file.is_some() { "file" } else { "pasted" };
                let file = file.as_deref().unwrap_or_default();
                let values = vec![("source", source.into()), ("file", file.into())];
                ("reason-invitation-no-link", values)
            }
            Self::NoTime => ("reason-invitation-no-time", Vec::new()),
            Self::Over => ("reason-invitation-over", Vec::new()),
            Self::NoInvitation => ("reason-invitation-none", Vec::new()),
            Self::OtherHost => ("reason-invitation-other-host", Vec::new()),
            Self::OtherOrganiser => ("reason-invitation-other-organiser", Vec::new()),
            Self::NoRoom { meeting } => {
                ("reason-meeting-no-room", vec![("meeting", meeting.into())])
            }
            Self::ServerOnly { address } => {
                ("reason-server-only", vec![("address", address.into())])
            }
            Self::ImportTooLarge => ("reason-import-too-large", Vec::new()),
            Self::ImportKind => ("reason-import-kind", Vec::new()),
            Self::ImportFormat => ("reason-import-format", Vec::new()),
            Self::NoIntroduction => ("reason-link-no-introduction", Vec::new()),
            Self::ImportEmpty => ("reason-import-empty", Vec::new()),
            Self::ImportLine { line, problem } => {
                let (key, values) = of_field(problem);
                let reason = texts.with(key, &values);
                let values = vec![("line", line.to_string().into()), ("reason", reason.into())];
                ("reason-import-line", values)
            }
            Self::ImportServer { name, problem } => {
                let (key, values) = of_field(problem);
                let reason = texts.with(key, &values);
                let values = vec![("server", name.into()), ("reason", reason.into())];
                ("reason-import-server", values)
            }
        }
    }
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the enum grows with its crate"
)]
fn of_address(error: &BaseUrlError) -> Said<'_> {
    let key = match error {
        BaseUrlError::Empty => "reason-address-empty",
        BaseUrlError::TooLong => "reason-address-too-long",
        BaseUrlError::Blank => "reason-address-blank",
        BaseUrlError::ControlCharacter => "reason-address-control-character",
        BaseUrlError::Scheme(scheme) => {
            return ("reason-address-scheme", vec![("scheme", scheme.into())]);
        }
        BaseUrlError::Credentials => "reason-address-credentials",
        BaseUrlError::NoHost => "reason-address-no-host",
        BaseUrlError::HostName => "reason-address-host-name",
        BaseUrlError::Port => "reason-address-port",
        BaseUrlError::IpAddress => "reason-address-ip",
        _ => "reason-address-malformed",
    };
    (key, Vec::new())
}

fn of_link(error: &JoinLinkError) -> Said<'_> {
    let key = match error {
        JoinLinkError::Address(error) => return of_address(error),
        JoinLinkError::NoRoom => "reason-link-no-room",
        JoinLinkError::Hash => "reason-link-hash",
        JoinLinkError::Room => "reason-link-room",
        _ => "reason-link-malformed",
    };
    (key, Vec::new())
}

fn of_deep_link(refusal: &LinkRefusal) -> Said<'_> {
    let key = match refusal {
        LinkRefusal::Address(error) => return of_address(error),
        LinkRefusal::Damaged(error) => return of_link(error),
        LinkRefusal::Scheme => "reason-deep-link-scheme",
        LinkRefusal::TooLong => "reason-deep-link-too-long",
        LinkRefusal::Characters => "reason-deep-link-characters",
        LinkRefusal::Secret => "reason-deep-link-secret",
        LinkRefusal::Unknown => "reason-deep-link-unknown",
        LinkRefusal::Twice => "reason-deep-link-twice",
        LinkRefusal::NoRoom => "reason-deep-link-no-room",
        LinkRefusal::NoServer => "reason-deep-link-no-server",
        LinkRefusal::Name => "reason-deep-link-name",
        LinkRefusal::Key => "reason-deep-link-key",
        LinkRefusal::Help => "reason-deep-link-help",
    };
    (key, Vec::new())
}

fn of_invitation(error: InviteError) -> Said<'static> {
    match error {
        InviteError::TooLarge => ("reason-invitation-too-large", Vec::new()),
        InviteError::NotACalendar => ("reason-invitation-no-calendar", Vec::new()),
        InviteError::NoEvent => ("reason-invitation-no-event", Vec::new()),
        InviteError::TooManyEvents => (
            "reason-invitation-too-many",
            vec![("most", number(MOST_EVENTS))],
        ),
        InviteError::Answer => ("reason-invitation-answer", Vec::new()),
    }
}

fn of_field(problem: &FieldProblem) -> Said<'_> {
    match problem {
        FieldProblem::Address(error) => of_address(error),
        FieldProblem::NameTooLong => {
            let values = vec![("longest", number(LONGEST_NAME))];
            ("reason-field-name-too-long", values)
        }
        FieldProblem::NameTaken(name) => ("reason-field-name-taken", vec![("name", name.into())]),
        FieldProblem::TooLong(field) => {
            let longest = number(LONGEST_FIELD);
            let values = vec![("field", field.name().into()), ("longest", longest)];
            ("reason-field-too-long", values)
        }
        FieldProblem::ControlCharacter(field) => {
            let values = vec![("field", field.name().into())];
            ("reason-field-control-character", values)
        }
        FieldProblem::Email => ("reason-field-email", Vec::new()),
        FieldProblem::Help => ("reason-field-help", Vec::new()),
    }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "most kinds say no more")]
fn of_file(kind: io::ErrorKind) -> &'static str {
    match kind {
        io::ErrorKind::NotFound => "reason-file-missing",
        io::ErrorKind::PermissionDenied => "reason-file-not-allowed",
        _ => "reason-file-unreadable",
    }
}

fn number(number: usize) -> Value<'static> {
    Value::Number(u32::try_from(number).unwrap_or(u32::MAX))
}

impl From<BaseUrlError> for Reason {
    fn from(error: BaseUrlError) -> Self {
        Self::Address(error)
    }
}

impl From<JoinLinkError> for Reason {
    fn from(error: JoinLinkError) -> Self {
        Self::Link(error)
    }
}

impl From<LinkRefusal> for Reason {
    fn from(refusal: LinkRefusal) -> Self {
        Self::DeepLink(refusal)
    }
}

impl From<InviteError> for Reason {
    fn from(error: InviteError) -> Self {
        Self::Invitation(error)
    }
}

impl From<FieldProblem> for Reason {
    fn from(problem: FieldProblem) -> Self {
        Self::Field(problem)
    }
}

impl From<&io::Error> for Reason {
    fn from(error: &io::Error) -> Self {
        Self::File(error.kind())
    }
}
