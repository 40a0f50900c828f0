//! `openmeetings meetings`.

mod cached;

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ZonedDateTime};
use launcher_core::error::{Code, LauncherError};
use launcher_core::meeting::{Door, Meeting, MeetingKind, Role};
use launcher_core::profile::Profile;
use launcher_core::state::{Loaded, Part};
use launcher_core::target::Target;
use launcher_core::texts::Texts;
use launcher_core::{RoomKind, RoomRef};
use serde_json::{Value, json};

use crate::arguments::{Meetings, Person};
use crate::failure::Failure;
use crate::host::{self, Opening};
use crate::join::profile_for;
use crate::output::Output;
use crate::{password, progress};

pub(crate) async fn run(arguments: Meetings, output: &mut Output) -> Result<(), Failure> {
    if arguments.cached {
        return cached::run(&arguments, output);
    }
    let launcher = host::start(Opening::PrintOnly, arguments.server.trust.as_ref(), output)?;
    let texts = &output.texts();
    // A server by address or name is looked up as for a room; else all are listed.
    let any_room = Target::Room(RoomRef::Id(1));
    let given = arguments.server.url.is_some() || arguments.server.profile.is_some();
    let profiles = if given {
        profile_for(
            &launcher,
            &arguments.server,
            &Person::default(),
            &any_room,
            texts,
        )
        .await?
        .into_iter()
        .collect()
    } else if arguments.server.password_stdin {
        // One password from standard input is for one server.
        vec![launcher.profile_named(None)?]
    } else {
        launcher.read(|state| state.profiles.clone())
    };
    if profiles.is_empty() {
        return Err(LauncherError::new(Code::NoProfiles).into());
    }
    let now = host::now();
    let ahead = SignedDuration::from_hours(i64::from(arguments.days) * 24);
    let mut answers = Vec::new();
    let mut failed = Vec::new();
    for profile in &profiles {
        password::provide(&launcher, profile, arguments.server.password_stdin, texts).await?;
        let loading = launcher.refresh_meetings(&profile.id, now, ahead);
        match progress::waiting(texts, &profile.name, loading).await {
            Some(Ok(loaded)) => answers.push((profile, loaded)),
            // The other servers are still worth listing.
            Some(Err(error)) if profiles.len() > 1 => {
                output.warn(&error);
                failed.push((profile, error));
            }
            Some(Err(error)) => return Err(error.into()),
            None => {}
        }
    }
    if answers.is_empty()
        && let Some((_, error)) = failed.pop()
    {
        return Err(error.into());
    }
    show(&answers, &failed, now, output);
    Ok(())
}

fn show(
    answers: &[(&Profile, Loaded)],
    failed: &[(&Profile, LauncherError)],
    now: Timestamp,
    output: &mut Output,
) {
    let zone = TimeZone::system();
    let texts = &output.texts();
    let list: Vec<Value> = answers
        .iter()
        .flat_map(|(profile, loaded)| loaded.list.iter().map(|meeting| view(profile, meeting)))
        .collect();
    let missing = failed
        .iter()
        .map(|(profile, error)| json!({ "profile": profile.name, "error": output.view(error) }));
    let missing: Vec<Value> = missing.collect();
    output.json(&json!({ "meetings": list, "failed": missing }));
    for (profile, loaded) in answers {
        output.line(&format!("{} ({})", profile.name, profile.base_url));
        if loaded.list.is_empty() && loaded.refused.is_empty() {
            output.line(&format!("  {}", texts.text("cli-meetings-none")));
        }
        let (rooms, appointments): (Vec<&Meeting>, Vec<&Meeting>) = loaded
            .list
            .iter()
            .partition(|meeting| matches!(meeting.kind, MeetingKind::Room { .. }));
        let mut day = None;
        for meeting in appointments {
            appointment(meeting, now, &zone, &mut day, output);
        }
        if !rooms.is_empty() {
            output.line(&format!("  {}", texts.text("cli-meetings-rooms")));
        }
        for meeting in rooms {
            room(meeting, output);
        }
        for part in &loaded.refused {
            let part = match part {
                Part::Calendar => "cli-meetings-calendar-refused",
                Part::PublicRooms => "cli-meetings-rooms-refused",
            };
            output.line(&format!("  {}", texts.text(part)));
        }
    }
}

