//! Linux and macOS: a socket in a folder that only its owner can enter. Who is
//! on the other side the system says, to both.

use std::fs::{self, DirBuilder, Permissions};
use std::io;
use std::os::unix::fs::{DirBuilderExt as _, MetadataExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use tokio::net::{UnixListener, UnixStream};

use super::Place;

pub(crate) type ServerStream = UnixStream;
pub(crate) type ClientStream = UnixStream;

/// Nobody but the owner may even look inside.
const PRIVATE: u32 = 0o700;

/// The socket, as long as the resident runs.
pub(crate) struct Listener {
    socket: UnixListener,
    path: PathBuf,
}

impl Listener {
    /// Opens the door. Whoever calls this holds the lock of the place: a socket
    /// that is there already was left behind.
    pub(crate) fn bind(place: &Place) -> io::Result<Self> {
        let path = socket(place);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            Ok(()) | Err(_) => {}
        }
        let socket = UnixListener::bind(&path)?;
        fs::set_permissions(&path, Permissions::from_mode(0o600))?;
        Ok(Self { socket, path })
    }

    /// Whoever comes next; nothing if it is somebody else's program.
    pub(crate) async fn accept(&mut self) -> io::Result<Option<ServerStream>> {
        let (stream, _) = self.socket.accept().await?;
        Ok(is_own(&stream)?.then_some(stream))
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        // If it stays behind, the next resident takes it away.
        let _ = fs::remove_file(&self.path);
    }
}

/// Knocks. Whoever answers in a place that is somebody else's, or as somebody
/// else, is not spoken to.
pub(crate) async fn connect(place: &Place) -> io::Result<ClientStream> {
    check(&place.folder)?;
    let stream = UnixStream::connect(socket(place)).await?;
    if is_own(&stream)? {
        Ok(stream)
    } else {
        Err(not_own("the program behind the door"))
    }
}

/// Makes the folder of the place, for its owner only.
pub(crate) fn prepare(folder: &Path) -> io::Result<()> {
    let made = DirBuilder::new()
        .recursive(true)
        .mode(PRIVATE)
        .create(folder);
    made.and_then(|()| check(folder))?;
    // It is ours: it may have been made with less care.
    fs::set_permissions(folder, Permissions::from_mode(PRIVATE))
}

/// A link, or the folder of somebody else, could hold any door.
fn check(folder: &Path) -> io::Result<()> {
    let found = fs::symlink_metadata(folder)?;
    if found.is_dir() && found.uid() == own_id() {
        Ok(())
    } else {
        Err(not_own("the folder of the door"))
    }
}

fn socket(place: &Place) -> PathBuf {
    place.folder.join("door")
}

fn is_own(stream: &UnixStream) -> io::Result<bool> {
    Ok(stream.peer_cred()?.uid() == own_id())
}

fn own_id() -> u32 {
    rustix::process::geteuid().as_raw()
}

fn not_own(what: &str) -> io::Error {
    io::Error::new(
        io::ErrorKind::PermissionDenied,
        format!("{what} belongs to somebody else"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_is_made_for_its_owner_only() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("a/b");
        prepare(&folder).unwrap();
        let mode = || fs::metadata(&folder).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(), PRIVATE);
        fs::set_permissions(&folder, Permissions::from_mode(0o755)).unwrap();
        prepare(&folder).unwrap();
        assert_eq!(mode(), PRIVATE, "made private again");
    }

    #[test]
    fn a_link_in_its_place_is_refused() {
        let home = tempfile::tempdir().unwrap();
        let link = home.path().join("link");
        std::os::unix::fs::symlink(home.path(), &link).unwrap();
        let refused = prepare(&link).unwrap_err();
        assert_eq!(refused.kind(), io::ErrorKind::PermissionDenied);
    }

    #[test]
    fn the_folder_of_somebody_else_is_refused() {
        if own_id() == 0 {
            let home = tempfile::tempdir().unwrap();
            std::os::unix::fs::chown(home.path(), Some(65534), None).unwrap();
            assert!(prepare(home.path()).is_err());
        } else {
            // Somebody else's without any help: the system's own.
            assert!(check(Path::new("/usr")).is_err());
        }
    }
}
