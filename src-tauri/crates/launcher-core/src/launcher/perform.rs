//! Intents: what a viewer asks for, done.

use jiff::Timestamp;
use openmeetings_client::{JoinLink, RoomRef};

use super::meetings::with_account;
use super::understanding::{link_of, shown};
use super::{Launcher, LinkOutcome};
use crate::deep_link::DeepLink;
use crate::error::{Code, LauncherError};
use crate::intent::{Answer, Intent, LinkAnswer};
use crate::join::{Asked, Destination};
use crate::meeting::Meeting;
use crate::meeting::refresh::LOOK_AHEAD;
use crate::profile::{Profile, ProfileId};
use crate::reason::Reason;
use crate::state::{Asking, Meetings};
use crate::target::{self, Target, by_name};
use crate::texts::Texts;

impl Launcher {
    /// Does what a viewer asks for. What concerns the process around the
    /// launcher is its host's and comes back as not done: the clipboard, the
    /// report, folders, the end.
    pub async fn perform(
        &self,
        intent: Intent,
        texts: &Texts,
        now: Timestamp,
    ) -> Result<Answer, LauncherError> {
        self.keep_up(now);
        match intent {
            Intent::Understand { text } => return Ok(self.understood(&text, texts, now)),
            Intent::Join { key } => return self.join_row(&key, texts, now).await,
            Intent::JoinText {
                text,
                profile,
                choice,
            } => return self.join_text(&text, (profile, choice), texts, now).await,
            Intent::JoinNext => return self.joined(self.next_to_join(now)?, texts, now).await,
            Intent::Rejoin => return self.joined(self.last_joined()?, texts, now).await,
            Intent::JoinAgain => return self.join_again(false, texts, now).await,
            Intent::JoinByPage => return self.join_again(true, texts, now).await,
            Intent::ExportServers => return self.export_servers().map(Answer::Text),
            Intent::ImportServers { content } => return self.imported(&content),
            Intent::MayUpdate => return Ok(Answer::Update(self.may_update(now))),
            Intent::ReportUpdate { report } => self.hear_of_update(report, now)?,
            Intent::AnswerUpdate { answer } => self.answer_update(answer)?,
            Intent::Introduce { id, help, with_key } => {
                return self.introduced(&id, &help, with_key).await;
            }
            Intent::CancelJoin => self.cancel_join(),
            Intent::CloseJoin => self.close_join(),
            Intent::CloseWanted => self.close_wanted(),
            Intent::ArmAutoJoin { key, armed } => self.arm_auto_join(key, armed)?,
            Intent::Remember { text, choice } => self.remember(&text, choice, now)?,
            Intent::Forget { key } => self.forget(&key)?,
            Intent::UndoForget => self.undo_forget()?,
            Intent::Refresh { profile } => self.refresh(profile, now).await?,
            Intent::ShowLater => self.show_later(now).await,
            Intent::SetFavourite { key, favourite } => self.set_favourite(&key, favourite)?,
            Intent::ChangeSettings { settings } => self.change_settings(settings)?,
            Intent::AnswerLink { to, answer } => return self.decide(to, answer, texts, now).await,
            Intent::CheckServer { .. }
            | Intent::CheckAccount { .. }
            | Intent::SaveServer { .. }
            | Intent::CloseSetup
            | Intent::ChangeServer { .. }
            | Intent::SetPassword { .. }
            | Intent::Trust { .. }
            | Intent::CheckProfile { .. }
            | Intent::MoveServer { .. }
            | Intent::RereadServers
            | Intent::RemoveServer { .. }
            | Intent::UndoRemove => self.change(intent, now).await?,
            Intent::Look
            | Intent::Copy { .. }
            | Intent::Diagnose
            | Intent::Report
            | Intent::OpenLogFolder
            | Intent::Receive { .. }
            | Intent::AnswerReminder { .. }
            | Intent::ShowWindow { .. }
            | Intent::Focus { .. }
            | Intent::Quit => return Err(LauncherError::new(Code::Interrupted)),
        }
        Ok(Answer::Done)
    }

    fn imported(&self, content: &str) -> Result<Answer, LauncherError> {
        self.import_servers(content).map(Answer::Imported)
    }

