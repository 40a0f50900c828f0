//! What the menu says of a day, and when it changes.

use jiff::{SignedDuration, Timestamp};

use super::super::*;
use super::sample::*;
use crate::meeting::Role;
use crate::memory::RoomOn;

#[test]
fn a_day_shows_what_is_next_and_the_rest_of_it() {
    let mut state = state(vec![
        own("Stand-up", 9, 12),
        meeting("Review", at(14, 0), 45, Role::Guest),
        own("Over", 8, 0),
        meeting("Tomorrow", next_day(9), 30, Role::Owner),
        room(5, "Blue room"),
        room(3, "Annex"),
    ]);
    let blue = RoomOn {
        profile: "work".parse().unwrap(),
        room: 5,
    };
    state.memory.joined.insert(blue, at(8, 0));
    assert_eq!(
        shown(&state, at(9, 0)),
        "(Soon) Stand-up · in 12 min\n\
         Join Stand-_up · in 12 min = Join\n14:00 · R_eview = Open\n--\n\
         _Join by link or number… = OpenField\n_Rooms >\n  _Blue room = Join\n  _Annex = Join\n\
         Rejoin _Blue room = JoinRoom 5\n--\n_Open = Open\n_Settings = OpenSettings\n_Quit = Quit"
    );
}

#[test]
fn a_guest_reads_when_the_room_opens_and_joins_from_then_on() {
    let state = state(vec![meeting("Review", at(9, 40), 45, Role::Guest)]);
    assert_eq!(
        above(&state, at(9, 0)),
        "(Idle) Review · in 40 min\n_Review · in 40 min · opens at 09:35 = Open"
    );
    assert_eq!(
        above(&state, at(9, 35)),
        "(Soon) Review · in 5 min\nJoin _Review · in 5 min = Join"
    );
    assert_eq!(
        above(&state, at(9, 41)),
        "(Live) Review · now, until 10:25\nJoin _Review · now, until 10:25 = Join"
    );
}

#[test]
fn back_to_back_the_one_that_lets_in_takes_the_place_of_the_one_that_ends() {
    let second = meeting("Second", at(9, 30), 30, Role::Guest);
    let state = state(vec![own("First", 9, 0), second]);
    assert_eq!(
        above(&state, at(9, 24)),
        "(Live) First · now, until 09:30\nJoin _First · now, until 09:30 = Join\n09:30 · S_econd = Open"
    );
    assert_eq!(
        above(&state, at(9, 25)),
        "(Live) Second · in 5 min\nJoin S_econd · in 5 min = Join\n09:00 · _First = Join"
    );
}

#[test]
fn entries_for_whole_days_stand_back() {
    let whole = meeting("Holiday", at(0, 0), 24 * 60, Role::Owner);
    let both = state(vec![whole.clone(), own("Stand-up", 15, 0)]);
    assert_eq!(
        above(&both, at(9, 0)),
        "(Idle) Stand-up · at 15:00\nJoin Stand-_up · at 15:00 = Join\n00:00 · _Holiday = Join"
    );
    assert_eq!(
        above(&state(vec![whole]), at(9, 0)),
        "(Idle) Holiday · now, until 00:00\nJoin _Holiday · now, until 00:00 = Join"
    );
}

#[test]
fn a_day_without_meetings_says_so_and_what_comes_after_it() {
    assert_eq!(
        above(&state(Vec::new()), at(9, 0)),
        "(Idle) No meetings today\nNo meetings today = nothing"
    );
    let later = meeting("Review", next_day(9), 30, Role::Owner);
    let tomorrow = state(vec![own("Over", 8, 0), later.clone()]);
    assert_eq!(
        above(&tomorrow, at(18, 0)),
        "(Idle) No more meetings today\nReview · tomorrow at 09:00\n\
         No more meetings today = nothing\nJoin _Review · tomorrow at 09:00 = Join"
    );
    let days_before = at(18, 0) - SignedDuration::from_hours(48);
    assert!(above(&state(vec![later]), days_before).contains("Thursday, 26 November 2026, 09:00"));
}

#[test]
fn a_meeting_without_a_room_is_shown_by_the_window() {
    let mut without = own("Lunch", 12, 0);
    without.room_id = None;
    assert_eq!(
        above(&state(vec![without]), at(9, 0)),
        "(Idle) Lunch · at 12:00\n_Lunch · at 12:00 · no room = Open"
    );
}

#[test]
fn five_hundred_meetings_make_a_menu_that_fits_the_screen() {
    let many = (0..500)
        .map(|n| own(&format!("Meeting {n}"), 10, 0))
        .collect();
    let menu = above(&state(many), at(9, 0));
    assert_eq!(menu.lines().count(), 1 + 1 + 5 + 1, "{menu}");
    assert!(menu.ends_with("_More… = Open"), "{menu}");
}

#[test]
fn nothing_is_awake_until_something_changes() {
    let zone = zone();
    let changes = |state: &AppState, from: Timestamp| {
        let next = |at: &Timestamp| next_change(state, *at, &zone);
        let all = std::iter::successors(next(&from), next);
        all.map(|at| zone.to_datetime(at).strftime("%d %H:%M").to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        changes(&AppState::default(), at(9, 0)),
        Vec::<String>::new()
    );
    assert_eq!(
        changes(&state(vec![room(5, "Blue")]), at(9, 0)),
        Vec::<String>::new()
    );

    let one = state(vec![meeting("Review", at(14, 0), 45, Role::Guest)]);
    let all = changes(&one, at(9, 0));
    assert_eq!(all[..3], ["25 13:00", "25 13:01", "25 13:02"]);
    assert_eq!(all[all.len() - 3..], ["25 14:00", "25 14:45", "26 00:00"]);
    assert_eq!(all.len(), 63, "each minute of the countdown: {all:?}");

    // In between, the menu stays as it is.
    let drawn_at = |now| tray_menu(&one, now, &zone, &Texts::english());
    let soon_after = at(13, 1) + SignedDuration::from_secs(59);
    assert_eq!(
        drawn_at(at(13, 1) + SignedDuration::from_millis(1)),
        drawn_at(soon_after)
    );
    assert_ne!(drawn_at(at(13, 0)), drawn_at(at(13, 1)));
}
