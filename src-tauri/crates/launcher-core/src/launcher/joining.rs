//! Joining: the one door to a room, whoever asks.

use std::sync::PoisonError;

use jiff::Timestamp;
use openmeetings_client::{JoinKind, JoinLink, RoomRef};

use super::Launcher;
use crate::error::{Code, LauncherError};
use crate::join::{self, Destination, Joined, Prepared, Route, route};
use crate::profile::{AccountRoute, Profile};
use crate::state::{Join, JoinStep};
use crate::store::Work;

impl Launcher {
    /// Joins: finds the way, gets a key if the account may make one, opens the
    /// browser. `None` if a join is going on already.
    pub async fn join(
        &self,
        destination: Destination,
        now: Timestamp,
    ) -> Option<Result<Joined, LauncherError>> {
        let target = self.label(&destination);
        let ticket = self.inner.store.begin(Work::Join, |state| {
            state.join = Join::Preparing {
                target: target.clone(),
                step: JoinStep::SigningIn,
                since: now,
            };
        })?;
        let outcome = match self.prepare(destination.clone()).await {
            Ok(prepared) => {
                ticket.progress(|state| {
                    if let Join::Preparing { step, .. } = &mut state.join {
                        *step = JoinStep::Opening;
                    }
                });
                self.open(&destination, target.clone(), prepared)
            }
            Err(error) => Err(error),
        };
        let committed = outcome.clone();
        ticket.commit(|state| {
            state.join = match committed {
                Ok(joined) => Join::Opened { joined, at: now },
                Err(error) => Join::Failed { target, error },
            };
        });
        Some(outcome)
    }

    /// The address of the last join, to open or copy it again. It may hold a
    /// key: works once.
    pub fn last_join_link(&self) -> Option<JoinLink> {
        self.inner
            .last_link
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// The saved server a room page belongs to.
    pub fn profile_of_link(&self, link: &JoinLink) -> Option<Profile> {
        self.read(|state| route::profile_of(link, &state.profiles).cloned())
    }

    async fn prepare(&self, destination: Destination) -> Result<Prepared, LauncherError> {
        let (profile, room) = match destination {
            Destination::Room { profile, room } => {
                let found = self.read(|state| state.profile(&profile).cloned());
                let unknown =
                    || LauncherError::new(Code::ProfileUnknown).about("profile", profile.as_str());
                (found.ok_or_else(unknown)?, room)
            }
            Destination::Link(link) => {
                let saved = self.read(|state| route::profile_of(&link, &state.profiles).cloned());
                match (saved, link.kind()) {
                    (Some(profile), JoinKind::Room(room)) => (profile, room),
                    (None, _) | (_, JoinKind::RoomHash | JoinKind::Invitation) => {
                        return Ok(Prepared::given(link));
                    }
                }
            }
        };
        match (route::to_room(&profile, &room), &room, &profile.login) {
            (Route::RoomHash, RoomRef::Id(id), Some(login)) => {
                self.with_key(&profile, login, *id).await
            }
            (Route::RoomHash | Route::RoomPage | Route::AsGiven, _, _) => {
                Ok(Prepared::page(&profile, room))
            }
        }
    }

    async fn with_key(
        &self,
        profile: &Profile,
        login: &str,
        room: i64,
    ) -> Result<Prepared, LauncherError> {
        let password = self.password(profile, login).await?;
        let client = self.client(profile)?;
        let language = self.language_of(profile);
        match join::with_key(&client, profile, login, &password, room, language).await {
            Ok(prepared) => {
                self.learn_route(profile, prepared.learned);
                Ok(prepared)
            }
            Err(error) if error.is_no_such_room() => {
                Err(LauncherError::call(&profile.name, Some(login), &error)
                    .about("room", room.to_string()))
            }
            Err(error) => Err(self.explained(&client, profile, login, &error).await),
        }
    }

    /// Remembers whether the account may make keys. Nothing waits for it and
    /// nothing fails with it: the next join finds out again.
    fn learn_route(&self, profile: &Profile, learned: Option<AccountRoute>) {
        if let Some(learned) = learned
            && learned != profile.route
            && self.inner.file.exists()
        {
            let _ = self.change_profile(&profile.id, |profile| profile.route = learned);
        }
    }

    fn open(
        &self,
        destination: &Destination,
        target: String,
        prepared: Prepared,
    ) -> Result<Joined, LauncherError> {
        let opened = (self.inner.open_url)(&prepared.link);
        *self
            .inner
            .last_link
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = Some(prepared.link);
        opened.map_err(|error| LauncherError::new(Code::BrowserFailed).caused_by(&error))?;
        let profile = match destination {
            Destination::Room { profile, .. } => Some(profile.clone()),
            Destination::Link(link) => self.read(|state| {
                route::profile_of(link, &state.profiles).map(|profile| profile.id.clone())
            }),
        };
        Ok(Joined {
            target,
            route: prepared.route,
            profile,
        })
    }

    /// What a destination is called, for people: never the link itself.
    fn label(&self, destination: &Destination) -> String {
        match destination {
            Destination::Room { profile, room } => {
                let server =
                    self.read(|state| state.profile(profile).map(|profile| profile.name.clone()));
                format!("room {room} on {}", server.unwrap_or_default())
            }
            Destination::Link(link) => match link.kind() {
                JoinKind::Room(room) => format!("room {room} on {}", link.base().host()),
                JoinKind::Invitation => format!("an invitation to {}", link.base().host()),
                JoinKind::RoomHash => format!("a room on {}", link.base().host()),
            },
        }
    }
}