    /// Intents about saved servers and the one that is being added.
    #[expect(clippy::wildcard_enum_match_arm, reason = "the caller lists them")]
    async fn change(&self, intent: Intent, now: Timestamp) -> Result<(), LauncherError> {
        match intent {
            Intent::CheckServer { address, name } => self.check_server(&address, name, now).await,
            Intent::CheckAccount { login } => self.check_account(&login, now).await?,
            Intent::SaveServer { draft, keep } => {
                let profile = self.save_server(*draft, keep).await?;
                self.refresh_in_background(profile.id, now);
            }
            Intent::CloseSetup => self.close_setup(),
            Intent::ChangeServer { id, draft } => {
                self.change_server(&id, *draft).await?;
                self.refresh_in_background(id, now);
            }
            Intent::SetPassword { id, keep } => {
                let Some(password) = self.held_password() else {
                    return Err(LauncherError::new(Code::NoSetup));
                };
                self.set_password(&id, password, keep).await?;
                self.let_go_of_password();
                self.refresh_in_background(id, now);
            }
            Intent::Trust { profile, decision } => {
                self.decide_trust(profile.as_ref(), decision, now).await?;
                // What could not be loaded may be loaded now, or the other way round.
                if let Some(id) = profile {
                    self.refresh_in_background(id, now);
                }
            }
            Intent::CheckProfile { id } => {
                // What it found stands in the state, step by step.
                let _ = self.check_profile(&id).await;
            }
            Intent::MoveServer { id, to } => self.move_server(&id, to)?,
            Intent::RereadServers => self.reread_servers()?,
            Intent::RemoveServer { id } => self.remove_with_undo(&id).await?,
            Intent::UndoRemove => self.undo_remove().await?,
            _ => {}
        }
        Ok(())
    }

    /// Loads the lists of one server or of all that have an account.
    pub async fn refresh(
        &self,
        profile: Option<ProfileId>,
        now: Timestamp,
    ) -> Result<(), LauncherError> {
        self.keep_up(now);
        let ids: Vec<ProfileId> = match profile {
            Some(id) => vec![id],
            None => self.read(with_account),
        };
        let ahead = self.read(|state| state.reach.ahead());
        let mut all = tokio::task::JoinSet::new();
        for id in ids {
            let launcher = self.clone();
            all.spawn(async move { launcher.refresh_meetings(&id, now, ahead).await });
        }
        // Each outcome stands in the state.
        while all.join_next().await.is_some() {}
        Ok(())
    }

    fn refresh_in_background(&self, id: ProfileId, now: Timestamp) {
        let has_account = self.read(|state| {
            state
                .profile(&id)
                .is_some_and(|profile| profile.login.is_some())
        });
        if has_account {
            let launcher = self.clone();
            tokio::spawn(async move { launcher.refresh(Some(id), now).await });
        }
    }

    async fn join_row(
        &self,
        key: &str,
        texts: &Texts,
        now: Timestamp,
    ) -> Result<Answer, LauncherError> {
        let asked = self.asked_on(key)?;
        self.joined(asked, texts, now).await
    }

    async fn join_again(
        &self,
        by_page: bool,
        texts: &Texts,
        now: Timestamp,
    ) -> Result<Answer, LauncherError> {
        let Some(asked) = self.asked_last() else {
            return Err(LauncherError::new(Code::NothingToCopy));
        };
        self.joined(Asked { by_page, ..asked }, texts, now).await
    }

    /// A click while a join is going on changes nothing and is no failure. How a
    /// join failed stands in the state as well, and is the answer for those who
    /// do not look on.
    async fn joined(
        &self,
        asked: Asked,
        texts: &Texts,
        now: Timestamp,
    ) -> Result<Answer, LauncherError> {
        match self.join(asked, now).await {
            Some(Ok(joined)) => Ok(Answer::Joined(joined.view(texts))),
            Some(Err(error)) => Err(error),
            None => Ok(Answer::Done),
        }
    }

    async fn join_text(
        &self,
        text: &str,
        (profile, choice): (Option<ProfileId>, Option<usize>),
        texts: &Texts,
        now: Timestamp,
    ) -> Result<Answer, LauncherError> {
        let named = match profile {
            Some(id) => self.read(|state| state.profile(&id).cloned()),
            None => None,
        };
        let asked = match Target::understand(text)? {
            Target::InviteFile(path) => {
                let meetings = target::meetings_in(&path)?;
                Destination::Link(link_of(&meetings, &shown(&path), choice, now)?).into()
            }
            Target::Invitation(content) => {
                let meetings = target::meetings_in_text(&content)?;
                Destination::Link(link_of(&meetings, "", choice, now)?).into()
            }
            Target::DeepLink(link) => match self.deep_link(link) {
                LinkOutcome::Join(destination) => destination.into(),
                // The window asks; there is nothing else to do here.
                LinkOutcome::Asked(_) | LinkOutcome::Opened(_) | LinkOutcome::Ignored => {
                    return Ok(Answer::Done);
                }
            },
            Target::Name(name) => self.find_by_name(&name, named.as_ref(), now).await?,
            target @ (Target::Room(_) | Target::Link(_) | Target::Server(_)) => {
                self.destination(target, named.as_ref(), now)?.into()
            }
        };
        // It was typed or pasted by who looks at the window or the terminal.
        self.joined(asked.agreed(), texts, now).await
    }

