//! Invitations in the forms real people get them: passed on by other calendars,
//! saved by other programs, mangled by mails.

#![expect(clippy::unwrap_used, reason = "a test may")]

#[path = "support/invited.rs"]
mod invited;

use invited::{link, only};
use jiff::tz::TimeZone;
use launcher_core::error::Code;
use launcher_core::invite_file::{InviteError, InvitedMeeting, read};
use launcher_core::target::link_of_invitation;

const LINK: &str =
    "https://meet.example.org/om/hash?invitation=167793f8-17e4-42e8-90ed-41323f2886a2&language=1";

macro_rules! modelled {
    ($name:literal) => {
        include_bytes!(concat!(
            "../../../../tests/fixtures/ics/modelled/",
            $name,
            ".ics"
        ))
    };
}

fn meetings(bytes: &[u8]) -> Vec<InvitedMeeting> {
    read(bytes, &TimeZone::UTC).unwrap()
}

fn start(meeting: &InvitedMeeting) -> String {
    meeting.start.map_or("none".to_owned(), |at| at.to_string())
}

/// A calendar around these lines.
fn calendar(lines: &str) -> String {
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{lines}\r\nEND:VCALENDAR\r\n")
}

fn event(lines: &str) -> String {
    calendar(&format!(
        "METHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Plän\r\n{lines}\r\nEND:VEVENT"
    ))
}

#[test]
fn what_other_calendars_pass_on_is_read() {
    for (program, bytes) in [
        ("outlook", modelled!("outlook").as_slice()),
        ("google", modelled!("google")),
        ("thunderbird", modelled!("thunderbird")),
        ("apple", modelled!("apple")),
        ("vcalendar-1", modelled!("vcalendar-1")),
    ] {
        let meeting = only(bytes);
        assert_eq!(link(&meeting), Some(LINK), "{program}");
        assert_eq!(start(&meeting), "2026-11-23T21:00:00Z", "{program}");
        let end = meeting.end.unwrap().to_string();
        assert_eq!(end, "2026-11-23T22:00:00Z", "{program}");
    }
    assert_eq!(
        only(modelled!("outlook")).organiser.as_deref(),
        Some("Last, First")
    );
    assert_eq!(only(modelled!("vcalendar-1")).title, "Pläne");
}

#[test]
fn a_series_and_its_changed_time_are_two_events() {
    let both = meetings(modelled!("nextcloud-series"));
    assert_eq!(both.len(), 2);
    assert_eq!(both[0].uid, both[1].uid);
    assert!(both[0].repeats && both[0].recurrence.is_none());
    let changed = both[1].recurrence.unwrap().to_string();
    assert_eq!(changed, "2026-11-24T09:00:00Z");
    assert_eq!(start(&both[1]), "2026-11-24T13:00:00Z");
}

#[test]
fn every_character_set_and_line_end_is_read() {
    let text = event(&format!("DTSTART:20261123T210000Z\r\nDESCRIPTION:{LINK}"));
    let utf16 = |mark: bool, unit: fn(u16) -> [u8; 2]| -> Vec<u8> {
        let mark = mark.then_some(0xfeff);
        let units = mark.into_iter().chain(text.encode_utf16());
        units.flat_map(unit).collect()
    };
    let latin = text.chars().map(|c| u8::try_from(c).unwrap()).collect();
    for (form, bytes) in [
        ("UTF-8 with mark", format!("\u{feff}{text}").into_bytes()),
        ("UTF-16 LE with mark", utf16(true, u16::to_le_bytes)),
        ("UTF-16 BE with mark", utf16(true, u16::to_be_bytes)),
        ("UTF-16 LE", utf16(false, u16::to_le_bytes)),
        ("UTF-16 BE", utf16(false, u16::to_be_bytes)),
        ("Latin-1", latin),
        ("CR only", text.replace("\r\n", "\r").into_bytes()),
        ("LF only", text.replace("\r\n", "\n").into_bytes()),
        ("doubled CR", text.replace("\r\n", "\r\r\n").into_bytes()),
        ("empty lines", text.replace("\r\n", "\r\n\r\n").into_bytes()),
        (
            "no end",
            text.replace("END:VEVENT\r\nEND:VCALENDAR\r\n", "")
                .into_bytes(),
        ),
    ] {
        let meeting = only(&bytes);
        assert_eq!(link(&meeting), Some(LINK), "{form}");
        assert_eq!(meeting.title, "Plän", "{form}");
    }
    let lower = "begin:vcalendar\nmethod:request\nbegin:vevent\nuid:1\ndtstart:20261123T210000Z\n";
    let lower = format!("{lower}description:{LINK}\nend:vevent\nend:vcalendar\n");
    assert_eq!(link(&only(lower.as_bytes())), Some(LINK));
}

