//! What can be asked for, and how the help says it.

// By its path, since the example that writes the manual takes this file by its own.
#[path = "arguments/profile.rs"]
pub(crate) mod profile;

use clap::error::{ContextKind, ContextValue};
use clap::{Args, Parser, Subcommand};
use clap_complete::Shell;

use profile::Profile;

/// Join Apache OpenMeetings rooms from the command line.
///
/// Exit status: 0 done, 2 usage, 3 no such profile, room or meeting, 4 login refused
/// or needed, 5 keychain, 6 network, 7 TLS, 8 the server answered an error, 9
/// refused by policy, 10 nothing to join now, 130 ended by Ctrl-C, 1 anything else.
#[derive(Parser, Debug)]
#[command(name = "openmeetings", version, arg_required_else_help = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

impl Arguments {
    /// Reads what the program was called with.
    pub(crate) fn read() -> Result<Self, clap::Error> {
        Self::try_parse().map_err(unquoted)
    }
}

/// Without what was typed in a wrong place, but for the name of an option: it may
/// be a password or an invitation, and errors are pasted into mails.
fn unquoted(mut error: clap::Error) -> clap::Error {
    let typed = [
        ContextKind::InvalidArg,
        ContextKind::InvalidValue,
        ContextKind::InvalidSubcommand,
    ];
    for kind in typed {
        let Some(ContextValue::String(text)) = error.get(kind) else {
            continue;
        };
        let is_option = text.starts_with('-') || text.starts_with('<');
        if !is_option || kind == ContextKind::InvalidValue {
            error.insert(kind, ContextValue::String("…".to_owned()));
        }
    }
    error
}

#[derive(Subcommand, Debug)]
pub(crate) enum Command {
    /// Join a room or meeting in the browser
    Join(Join),
    /// Join the meeting that goes on, or begins within a quarter of an hour
    JoinNext,
    /// Join the last room again
    Rejoin,
    /// Hand links and invitation files to the launcher, as the desktop does
    ///
    /// Links to saved servers are joined; the window asks about others, and
    /// shows files. Without any, the window comes to the front.
    Open {
        #[arg(value_name = "LINK|FILE")]
        what: Vec<String>,
    },
    /// List meetings and rooms
    Meetings(Meetings),
    /// Check a server, and an account on it, layer by layer
    Check(Check),
    /// Look for what is wrong, and say what to do about it
    ///
    /// Looks at every saved server, or at the one that is named, and at this computer:
    /// certificates, versions with known problems, clocks, the keychain, the browser
    /// and more. Changes nothing, but that files which cannot be read are set aside, as
    /// by each start. Signs in only with --login. The exit status is 0 if nothing has to
    /// be done, that of the first thing that failed, or 1.
    Doctor(Doctor),
    /// Manage saved servers
    Profile {
        #[command(subcommand)]
        command: Profile,
    },
    /// What an organisation lays down for its computers
    Policy {
        #[command(subcommand)]
        command: Policy,
    },
    /// Stay in the background: lists, reminders, what the window shows
    Tray,
    /// End what stays in the background, and the window with it
    Quit,
    /// Print the completions for a shell
    Completions { shell: Shell },
}

impl Command {
    pub(crate) fn wants_json(&self) -> bool {
        match self {
            Self::Join(join) => join.json,
            Self::Meetings(meetings) => meetings.json,
            Self::Check(check) => check.json,
            Self::Doctor(doctor) => doctor.json,
            Self::Profile { command } => match command {
                Profile::List { json } | Profile::Show { json, .. } => *json,
                Profile::Import(import) => import.json,
                Profile::Trust(trust) => trust.json,
                Profile::Add(_)
                | Profile::Remove { .. }
                | Profile::SetPassword { .. }
                | Profile::Introduce(_) => false,
            },
            Self::Policy { command } => match command {
                Policy::Show { json } => *json,
                Policy::Check { .. } | Policy::Browsers { .. } => false,
            },
            Self::JoinNext
            | Self::Rejoin
            | Self::Open { .. }
            | Self::Tray
            | Self::Completions { .. }
            | Self::Quit => false,
        }
    }
}