    /// Looks a name up in the lists there are, or loads those that are missing.
    async fn find_by_name(
        &self,
        name: &str,
        profile: Option<&Profile>,
        now: Timestamp,
    ) -> Result<Asked, LauncherError> {
        let ids: Vec<ProfileId> = match profile {
            Some(profile) => vec![profile.id.clone()],
            None => self
                .with_lists()
                .into_iter()
                .map(|listed| listed.id)
                .collect(),
        };
        if ids.is_empty() {
            return Err(LauncherError::new(Code::NoProfiles));
        }
        let listed_until =
            |id: &ProfileId| self.read(|state| Some(state.meetings.get(id)?.loaded()?.until));
        let mut failed = None;
        for id in ids.iter().filter(|id| listed_until(id).is_none()) {
            failed = self.load_ahead(id, now).await.or(failed);
        }
        let mut found = self.row_by_name(name, &ids);
        if found
            .as_ref()
            .is_err_and(|error| error.code == Code::MeetingUnknown)
        {
            let enough = now.saturating_add(LOOK_AHEAD * 9 / 10).unwrap_or(now);
            for id in ids
                .iter()
                .filter(|id| listed_until(id).is_some_and(|until| until < enough))
            {
                failed = self.load_ahead(id, now).await.or(failed);
            }
            found = self.row_by_name(name, &ids);
        }
        let found = match (found, failed) {
            (Ok(found), _) => found,
            // A name that was not found may be on the server that did not answer.
            (Err(error), Some(failed)) if error.code == Code::MeetingUnknown => return Err(failed),
            (Err(error), _) => return Err(error),
        };
        asked_on(&found)
    }

    /// Loads a list as far ahead as a name may mean a meeting.
    async fn load_ahead(&self, id: &ProfileId, now: Timestamp) -> Option<LauncherError> {
        self.refresh_meetings(id, now, LOOK_AHEAD).await?.err()
    }

    fn row_by_name(&self, name: &str, ids: &[ProfileId]) -> Result<Meeting, LauncherError> {
        self.read(|state| {
            let lists = ids.iter().filter_map(|id| state.meetings.get(id));
            let lists = lists.filter_map(Meetings::loaded);
            let meetings: Vec<&Meeting> = lists.flat_map(|loaded| &loaded.list).collect();
            by_name(name, &meetings).cloned()
        })
    }

    /// Decides about the link that waits under a number.
    async fn decide(
        &self,
        number: u32,
        answer: LinkAnswer,
        texts: &Texts,
        now: Timestamp,
    ) -> Result<Answer, LauncherError> {
        let Some(question) = self.take_question(number) else {
            return Ok(Answer::Done);
        };
        let link = match (&answer, question.link) {
            (_, Asking::DeepLink(link)) => link,
            (LinkAnswer::AddServer, Asking::Web(link)) => {
                self.check_server(&link.base().to_string(), None, now).await;
                return Ok(Answer::Done);
            }
            (LinkAnswer::JoinAsGiven | LinkAnswer::JoinOn { .. }, Asking::Web(link)) => {
                return self
                    .joined(Asked::from(Destination::Link(link)).agreed(), texts, now)
                    .await;
            }
            (LinkAnswer::Dismiss, Asking::Web(_)) => return Ok(Answer::Done),
        };
        let destination = match (answer, link) {
            (LinkAnswer::AddServer, link) => {
                match link {
                    DeepLink::Room { server, .. } | DeepLink::Invitation { server, .. } => {
                        let address = server.as_https().to_string();
                        self.check_server(&address, None, now).await;
                    }
                    DeepLink::AddServer(introduced) => {
                        self.check_introduced(introduced, now).await;
                    }
                }
                return Ok(Answer::Done);
            }
            (LinkAnswer::Dismiss, _) | (_, DeepLink::AddServer(_)) => return Ok(Answer::Done),
            (LinkAnswer::JoinOn { profile }, DeepLink::Room { room, .. }) => {
                Destination::Room { profile, room }
            }
            (LinkAnswer::JoinOn { profile }, DeepLink::Invitation { link, .. }) => {
                let base = self.read(|state| state.profile(&profile).map(|p| p.base_url.clone()));
                Destination::Link(base.map_or_else(|| link.clone(), |base| link.on(&base)))
            }
            (LinkAnswer::JoinAsGiven, DeepLink::Room { server, room }) => {
                Destination::Link(JoinLink::room(server.as_https(), room))
            }
            (LinkAnswer::JoinAsGiven, DeepLink::Invitation { link, .. }) => Destination::Link(link),
        };
        self.joined(Asked::from(destination).agreed(), texts, now)
            .await
    }
}

/// To join a row of the agenda, called as it is there.
pub(super) fn asked_on(meeting: &Meeting) -> Result<Asked, LauncherError> {
    let mut asked = Asked::from(place_of(meeting)?);
    asked.title = Some(meeting.name().trim().to_owned()).filter(|name| !name.is_empty());
    asked.key = Some(meeting.key());
    Ok(asked)
}

/// The room of a row of the agenda.
pub(super) fn place_of(meeting: &Meeting) -> Result<Destination, LauncherError> {
    let room = meeting.room_id.ok_or_else(|| {
        LauncherError::new(Code::NothingToJoin).because(Reason::NoRoom {
            meeting: meeting.name().to_owned(),
        })
    })?;
    Ok(Destination::Room {
        profile: meeting.profile.clone(),
        room: RoomRef::Id(room),
    })
}