#[test]
fn the_link_is_found_wherever_it_was_put() {
    let html = LINK.replace('&', "&amp;");
    let escaped = "https%3A%2F%2Fmeet.example.org%2Fom%2Fhash%3Finvitation%3D167793f8-17e4-42e8-90ed-41323f2886a2%26language%3D1";
    for lines in [
        format!("LOCATION:{LINK}"),
        format!("LOCATION:Room 5\\; {LINK}"),
        format!("URL:{LINK}"),
        format!("URL;VALUE=URI:{LINK}"),
        format!("CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL=Join:{LINK}"),
        format!("ATTACH:{LINK}"),
        format!("ATTACH;FMTTYPE=text/html:{LINK}"),
        format!("X-GOOGLE-CONFERENCE:{LINK}"),
        format!("COMMENT:first\r\nCOMMENT:Join at {LINK}."),
        format!("CONTACT:{LINK}"),
        format!("X-MICROSOFT-SKYPETEAMSMEETINGURL:{LINK}"),
        format!(
            "X-ALT-DESC;FMTTYPE=text/html:<html><body><a href=\"{html}\">Join</a>\\n</body></html>"
        ),
        format!("STYLED-DESCRIPTION;VALUE=TEXT;FMTTYPE=text/html:<a href=\"{html}\">Join</a>"),
        format!("DESCRIPTION:see https://example.org/\r\nLOCATION:{LINK}"),
        format!(
            "URL:https://nam12.safelinks.protection.outlook.com/?url={escaped}&data=05%7C02&reserved=0"
        ),
        format!("LOCATION:https://www.google.com/url?q={escaped}&sa=D&ust=1"),
        format!("DESCRIPTION:https://urldefense.com/v3/__{LINK}__\\;!!Abc!x$"),
    ] {
        assert_eq!(link(&only(event(&lines).as_bytes())), Some(LINK), "{lines}");
    }
}

#[test]
fn a_mangled_link_is_put_together_again() {
    let (head, tail) = LINK.split_at(LINK.len() - 24);
    for lines in [
        format!("DESCRIPTION:Join:\\n{head}\\n{tail}\\nBye"),
        format!("DESCRIPTION:Join:\\n{head}=\\n{tail}\\nBye"),
        format!("DESCRIPTION:Join:\\n{head}=\r\n{tail}\r\nDTSTART:20261123T210000Z"),
        format!("DESCRIPTION:Join:\\n{head}\r\n{tail}\r\nDTSTART:20261123T210000Z"),
        format!("DESCRIPTION:Join:\r\n{LINK}\r\nDTSTART:20261123T210000Z"),
        format!("DESCRIPTION:({LINK})."),
        format!("DESCRIPTION:<{LINK}>"),
        format!("DESCRIPTION:&lt\\;{}&gt\\;", LINK.replace('&', "&amp\\;")),
        format!(
            "DESCRIPTION:{}",
            LINK.replace("?invitation=", "%3Finvitation%3D")
        ),
        format!(
            "DESCRIPTION:{}",
            LINK.replace("meet.example.org", "meet.example.org.")
        ),
    ] {
        assert_eq!(link(&only(event(&lines).as_bytes())), Some(LINK), "{lines}");
    }
}

#[test]
fn a_link_that_cannot_be_is_refused_with_what_is_wrong() {
    let meeting = only(event("DESCRIPTION:https://h:0/om/#room/2").as_bytes());
    assert_eq!(link(&meeting), None);
    assert!(meeting.link_trouble.unwrap().to_string().contains("port"));
    let other = only(event("DESCRIPTION:https://example.org/").as_bytes());
    assert_eq!(other.link_trouble, None);
}

#[test]
fn times_are_read_in_the_zones_programs_name() {
    let custom = "BEGIN:VTIMEZONE\r\nTZID:Customized Time Zone\r\n\
        BEGIN:STANDARD\r\nDTSTART:16010101T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n\
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\n\
        BEGIN:DAYLIGHT\r\nDTSTART:16010101T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n\
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n";
    for (zone, winter, summer) in [
        ("TZID=W. Europe Standard Time", 21, 20),
        ("TZID=\"W. Europe Standard Time\"", 21, 20),
        (
            "TZID=\"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna\"",
            21,
            20,
        ),
        ("TZID=Romance Standard Time", 21, 20),
        (
            "TZID=/freeassociation.sourceforge.net/Europe/Berlin",
            21,
            20,
        ),
        (
            "TZID=/freeassociation.sourceforge.net/Tzfile/Europe/Berlin",
            21,
            20,
        ),
        ("TZID=/citadel.org/20210210_1/Europe/Berlin", 21, 20),
        ("TZID=/mozilla.org/20050126_1/Europe/Berlin", 21, 20),
        ("TZID=Customized Time Zone", 21, 20),
        ("TZID=\"tzone://Microsoft/Utc\"", 22, 22),
        ("TZID=GMT Standard Time", 22, 21),
        ("TZID=Eastern Standard Time", 3, 2),
        ("X-A=1", 22, 22),
        ("TZID=Nowhere", 22, 22),
    ] {
        for (date, hour) in [("20261123", winter), ("20260723", summer)] {
            let lines =
                format!("{custom}BEGIN:VEVENT\r\nDTSTART;{zone}:{date}T220000\r\nEND:VEVENT");
            let meeting = only(calendar(&lines).as_bytes());
            let found = start(&meeting);
            assert_eq!(found[11..13].parse::<u8>().unwrap(), hour, "{zone} {date}");
        }
    }
}

