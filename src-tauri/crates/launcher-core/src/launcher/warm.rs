//! The warm login: one unused login, made before the click that will want it.
//!
//! A login is nearly all of what a join waits for. It is spent by one join and
//! never serves a second: the server gives a session away with the key it made.
//! When one is worth making says the host; whether it may be made is said here.

mod spare;

use jiff::Timestamp;
use openmeetings_client::Session;

use super::Launcher;
use super::joining::Place;
use crate::error::LauncherError;
use crate::join::{Asked, Route, route};
use crate::profile::{AccountRoute, Profile, ProfileId};

pub(super) use spare::Slot;
use spare::{Ready, Spare};

/// What there is of a login ahead of its join.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warmth {
    /// None.
    Cold,
    /// One for this server is being made, or held against the server.
    InHand(ProfileId),
    /// One for this server, which the server saw last at that time.
    Warm { profile: ProfileId, seen: Timestamp },
}

impl Launcher {
    /// Whose login a join would spend; nothing if it takes none.
    pub fn login_of(&self, asked: &Asked) -> Option<ProfileId> {
        let Ok(Place::Room(profile, room)) = self.place(&asked.destination) else {
            return None;
        };
        let spends = !asked.by_page && route::to_room(&profile, &room) == Route::RoomHash;
        spends.then_some(profile.id)
    }

    /// A saved server whose login a join may spend, in the person's order.
    pub fn any_login(&self) -> Option<ProfileId> {
        self.read(|state| {
            let mut profiles = state.profiles.iter();
            let may_spend = |profile: &&Profile| {
                profile.login.is_some() && profile.route != AccountRoute::RoomPage
            };
            profiles.find(may_spend).map(|profile| profile.id.clone())
        })
    }

    /// What there is of a login ahead now.
    pub fn warmth(&self) -> Warmth {
        self.inner.spare.warmth()
    }

    /// Makes a login ahead, in the place of one for another server. Nothing where
    /// the person or the organisation does not want it, the account makes no keys,
    /// the server would write the password into its logs, or the last login was
    /// refused: a second attempt is the person's. Nobody needs to be told of a
    /// failure: whoever joins finds out.
    pub async fn warm_up(&self, id: &ProfileId, now: Timestamp) -> Result<(), LauncherError> {
        let Some(attempt) = self.inner.spare.begin(id) else {
            return Ok(());
        };
        let made = Box::pin(self.sign_in_ahead(id)).await;
        let failed = made.as_ref().err().cloned();
        attempt.end(match made {
            Ok(Some((profile, session))) => Spare::Ready(Box::new(Ready {
                profile,
                session,
                seen: now,
            })),
            Ok(None) => Spare::None,
            Err(error) => Spare::Failed {
                profile: id.clone(),
                error,
            },
        });
        self.settle_warm();
        failed.map_or(Ok(()), Err)
    }

    /// Shows the login to the server, which forgets what it has not seen for half
    /// an hour. One that is forgotten already is dropped.
    pub async fn keep_warm(&self, now: Timestamp) {
        let Some((attempt, mut ready)) = self.inner.spare.borrow() else {
            return;
        };
        let is_alive = ready.session.can_make_hashes().await;
        attempt.end(match is_alive {
            Ok(true) => {
                ready.seen = now;
                Spare::Ready(ready)
            }
            Ok(false) | Err(_) => Spare::None,
        });
        self.settle_warm();
    }

    /// Forgets the login made ahead, and one that is being made.
    pub fn cool_down(&self) {
        self.inner.spare.clear();
    }

    /// The login made ahead for a server, to be spent. One that is on its way is
    /// waited for, since another would take as long, and its failure is the answer:
    /// a wrong password is not tried twice by one click.
    pub(super) async fn take_warm(
        &self,
        profile: &Profile,
    ) -> Result<Option<Session>, LauncherError> {
        match self.inner.spare.take(&profile.id).await {
            Spare::Ready(ready) if ready.is_of(profile) => Ok(Some(ready.session)),
            Spare::Failed { error, .. } => Err(error),
            Spare::None | Spare::InHand { .. } | Spare::Ready(_) => Ok(None),
        }
    }

    /// Leaves a login that was not spent to the next join, if one is wanted.
    pub(super) fn leave_warm(&self, profile: &Profile, session: Session, now: Timestamp) {
        if !self.read(|state| state.settings.login_ahead) {
            return;
        }
        if let Some(attempt) = self.inner.spare.begin(&profile.id) {
            attempt.end(Spare::Ready(Box::new(Ready {
                profile: profile.clone(),
                session,
                seen: now,
            })));
            self.settle_warm();
        }
    }

    /// Forgets it if its server was changed since it was made, or is gone.
    pub(super) fn settle_warm(&self) {
        self.read(|state| {
            self.inner
                .spare
                .keep_if(|ready| state.profiles.iter().any(|saved| ready.is_of(saved)));
        });
    }

    async fn sign_in_ahead(
        &self,
        id: &ProfileId,
    ) -> Result<Option<(Profile, Session)>, LauncherError> {
        let profile = self.saved(id)?;
        let is_wanted = self.read(|state| state.settings.login_ahead);
        if !is_wanted || profile.route == AccountRoute::RoomPage {
            return Ok(None);
        }
        let Some(login) = self.login_to_look_with(&profile).await? else {
            return Ok(None);
        };
        let session = self.log_in_ahead(&profile, login).await?;
        if profile.route == AccountRoute::Unknown {
            let can = session
                .can_make_hashes()
                .await
                .map_err(|error| LauncherError::call(&profile.name, Some(login), &error))?;
            self.learn_route(&profile, AccountRoute::found(can));
            if !can {
                return Ok(None);
            }
        }
        Ok(Some((profile, session)))
    }
}
