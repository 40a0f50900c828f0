use super::*;
use crate::meeting::refresh::Rooms;

fn minute(minutes: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + minutes * 60).unwrap()
}

/// One that has run for a day, with a list for each 15 minutes.
fn around(person: Person) -> Around {
    Around {
        seed: 1,
        every: Some(SignedDuration::from_mins(15)),
        person,
        returned: minute(-24 * 60),
    }
}

fn looking(since: i64) -> Around {
    let since = minute(since);
    around(Person::Looking { since })
}

fn loaded(at: i64) -> Known {
    Known {
        tried: Some(minute(at)),
        loaded: Some(minute(at)),
        ..Known::default()
    }
}

fn with_meetings(at: i64, starts: &[i64]) -> Known {
    Known {
        starts: starts.iter().copied().map(minute).collect(),
        ..loaded(at)
    }
}

fn failed(code: Code, failures: u32) -> Known {
    Known {
        trouble: Some(code),
        failures,
        ..loaded(0)
    }
}

/// The minute at which each of a thousand launchers loads next, in order.
fn of_all(around: Around, known: &Known, now: i64) -> Vec<i64> {
    let at = |seed| {
        let due = next(&Around { seed, ..around }, known, minute(now)).unwrap();
        due.duration_since(minute(0)).as_mins()
    };
    let mut all: Vec<i64> = (0..1000).map(at).collect();
    all.sort_unstable();
    all
}

/// No minute has many more than its share.
fn assert_spread(all: &[i64], from: i64, to: i64) {
    assert!((from..=from + 1).contains(&all[0]), "from {}", all[0]);
    let last = all[all.len() - 1];
    assert!((to - 1..=to).contains(&last), "to {last}");
    let share = all.len() / usize::try_from(to - from).unwrap();
    for minute in from..to {
        let here = all.iter().filter(|at| **at == minute).count();
        assert!(here < share * 2, "{here} in minute {minute}");
    }
}

#[test]
fn whoever_looks_has_it_as_often_as_chosen() {
    let at = next(&looking(-5), &loaded(0), minute(5)).unwrap();
    assert!((minute(13)..=minute(17)).contains(&at), "{at}");
    assert_eq!(
        next(&looking(-5), &loaded(0), minute(6)),
        Some(at),
        "it stays"
    );
}

#[test]
fn only_when_asked_is_never() {
    let asked = Around {
        every: None,
        ..looking(3)
    };
    assert_eq!(next(&asked, &Known::default(), minute(3)), None);
}

#[test]
fn a_window_sees_a_fresh_list() {
    assert_eq!(next(&looking(3), &loaded(0), minute(3)), Some(minute(3)));
    let since = minute(0) + SignedDuration::from_secs(10);
    let soon = around(Person::Looking { since });
    assert_eq!(next(&soon, &loaded(0), since), Some(minute(1)));
    let at = next(&looking(3), &loaded(3), minute(4)).unwrap();
    assert!(at > minute(15), "loaded when it came: {at}");
}

#[test]
fn what_an_earlier_launcher_left_is_looked_at_anew() {
    let since = minute(0) + SignedDuration::from_secs(10);
    let soon = around(Person::Looking { since });
    let left = Known {
        tried: None,
        ..loaded(0)
    };
    assert_eq!(next(&soon, &left, since), Some(since));
}

#[test]
fn with_the_tray_alone_it_is_about_an_hour() {
    let all = of_all(around(Person::Elsewhere), &loaded(0), 1);
    assert_spread(&all, 54, 66);
    let seldom = Around {
        every: Some(SignedDuration::from_hours(4)),
        ..around(Person::Elsewhere)
    };
    let all = of_all(seldom, &loaded(0), 1);
    assert!(all[0] >= 216, "never more often than chosen");
}

#[test]
fn a_meeting_that_is_near_is_looked_after() {
    let around = around(Person::Elsewhere);
    let due = |known: &Known, now| of_all(around, known, now);
    let all = due(&with_meetings(0, &[100]), 1);
    assert_eq!(
        (all[0], all[999]),
        (40, 54),
        "near from then on, each at its time"
    );
    let all = due(&with_meetings(55, &[100]), 56);
    assert_eq!((all[0], all[999]), (68, 71), "as often as chosen");
    let all = due(&with_meetings(79, &[100]), 79);
    assert_spread(&all, 80, 95);
    let all = due(&with_meetings(81, &[100]), 81);
    assert!(all[0] > 100, "once before it starts is enough: {}", all[0]);
}