#[test]
fn an_event_ends_when_it_says_or_with_its_day() {
    for (lines, end) in [
        (
            "DTSTART:20261123T210000Z\r\nDURATION:PT1H30M",
            Some("2026-11-23T22:30:00Z"),
        ),
        (
            "DTSTART:20261123T210000Z\r\nDURATION:P1D",
            Some("2026-11-24T21:00:00Z"),
        ),
        (
            "DTSTART;VALUE=DATE:20261123\r\nDTEND;VALUE=DATE:20261125",
            Some("2026-11-25T00:00:00Z"),
        ),
        ("DTSTART;VALUE=DATE:20261123", Some("2026-11-24T00:00:00Z")),
        ("DTSTART:20261123", Some("2026-11-24T00:00:00Z")),
        ("DTSTART:20261123T210000Z", None),
        ("DTEND:20261123T210000Z", Some("2026-11-23T21:00:00Z")),
    ] {
        let meeting = only(event(lines).as_bytes());
        assert_eq!(
            meeting.end.map(|end| end.to_string()).as_deref(),
            end,
            "{lines}"
        );
    }
}

#[test]
fn answers_are_no_invitations_and_the_rest_is() {
    let with = |method: &str| {
        let lines = format!("DTSTART:20261123T210000Z\r\nDESCRIPTION:{LINK}");
        event(&lines).replace("METHOD:REQUEST", method)
    };
    for method in ["REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH", "reply"] {
        let refused = read(with(&format!("METHOD:{method}")).as_bytes(), &TimeZone::UTC);
        assert_eq!(refused, Err(InviteError::Answer), "{method}");
    }
    for method in [
        "METHOD:PUBLISH",
        "METHOD:X-OTHER",
        "X-METHOD:REPLY",
        "METHOD:",
    ] {
        assert_eq!(link(&only(with(method).as_bytes())), Some(LINK), "{method}");
    }
    let added = only(with("METHOD:ADD").as_bytes());
    assert_eq!(
        added.recurrence, added.start,
        "one time more, not another series"
    );
    let both = with("METHOD:REPLY") + &with("METHOD:REQUEST");
    assert_eq!(meetings(both.as_bytes()).len(), 1);
}

#[test]
fn events_are_found_among_and_inside_of_other_components() {
    let lines = format!(
        "BEGIN:VTODO\r\nUID:t\r\nDESCRIPTION:https://h/#room/9\r\nEND:VTODO\r\n\
         BEGIN:X-FOLDER\r\nBEGIN:VEVENT\r\nDESCRIPTION:{LINK}\r\n\
         BEGIN:VALARM\r\nDESCRIPTION:https://h/#room/8\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:X-FOLDER"
    );
    let meeting = only(calendar(&lines).as_bytes());
    assert_eq!(link(&meeting), Some(LINK));
    assert_eq!(meeting.uid, "");
    let two = "BEGIN:VEVENT\r\nUID:\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:2\r\nEND:VEVENT";
    assert_eq!(meetings(calendar(two).as_bytes()).len(), 2);
}

#[test]
fn garbage_is_no_calendar() {
    let mut garbage: Vec<u8> = (0..=255).cycle().take(5000).collect();
    let refused = |bytes: &[u8]| read(bytes, &TimeZone::UTC).unwrap_err();
    assert_eq!(refused(&garbage), InviteError::NotACalendar);
    assert_eq!(refused(b"\xff\xfe"), InviteError::NotACalendar);
    assert_eq!(refused(b"\xff\xfeB"), InviteError::NotACalendar);
    garbage.extend(event(&format!("DESCRIPTION:{LINK}")).into_bytes());
    garbage.extend([0, 255, 13, 0]);
    assert_eq!(
        link(&only(&garbage)),
        Some(LINK),
        "a calendar after garbage"
    );
}

#[test]
fn a_file_that_leads_nowhere_says_why_and_shows_no_link() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("meeting.ics");
    let now = "2026-11-23T09:00:00Z".parse().unwrap();
    let refused = |text: String| {
        std::fs::write(&path, text).unwrap();
        let error = link_of_invitation(&path, now).unwrap_err();
        (error.code, error.to_string())
    };
    let (code, text) = refused(event("DESCRIPTION:https://h.example:0/om/#room/2"));
    assert_eq!(code, Code::NothingToJoin);
    assert!(
        text.contains("port") && !text.contains("h.example"),
        "{text}"
    );
    let reply = event(&format!("DESCRIPTION:{LINK}")).replace("REQUEST", "REPLY");
    let (code, text) = refused(reply);
    assert_eq!(code, Code::InvitationUnreadable);
    assert!(text.contains("answer") && !text.contains("hash"), "{text}");
}
