//! [`Moment`]: when a launcher talks to a server, and which calls it makes then.

use jiff::SignedDuration;
use launcher_core::RoomRef;
use launcher_core::error::LauncherError;
use launcher_core::intent::Intent;
use launcher_core::join::{Destination, Route};
use launcher_core::launcher::Keep;
use launcher_core::profile::{Profile, ProfileId};
use launcher_core::secret::Password;
use launcher_core::state::{Meetings, SetupStage};

use crate::support::{TestLauncher, now, password};

const WEEK: SignedDuration = SignedDuration::from_hours(7 * 24);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Moment {
    /// A server is added, with an account.
    FirstUse,
    /// Its lists are loaded again.
    Refresh,
    /// A room is joined with a key.
    Join,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Call {
    Version,
    Login,
    Calendar,
    Rooms,
    /// The room that is joined.
    Room,
    Hash,
    /// Whether the account may make keys.
    Right,
    /// What the server says of a wrong password.
    ErrorText,
}

impl Call {
    /// What its path contains, and no other call's.
    pub(crate) fn path(self) -> &'static str {
        match self {
            Self::Version => "info/version",
            Self::Login => "user/login",
            Self::Calendar => "services/calendar",
            Self::Rooms => "room/public/CONFERENCE",
            Self::Room => "room/2",
            Self::Hash => "user/hash",
            Self::Right => "room/count",
            Self::ErrorText => "services/error",
        }
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Version => "version",
            Self::Login => "login",
            Self::Calendar => "calendar",
            Self::Rooms => "rooms",
            Self::Room => "room",
            Self::Hash => "hash",
            Self::Right => "right",
            Self::ErrorText => "error text",
        }
    }

    /// Everybody's password is right, unless the server is to explain a wrong one.
    pub(crate) fn password(self) -> Password {
        match self {
            Self::ErrorText => Password::new("not hers".to_owned()),
            Self::Version
            | Self::Login
            | Self::Calendar
            | Self::Rooms
            | Self::Room
            | Self::Hash
            | Self::Right => password(),
        }
    }
}

/// How a moment ended.
#[derive(Clone, Debug)]
pub(crate) enum End {
    /// As it was meant.
    Done,
    /// With less: without a part, or by the room page.
    Less(&'static str),
    Failed(Box<LauncherError>),
}

impl Moment {
    pub(crate) const ALL: [Self; 3] = [Self::FirstUse, Self::Refresh, Self::Join];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::FirstUse => "First use",
            Self::Refresh => "During a refresh",
            Self::Join => "During a join",
        }
    }

    pub(crate) fn calls(self) -> &'static [Call] {
        match self {
            Self::FirstUse => &[Call::Version, Call::Login, Call::Right, Call::ErrorText],
            Self::Refresh => &[
                Call::Version,
                Call::Login,
                Call::Calendar,
                Call::Rooms,
                Call::ErrorText,
            ],
            Self::Join => &[
                Call::Version,
                Call::Login,
                Call::Room,
                Call::Hash,
                Call::ErrorText,
            ],
        }
    }

    /// Brings the launcher to this moment: everything before it went well. How the
    /// server takes a login is not known, as of one that an organisation hands out.
    pub(crate) async fn prepare(self, test: &TestLauncher) -> Option<Profile> {
        match self {
            Self::FirstUse => None,
            Self::Refresh => {
                let profile = test.profile("anna").await;
                assert!(matches!(refresh(test, &profile.id).await, End::Done));
                forget_login_method(test);
                Some(profile)
            }
            Self::Join => {
                let profile = test.profile("anna").await;
                assert!(matches!(join(test, &profile.id).await, End::Done));
                test.launcher.close_join();
                forget_login_method(test);
                Some(profile)
            }
        }
    }

    /// Does what it is about, with a password. `address` is where the first use looks.
    pub(crate) async fn run(
        self,
        test: &TestLauncher,
        saved: Option<&ProfileId>,
        (address, password): (&str, Password),
    ) -> End {
        if let Some(id) = saved {
            let set = test
                .launcher
                .set_password(id, password.clone(), Keep::InKeychain);
            set.await.unwrap();
        }
        match (self, saved) {
            (Self::Refresh, Some(id)) => refresh(test, id).await,
            (Self::Join, Some(id)) => join(test, id).await,
            (Self::FirstUse | Self::Refresh | Self::Join, _) => {
                first_use(test, address, password).await
            }
        }
    }
}

