//! [`Programs`]: the programs that a bench measures, and what it does with them.

mod began;
mod rival;
mod row;
mod spent;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use openmeetings_testserver::TestServer;

use crate::desktop::Desktop;
use crate::processes::Process;
use crate::programs::{COMMAND_LINE, WINDOW};
use crate::server::{ACCOUNT, PASSWORD};
use crate::wait::until;

pub use began::Began;
pub use rival::{Rival, Running};
pub use row::{mebibytes, milliseconds, row, row_with_goal};
pub use spent::{BETWEEN, Spent, be_between};

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
        let mut command = self.call(program, arguments);
        command.spawn().expect("the program starts")
    }

    /// By the command line, which is quicker than a person.
    pub fn add_server(&self, server: &TestServer) {
        self.add_account(server, "Work");
    }

    /// An account under a name; several may be the same on the server.
    pub fn add_account(&self, server: &TestServer, name: &str) {
        let url = server.base_url();
        let add = ["profile", "add", name, "--url", &url];
        let mut child = self
            .call(COMMAND_LINE, &add)
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

    /// Closes the window, and waits for the end of all that it started.
    pub async fn close_window(&self) {
        let seen = self.desktop.shows_window().await;
        self.desktop.close(&seen);
        // What it started ends a little later, and would be in the way of the next.
        until("end of the window", async || {
            let left = self.desktop.processes();
            let mut left = left.iter().filter(|one| is_of_window(one));
            left.next().is_none().then_some(())
        })
        .await;
    }

    /// One as it is called, with nobody reading what it prints.
    pub fn call(&self, program: &str, arguments: &[&str]) -> Command {
        let mut command = self.desktop.command(self.folder.join(program));
        command
            .args(arguments)
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command
    }
}

/// Whether it is there for the window only.
pub fn is_of_window(process: &Process) -> bool {
    process.program == WINDOW || process.program.starts_with("WebKit")
}
