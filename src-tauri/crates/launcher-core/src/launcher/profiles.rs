//! Saved servers: add, change, remove, check.

use openmeetings_client::{BaseUrl, KeyFingerprint, LanguageId};

use super::Launcher;
use super::lists::Unkept;
use crate::error::{Code, LauncherError};
use crate::intent::Keep;
use crate::profile::check::{Account, CheckRun, CheckedLayer, ProfileReport};
use crate::profile::{FieldProblem, Profile, ProfileDraft, ProfileId, same_name};
use crate::secret::Password;
use crate::state::Check;
use crate::store::Work;
use crate::trust::{self, Endpoint, ServerTrust};

impl Launcher {
    /// Saves a new server.
    pub fn add_profile(&self, draft: ProfileDraft) -> Result<Profile, LauncherError> {
        self.change_profiles(|profiles| {
            let profile = draft.into_profile(profiles).map_err(field_invalid)?;
            profiles.push(profile.clone());
            Ok(profile)
        })
    }

    /// Saves a new server with what a check found out and its password. The
    /// password comes first: what is interrupted, or fails at the keychain,
    /// leaves no server behind that asks for its password for ever.
    pub async fn add_checked_profile(
        &self,
        draft: ProfileDraft,
        report: Option<&ProfileReport>,
        password: Option<(Password, Keep)>,
    ) -> Result<Profile, LauncherError> {
        self.add_trusted_profile(draft, report, None, password)
            .await
    }

    /// The same with what is trusted of its server, and of which that is.
    pub(super) async fn add_trusted_profile(
        &self,
        draft: ProfileDraft,
        report: Option<&ProfileReport>,
        trust: Option<(Endpoint, ServerTrust)>,
        password: Option<(Password, Keep)>,
    ) -> Result<Profile, LauncherError> {
        let mut profile = self
            .read(|state| draft.clone().into_profile(&state.profiles))
            .map_err(field_invalid)?;
        if let Some(report) = report {
            remember(&mut profile, report);
        }
        profile.trust = trust
            .filter(|(at, _)| at.has(&profile))
            .map(|(_, trust)| trust);
        if let Some((password, keep)) = password {
            // Nothing of it is in the keychain yet that would have to be taken out.
            let (keep, unwanted) = self.place_for(&profile, keep);
            self.put_password(&profile.id, password, keep).await?;
            if let Some(unwanted) = unwanted {
                self.tell(unwanted);
            }
        }
        let id = profile.id.clone();
        let saved = self.change_profiles(|profiles| {
            // Another program may have saved servers meanwhile.
            profile.name = draft.into_profile(profiles).map_err(field_invalid)?.name;
            profiles.push(profile.clone());
            Ok(profile)
        });
        if saved.is_err() {
            // What matters now is why the file could not be written.
            let _ = self.forget_password(&id).await;
        }
        saved
    }

    /// Takes a server into this process only: nothing is written.
    pub fn add_passing_profile(&self, draft: ProfileDraft) -> Result<Profile, LauncherError> {
        let others = self.read(|state| state.profiles.clone());
        let profile = draft.into_profile(&others).map_err(field_invalid)?;
        self.allowed(&profile.base_url)?;
        self.inner.store.update(|state| {
            state.profiles.push(profile.clone());
            state.agenda_changed();
            true
        });
        Ok(profile)
    }

    /// Changes a saved server.
    pub fn change_profile(
        &self,
        id: &ProfileId,
        change: impl FnOnce(&mut Profile),
    ) -> Result<Profile, LauncherError> {
        self.change_profiles(|profiles| {
            let profile = profiles
                .iter_mut()
                .find(|profile| profile.id == *id)
                .ok_or_else(|| unknown(id.as_str()))?;
            change(profile);
            Ok(profile.clone())
        })
    }

