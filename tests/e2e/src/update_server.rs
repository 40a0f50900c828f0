//! [`UpdateServer`]: says which version is the newest, serves it, and does it badly
//! when a test wants that. [`AppImage`]: the file that an update replaces.

use std::fs;
use std::io;
use std::net::SocketAddr;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use minisign::KeyPair;
use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use crate::desktop::Desktop;
use crate::programs::{COMMAND_LINE, built};

/// What an installed version is made of before it is replaced.
const OLD: &[u8] = b"the version before";

const MANIFEST: &str = "/latest.json";

const DOWNLOAD: &str = "/OpenMeetings.AppImage";

/// How the newest version is served.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Serving {
    #[default]
    Well,
    /// The download breaks off in its middle.
    Cut,
    /// There is a description of it, and nothing behind.
    Missing,
    /// A few bytes, then nothing more for as long as the test takes.
    Stuck,
}

/// Who signs the newest version, and for which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signed {
    ByTheMakers,
    ByAStranger,
    /// By the makers, when it was still another version.
    ForAnotherVersion,
}

/// A server of updates with a key of its own. Ends when it is dropped.
pub struct UpdateServer {
    address: SocketAddr,
    makers: KeyPair,
    served: Arc<Mutex<Served>>,
    accepting: tokio::task::JoinHandle<()>,
}

#[derive(Default)]
struct Served {
    manifest: String,
    download: Vec<u8>,
    serving: Serving,
    asked: Vec<String>,
}

impl std::fmt::Debug for UpdateServer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("UpdateServer").finish_non_exhaustive()
    }
}

impl UpdateServer {
    /// Starts one that has nothing yet.
    pub async fn start() -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let address = listener.local_addr().unwrap();
        let served = Arc::<Mutex<Served>>::default();
        let shared = Arc::clone(&served);
        let accepting = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(answer(stream, Arc::clone(&shared)));
            }
        });
        Self {
            address,
            makers: key(),
            served,
            accepting,
        }
    }

    /// Programs that start on this desktop from now on get their updates here.
    pub fn serves(&self, desktop: &Desktop) {
        let key = self.makers.pk.to_box().unwrap().into_string();
        desktop.set("OPENMEETINGS_UPDATE_KEY", &STANDARD.encode(key));
        let manifest = format!("http://{}{MANIFEST}", self.address);
        desktop.set("OPENMEETINGS_UPDATE_URL", &manifest);
    }

    /// From now on this is the newest version; gives what is served as its file.
    pub fn publish(&self, version: &str, notes: &str, signed: Signed) -> Vec<u8> {
        let download = fs::read(built("newer-version")).unwrap();
        let stranger = key();
        let (key, signed_for) = match signed {
            Signed::ByTheMakers => (&self.makers, version),
            Signed::ByAStranger => (&stranger, version),
            Signed::ForAnotherVersion => (&self.makers, "0.0.1"),
        };
        // As Tauri's signer writes it.
        let comment =
            format!("timestamp:1700000000\tfile:OpenMeetings.AppImage\tversion:{signed_for}");
        let signature = minisign::sign(
            Some(&key.pk),
            &key.sk,
            io::Cursor::new(&download),
            Some(&comment),
            Some("signature from tauri secret key"),
        )
        .unwrap();
        let platform = format!("linux-{}", std::env::consts::ARCH);
        let manifest = json!({
            "version": version,
            "notes": notes,
            "platforms": { platform: {
                "url": format!("http://{}{DOWNLOAD}", self.address),
                "signature": STANDARD.encode(signature.into_string()),
            } },
        });
        let mut served = self.served();
        served.manifest = manifest.to_string();
        served.download.clone_from(&download);
        download
    }

    pub fn serve(&self, serving: Serving) {
        self.served().serving = serving;
    }

    /// What was asked for so far, in order.
    pub fn asked(&self) -> Vec<String> {
        self.served().asked.clone()
    }

    fn served(&self) -> MutexGuard<'_, Served> {
        self.served.lock().unwrap()
    }
}

impl Drop for UpdateServer {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

/// Answers one question. Written by hand, since an answer has to break off at a byte.
async fn answer(mut stream: TcpStream, served: Arc<Mutex<Served>>) -> io::Result<()> {
    let mut question = Vec::new();
    while !question.ends_with(b"\r\n\r\n") {
        question.push(stream.read_u8().await?);
    }
    let question = String::from_utf8_lossy(&question).into_owned();
    let path = question.split(' ').nth(1).unwrap_or_default().to_owned();
    let (body, serving) = {
        let mut served = served.lock().unwrap();
        served.asked.push(path.clone());
        match path.as_str() {
            MANIFEST => (served.manifest.clone().into_bytes(), Serving::Well),
            DOWNLOAD => (served.download.clone(), served.serving),
            _ => (Vec::new(), Serving::Missing),
        }
    };
    let (status, sent) = match serving {
        Serving::Missing => ("404 Not Found", 0),
        Serving::Well => ("200 OK", body.len()),
        Serving::Cut => ("200 OK", body.len() / 2),
        Serving::Stuck => ("200 OK", body.len().min(10)),
    };
    let length = if serving == Serving::Missing {
        0
    } else {
        body.len()
    };
    let head =
        format!("HTTP/1.1 {status}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n");
    stream.write_all(head.as_bytes()).await?;
    stream.write_all(&body[..sent]).await?;
    if serving == Serving::Stuck {
        // Until the other side has had enough of it.
        let _ = stream.read_u8().await;
    }
    stream.shutdown().await
}

fn key() -> KeyPair {
    KeyPair::generate_unencrypted_keypair().unwrap()
}

/// The file of an installed `AppImage`, with the built programs as what is in it.
#[derive(Debug)]
pub struct AppImage {
    file: PathBuf,
}

impl AppImage {
    /// Programs that start on this desktop from now on are in it.
    pub fn install(desktop: &Desktop) -> Self {
        let file = desktop.home().join("OpenMeetings.AppImage");
        fs::write(&file, OLD).unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
        let inside = built(COMMAND_LINE);
        let folder = inside.parent().expect("a file is in a folder");
        desktop.set("APPIMAGE", &file.display().to_string());
        desktop.set("APPDIR", &folder.display().to_string());
        Self { file }
    }

    pub fn file(&self) -> &Path {
        &self.file
    }

    /// Whether it is as it was installed.
    pub fn is_unchanged(&self) -> bool {
        self.content() == OLD
    }

    /// What the file holds now.
    pub fn content(&self) -> Vec<u8> {
        fs::read(&self.file).unwrap()
    }

    pub fn is_executable(&self) -> bool {
        fs::metadata(&self.file).unwrap().permissions().mode() & 0o111 == 0o111
    }
}
