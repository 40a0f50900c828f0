//! [`Cell`]: one thing that goes wrong, at one moment, and what came of it.

use std::time::Duration;

use launcher_core::launcher::Keep;
use launcher_core::profile::{ProfileDraft, ProfileId};
use launcher_core::texts::Texts;
use openmeetings_testserver::TestClock;
use tokio::net::{TcpListener, TcpSocket, TcpStream};

use crate::moment::{Call, End, Moment, at_rest};
use crate::support::{TestLauncher, now, password, server};
use crate::trouble::{Place, Trouble};

/// No call may take longer than its limit, and a moment has a handful of them.
const PATIENCE: Duration = Duration::from_secs(10);

#[derive(Debug)]
pub(crate) struct Cell {
    pub(crate) moment: Moment,
    /// `None` before there is a server.
    pub(crate) call: Option<Call>,
    pub(crate) trouble: &'static str,
    /// `done`, what there is instead, or a code.
    pub(crate) end: String,
    /// What the person reads, with what to do next.
    pub(crate) sentence: Option<String>,
    /// What is left of the lists.
    pub(crate) lists: &'static str,
    /// What another try comes to once all is well again.
    pub(crate) again: String,
}

impl Cell {
    /// One call of a moment goes wrong, once.
    pub(crate) async fn run(moment: Moment, call: Call, trouble: &Trouble) -> Self {
        let test = TestLauncher::new().await;
        let saved = moment.prepare(&test).await.map(|profile| profile.id);
        let address = test.server.base_url();
        let before = (test.count("user/login"), test.count("user/hash"));
        test.server
            .go_wrong(trouble.fault.clone(), call.path(), Some(1));
        let given = (address.as_str(), call.password());
        let what = format!("{moment:?}, {call:?}, {}", trouble.name);
        let end = limited(&what, Box::pin(moment.run(&test, saved.as_ref(), given))).await;
        // Retries only where they do no harm.
        let logins = test.count("user/login") - before.0;
        let keys = test.count("user/hash") - before.1;
        assert!(logins <= trouble.logins(), "{what}: {logins} logins");
        assert!(keys <= trouble.logins(), "{what}: {keys} keys");
        let lists = at_rest(&test, saved.as_ref());
        test.server.heal();
        restore(&test);
        let given = (address.as_str(), password());
        let again = limited(&what, Box::pin(moment.run(&test, saved.as_ref(), given))).await;
        test.assert_discreet();
        Self::new(
            moment,
            Some(call),
            trouble.name,
            (end, again),
            (lists, &test),
        )
    }

    /// There is no server to call, or none with a clock to trust.
    pub(crate) async fn run_at(moment: Moment, place: Place) -> Self {
        let clock = TestClock::fixed(now());
        let test = TestLauncher::with(server().clock(clock.clone()).start().await.unwrap());
        let year = jiff::SignedDuration::from_hours(365 * 24);
        let mut hole = None;
        let address = match place {
            Place::Refused => "http://127.0.0.1:1/openmeetings/".to_owned(),
            Place::UnknownHost => "http://no-such-host.invalid/openmeetings/".to_owned(),
            Place::BlackHole => {
                let dug = BlackHole::dig().await;
                let address = dug.address();
                hole = Some(dug);
                address
            }
            Place::ClockAhead | Place::ClockBehind => test.server.base_url(),
        };
        let saved = match moment {
            Moment::FirstUse => None,
            Moment::Refresh | Moment::Join => Some(saved_at(&test, "before", &address).await),
        };
        match place {
            Place::ClockAhead => clock.set(now() + year),
            Place::ClockBehind => clock.set(now() - year),
            Place::Refused | Place::UnknownHost | Place::BlackHole => {}
        }
        let given = (address.as_str(), password());
        let what = format!("{moment:?}, {place:?}");
        let end = limited(&what, Box::pin(moment.run(&test, saved.as_ref(), given))).await;
        drop(hole);
        let lists = at_rest(&test, saved.as_ref());
        clock.set(now());
        // The same server, where it really is.
        let right = test.server.base_url();
        let saved = match saved {
            Some(_) => Some(saved_at(&test, "after", &right).await),
            None => None,
        };
        let given = (right.as_str(), password());
        let again = limited(&what, Box::pin(moment.run(&test, saved.as_ref(), given))).await;
        Self::new(moment, None, place.name(), (end, again), (lists, &test))
    }