    /// Changes the fields of a saved server as a person filled them in. Another
    /// address or login is another account: what was found out about the old one
    /// is forgotten, and its password does not follow to another host.
    pub async fn change_server(
        &self,
        id: &ProfileId,
        draft: ProfileDraft,
    ) -> Result<Profile, LauncherError> {
        let before = self.saved(id)?;
        let change = |profiles: &mut Vec<Profile>| {
            let place = profiles
                .iter()
                .position(|profile| profile.id == *id)
                .ok_or_else(|| unknown(id.as_str()))?;
            let mut others = profiles.clone();
            let old = others.remove(place);
            let changed = draft.clone().into_profile(&others).map_err(field_invalid)?;
            profiles[place] = old.with_fields_of(changed);
            Ok(profiles[place].clone())
        };
        let mut changed = self.read(|state| state.profiles.clone());
        let wanted = change(&mut changed)?;
        trust::spread(&mut changed);
        self.read(|state| state.policy.permits(&state.profiles, &changed))?;
        // Forgotten before the change is written: whatever fails, or ends, in between,
        // no host is sent the password of another one.
        if !before.base_url.same_host(&wanted.base_url) || before.login != wanted.login {
            self.forget_password(id).await?;
        }
        let after = self.change_profiles(change)?;
        if before.login != after.login || before.base_url != after.base_url {
            self.inner.store.abandon(|work| work.is_about(id));
            self.inner.store.update(|state| {
                state.meetings.remove(id);
                state.checks.remove(id);
                state.agenda_changed();
                true
            });
        }
        Ok(after)
    }

    /// Moves a saved server to a place in the list, counted from 0.
    pub fn move_server(&self, id: &ProfileId, to: usize) -> Result<(), LauncherError> {
        self.change_profiles(|profiles| {
            let from = profiles
                .iter()
                .position(|profile| profile.id == *id)
                .ok_or_else(|| unknown(id.as_str()))?;
            let profile = profiles.remove(from);
            profiles.insert(to.min(profiles.len()), profile);
            Ok(())
        })
    }

    pub(super) fn saved(&self, id: &ProfileId) -> Result<Profile, LauncherError> {
        self.read(|state| state.profile(id).cloned())
            .ok_or_else(|| unknown(id.as_str()))
    }

    /// Forgets a server and its password. Work for it is abandoned.
    pub async fn remove_profile(&self, id: &ProfileId) -> Result<Profile, LauncherError> {
        let removed = self.take_profile(id).await?;
        self.forget_password(id).await?;
        Ok(removed)
    }

    /// Takes a server off the list; its password stays where it is.
    pub(super) async fn take_profile(&self, id: &ProfileId) -> Result<Profile, LauncherError> {
        let removed = self.change_profiles(|profiles| {
            let at = profiles
                .iter()
                .position(|profile| profile.id == *id)
                .ok_or_else(|| unknown(id.as_str()))?;
            Ok(profiles.remove(at))
        })?;
        self.inner.store.abandon(|work| work.is_about(id));
        self.inner.store.update(|state| {
            state.meetings.remove(id);
            state.checks.remove(id);
            state.next_tries.remove(id);
            state.agenda_changed();
            true
        });
        self.keep_lists(Unkept::Lists).await;
        Ok(removed)
    }

    /// Uses a server with other wishes in this process; nothing is written.
    pub fn use_for_now(&self, changed: Profile) -> Result<(), LauncherError> {
        self.permits(&changed)?;
        self.inner.store.update(|state| {
            let known = state
                .profiles
                .iter_mut()
                .find(|profile| profile.id == changed.id);
            known.is_some_and(|profile| {
                *profile = changed;
                true
            })
        });
        Ok(())
    }

    /// The profile a person names. Without a name, the only one there is.
    pub fn profile_named(&self, name: Option<&str>) -> Result<Profile, LauncherError> {
        self.read(|state| match (name, state.profiles.as_slice()) {
            (Some(name), profiles) => profiles
                .iter()
                .find(|profile| same_name(&profile.name, name))
                .cloned()
                .ok_or_else(|| unknown(name)),
            (None, [only]) => Ok(only.clone()),
            (None, profiles) => {
                let names: Vec<&str> = profiles
                    .iter()
                    .map(|profile| profile.name.as_str())
                    .collect();
                Err(LauncherError::new(if names.is_empty() {
                    Code::NoProfiles
                } else {
                    Code::ProfileNeeded
                })
                .about("candidates", names.join(", ")))
            }
        })
    }

    /// The servers that may know a meeting by its name: those with an account. Where
    /// none has one it is all, as each of them says that.
    pub fn with_lists(&self) -> Vec<Profile> {
        let mut profiles = self.read(|state| state.profiles.clone());
        if profiles.iter().any(|profile| profile.login.is_some()) {
            profiles.retain(|profile| profile.login.is_some());
        }
        profiles
    }