#[test]
fn a_meeting_later_in_the_day_is_not_forgotten_for_the_first() {
    let all = of_all(around(Person::Elsewhere), &with_meetings(0, &[5, 110]), 1);
    assert!(all[999] <= 65, "before the usual hour: {all:?}");
}

#[test]
fn nobody_there_is_never() {
    let away = around(Person::Away);
    for known in [loaded(-600), with_meetings(-600, &[10]), Known::default()] {
        assert_eq!(next(&away, &known, minute(0)), None);
    }
}

#[test]
fn a_thousand_that_come_back_come_one_after_another() {
    let back = Around {
        returned: minute(0),
        ..around(Person::Elsewhere)
    };
    assert_spread(&of_all(back, &loaded(-600), 0), 0, 10);
    let young = of_all(back, &loaded(-20), 0);
    assert!(young[0] >= 34, "what is young enough waits for its time");
    let near = of_all(back, &with_meetings(-600, &[4]), 0);
    assert!(near[999] <= 0, "nobody with a meeting waits: {near:?}");
    let first = Known {
        tried: None,
        ..loaded(-600)
    };
    assert_spread(&of_all(back, &first, 0), 0, 10);
}

#[test]
fn without_any_list_one_is_loaded_at_once() {
    let started = Around {
        returned: minute(0),
        ..around(Person::Elsewhere)
    };
    assert_eq!(
        next(&started, &Known::default(), minute(0)),
        Some(minute(0))
    );
}

#[test]
fn failures_put_it_off_and_some_are_left_to_the_person() {
    let tries = |failures| {
        let all = of_all(
            around(Person::Elsewhere),
            &failed(Code::TimedOut, failures),
            0,
        );
        (all[0], all[999])
    };
    assert_eq!([1, 2, 3, 4].map(tries), [(0, 1), (1, 2), (3, 4), (7, 8)]);
    assert_eq!(
        [5, 6, 40].map(tries),
        [(13, 16); 3],
        "never later than usual"
    );
    for code in [Code::BadCredentials, Code::KeychainLocked] {
        assert_eq!(next(&looking(0), &failed(code, 1), minute(50)), None);
    }
}

#[test]
fn a_network_that_comes_back_is_tried_soon() {
    let back = |person| Around {
        returned: minute(2),
        ..around(person)
    };
    let known = failed(Code::TimedOut, 40);
    assert_spread(&of_all(back(Person::Elsewhere), &known, 2), 2, 12);
    let since = minute(-5);
    let all = of_all(back(Person::Looking { since }), &known, 2);
    assert!(all[999] <= 3, "somebody waits: {all:?}");
    let near = Known {
        starts: vec![minute(20)],
        ..known
    };
    let all = of_all(back(Person::Elsewhere), &near, 2);
    assert!(all[999] <= 3, "a meeting is near: {all:?}");
}

#[test]
fn a_clock_that_is_set_back_does_not_stop_it() {
    for around in [looking(-5), around(Person::Elsewhere)] {
        let at = next(&around, &loaded(10_000), minute(0)).unwrap();
        assert!(at <= minute(80), "{at}");
    }
}

#[test]
fn rooms_are_for_those_who_look_or_very_old() {
    let ahead = SignedDuration::from_hours(96);
    let rooms = |around: &Around, hours: Option<i64>| {
        let known = Known {
            rooms_loaded: hours.map(|hours| minute(-hours * 60)),
            ..Known::default()
        };
        asked(around, &known, ahead, minute(0)).rooms
    };
    assert_eq!(rooms(&looking(0), Some(0)), Rooms::Load);
    let tray = around(Person::Elsewhere);
    assert_eq!(rooms(&tray, Some(5)), Rooms::Keep);
    assert_eq!(rooms(&tray, Some(6)), Rooms::Load);
    assert_eq!(rooms(&tray, None), Rooms::Load);
}
