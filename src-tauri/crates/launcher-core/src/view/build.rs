//! State → what viewers see (pure).

mod agenda;

use jiff::Timestamp;
use openmeetings_client::{JoinKind, LoginMethod};

use super::update::of_updates;
use super::{
    BrowserView, CheckView, JoinView, LayerView, ListView, Named, OutcomeView, PolicyView,
    PreflightView, ProfileView, QuestionKind, QuestionView, ReminderView, SetupStage, SetupView,
    TrustView, View,
};
use crate::deep_link::{DeepLink, ServerAddress};
use crate::join::Route;
use crate::profile::check::{CheckedLayer, Layer, Outcome, ProfileReport};
use crate::profile::{Profile, ProfileId};
use crate::reminder::{Preflight, Reminder};
use crate::state::{self, AppState, Asking, Check, Join, LinkQuestion, Meetings};
use crate::texts::Texts;

pub use agenda::agenda;

/// Everything but the lists, as of this state.
pub fn view(state: &AppState, texts: &Texts) -> View {
    View {
        revision: state.revision,
        profiles: state
            .profiles
            .iter()
            .map(|profile| of_profile(profile, state, texts))
            .collect(),
        setup: state.setup.as_ref().map(|setup| of_setup(setup, texts)),
        join: of_join(&state.join, texts),
        question: state.link.as_ref().map(|link| of_question(link, state)),
        removed: state.removed.as_ref().map(|(id, name)| Named {
            id: id.clone(),
            name: name.clone(),
        }),
        forgotten: state
            .forgotten
            .first()
            .map(|forgotten| forgotten.title.clone()),
        wanted: state.wanted.clone(),
        reminders: state
            .reminders
            .iter()
            .map(|reminder| of_reminder(reminder, texts))
            .collect(),
        tray: state.tray,
        shortcut: state.shortcut,
        updates: of_updates(state, texts),
        last_room: state.rejoined().map(|target| target.text(texts)),
        has_later: state.reach.further().is_some(),
        settings: state.settings.clone(),
        policy: PolicyView::of(&state.policy, texts),
        language: texts.language().to_owned(),
        browsers: state
            .browsers
            .iter()
            .map(|browser| BrowserView {
                id: browser.id.clone(),
                name: browser.name.clone(),
            })
            .collect(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
    }
}

fn of_reminder(reminder: &Reminder, texts: &Texts) -> ReminderView {
    let meeting = &reminder.meeting;
    ReminderView {
        key: meeting.key.clone(),
        title: meeting.title.clone(),
        start: millis(meeting.start),
        end: millis(meeting.end),
        organiser: meeting.organiser.clone(),
        place: meeting.place.clone(),
        open_from: meeting.open_from.map(millis),
        preflight: match &reminder.preflight {
            Preflight::Unknown => PreflightView::Unknown,
            Preflight::Running => PreflightView::Running,
            Preflight::Green => PreflightView::Green,
            Preflight::Yellow(caution) => PreflightView::Yellow {
                reason: caution.text(texts),
            },
            Preflight::Red(error) => PreflightView::Red {
                error: error.view(texts),
            },
        },
        joins_at: reminder.joins_at.map(millis),
    }
}

fn of_profile(profile: &Profile, state: &AppState, texts: &Texts) -> ProfileView {
    ProfileView {
        id: profile.id.clone(),
        name: profile.name.clone(),
        address: profile.base_url.to_string(),
        host: profile.base_url.host().to_owned(),
        encrypted: profile.base_url.is_https(),
        login: profile.login.clone(),
        first_name: profile.first_name.clone(),
        last_name: profile.last_name.clone(),
        email: profile.email.clone(),
        language: profile.language.map(|language| language.0),
        moderator: profile.wishes.moderator,
        audio_video_test: profile.wishes.audio_video_test,
        colour: profile.colour,
        browser: profile.browser.clone(),
        help: profile.help.as_ref().map(ToString::to_string),
        server_version: profile.server_version.clone(),
        route: profile.route,
        password_in_address: profile.login_method == Some(LoginMethod::Get),
        trust: profile.trust.as_ref().map(TrustView::from),
        managed: profile.managed,
        locked: locked(profile, state),
        list: of_list(
            state.meetings.get(&profile.id),
            state.next_tries.get(&profile.id).copied(),
            texts,
        ),
        check: state
            .checks
            .get(&profile.id)
            .map(|check| of_check(check, texts)),
    }
}

fn locked(profile: &Profile, state: &AppState) -> Vec<String> {
    let fields = state.policy.locked_fields(profile);
    fields.into_iter().map(str::to_owned).collect()
}

fn of_list(meetings: Option<&Meetings>, next_try: Option<Timestamp>, texts: &Texts) -> ListView {
    match meetings {
        None | Some(Meetings::NotLoaded) => ListView::NotLoaded,
        Some(Meetings::Loading { previous }) => ListView::Loading {
            loaded_at: previous.as_ref().map(|loaded| millis(loaded.loaded_at)),
            until: previous.as_ref().map(|loaded| millis(loaded.until)),
        },
        Some(Meetings::Ready(loaded)) => ListView::Ready {
            loaded_at: millis(loaded.loaded_at),
            until: millis(loaded.until),
            refused: loaded.refused.clone(),
        },
        Some(Meetings::Stale { last, error }) => ListView::Stale {
            loaded_at: last.as_ref().map(|loaded| millis(loaded.loaded_at)),
            until: last.as_ref().map(|loaded| millis(loaded.until)),
            error: error.view(texts),
            next_try: next_try.map(millis),
        },
    }
}

fn of_check(check: &Check, texts: &Texts) -> CheckView {
    let views = |layers: &[CheckedLayer], report: Option<&ProfileReport>| {
        layers
            .iter()
            .map(|layer| of_layer(layer, report, texts))
            .collect()
    };
    match check {
        Check::Running(layers) => CheckView::Running {
            layers: views(layers, None),
        },
        Check::Done {
            layers,
            outcome: Ok(report),
        } => CheckView::Passed {
            layers: views(layers, Some(report)),
        },
        Check::Done {
            layers,
            outcome: Err(error),
        } => CheckView::Failed {
            layers: views(layers, None),
            error: error.view(texts),
        },
    }
}

fn of_setup(setup: &state::Setup, texts: &Texts) -> SetupView {
    let report = setup.report.as_ref();
    SetupView {
        given: setup.given.clone(),
        address: report.map(|report| report.base_url.to_string()),
        host: report.map_or_else(
            || setup.given.clone(),
            |report| report.base_url.host().to_owned(),
        ),
        name: setup.name.clone(),
        help: setup.help.as_ref().map(ToString::to_string),
        encrypted: report.is_none_or(|report| report.base_url.is_https()),
        password_in_address: report.is_some_and(ProfileReport::takes_password_in_address),
        trust: setup.trust.as_ref().map(|(_, trust)| trust.into()),
        layers: setup
            .layers
            .iter()
            .map(|layer| {
                let mut view = of_layer(layer, report, texts);
                view.found = view.found.or_else(|| same_key(setup, layer, texts));
                view
            })
            .collect(),
        stage: match &setup.stage {
            state::SetupStage::Checking { layer, since } => SetupStage::Checking {
                layer: *layer,
                since: millis(*since),
            },
            state::SetupStage::Found => SetupStage::Found,
            state::SetupStage::Ready { login } => SetupStage::Ready {
                login: login.clone(),
                route: report.map(|report| report.route).unwrap_or_default(),
            },
            state::SetupStage::Failed(error) => SetupStage::Failed {
                error: error.view(texts),
            },
        },
    }
}

/// Of a server that was introduced with its key: nothing else would have passed.
fn same_key(setup: &state::Setup, checked: &CheckedLayer, texts: &Texts) -> Option<String> {
    let passed = checked.layer == Layer::Encryption && checked.outcome == Outcome::Passed;
    let key = setup.key.filter(|_| passed)?;
    Some(texts.with(
        "check-key-as-introduced",
        &[("key", key.to_string().into())],
    ))
}

fn of_layer(checked: &CheckedLayer, report: Option<&ProfileReport>, texts: &Texts) -> LayerView {
    let found = match (checked.layer, report) {
        (Layer::Reach, Some(report)) => Some(report.base_url.to_string()),
        (Layer::Version, Some(report)) => Some(report.version.clone()),
        (Layer::Encryption | Layer::Login | Layer::Rights, _) | (_, None) => None,
    };
    LayerView {
        layer: checked.layer,
        outcome: match &checked.outcome {
            Outcome::Passed => OutcomeView::Passed,
            Outcome::Warning(warning) => OutcomeView::Warning { warning: *warning },
            Outcome::Failed(error) => OutcomeView::Failed {
                error: error.view(texts),
            },
        },
        milliseconds: u64::try_from(checked.took.as_millis()).unwrap_or(u64::MAX),
        found,
    }
}

fn of_join(join: &Join, texts: &Texts) -> JoinView {
    match join {
        Join::Idle => JoinView::Idle,
        Join::Preparing {
            subject,
            step,
            since,
        } => JoinView::Preparing {
            target: subject.target.text(texts),
            key: subject.key.clone(),
            step: *step,
            since: millis(*since),
        },
        Join::Opened {
            subject,
            joined,
            at,
        } => JoinView::Opened {
            target: subject.target.text(texts),
            key: subject.key.clone(),
            route: joined.route,
            at: millis(*at),
            works_once: joined.route == Route::RoomHash,
        },
        Join::Failed { subject, error } => JoinView::Failed {
            target: subject.target.text(texts),
            key: subject.key.clone(),
            profile: subject.profile.clone(),
            has_page: subject.has_page,
            error: error.view(texts),
        },
    }
}

fn of_question(question: &LinkQuestion, state: &AppState) -> QuestionView {
    let (server, room, asks) = match &question.link {
        Asking::DeepLink(DeepLink::Room { server, room }) => (
            server.to_string(),
            Some(room.to_string()),
            QuestionKind::Room,
        ),
        Asking::DeepLink(DeepLink::Invitation { server, .. }) => {
            (server.to_string(), None, QuestionKind::Invitation)
        }
        Asking::DeepLink(DeepLink::AddServer(introduced)) => (
            ServerAddress::of(&introduced.address).to_string(),
            None,
            QuestionKind::AddServer,
        ),
        Asking::Web(link) => match link.kind() {
            JoinKind::Room(room) => (
                link.base().to_string(),
                Some(room.to_string()),
                QuestionKind::Room,
            ),
            // A key somebody passed on lets in as an invitation does.
            JoinKind::Invitation | JoinKind::RoomHash => {
                (link.base().to_string(), None, QuestionKind::Invitation)
            }
        },
    };
    let named = |id: &ProfileId| {
        state.profile(id).map(|profile| Named {
            id: id.clone(),
            name: profile.name.clone(),
        })
    };
    let introduced = match &question.link {
        Asking::DeepLink(DeepLink::AddServer(introduced)) => Some(introduced),
        Asking::DeepLink(DeepLink::Room { .. } | DeepLink::Invitation { .. }) | Asking::Web(_) => {
            None
        }
    };
    QuestionView {
        number: question.number,
        server,
        room,
        asks,
        name: introduced.and_then(|introduced| introduced.name.clone()),
        key: introduced.and_then(|introduced| introduced.key.map(|key| key.to_string())),
        help: introduced.and_then(|introduced| introduced.help.as_ref().map(ToString::to_string)),
        profiles: question.profiles.iter().filter_map(named).collect(),
    }
}

fn millis(time: Timestamp) -> i64 {
    time.as_millisecond()
}
