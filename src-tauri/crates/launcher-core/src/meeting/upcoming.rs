//! [`Upcoming`]: what is in the person's day, whichever list it is from (pure).
//! The agenda, the tray, reminders and "join next" all read this one.

use jiff::{SignedDuration, Timestamp};

use super::{Meeting, MeetingKind, doors_open};
use crate::profile::ProfileId;
use crate::remembered::Remembered;
use crate::state::{AppState, Meetings};

/// What begins within this is what "join next" means, if nothing goes on.
const NEXT_WITHIN: SignedDuration = SignedDuration::from_mins(15);

/// What begins within this is meant rather than what still goes on, as the window
/// shows it: servers let guests in from then on.
const TAKES_OVER_WITHIN: SignedDuration = SignedDuration::from_mins(5);

/// An appointment of a saved server, or a remembered invitation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upcoming {
    /// Names the row for intents; stable through refreshes.
    pub key: String,
    /// What people call it; may be empty.
    pub title: String,
    pub start: Timestamp,
    pub end: Timestamp,
    pub organiser: String,
    /// The saved server it is on; a remembered invitation may be to any.
    pub profile: Option<ProfileId>,
    /// The name of the saved server, or the host.
    pub place: String,
    /// From when on the server lets this person in; `None` is always.
    pub open_from: Option<Timestamp>,
    /// Whether there is a room to join at all.
    pub has_room: bool,
}

impl Upcoming {
    /// Whether the server lets the person in at this time.
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.has_room && self.open_from.is_none_or(|from| from <= now)
    }

    pub fn is_live(&self, now: Timestamp) -> bool {
        self.start <= now && now < self.end
    }

    fn of_meeting(meeting: &Meeting, state: &AppState) -> Option<Self> {
        let MeetingKind::Appointment {
            start,
            end,
            organiser,
            ..
        } = &meeting.kind
        else {
            return None;
        };
        let profile = state.profile(&meeting.profile)?;
        Some(Self {
            key: meeting.key(),
            title: meeting.name().trim().to_owned(),
            start: *start,
            end: *end,
            organiser: organiser.clone(),
            profile: Some(profile.id.clone()),
            place: profile.name.clone(),
            open_from: meeting.open_from().map(|(from, _)| from),
            has_room: meeting.room_id.is_some(),
        })
    }

    fn of_remembered(remembered: &Remembered, start: Timestamp, state: &AppState) -> Self {
        let base = remembered.link.base();
        let profile = state
            .profiles
            .iter()
            .find(|profile| profile.base_url == *base);
        Self {
            key: remembered.key_at(start),
            title: remembered.title.clone(),
            start,
            end: start.saturating_add(remembered.length()).unwrap_or(start),
            organiser: remembered.organiser.clone().unwrap_or_default(),
            profile: profile.map(|profile| profile.id.clone()),
            place: profile.map_or_else(|| base.host().to_owned(), |profile| profile.name.clone()),
            open_from: Some(doors_open(start)),
            has_room: true,
        }
    }
}