/// The file is as it was before the first login, and is read again.
fn forget_login_method(test: &TestLauncher) {
    let file = test.folder.path().join("profiles.json");
    let mut kept: serde_json::Value =
        serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
    for profile in kept["profiles"].as_array_mut().unwrap() {
        let profile = profile.as_object_mut().unwrap();
        assert!(profile.remove("loginMethod").is_some(), "it was learned");
    }
    std::fs::write(&file, kept.to_string()).unwrap();
    test.launcher.reread_servers().unwrap();
}

/// The paths that are asked for when nothing goes wrong.
pub(crate) async fn made(moment: Moment) -> Vec<String> {
    let test = TestLauncher::new().await;
    let saved = moment.prepare(&test).await;
    let before = test.server.requests().len();
    let address = test.server.base_url();
    let saved = saved.map(|profile| profile.id);
    let end = moment
        .run(&test, saved.as_ref(), (&address, password()))
        .await;
    assert!(matches!(end, End::Done), "{moment:?} {end:?}");
    let requests = test.server.requests();
    let paths = requests[before..].iter().map(|seen| &seen.path_and_query);
    paths
        // The three kinds of rooms are one call.
        .filter(|path| !path.contains("room/public/PRESENTATION"))
        .filter(|path| !path.contains("room/public/INTERVIEW"))
        .cloned()
        .collect()
}

async fn first_use(test: &TestLauncher, address: &str, password: Password) -> End {
    let check = Intent::CheckServer {
        address: address.to_owned(),
        name: None,
    };
    test.perform(check).await.unwrap();
    if let Some(error) = failed_setup(test) {
        return End::Failed(error);
    }
    test.launcher.hold_password(password);
    let login = "anna".to_owned();
    test.perform(Intent::CheckAccount { login }).await.unwrap();
    failed_setup(test).map_or(End::Done, End::Failed)
}

fn failed_setup(test: &TestLauncher) -> Option<Box<LauncherError>> {
    test.launcher
        .read(|state| match &state.setup.as_ref().unwrap().stage {
            SetupStage::Failed(error) => Some(Box::new(error.clone())),
            SetupStage::Checking { .. } => panic!("still checking"),
            SetupStage::Found | SetupStage::Ready { .. } => None,
        })
}

async fn refresh(test: &TestLauncher, id: &ProfileId) -> End {
    match test
        .launcher
        .refresh_meetings(id, now(), WEEK)
        .await
        .unwrap()
    {
        Ok(loaded) if loaded.refused.is_empty() => End::Done,
        Ok(_) => End::Less("without it"),
        Err(error) => End::Failed(Box::new(error)),
    }
}

async fn join(test: &TestLauncher, id: &ProfileId) -> End {
    let room = Destination::Room {
        profile: id.clone(),
        room: RoomRef::Id(2),
    };
    match test.launcher.join(room, now()).await.unwrap() {
        Ok(joined) => match joined.route {
            Route::RoomHash => End::Done,
            Route::RoomPage => End::Less("room page"),
            Route::AsGiven => End::Less("as given"),
        },
        Err(error) => End::Failed(Box::new(error)),
    }
}

/// Nothing is left that looks as if it went on, and what was known is known.
pub(crate) fn at_rest(test: &TestLauncher, saved: Option<&ProfileId>) -> &'static str {
    test.launcher.read(|state| {
        use launcher_core::state::Join;
        assert!(
            !matches!(state.join, Join::Preparing { .. }),
            "a join goes on"
        );
        let Some(id) = saved else { return "–" };
        match state.meetings.get(id) {
            Some(Meetings::Loading { .. }) => panic!("still loading"),
            Some(Meetings::Ready(_)) => "new list",
            Some(Meetings::Stale { last: Some(_), .. }) => "old list kept",
            Some(Meetings::Stale { last: None, .. } | Meetings::NotLoaded) | None => "–",
        }
    })
}