fn appointment(
    meeting: &Meeting,
    now: Timestamp,
    zone: &TimeZone,
    day: &mut Option<jiff::civil::Date>,
    output: &mut Output,
) {
    let MeetingKind::Appointment {
        start,
        end,
        organiser,
        role,
        ..
    } = &meeting.kind
    else {
        return;
    };
    let texts = &output.texts();
    let (from, to) = (
        start.to_zoned_datetime(zone.clone()),
        end.to_zoned_datetime(zone.clone()),
    );
    if *day != Some(from.date()) {
        *day = Some(from.date());
        output.line(&format!("  {}", day_name(texts, from.date())));
    }
    let state = if *end <= now {
        Some("cli-meetings-ended")
    } else if *start <= now {
        Some("cli-meetings-now")
    } else {
        None
    };
    let who = match role {
        Role::Owner => None,
        Role::Guest => Some(texts.with("cli-meetings-by", &[("organiser", organiser.into())])),
    };
    let place = meeting
        .room_id
        .map(|id| texts.with("cli-meetings-room", &[("room", id.to_string().into())]));
    let columns = [
        Some(format!("{}-{}", clock(&from), clock(&to))),
        Some(meeting.name().to_owned()),
        place,
        who,
        state.map(|key| texts.text(key)),
    ];
    let columns: Vec<String> = columns.into_iter().flatten().collect();
    output.line(&format!("    {}", columns.join("  ")));
}

/// A day as people write it, weekday and all.
fn day_name(texts: &Texts, day: jiff::civil::Date) -> String {
    let number = |number: i8| u32::from(number.unsigned_abs()).into();
    texts.with(
        "date-day",
        &[
            ("weekday", number(day.weekday().to_monday_one_offset())),
            ("day", number(day.day())),
            ("month", number(day.month())),
            ("year", day.year().to_string().into()),
        ],
    )
}

fn clock(time: &ZonedDateTime) -> String {
    time.strftime("%H:%M").to_string()
}

fn room(meeting: &Meeting, output: &mut Output) {
    let MeetingKind::Room { kind, door } = &meeting.kind else {
        return;
    };
    let texts = &output.texts();
    let closed = match door {
        Door::Open => String::new(),
        Door::Closed => format!("  {}", texts.text("room-closed")),
    };
    let id = meeting.room_id.unwrap_or_default();
    let name = meeting.name();
    let name = if name.trim().is_empty() {
        texts.text("room-nameless")
    } else {
        name.to_owned()
    };
    let kind = texts.with("room-kind", &[("kind", kind_name(*kind).into())]);
    output.line(&format!("    {id:>5}  {name}  {kind}{closed}"));
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the enum grows with its crate"
)]
/// The stable name of a kind of room; the text catalogue tells them apart by it.
fn kind_name(kind: RoomKind) -> &'static str {
    match kind {
        RoomKind::Conference => "conference",
        RoomKind::Presentation => "presentation",
        RoomKind::Interview => "interview",
        _ => "other",
    }
}

/// The stable names scripts rely on.
fn view(profile: &Profile, meeting: &Meeting) -> Value {
    let mut value = json!({
        "profile": profile.name,
        "name": meeting.name(),
        "roomId": meeting.room_id,
        "roomName": meeting.room_name,
    });
    let more = match &meeting.kind {
        MeetingKind::Room { kind, door } => {
            json!({ "type": "room", "kind": kind_name(*kind), "closed": *door == Door::Closed })
        }
        MeetingKind::Appointment {
            id,
            title,
            start,
            end,
            organiser,
            role,
            zone,
            uid,
        } => json!({
            "type": "appointment",
            "id": id,
            "title": title,
            "start": start.to_string(),
            "end": end.to_string(),
            "organiser": organiser,
            "organiserZone": zone,
            "own": *role == Role::Owner,
            "uid": uid,
        }),
    };
    if let (Value::Object(value), Value::Object(more)) = (&mut value, more) {
        value.extend(more);
    }
    value
}
