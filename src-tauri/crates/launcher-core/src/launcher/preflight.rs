//! The pre-flight: whether joining a meeting will work, found out shortly before
//! it begins. Nothing is opened, made or changed, and nobody is asked anything.

use jiff::Timestamp;
use openmeetings_client::{JoinLink, LoginMethod, RoomRef, Session};

use super::Launcher;
use super::joining::Place;
use crate::error::{Code, LauncherError};
use crate::join::Destination;
use crate::meeting::refresh::needs_the_person;
use crate::profile::{AccountRoute, Profile};
use crate::reminder::{Caution, Preflight};
use crate::state::AppState;

/// What is in the way of a join that will work all the same.
type Cautions = Vec<Caution>;

impl Launcher {
    /// Looks ahead at a meeting, by the key of its row. At most one login is
    /// made, and none where a login would leave the password in the server's
    /// logs, or was refused before.
    pub async fn preflight(&self, key: &str, now: Timestamp) -> Preflight {
        let outcome = match self.asked_on(key) {
            Ok(asked) => self.look_ahead(&asked.destination, now).await,
            Err(error) => Err(error),
        };
        match outcome.map(|cautions| cautions.into_iter().min()) {
            Ok(None) => Preflight::Green,
            Ok(Some(caution)) => Preflight::Yellow(caution),
            Err(error) => Preflight::Red(error),
        }
    }

    async fn look_ahead(
        &self,
        destination: &Destination,
        now: Timestamp,
    ) -> Result<Cautions, LauncherError> {
        match self.place(destination)? {
            Place::Room(profile, room) => self.room_ahead(&profile, &room, now).await,
            Place::Given(link) => self.link_ahead(&link).await,
        }
    }

    /// An invitation is never fetched: asking for it would use it up. The server
    /// is asked for its version, as nobody.
    async fn link_ahead(&self, link: &JoinLink) -> Result<Cautions, LauncherError> {
        let base = link.base();
        let client = self.connector().client(base.clone(), None)?;
        let answer = client.version().await;
        answer.map_err(|error| LauncherError::call(base.host(), None, &error))?;
        Ok(of_page(base.is_secure_context()))
    }

    async fn room_ahead(
        &self,
        profile: &Profile,
        room: &RoomRef,
        now: Timestamp,
    ) -> Result<Cautions, LauncherError> {
        let mut cautions = of_page(profile.base_url.is_secure_context());
        let Some(login) = self.login_to_look_with(profile).await? else {
            cautions.push(Caution::SignsInInBrowser);
            return Ok(cautions);
        };
        let (session, can) = self.session_ahead(profile, login).await?;
        self.learn_route(profile, AccountRoute::found(can));
        match room {
            RoomRef::Id(room) if can => {
                cautions.extend(inside(&session, profile, login, *room).await?);
            }
            RoomRef::Id(_) | RoomRef::Tag(_) => cautions.push(Caution::SignsInInBrowser),
        }
        if can {
            self.leave_warm(profile, session, now);
        }
        Ok(cautions)
    }

    /// A login to look with, and whether it can make keys: the one made ahead, if
    /// the server still knows it. It is not spent by looking.
    async fn session_ahead(
        &self,
        profile: &Profile,
        login: &str,
    ) -> Result<(Session, bool), LauncherError> {
        let failed = |error| LauncherError::call(&profile.name, Some(login), &error);
        if let Some(session) = self.take_warm(profile).await?
            && session.can_make_hashes().await.map_err(failed)?
        {
            return Ok((session, true));
        }
        let session = self.log_in_ahead(profile, login).await?;
        let can = session.can_make_hashes().await.map_err(failed)?;
        Ok((session, can))
    }

    /// The login that may be made for a look ahead; without one the server answers
    /// all the same. A login that was refused stays refused until the person does
    /// something: a second attempt only makes the server wait, and worry.
    pub(super) async fn login_to_look_with<'p>(
        &self,
        profile: &'p Profile,
    ) -> Result<Option<&'p str>, LauncherError> {
        let login = profile.login.as_deref();
        if login.is_some() {
            let refused = |state: &AppState| {
                let list = state.meetings.get(&profile.id)?;
                list.waits_for_the_person().cloned()
            };
            if let Some(refused) = self.read(refused) {
                return Err(refused);
            }
            if profile.login_method == Some(LoginMethod::Post) {
                return Ok(login);
            }
        }
        let version = self.client(profile)?.version().await;
        let version = version.map_err(|error| LauncherError::call(&profile.name, None, &error))?;
        Ok(login.filter(|_| version.login_method() == Some(LoginMethod::Post)))
    }

    pub(super) async fn log_in_ahead(
        &self,
        profile: &Profile,
        login: &str,
    ) -> Result<Session, LauncherError> {
        let error = match self.log_in(profile, login).await {
            Ok(session) => return Ok(session),
            Err(error) => error,
        };
        if needs_the_person(error.code) {
            // The list would find out the same by another attempt.
            self.inner.store.update(|state| {
                let list = state.meetings.entry(profile.id.clone()).or_default();
                list.fail(error.clone());
                true
            });
        }
        Err(error)
    }
}

fn of_page(is_secure_context: bool) -> Cautions {
    let plain = (!is_secure_context).then_some(Caution::PlainHttp);
    plain.into_iter().collect()
}

/// Whether there is a place in the room, for an account that may ask.
async fn inside(
    session: &Session,
    profile: &Profile,
    login: &str,
    room: i64,
) -> Result<Option<Caution>, LauncherError> {
    let failed = |error| {
        LauncherError::call(&profile.name, Some(login), &error).about("room", room.to_string())
    };
    let (found, present) =
        tokio::try_join!(session.room(room), session.room_count(room)).map_err(failed)?;
    if found.closed {
        return Err(LauncherError::new(Code::RoomClosed)
            .about("room", found.name)
            .about("server", &profile.name));
    }
    let seats = u64::try_from(found.capacity).unwrap_or_default();
    Ok((seats > 0 && present >= seats).then_some(Caution::RoomFull))
}