    fn new(
        moment: Moment,
        call: Option<Call>,
        trouble: &'static str,
        (end, again): (End, End),
        (lists, test): (&'static str, &TestLauncher),
    ) -> Self {
        let sentence = match &end {
            End::Done | End::Less(_) => None,
            End::Failed(error) => {
                let view = error.view(&Texts::english());
                let port = test.server.address().port().to_string();
                let said = format!("{}. {}", view.message, view.hint);
                Some(said.replace(&port, "PORT"))
            }
        };
        Self {
            moment,
            call,
            trouble,
            end: named(&end),
            sentence,
            lists,
            again: named(&again),
        }
    }
}

fn named(end: &End) -> String {
    match end {
        End::Done => "done".to_owned(),
        End::Less(how) => (*how).to_owned(),
        End::Failed(error) => error.code.name(),
    }
}

async fn limited(what: &str, moment: impl Future<Output = End>) -> End {
    let memory = Memory::begin();
    let end = tokio::time::timeout(PATIENCE, moment).await;
    memory.check(what);
    end.unwrap_or_else(|_| panic!("{what} takes longer than {PATIENCE:?}"))
}

/// The administrator has given the right back.
fn restore(test: &TestLauncher) {
    use openmeetings_testserver::Right;
    test.server.change(|world| {
        for user in &mut world.users {
            if user.login == "anna" && !user.rights.contains(&Right::Soap) {
                user.rights.push(Right::Soap);
            }
        }
    });
}

async fn saved_at(test: &TestLauncher, name: &str, address: &str) -> ProfileId {
    let draft = ProfileDraft {
        name: name.to_owned(),
        address: address.to_owned(),
        login: "anna".to_owned(),
        ..ProfileDraft::default()
    };
    let profile = test.launcher.add_profile(draft).unwrap();
    let set = test
        .launcher
        .set_password(&profile.id, password(), Keep::InKeychain);
    set.await.unwrap();
    profile.id
}

/// A port whose queue of connections is full: the kernel drops what comes.
struct BlackHole {
    listener: TcpListener,
    _waiting: Vec<TcpStream>,
}

impl BlackHole {
    async fn dig() -> Self {
        let socket = TcpSocket::new_v4().unwrap();
        socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
        let listener = socket.listen(1).unwrap();
        let address = listener.local_addr().unwrap();
        let mut waiting = Vec::new();
        let short = Duration::from_millis(200);
        while let Ok(Ok(stream)) = tokio::time::timeout(short, TcpStream::connect(address)).await {
            waiting.push(stream);
        }
        Self {
            listener,
            _waiting: waiting,
        }
    }

    fn address(&self) -> String {
        let address = self.listener.local_addr().unwrap();
        format!("http://{address}/openmeetings/")
    }
}

/// What the process has in memory, at most, since a moment.
struct Memory {
    #[cfg(target_os = "linux")]
    before: u64,
}

#[cfg(target_os = "linux")]
impl Memory {
    fn begin() -> Self {
        // Forgets how much it once was.
        std::fs::write("/proc/self/clear_refs", "5").unwrap();
        Self {
            before: field("VmRSS"),
        }
    }

    fn check(&self, what: &str) {
        let grown = field("VmHWM").saturating_sub(self.before);
        assert!(grown <= crate::MEMORY, "{what} takes {grown} bytes");
    }
}

#[cfg(target_os = "linux")]
fn field(name: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with(name)).unwrap();
    let kibibytes = line.split_whitespace().nth(1).unwrap();
    kibibytes.parse::<u64>().unwrap() * 1024
}

#[cfg(not(target_os = "linux"))]
impl Memory {
    fn begin() -> Self {
        Self {}
    }

    fn check(&self, _: &str) {}
}