/// Where an upcoming meeting is from.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Source<'a> {
    Listed(&'a Meeting),
    Remembered(&'a Remembered),
}

/// Everything with a time, by start, then title. An invitation that is also an
/// appointment of a saved server is there once, as the appointment.
pub fn upcoming(state: &AppState) -> Vec<Upcoming> {
    let all = with_sources(state).into_iter();
    all.map(|(upcoming, _)| upcoming).collect()
}

/// The same, each with what it is made of.
pub(crate) fn with_sources(state: &AppState) -> Vec<(Upcoming, Source<'_>)> {
    let lists = state.meetings.values().filter_map(Meetings::loaded);
    let meetings: Vec<&Meeting> = lists.flat_map(|loaded| &loaded.list).collect();
    let is_listed = |remembered: &Remembered, start: Timestamp| {
        let mut meetings = meetings.iter();
        let (uid, start) = (Some(remembered.uid.as_str()), Some(start));
        meetings.any(|meeting| meeting.uid() == uid && meeting.start() == start)
    };
    let listed = meetings.iter().filter_map(|meeting| {
        Some((
            Upcoming::of_meeting(meeting, state)?,
            Source::Listed(meeting),
        ))
    });
    let remembered = state.remembered.iter().flat_map(|one| {
        let starts = one.starts().iter();
        starts.map(move |start| (one, *start))
    });
    let remembered = remembered.filter(|(one, start)| !is_listed(one, *start));
    let remembered = remembered.map(|(one, start)| {
        let upcoming = Upcoming::of_remembered(one, start, state);
        (upcoming, Source::Remembered(one))
    });
    let mut all: Vec<_> = listed.chain(remembered).collect();
    all.sort_by(|(a, _), (b, _)| (a.start, &a.title, &a.key).cmp(&(b.start, &b.title, &b.key)));
    all
}

/// What "join next" means now: what began last and still goes on, else what
/// begins soon. An open door is preferred to a closed one.
pub fn next(all: &[Upcoming], now: Timestamp) -> Option<&Upcoming> {
    let live = all
        .iter()
        .filter(|meeting| meeting.has_room && meeting.is_live(now));
    let soon = || {
        all.iter().find(|meeting| {
            meeting.has_room
                && meeting.start > now
                && meeting.start.duration_since(now) <= NEXT_WITHIN
        })
    };
    let takes_over = || {
        soon().filter(|meeting| {
            meeting.is_open(now) && meeting.start.duration_since(now) <= TAKES_OVER_WITHIN
        })
    };
    // Back to back, the one that is about to begin is meant, once it lets in.
    takes_over()
        .or_else(|| live.max_by_key(|meeting| meeting.start))
        .or_else(soon)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meeting::Role;
    use crate::state::Loaded;
    use openmeetings_client::JoinLink;

    fn minute(minutes: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + minutes * 60).unwrap()
    }

    fn profile() -> crate::profile::Profile {
        serde_json::from_value(serde_json::json!({
            "id": "p1",
            "name": "Work",
            "baseUrl": "https://meet.example.org/openmeetings/",
        }))
        .unwrap()
    }

    fn meeting(id: i64, title: &str, start: i64, end: i64, role: Role) -> Meeting {
        Meeting {
            profile: "p1".parse().unwrap(),
            room_id: Some(id),
            room_name: "Room".to_owned(),
            kind: MeetingKind::Appointment {
                id,
                title: title.to_owned(),
                start: minute(start),
                end: minute(end),
                organiser: String::new(),
                zone: None,
                role,
                uid: Some(format!("uid-{id}")),
            },
        }
    }

    fn remembered(uid: &str, host: &str, start: i64) -> Remembered {
        let link = format!("https://{host}/openmeetings/hash?invitation=167793f8-17e4&language=1");
        Remembered {
            uid: uid.to_owned(),
            sequence: 0,
            last_modified: None,
            title: format!("Invited by {host}"),
            start: minute(start),
            end: minute(start + 30),
            zone: None,
            organiser: None,
            organiser_mail: None,
            recurrence: None,
            repeats: None,
            link: JoinLink::parse(&link).unwrap(),
        }
    }

    fn state(list: Vec<Meeting>, remembered: Vec<Remembered>) -> AppState {
        let loaded = Loaded {
            list,
            loaded_at: minute(0),
            until: minute(0),
            rooms_loaded_at: Some(minute(0)),
            refused: Vec::new(),
        };
        let mut state = AppState {
            profiles: vec![profile()],
            remembered,
            ..AppState::default()
        };
        state
            .meetings
            .insert("p1".parse().unwrap(), Meetings::Ready(loaded));
        state
    }

    fn next_title(list: &[(&str, i64, i64, Role)], now: i64) -> Option<String> {
        let list = list.iter().zip(1..);
        let list =
            list.map(|(&(title, start, end, role), id)| meeting(id, title, start, end, role));
        let all = upcoming(&state(list.collect(), Vec::new()));
        next(&all, minute(now)).map(|next| next.title.clone())
    }

    #[test]
    fn an_invitation_that_the_account_lists_too_is_there_once() {
        let listed = meeting(1, "Planning", 10, 20, Role::Guest);
        let invitations = vec![
            remembered("uid-1", "meet.example.org", 10),
            // The same series, another time of it.
            remembered("uid-1", "meet.example.org", 1450),
            remembered("uid-9", "other.example.net", 5),
        ];
        let all = upcoming(&state(vec![listed], invitations));
        let seen: Vec<(&str, &str)> = all
            .iter()
            .map(|one| (one.title.as_str(), one.place.as_str()))
            .collect();
        assert_eq!(
            seen,
            [
                ("Invited by other.example.net", "other.example.net"),
                ("Planning", "Work"),
                ("Invited by meet.example.org", "Work"),
            ]
        );
    }

    #[test]
    fn next_is_what_goes_on_or_begins_within_a_quarter_of_an_hour() {
        let day = [
            ("A", 0, 30, Role::Owner),
            ("B", 100, 130, Role::Owner),
            ("C", 105, 110, Role::Owner),
        ];
        for (now, wanted) in [
            (-16, None),
            (-15, Some("A")),
            (0, Some("A")),
            (29, Some("A")),
            (30, None),
            (84, None),
            (85, Some("B")),
            // Of two that go on, the one that began last.
            (106, Some("C")),
            (111, Some("B")),
        ] {
            assert_eq!(next_title(&day, now).as_deref(), wanted, "{now}");
        }
    }

    #[test]
    fn back_to_back_the_next_one_is_meant_as_soon_as_it_lets_in() {
        let guest = [("A", 0, 30, Role::Guest), ("B", 30, 60, Role::Guest)];
        for (now, wanted) in [(24, "A"), (25, "B"), (30, "B")] {
            assert_eq!(next_title(&guest, now).as_deref(), Some(wanted), "{now}");
        }
    }

    #[test]
    fn an_own_meeting_takes_over_no_sooner_though_its_door_is_open() {
        let own = [("A", 0, 60, Role::Owner), ("B", 30, 60, Role::Owner)];
        for (now, wanted) in [(16, "A"), (24, "A"), (25, "B"), (31, "B")] {
            assert_eq!(next_title(&own, now).as_deref(), Some(wanted), "{now}");
        }
    }

    #[test]
    fn what_has_no_room_is_never_next() {
        let mut roomless = meeting(1, "Lunch", 0, 60, Role::Owner);
        roomless.room_id = None;
        let all = upcoming(&state(vec![roomless], Vec::new()));
        assert_eq!((all.len(), next(&all, minute(5))), (1, None));
    }
}
