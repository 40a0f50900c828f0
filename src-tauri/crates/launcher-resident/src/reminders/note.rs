//! What a reminder says.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use launcher_core::action::Action;
use launcher_core::intent::{Intent, ReminderAnswer};
use launcher_core::meeting::upcoming::Upcoming;
use launcher_core::reminder::Reminder;
use launcher_core::texts::Texts;

use crate::notes::{About, Button, Note, Weight};

pub(super) fn of_meeting(
    reminder: &Reminder,
    texts: &Texts,
    zone: &TimeZone,
    now: Timestamp,
) -> Note {
    let Reminder {
        meeting, preflight, ..
    } = reminder;
    let time = |at: Timestamp| {
        at.to_zoned_datetime(zone.clone())
            .strftime("%H:%M")
            .to_string()
    };
    let has_begun = meeting.start <= now;
    let begins = if has_begun {
        "reminder-began"
    } else {
        "reminder-starts"
    };
    let mut lines = vec![texts.with(begins, &[("time", time(meeting.start).into())])];
    if let Some(from) = meeting.open_from.filter(|from| *from > now) {
        lines.push(texts.with("note-opens", &[("time", time(from).into())]));
    }
    lines.extend(preflight.text(texts));
    let title = [&meeting.title, &meeting.place]
        .into_iter()
        .find(|name| !name.is_empty());
    let rest = [&meeting.place, &meeting.organiser];
    let rest = rest
        .into_iter()
        .filter(|name| !name.is_empty() && Some(*name) != title);
    lines.extend(rest.cloned());
    let join = meeting
        .has_room
        .then_some(("note-join", ReminderAnswer::Join));
    // It would come again at the start at the latest.
    let snooze = (!has_begun).then_some(("note-snooze", ReminderAnswer::Snooze));
    let buttons: Vec<_> = join.into_iter().chain(snooze).collect();
    let title = title.cloned().unwrap_or_default();
    to_answer(meeting, title, lines.join("\n"), &buttons, texts)
}

/// It is about to be joined by itself.
pub(super) fn of_countdown(meeting: &Upcoming, texts: &Texts) -> Note {
    let buttons = [
        ("note-stop", ReminderAnswer::Dismiss),
        ("note-join", ReminderAnswer::Join),
    ];
    let body = texts.text("note-joins");
    to_answer(meeting, meeting.title.clone(), body, &buttons, texts)
}

/// One that stays until it is answered, or dismissed.
fn to_answer(
    meeting: &Upcoming,
    title: String,
    body: String,
    buttons: &[(&str, ReminderAnswer)],
    texts: &Texts,
) -> Note {
    let answer = |answer| {
        Action::Ask(Intent::AnswerReminder {
            key: meeting.key.clone(),
            answer,
        })
    };
    let button = |(label, what): &(&str, ReminderAnswer)| Button {
        label: texts.text(label),
        action: answer(*what),
    };
    Note {
        about: About::Meeting(meeting.key.clone()),
        weight: Weight::Urgent,
        title,
        body,
        click: Some(Action::Show(None)),
        dismissed: Some(answer(ReminderAnswer::Dismiss)),
        buttons: buttons.iter().map(button).collect(),
    }
}

/// One note for many meetings: their times stand in the window.
pub(super) fn of_many(meetings: usize, texts: &Texts) -> Note {
    Note {
        about: About::Meetings,
        weight: Weight::Normal,
        title: texts.with("note-many", &[("count", meetings.to_string().into())]),
        body: String::new(),
        click: Some(Action::Show(None)),
        dismissed: None,
        buttons: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use launcher_core::error::{Code, LauncherError};
    use launcher_core::reminder::{Caution, Preflight};

    use super::*;

    fn second(second: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + second).unwrap()
    }

    fn meeting() -> Upcoming {
        Upcoming {
            key: "p1/appointment/1/1800000600".to_owned(),
            title: String::new(),
            start: second(600),
            end: second(1200),
            organiser: "Anna Arends".to_owned(),
            profile: None,
            place: "Work".to_owned(),
            open_from: Some(second(300)),
            has_room: true,
        }
    }

    fn of(meeting: &Upcoming, at: i64) -> Note {
        let reminder = Reminder::of(meeting.clone());
        of_meeting(&reminder, &Texts::english(), &TimeZone::UTC, second(at))
    }

    #[test]
    fn it_says_when_where_and_with_whom_and_what_can_be_done() {
        let note = of(&meeting(), 0);
        assert_eq!(note.title, "Work", "it has no title");
        let lines: Vec<&str> = note.body.lines().collect();
        assert_eq!(
            lines,
            ["Starts at 08:10", "Lets you in from 08:05", "Anna Arends"]
        );
        let labels: Vec<&str> = note.buttons.iter().map(|b| b.label.as_str()).collect();
        assert_eq!(labels, ["Join", "Remind me later"]);
    }

    #[test]
    fn its_times_are_those_of_where_the_person_is() {
        let reminder = Reminder::of(meeting());
        for (zone, said) in [
            ("Europe/Berlin", "Starts at 09:10"),
            ("Asia/Kathmandu", "Starts at 13:55"),
        ] {
            let zone = TimeZone::get(zone).unwrap();
            let note = of_meeting(&reminder, &Texts::english(), &zone, second(0));
            assert_eq!(note.body.lines().next(), Some(said));
        }
    }

    #[test]
    fn what_was_found_out_ahead_stands_below_the_time() {
        let failed = LauncherError::new(Code::ServerUnreachable).about("server", "Work");
        for (preflight, said) in [
            (Preflight::Green, "Ready to join"),
            (
                Preflight::Yellow(Caution::RoomFull),
                "The room is full: somebody has to leave first",
            ),
            (Preflight::Red(failed), "“Work”"),
        ] {
            let mut reminder = Reminder::of(meeting());
            reminder.preflight = preflight;
            let note = of_meeting(&reminder, &Texts::english(), &TimeZone::UTC, second(500));
            let line = note.body.lines().nth(1).unwrap();
            assert!(line.contains(said), "{line}");
        }
    }

    #[test]
    fn what_has_begun_is_not_put_off_and_what_has_no_room_is_not_joined() {
        let mut meeting = meeting();
        meeting.title = "Planning".to_owned();
        meeting.has_room = false;
        let note = of(&meeting, 700);
        assert_eq!(note.body, "Began at 08:10\nWork\nAnna Arends");
        assert_eq!(note.buttons, []);
    }
}
