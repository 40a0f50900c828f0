//! Joining: the one door to a room, whoever asks.

mod opening;

use std::sync::PoisonError;

use jiff::Timestamp;
use openmeetings_client::{Client, JoinKind, JoinLink, RoomRef};

use super::Launcher;
use crate::error::{Code, LauncherError};
use crate::join::{self, Asked, Consent, Destination, JoinTarget, Joined, Prepared, Route, route};
use crate::memory::RoomOn;
use crate::profile::{AccountRoute, Profile};
use crate::state::{Join, JoinStep, JoinSubject};
use crate::store::Work;

pub use opening::Opening;
pub(super) use opening::is_saved;

/// Where a join leads.
pub(super) enum Place {
    Room(Box<Profile>, RoomRef),
    /// To be opened as it is.
    Given(JoinLink),
}

impl Launcher {
    /// Joins: finds the way, gets a key if the account may make one, opens the
    /// browser. `None` if a join is going on already.
    pub async fn join(
        &self,
        asked: impl Into<Asked>,
        now: Timestamp,
    ) -> Option<Result<Joined, LauncherError>> {
        let asked = asked.into();
        let subject = self.subject(&asked);
        let ticket = self.inner.store.begin(Work::Join, |state| {
            state.asked_last = Some(subject.clone());
            state.join = Join::Preparing {
                subject: subject.clone(),
                step: JoinStep::SigningIn,
                since: now,
            };
        })?;
        *self.last_asked() = Some(asked.clone());
        let prepared = tokio::select! {
            prepared = self.prepare(&asked) => Some(prepared),
            () = self.inner.cancel_join.notified() => None,
        };
        let Some(prepared) = prepared else {
            // It may have waited for a login that does not come: the next one does not.
            self.cool_down();
            ticket.commit(|state| state.join = Join::Idle);
            return Some(Err(LauncherError::new(Code::Interrupted)));
        };
        let outcome = prepared.and_then(|prepared| {
            ticket.progress(|state| {
                if let Join::Preparing { step, .. } = &mut state.join {
                    *step = JoinStep::Opening;
                }
            });
            self.open(&subject, asked.consent, prepared)
        });
        if outcome.is_ok() {
            self.remember_join(&asked.destination, now);
        }
        let committed = outcome.clone();
        ticket.commit(|state| {
            state.join = match committed {
                Ok(joined) => Join::Opened {
                    subject,
                    joined,
                    at: now,
                },
                Err(error) => Join::Failed { subject, error },
            };
        });
        Some(outcome)
    }

    /// Stops the join that is going on, as long as no browser was started.
    pub fn cancel_join(&self) {
        self.inner.cancel_join.notify_waiters();
    }

    /// Takes the result of the last join off the screen. What it opened can
    /// still be copied until the next one.
    pub fn close_join(&self) {
        self.inner.store.update(|state| {
            let ended = matches!(state.join, Join::Opened { .. } | Join::Failed { .. });
            if ended {
                state.join = Join::Idle;
            }
            ended
        });
    }

    /// What was asked for last, to ask for it again.
    pub fn asked_last(&self) -> Option<Asked> {
        self.last_asked().clone()
    }

    fn last_asked(&self) -> std::sync::MutexGuard<'_, Option<Asked>> {
        self.inner
            .last_asked
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
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

    /// What a destination means with the servers that are saved now.
    pub(super) fn place(&self, destination: &Destination) -> Result<Place, LauncherError> {
        match destination {
            Destination::Room { profile, room } => {
                let profile = Box::new(self.saved(profile)?);
                Ok(Place::Room(profile, room.clone()))
            }
            Destination::Link(link) => match (self.profile_of_link(link), link.kind()) {
                (Some(profile), JoinKind::Room(room)) => Ok(Place::Room(Box::new(profile), room)),
                (None, _) | (_, JoinKind::RoomHash | JoinKind::Invitation) => {
                    Ok(Place::Given(link.clone()))
                }
            },
        }
    }

    async fn prepare(&self, asked: &Asked) -> Result<Prepared, LauncherError> {
        let (profile, room) = match self.place(&asked.destination)? {
            Place::Room(profile, room) => (profile, room),
            Place::Given(link) => return Ok(Prepared::given(link)),
        };
        if asked.by_page {
            return Ok(Prepared::page(&profile, room));
        }
        match (route::to_room(&profile, &room), &room, &profile.login) {
            (Route::RoomHash, RoomRef::Id(id), Some(login)) => {
                self.with_key(&profile, login, *id).await
            }
            (Route::RoomHash | Route::RoomPage | Route::AsGiven, _, _) => {
                Ok(Prepared::page(&profile, room))
            }
        }
    }

