//! Windows: a named pipe of this computer.
//!
//! What the system gives without more: only the owner, administrators and the
//! system may write to a pipe with default security, and who cannot write
//! cannot say `Hello`, so gets no view. The first instance is ours or fails, so
//! nobody who was there first is taken for the resident's own pipe.
//!
//! What is missing: the viewer does not ask for the user behind the pipe, which
//! takes calls (`GetNamedPipeServerProcessId`, then the token of the process)
//! that have no safe form. Somebody else on the same computer could make the
//! pipe before the resident starts; the resident then refuses to start, but a
//! viewer would talk to the other.

use std::io;
use std::path::Path;
use std::time::Duration;

use tokio::net::windows::named_pipe::{
    ClientOptions, NamedPipeClient, NamedPipeServer, ServerOptions,
};

use super::Place;

pub(crate) type ServerStream = NamedPipeServer;
pub(crate) type ClientStream = NamedPipeClient;

/// `ERROR_PIPE_BUSY`: the resident has let somebody in, and did not come to wait
/// for the next one yet.
const BUSY: i32 = 231;

const LOOK_AGAIN: Duration = Duration::from_millis(5);

/// The pipe, as long as the resident runs: always one instance that waits.
pub(crate) struct Listener {
    name: String,
    waiting: NamedPipeServer,
}

impl Listener {
    pub(crate) fn bind(place: &Place) -> io::Result<Self> {
        let name = name(place);
        let waiting = ServerOptions::new()
            .first_pipe_instance(true)
            .reject_remote_clients(true)
            .create(&name)?;
        Ok(Self { name, waiting })
    }

    /// Whoever comes next.
    pub(crate) async fn accept(&mut self) -> io::Result<Option<ServerStream>> {
        let came = self.waiting.connect().await;
        let next = ServerOptions::new()
            .reject_remote_clients(true)
            .create(&self.name)?;
        // Whoever went away before leaves an instance that nobody can come to.
        let left = std::mem::replace(&mut self.waiting, next);
        came.map(|()| Some(left))
    }
}

/// Waits for its turn; whoever calls limits that.
pub(crate) async fn connect(place: &Place) -> io::Result<ClientStream> {
    let name = name(place);
    loop {
        match ClientOptions::new().open(&name) {
            Err(error) if error.raw_os_error() == Some(BUSY) => {
                tokio::time::sleep(LOOK_AGAIN).await;
            }
            outcome => return outcome,
        }
    }
}

/// The lock lies in the person's own folder.
pub(crate) fn prepare(folder: &Path) -> io::Result<()> {
    std::fs::create_dir_all(folder)
}

/// Pipes of all persons have one room of names: the folder tells them apart.
fn name(place: &Place) -> String {
    let of_folder: String = place
        .folder
        .to_string_lossy()
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { '-' })
        .collect();
    format!(r"\\.\pipe\openmeetings-launcher-{of_folder}")
}
