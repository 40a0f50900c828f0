//! What the launcher's own work costs: `cargo xtask bench`.
//!
//! Plain medians over many rounds, printed; nothing here fails for being slow.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a bench may")]

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::time::{Duration, Instant};

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use launcher_core::RoomRef;
use launcher_core::connect::Connector;
use launcher_core::invite_file;
use launcher_core::join::Destination;
use launcher_core::launcher::{Keep, Launcher, Setup};
use launcher_core::profile::file::ProfilesFile;
use launcher_core::profile::{Profile, ProfileDraft};
use launcher_core::secret::{MemoryStore, Password, Secrets};
use openmeetings_testserver::{Appointment, DEMO_PASSWORD, Delays, Member, TestServer, World};
use tokio::runtime::Runtime;

const INVITATION: &[u8] = include_bytes!("../../../../tests/fixtures/ics/request-guest.ics");

fn main() {
    let server_runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let now: Timestamp = "2026-11-23T09:00:00Z".parse().unwrap();
    join(&runtime, &server_runtime, now);
    appointments(&runtime, &server_runtime, now);
    invitation();
}

/// A whole join, the test server's own work included.
fn join(runtime: &Runtime, server_runtime: &Runtime, now: Timestamp) {
    let server = server_runtime
        .block_on(
            TestServer::builder()
                .delays(Delays::none())
                .world(World::demo(now))
                .start(),
        )
        .unwrap();
    let (launcher, profile, _folder) = launcher(runtime, &server.base_url());
    let rounds = measure(300, || {
        let room = Destination::Room {
            profile: profile.id.clone(),
            room: RoomRef::Id(2),
        };
        runtime.block_on(launcher.join(room, now)).unwrap().unwrap();
    });
    show(
        "join: login, key and room check, server included",
        &rounds,
        "3 ms",
    );
}

/// A refresh that reads a thousand appointments, from a server that only hands
/// out bytes it made before.
fn appointments(runtime: &Runtime, server_runtime: &Runtime, now: Timestamp) {
    let mut world = World::demo(now);
    world.appointments = (1..=1000).map(|id| appointment(id, now)).collect();
    let server = server_runtime
        .block_on(
            TestServer::builder()
                .delays(Delays::none())
                .world(world)
                .start(),
        )
        .unwrap();
    let (launcher, profile, _folder) = launcher(runtime, &server.base_url());
    let refresh = |launcher: &Launcher, profile: &Profile| {
        let week = SignedDuration::from_hours(7 * 24);
        runtime
            .block_on(launcher.refresh_meetings(&profile.id, now, week))
            .unwrap()
            .unwrap()
    };
    assert!(refresh(&launcher, &profile).list.len() > 1000);
    let answers = Replay::record(server.address());
    println!(
        "a body of {} bytes with 1,000 appointments",
        answers.largest()
    );
    let (launcher, profile, _folder) = self::launcher(runtime, &answers.serve());
    let rounds = measure(60, || {
        assert!(refresh(&launcher, &profile).list.len() > 1000);
    });
    show(
        "reading 1,000 appointments, login and rooms included",
        &rounds,
        "15 ms",
    );
}

fn invitation() {
    let zone = TimeZone::UTC;
    let rounds = measure(2000, || {
        assert!(
            invite_file::read(INVITATION, &zone).unwrap()[0]
                .link
                .is_some()
        );
    });
    show(
        &format!("reading an invitation of {} bytes", INVITATION.len()),
        &rounds,
        "1 ms",
    );
}

fn appointment(id: i64, now: Timestamp) -> Appointment {
    let start = now + SignedDuration::from_mins(id);
    Appointment {
        id,
        title: format!("Meeting number {id} ☕"),
        description: None,
        start,
        end: start + SignedDuration::from_mins(30),
        owner: 2,
        room: 2,
        inserted: Some(now),
        members: vec![Member { id, user: 3 }],
        ..Appointment::default()
    }
}

fn launcher(runtime: &Runtime, address: &str) -> (Launcher, Profile, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let setup = Setup {
        memory_file: None,
        remembered_file: None,
        cache: None,
        browsers: Vec::new(),
        file: ProfilesFile::in_folder(folder.path()),
        keychain: Secrets::new(MemoryStore::default()),
        connector: Connector::default(),
        policy: launcher_core::policy::Policy::Absent,
        open_url: Arc::new(|_, _| Ok(())),
        language: None,
    };
    let (launcher, _) = Launcher::start(setup).unwrap();
    let draft = ProfileDraft {
        address: address.to_owned(),
        login: "anna".into(),
        ..ProfileDraft::default()
    };
    let profile = launcher.add_profile(draft).unwrap();
    let password = Password::new(DEMO_PASSWORD.to_owned());
    runtime
        .block_on(launcher.set_password(&profile.id, password, Keep::UntilQuit))
        .unwrap();
    (launcher, profile, folder)
}

/// Answers of the test server, kept as bytes by what their path contains.
struct Replay(Vec<(&'static str, Vec<u8>)>);

impl Replay {
    fn record(server: SocketAddr) -> Self {
        let get = |path: &str| {
            Self::ask(
                server,
                &format!(
                    "GET /openmeetings/services/{path} HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"
                ),
            )
        };
        let form = format!("user=anna&pass={DEMO_PASSWORD}");
        let login = Self::ask(
            server,
            &format!(
                "POST /openmeetings/services/user/login HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Length: {}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\n\r\n{form}",
                form.len()
            ),
        );
        let text = String::from_utf8_lossy(&login).into_owned();
        let sid = text.split('"').find(|part| part.len() == 36).unwrap();
        Self(vec![
            ("info/version", get("info/version")),
            ("user/login", login.clone()),
            (
                "room/public",
                get(&format!("room/public/CONFERENCE?sid={sid}")),
            ),
            (
                "calendar",
                get(&format!(
                    "calendar/2026-11-22T00:00:00%2B0000/2026-12-22T00:00:00%2B0000?sid={sid}"
                )),
            ),
        ])
    }

    fn ask(server: SocketAddr, request: &str) -> Vec<u8> {
        let mut stream = TcpStream::connect(server).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        answer
    }

    fn largest(&self) -> usize {
        self.0
            .iter()
            .map(|(_, bytes)| bytes.len())
            .max()
            .unwrap_or_default()
    }

    /// Serves them for ever, on a port of its own.
    fn serve(self) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let answers = Arc::new(self.0);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let answers = Arc::clone(&answers);
                std::thread::spawn(move || {
                    let mut stream = stream.unwrap();
                    let mut request = [0; 4096];
                    let length = stream.read(&mut request).unwrap();
                    let request = String::from_utf8_lossy(&request[..length]).into_owned();
                    let answer = answers.iter().find(|(path, _)| request.contains(path));
                    stream.write_all(&answer.unwrap().1).unwrap();
                });
            }
        });
        format!("http://{address}/openmeetings/")
    }
}

fn measure(rounds: usize, mut work: impl FnMut()) -> Vec<Duration> {
    work();
    let mut times: Vec<Duration> = (0..rounds)
        .map(|_| {
            let began = Instant::now();
            work();
            began.elapsed()
        })
        .collect();
    times.sort();
    times
}

fn show(what: &str, times: &[Duration], aim: &str) {
    let at = |share: usize| times[(times.len() - 1) * share / 100];
    println!(
        "{what}: best {:?}, median {:?}, 95 % under {:?} (aim {aim})",
        at(0),
        at(50),
        at(95)
    );
}