    /// Makes a key with a login of its own: the one made ahead if there is one, else
    /// a fresh one.
    ///
    /// A server that forgot a login, because it was restarted or took long to hear
    /// of it again, answers as if the right were missing. So a login made ahead, and
    /// one of who had the right, is made once more before that is believed.
    async fn with_key(
        &self,
        profile: &Profile,
        login: &str,
        room: i64,
    ) -> Result<Prepared, LauncherError> {
        let warm = self.take_warm(profile).await?;
        let may_be_forgotten = warm.is_some() || profile.route == AccountRoute::RoomHash;
        let session = match warm {
            Some(session) => session,
            None => self.log_in(profile, login).await?,
        };
        let client = session.client().clone();
        let language = self.language_of(profile);
        let mut answer = join::with_key(session, profile, login, room, language).await;
        if matches!(&answer, Err(error) if error.is_not_allowed()) && may_be_forgotten {
            let session = self.log_in(profile, login).await?;
            answer = join::with_key(session, profile, login, room, language).await;
        }
        match answer {
            Ok(prepared) => {
                self.learn_route(profile, AccountRoute::RoomHash);
                self.settle_password_openly(&profile.id).await;
                Ok(prepared)
            }
            Err(error) if error.is_not_allowed() => {
                self.learn_route(profile, AccountRoute::RoomPage);
                Ok(Prepared::page(profile, RoomRef::Id(room)))
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
    pub(super) fn learn_route(&self, profile: &Profile, learned: AccountRoute) {
        if learned != profile.route && self.inner.file.exists() {
            let _ = self.change_profile(&profile.id, |profile| profile.route = learned);
        }
    }

    /// Remembers how the server takes a login, so that nobody asks for its version
    /// before the next one.
    pub(super) fn learn_login_method(&self, profile: &Profile, client: &Client) {
        let learned = client.login_method();
        if learned.is_some() && learned != profile.login_method && self.inner.file.exists() {
            let _ = self.change_profile(&profile.id, |profile| profile.login_method = learned);
        }
    }

    /// The one place from which addresses reach a browser.
    fn open(
        &self,
        subject: &JoinSubject,
        consent: Consent,
        prepared: Prepared,
    ) -> Result<Joined, LauncherError> {
        self.allowed(prepared.link.base())?;
        let link = prepared.link.clone();
        let opening = self.read(|state| Opening::of(link, consent, &state.profiles))?;
        let browser = subject.profile.as_ref().and_then(|id| {
            self.read(|state| {
                state
                    .profile(id)
                    .and_then(|profile| profile.browser.clone())
            })
        });
        let opened = (self.inner.open_url)(&opening, browser.as_deref());
        *self
            .inner
            .last_link
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = Some(prepared.link);
        opened.map_err(|error| LauncherError::new(Code::BrowserFailed).caused_by(&error))?;
        Ok(Joined {
            target: subject.target.clone(),
            route: prepared.route,
            profile: subject.profile.clone(),
        })
    }

    /// Rooms joined lately are offered first. A join does not fail with it.
    fn remember_join(&self, destination: &Destination, now: Timestamp) {
        let room = match destination {
            Destination::Room {
                profile,
                room: RoomRef::Id(room),
            } => RoomOn {
                profile: profile.clone(),
                room: *room,
            },
            Destination::Room { .. } | Destination::Link(_) => return,
        };
        let _ = self.change_memory(|memory| memory.remember_join(room, now));
    }

    /// What a join is about, for people: never the link itself.
    fn subject(&self, asked: &Asked) -> JoinSubject {
        let (target, profile, has_page) = match &asked.destination {
            Destination::Room { profile, room } => {
                let server =
                    self.read(|state| state.profile(profile).map(|profile| profile.name.clone()));
                let target = JoinTarget::Room {
                    room: room.to_string(),
                    server: server.unwrap_or_default(),
                };
                (target, Some(profile.clone()), true)
            }
            Destination::Link(link) => {
                let host = link.base().host().to_owned();
                let target = match link.kind() {
                    JoinKind::Room(room) => JoinTarget::Room {
                        room: room.to_string(),
                        server: host,
                    },
                    JoinKind::Invitation => JoinTarget::Invitation(host),
                    JoinKind::RoomHash => JoinTarget::Key(host),
                };
                let profile = self.profile_of_link(link).map(|profile| profile.id);
                let has_page = profile.is_some();
                (target, profile, has_page)
            }
        };
        let named = asked.title.clone().map(JoinTarget::Named);
        JoinSubject {
            target: named.unwrap_or(target),
            key: asked.key.clone(),
            profile,
            has_page: has_page && !asked.by_page,
        }
    }
}
