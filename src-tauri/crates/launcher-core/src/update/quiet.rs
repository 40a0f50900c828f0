//! When nothing disturbs: not in a meeting, not shortly before one (pure).

use jiff::{SignedDuration, Timestamp};

use crate::meeting::upcoming::Upcoming;

/// A person who is about to enter a room is not disturbed from then on.
const BEFORE: SignedDuration = SignedDuration::from_mins(15);

/// Whether this is a quiet time, and until when that stays so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Quiet {
    /// Until the quarter of an hour before the next meeting, if there is one.
    Until(Option<Timestamp>),
    /// A meeting goes on or is near, or one after the other.
    From(Timestamp),
}

/// Looks at the meetings with a room, in the order of their starts.
pub(super) fn quiet(meetings: &[Upcoming], now: Timestamp) -> Quiet {
    let mut until = now;
    for meeting in meetings.iter().filter(|meeting| meeting.has_room) {
        let from = meeting.start.saturating_sub(BEFORE).unwrap_or(now);
        if from > until {
            return if until > now {
                Quiet::From(until)
            } else {
                Quiet::Until(Some(from))
            };
        }
        until = until.max(meeting.end);
    }
    if until > now {
        Quiet::From(until)
    } else {
        Quiet::Until(None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minute(minutes: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + minutes * 60).unwrap()
    }

    fn meeting(start: i64, end: i64) -> Upcoming {
        Upcoming {
            key: format!("{start}"),
            title: String::new(),
            start: minute(start),
            end: minute(end),
            organiser: String::new(),
            profile: None,
            place: String::new(),
            open_from: None,
            has_room: true,
        }
    }

    #[test]
    fn it_is_quiet_until_a_quarter_of_an_hour_before_a_meeting_and_after_it() {
        let day = [meeting(-90, -60), meeting(60, 90), meeting(200, 210)];
        for (now, wanted) in [
            (0, Quiet::Until(Some(minute(45)))),
            (44, Quiet::Until(Some(minute(45)))),
            (45, Quiet::From(minute(90))),
            (60, Quiet::From(minute(90))),
            (89, Quiet::From(minute(90))),
            (90, Quiet::Until(Some(minute(185)))),
            (210, Quiet::Until(None)),
        ] {
            assert_eq!(quiet(&day, minute(now)), wanted, "{now}");
        }
    }

    #[test]
    fn between_two_meetings_it_is_not_quiet_for_a_moment() {
        let day = [meeting(0, 30), meeting(10, 20), meeting(40, 60)];
        assert_eq!(quiet(&day, minute(5)), Quiet::From(minute(60)));
        let apart = [meeting(0, 30), meeting(46, 60)];
        assert_eq!(quiet(&apart, minute(5)), Quiet::From(minute(30)));
    }

    #[test]
    fn what_has_no_room_disturbs_nobody() {
        let holiday = Upcoming {
            has_room: false,
            ..meeting(-600, 6000)
        };
        assert_eq!(quiet(&[holiday], minute(0)), Quiet::Until(None));
    }
}
