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

use tokio::net::windows::named_pipe::{
    ClientOptions, NamedPipeClient, NamedPipeServer, ServerOptions,
};

use super::Place;

pub(crate) type ServerStream = NamedPipeServer;
pub(crate) type ClientStream = NamedPipeClient;

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
        self.waiting.connect().await?;
        let next = ServerOptions::new()
            .reject_remote_clients(true)
            .create(&self.name)?;
        Ok(Some(std::mem::replace(&mut self.waiting, next)))
    }
}

#[expect(clippy::unused_async, reason = "as on the other systems")]
pub(crate) async fn connect(place: &Place) -> io::Result<ClientStream> {
    ClientOptions::new().open(name(place))
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