#[derive(Args, Debug)]
pub(crate) struct Join {
    /// Number or name of a room, name of a meeting, a room page, an invitation
    /// or other link, or the path of an .ics file
    pub(crate) target: String,
    #[command(flatten)]
    pub(crate) server: Server,
    /// Print the address and open nothing
    #[arg(long)]
    pub(crate) print: bool,
    /// Answer as JSON
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) person: Person,
}

/// A saved server, or one given here.
#[derive(Args, Debug)]
pub(crate) struct Server {
    /// A saved server, by name
    #[arg(long, value_name = "NAME", conflicts_with_all = ["url", "user"])]
    pub(crate) profile: Option<String>,
    /// A server that is not saved, by address
    #[arg(long)]
    pub(crate) url: Option<String>,
    /// Login name or e-mail address on it
    #[arg(long, value_name = "LOGIN", requires = "url")]
    pub(crate) user: Option<String>,
    /// Read the password from standard input
    #[arg(long)]
    pub(crate) password_stdin: bool,
    /// Trust the certificates in this PEM file as well
    #[arg(long, value_name = "FILE")]
    pub(crate) trust: Option<std::path::PathBuf>,
}

/// Who enters, and how.
#[derive(Args, Debug, Default, PartialEq, Eq)]
pub(crate) struct Person {
    /// First name shown to others
    #[arg(long, value_name = "NAME")]
    pub(crate) first_name: Option<String>,
    /// Last name shown to others
    #[arg(long, value_name = "NAME")]
    pub(crate) last_name: Option<String>,
    /// E-mail address shown to moderators
    #[arg(long)]
    pub(crate) email: Option<String>,
    /// Enter as moderator
    #[arg(long)]
    pub(crate) moderator: bool,
    /// Language of the room page, by the server's number: 1 English, 2 German, …
    #[arg(long, value_name = "NUMBER")]
    pub(crate) language: Option<u32>,
}

#[derive(Args, Debug)]
pub(crate) struct Meetings {
    #[command(flatten)]
    pub(crate) server: Server,
    /// How many days ahead
    #[arg(long, value_name = "NUMBER", default_value_t = 14, value_parser = clap::value_parser!(u16).range(1..=366))]
    pub(crate) days: u16,
    /// List what the launcher in the background loaded last, and ask no server
    #[arg(long, conflicts_with_all = ["url", "password_stdin", "trust", "days"])]
    pub(crate) cached: bool,
    /// Answer as JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Args, Debug)]
pub(crate) struct Check {
    /// The address of the server, as you have it
    pub(crate) url: String,
    /// Login name or e-mail address on it
    #[arg(long, value_name = "LOGIN")]
    pub(crate) user: Option<String>,
    /// Read the password from standard input
    #[arg(long, requires = "user")]
    pub(crate) password_stdin: bool,
    /// Trust the certificates in this PEM file as well
    #[arg(long, value_name = "FILE")]
    pub(crate) trust: Option<std::path::PathBuf>,
    /// Answer as JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Args, Debug)]
pub(crate) struct Doctor {
    /// The address of a server, or an invitation file; without it every saved server
    #[arg(value_name = "URL|FILE")]
    pub(crate) what: Option<String>,
    /// Sign in where a password is saved; servers before 9.0 write it to their logs
    #[arg(long)]
    pub(crate) login: bool,
    /// Trust the certificates in this PEM file as well
    #[arg(long, value_name = "FILE")]
    pub(crate) trust: Option<std::path::PathBuf>,
    /// Answer as JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Subcommand, Debug)]
pub(crate) enum Policy {
    /// Read a policy, and say what is wrong with it
    Check { file: std::path::PathBuf },
    /// Show what is in force on this computer, and from where
    Show {
        /// Answer as JSON
        #[arg(long)]
        json: bool,
    },
    /// Print the policies of browsers that belong to the servers
    ///
    /// With them the servers' pages use camera and microphone, and start the
    /// launcher, without a question.
    Browsers {
        family: Family,
        /// A policy that is not in force here
        #[arg(long, value_name = "FILE")]
        policy: Option<std::path::PathBuf>,
    },
}

/// A family of browsers.
#[derive(clap::ValueEnum, Clone, Copy, Debug)]
pub(crate) enum Family {
    /// Chromium, Chrome, Edge
    Chromium,
    Firefox,
}
