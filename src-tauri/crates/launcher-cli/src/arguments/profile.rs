//! What can be asked about saved servers.

use clap::{Args, Subcommand};
use launcher_core::KeyFingerprint;

use super::Person;

#[derive(Subcommand, Debug)]
pub(crate) enum Profile {
    /// Save a server
    Add(Add),
    /// List the saved servers
    List {
        /// Answer as JSON
        #[arg(long)]
        json: bool,
    },
    /// Show one saved server
    Show {
        name: String,
        /// Answer as JSON
        #[arg(long)]
        json: bool,
    },
    /// Forget a saved server and its password
    Remove {
        #[arg(required_unless_present = "all")]
        name: Option<String>,
        /// Forget every saved server and every password
        #[arg(long, conflicts_with = "name")]
        all: bool,
    },
    /// Save or change the password of a saved server
    SetPassword {
        name: String,
        /// Read the password from standard input
        #[arg(long)]
        password_stdin: bool,
    },
    /// Show or change whom a saved server is taken for
    ///
    /// What is trusted holds for all accounts on its host and port. Nobody is asked
    /// whether it is right: a key comes from the administrator of the server, and
    /// `openmeetings check` shows the one a server has.
    Trust(Trust),
    /// Save servers from an export, a list or an introduction
    ///
    /// A list has one address a line, and what to call it after a blank; lines that
    /// begin with # are notes. All servers are saved or, if one is wrong, none.
    /// Before the server of an introduction is saved, you are asked.
    Import(Import),
    /// Introduce a saved server to somebody else, as a link, a file or a QR code
    ///
    /// It holds no password and no account.
    Introduce(Introduce),
}

#[derive(Args, Debug)]
pub(crate) struct Trust {
    /// The saved server
    pub(crate) name: String,
    #[command(flatten)]
    pub(crate) change: TrustChange,
    /// Answer as JSON
    #[arg(long)]
    pub(crate) json: bool,
}

/// What is to be trusted; without a choice what is trusted is shown.
#[derive(Args, Debug)]
#[group(multiple = false)]
pub(crate) struct TrustChange {
    /// This key and no other, whoever signed its certificate: `sha256//…`
    #[arg(long, value_name = "FINGERPRINT")]
    pub(crate) key: Option<KeyFingerprint>,
    /// Certificates signed by the authorities in this PEM file as well
    #[arg(long, value_name = "FILE")]
    pub(crate) ca: Option<std::path::PathBuf>,
    /// Nothing more than what this computer trusts
    #[arg(long)]
    pub(crate) remove: bool,
}

impl TrustChange {
    /// Whether anything is to change.
    pub(crate) fn is_any(&self) -> bool {
        self.key.is_some() || self.ca.is_some() || self.remove
    }
}

#[derive(Args, Debug)]
pub(crate) struct Import {
    /// A file, an https address, an openmeetings:// link, or - for standard input
    #[arg(value_name = "FILE|URL|LINK|-", default_value = "-")]
    pub(crate) source: String,
    /// Show what would be saved, and save nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Save the server of an introduction without asking
    #[arg(long)]
    pub(crate) yes: bool,
    /// Trust the certificates in this PEM file as well
    #[arg(long, value_name = "FILE")]
    pub(crate) trust: Option<std::path::PathBuf>,
    /// Answer as JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Args, Debug)]
pub(crate) struct Introduce {
    /// The saved server
    pub(crate) name: String,
    #[command(flatten)]
    pub(crate) form: Form,
    /// Whom to ask for help: an e-mail address, a phone number or an https address
    #[arg(long, value_name = "CONTACT")]
    pub(crate) help_contact: Option<String>,
    /// Ask the server for its key, so that others can tell it from any other
    #[arg(long)]
    pub(crate) with_key: bool,
    /// Trust the certificates in this PEM file as well
    #[arg(long, value_name = "FILE")]
    pub(crate) trust: Option<std::path::PathBuf>,
}

/// The form of an introduction; without a choice the link.
#[derive(Args, Debug)]
#[group(multiple = false)]
pub(crate) struct Form {
    /// As a link
    #[arg(long)]
    pub(crate) link: bool,
    /// As a file in JSON
    #[arg(long)]
    pub(crate) json: bool,
    /// As a QR code on the terminal
    #[arg(long)]
    pub(crate) qr: bool,
}

#[derive(Args, Debug)]
pub(crate) struct Add {
    /// What to call it; without a name that of the host
    #[arg(default_value = "")]
    pub(crate) name: String,
    /// The address of the server, as you have it
    #[arg(long)]
    pub(crate) url: String,
    /// Login name or e-mail address; without one the browser signs in
    #[arg(long, value_name = "LOGIN")]
    pub(crate) user: Option<String>,
    /// Read the password from standard input
    #[arg(long, requires = "user")]
    pub(crate) password_stdin: bool,
    /// Save no password: it is asked for, or read from standard input, each time
    #[arg(long)]
    pub(crate) no_password: bool,
    /// Save it without asking the server
    #[arg(long)]
    pub(crate) no_check: bool,
    /// Trust the certificates in this PEM file for the check
    #[arg(long, value_name = "FILE")]
    pub(crate) trust: Option<std::path::PathBuf>,
    #[command(flatten)]
    pub(crate) person: Person,
}