    /// Checks an address and, if given, an account on it, layer by layer.
    /// Nothing is saved.
    pub async fn check_address(
        &self,
        address: &str,
        account: Option<Account<'_>>,
        report: impl FnMut(&CheckedLayer),
    ) -> Result<ProfileReport, LauncherError> {
        self.check_expecting(None, address, account, report).await
    }

    /// The same for a server that may have no other key than this one.
    pub async fn check_expecting(
        &self,
        key: Option<KeyFingerprint>,
        address: &str,
        account: Option<Account<'_>>,
        report: impl FnMut(&CheckedLayer),
    ) -> Result<ProfileReport, LauncherError> {
        let language = self.inner.language.unwrap_or(LanguageId::ENGLISH);
        CheckRun::new(&self.connector(), language, report)
            .expecting(key)
            .run(address, account)
            .await
    }

    /// Checks a saved server and remembers what it found. `None` if a check of
    /// it is going on already.
    pub async fn check_profile(
        &self,
        id: &ProfileId,
    ) -> Option<Result<ProfileReport, LauncherError>> {
        let ticket = self.inner.store.begin(Work::Check(id.clone()), |state| {
            state.checks.insert(id.clone(), Check::Running(Vec::new()));
        })?;
        let mut layers = Vec::new();
        let outcome = self
            .check_saved(id, |layer| {
                layers.push(layer.clone());
                let layers = layers.clone();
                ticket.progress(|state| {
                    state.checks.insert(id.clone(), Check::Running(layers));
                });
            })
            .await;
        if let Ok(report) = &outcome {
            // What was found out is a help, not worth failing the check for.
            let _ = self.learn(id, report);
        }
        let done = outcome.clone();
        ticket.commit(|state| {
            let outcome = done;
            state
                .checks
                .insert(id.clone(), Check::Done { layers, outcome });
        });
        Some(outcome)
    }

    async fn check_saved(
        &self,
        id: &ProfileId,
        report: impl FnMut(&CheckedLayer),
    ) -> Result<ProfileReport, LauncherError> {
        let profile = self.saved(id)?;
        let (connector, language) = self.ways();
        let run = CheckRun::new(&connector, language, report);
        let Some(login) = profile.login.as_deref() else {
            return run.of_saved(&profile, None).await;
        };
        let password = self.password(&profile, login).await?;
        let account = Account {
            login,
            password: &password,
        };
        run.of_saved(&profile, Some(account)).await
    }

    /// Remembers what a server turned out to be.
    pub fn learn(&self, id: &ProfileId, report: &ProfileReport) -> Result<Profile, LauncherError> {
        self.change_profile(id, |profile| remember(profile, report))
    }

    /// Finds where an address answers as OpenMeetings.
    pub async fn find_server(&self, address: &str) -> Result<BaseUrl, LauncherError> {
        self.check_address(address, None, |_| ())
            .await
            .map(|report| report.base_url)
    }

    /// Takes over what another program changed of the saved servers.
    pub fn reread_servers(&self) -> Result<(), LauncherError> {
        self.change_profiles(|_| Ok(()))
    }

    pub(super) fn change_profiles<T>(
        &self,
        change: impl FnOnce(&mut Vec<Profile>) -> Result<T, LauncherError>,
    ) -> Result<T, LauncherError> {
        let policy = self.read(|state| state.policy.clone());
        let known = || self.read(|state| state.profiles.clone());
        let (value, read) = self.inner.file.update(known, |profiles| {
            policy.settle(profiles);
            let before = profiles.clone();
            let value = change(profiles)?;
            trust::spread(profiles);
            policy.permits(&before, profiles)?;
            Ok(value)
        })?;
        self.inner.store.update(|state| {
            state.profiles = read.profiles;
            state.agenda_changed();
            true
        });
        self.settle_warm();
        if let Some(said) = read.set_aside {
            self.tell(said);
        }
        Ok(value)
    }
}

fn remember(profile: &mut Profile, report: &ProfileReport) {
    if !Endpoint::from(&report.base_url).has(profile) {
        profile.trust = None;
    }
    profile.base_url = report.base_url.clone();
    profile.server_version = Some(report.version.clone());
    profile.login_method = report.login_method;
    profile.route = report.route;
}

pub(super) fn unknown(name: &str) -> LauncherError {
    LauncherError::new(Code::ProfileUnknown).about("profile", name)
}

fn field_invalid(problem: FieldProblem) -> LauncherError {
    LauncherError::new(Code::FieldInvalid).because(problem)
}
