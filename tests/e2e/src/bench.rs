//! [`Programs`]: the programs that a bench measures, and what it does with them.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use openmeetings_testserver::TestServer;

use crate::desktop::Desktop;
use crate::programs::COMMAND_LINE;
use crate::server::{ACCOUNT, PASSWORD};
use crate::wait::until;

/// The programs in a folder, on a desktop.
#[derive(Debug)]
pub struct Programs<'a> {
    pub desktop: &'a Desktop,
    folder: PathBuf,
}

impl<'a> Programs<'a> {
    pub fn new(desktop: &'a Desktop, folder: &Path) -> Self {
        Self {
            desktop,
            folder: std::fs::canonicalize(folder).expect("the folder is there"),
        }
    }

    /// Starts one, with nobody reading what it prints.
    pub fn start(&self, program: &str, arguments: &[&str]) -> Child {
        let mut command = self.command(program, arguments);
        command.spawn().expect("the program starts")
    }

    /// By the command line, which is quicker than a person.
    pub fn add_server(&self, server: &TestServer) {
        let url = server.base_url();
        let add = ["profile", "add", "Work", "--url", &url];
        let mut child = self
            .command(COMMAND_LINE, &add)
            .args(["--user", ACCOUNT, "--password-stdin"])
            .stdin(Stdio::piped())
            .spawn()
            .expect("the command line starts");
        let mut input = child.stdin.take().expect("is piped");
        writeln!(input, "{PASSWORD}").expect("it reads");
        drop(input);
        assert!(child.wait().is_ok_and(|status| status.success()));
    }

    pub async fn end_resident(&self) {
        if let Some(resident) = self.desktop.resident() {
            resident.end();
        }
        until("end of the resident", async || {
            self.desktop.resident().is_none().then_some(())
        })
        .await;
    }

    fn command(&self, program: &str, arguments: &[&str]) -> Command {
        let mut command = self.desktop.command(self.folder.join(program));
        command
            .args(arguments)
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command
    }
}
