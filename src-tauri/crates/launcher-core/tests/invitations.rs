//! Invitation files: real ones, changed ones, hostile ones.

#![expect(clippy::unwrap_used, reason = "a test may")]

#[path = "support/invited.rs"]
mod invited;

use invited::{link, only};
use jiff::tz::TimeZone;
use launcher_core::invite_file::{InviteError, LARGEST, read};
use proptest::prelude::*;

const ORGANISER: &[u8] = include_bytes!("../../../../tests/fixtures/ics/request-organiser.ics");
const GUEST: &[u8] = include_bytes!("../../../../tests/fixtures/ics/request-guest.ics");
const CANCEL: &[u8] = include_bytes!("../../../../tests/fixtures/ics/cancel-organiser.ics");
const FILES: [&[u8]; 9] = [
    ORGANISER,
    GUEST,
    CANCEL,
    include_bytes!("../../../../tests/fixtures/ics/modelled/outlook.ics"),
    include_bytes!("../../../../tests/fixtures/ics/modelled/google.ics"),
    include_bytes!("../../../../tests/fixtures/ics/modelled/thunderbird.ics"),
    include_bytes!("../../../../tests/fixtures/ics/modelled/apple.ics"),
    include_bytes!("../../../../tests/fixtures/ics/modelled/nextcloud-series.ics"),
    include_bytes!("../../../../tests/fixtures/ics/modelled/vcalendar-1.ics"),
];
const LINK: &str = "http://localhost:5080/openmeetings/hash?invitation=167793f8-17e4-42e8-90ed-41323f2886a2&language=1";

/// An event of the given lines, between the usual ones.
fn event(lines: &str) -> Vec<u8> {
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:1\r\n{lines}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
        .into_bytes()
}

#[test]
fn real_invitations_are_read() {
    let guest = only(GUEST);
    assert_eq!(guest.title, "Planning, with; odd \\ chars ü");
    assert_eq!(guest.location, "Room, 1");
    assert_eq!(guest.organiser.as_deref(), Some("First Last"));
    assert_eq!(guest.uid, "1b2c6e52-8b07-4aa5-84a4-491e92a0c335");
    assert_eq!(guest.zone.as_deref(), Some("Europe/Berlin"));
    assert_eq!(guest.start.unwrap().to_string(), "2026-11-23T21:00:00Z");
    assert_eq!(guest.end.unwrap().to_string(), "2026-11-23T22:00:00Z");
    assert_eq!(link(&guest), Some(LINK));
    assert_eq!(
        link(&only(ORGANISER)),
        Some("http://localhost:5080/openmeetings/#room/2")
    );
}

#[test]
fn a_cancellation_is_known_by_its_method_and_has_no_link() {
    let cancelled = only(CANCEL);
    assert!(cancelled.is_cancelled());
    assert_eq!(link(&cancelled), None);
    assert_eq!(cancelled.uid, only(GUEST).uid);
    let with_link = String::from_utf8_lossy(GUEST).replace("METHOD:REQUEST", "METHOD:CANCEL");
    assert_eq!(link(&only(with_link.as_bytes())), None);
}

#[test]
fn a_fold_may_stand_anywhere_even_inside_a_character() {
    let text = String::from_utf8_lossy(GUEST)
        .replace("\r\n ", "")
        .replace("\n ", "");
    let line = text
        .lines()
        .find(|line| line.starts_with("DESCRIPTION"))
        .unwrap();
    for fold in 12..line.len() {
        let folded = [&line[..fold], "\r\n ", &line[fold..]].concat();
        let bytes = text.replace(line, &folded);
        assert_eq!(
            link(&only(bytes.as_bytes())),
            Some(LINK),
            "folded at {fold}"
        );
    }
    let folded = [
        b"SUMMARY:\xc3\r\n \x9cberraschung\r\n".as_slice(),
        b"LOCATION:x",
    ]
    .concat();
    let mut whole = event("MARK");
    let at = whole.windows(4).position(|part| part == b"MARK").unwrap();
    whole.splice(at..at + 4, folded);
    assert_eq!(only(&whole).title, "Überraschung");
}

#[test]
fn times_are_right_in_every_way_of_writing_them() {
    let start = |lines: &str| only(&event(lines)).start.map(|start| start.to_string());
    for (line, utc) in [
        ("DTSTART:20261123T210000Z", "2026-11-23T21:00:00Z"),
        (
            "DTSTART;TZID=America/New_York:20261123T160000",
            "2026-11-23T21:00:00Z",
        ),
        (
            "DTSTART;TZID=Asia/Kolkata:20261124T023000",
            "2026-11-23T21:00:00Z",
        ),
        (
            "DTSTART;TZID=\"W. Europe Standard Time\":20261123T220000",
            "2026-11-23T21:00:00Z",
        ),
        ("DTSTART;VALUE=DATE:20261123", "2026-11-23T00:00:00Z"),
        ("DTSTART:20261123T210000", "2026-11-23T21:00:00Z"),
        (
            "DTSTART;TZID=Nowhere/Land:20261123T210000",
            "2026-11-23T21:00:00Z",
        ),
    ] {
        assert_eq!(start(line).as_deref(), Some(utc), "{line}");
    }
    assert_eq!(start("DTSTART:nonsense"), None);
    let lasting = only(&event("DTSTART:20261123T210000Z\r\nDURATION:PT45M"));
    assert_eq!(lasting.end.unwrap().to_string(), "2026-11-23T21:45:00Z");
    let own = "BEGIN:VCALENDAR\r\nBEGIN:VTIMEZONE\r\nTZID:Own\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n\
               TZOFFSETFROM:+0530\r\nTZOFFSETTO:+0530\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\n\
               DTSTART;TZID=Own:20261124T023000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    assert_eq!(
        only(own.as_bytes()).start.unwrap().to_string(),
        "2026-11-23T21:00:00Z"
    );
}

#[test]
fn other_line_ends_and_places_of_the_link_are_understood() {
    let unix = String::from_utf8_lossy(GUEST).replace("\r\n", "\n");
    assert_eq!(link(&only(unix.as_bytes())), Some(LINK));
    let bom = [b"\xef\xbb\xbf", GUEST].concat();
    assert_eq!(link(&only(&bom)), Some(LINK));
    let room = "https://h/om/#room/2";
    for line in [
        format!("DESCRIPTION:see https://example.org/x\\n\\n\\n{room}"),
        format!("DESCRIPTION:nothing\r\nURL:{room}"),
        format!("LOCATION:{room}"),
        format!("DESCRIPTION:<p>Hi</p><a href=\"{room}\">x</a>"),
    ] {
        assert_eq!(link(&only(&event(&line))), Some(room), "{line}");
    }
    assert_eq!(
        link(&only(&event("DESCRIPTION:https://example.org/"))),
        None
    );
}

#[test]
fn hostile_files_are_refused_by_their_size_and_the_number_of_their_events() {
    let refused = |bytes: &[u8]| read(bytes, &TimeZone::UTC).unwrap_err();
    assert_eq!(refused(b""), InviteError::NotACalendar);
    assert_eq!(refused(&[0; 4096]), InviteError::NotACalendar);
    assert_eq!(refused(&vec![b'a'; LARGEST + 1]), InviteError::TooLarge);
    assert_eq!(
        refused(b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"),
        InviteError::NoEvent
    );
    for begin in ["BEGIN:VEVENT", "begin:vevent", "BEGIN;X=1:VEVENT"] {
        let events = |count: usize| {
            let events = format!("{begin}\r\nUID:1\r\nEND:VEVENT\r\n").repeat(count);
            format!("BEGIN:VCALENDAR\r\n{events}END:VCALENDAR\r\n")
        };
        let most = read(events(200).as_bytes(), &TimeZone::UTC).unwrap();
        assert_eq!(most.len(), 200, "{begin}");
        for more in [201, 5000] {
            let refused = refused(events(more).as_bytes());
            assert_eq!(refused, InviteError::TooManyEvents, "{begin}");
        }
    }
}

/// Their size is bounded; that they are read at all within a test run says that
/// the steps are, too.
#[test]
fn hostile_contents_hide_nothing_and_harm_nothing() {
    let nested = format!("BEGIN:VCALENDAR\r\n{}", "BEGIN:X\r\n".repeat(50_000));
    assert_eq!(
        read(nested.as_bytes(), &TimeZone::UTC),
        Err(InviteError::NoEvent)
    );
    for rule in [
        "FREQ=SECONDLY;BYSECOND=1",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;INTERVAL=0",
    ] {
        let endless = event(&format!("DTSTART:20261123T210000Z\r\nRRULE:{rule}"));
        assert!(only(&endless).repeats, "{rule}");
    }
    let long = event(&format!("DESCRIPTION:{}", "http://".repeat(100_000)));
    assert_eq!(link(&only(&long)), None);
    let folds = event(&format!("DESCRIPTION:x{}y", "\r\n ".repeat(200_000)));
    assert_eq!(link(&only(&folds)), None);
}

/// A meeting as OpenMeetings writes it.
#[derive(Clone, Debug)]
struct Written {
    title: String,
    location: String,
    /// HTML source, before the link.
    description: String,
    organiser: String,
    /// Seconds since 1970.
    start: i64,
    minutes: i64,
    hash: [u8; 16],
    language: u8,
    /// Lines are folded after so many bytes, inside of characters as well.
    fold: usize,
}

/// Words as people write them, with what has to be escaped.
fn words() -> impl Strategy<Value = String> {
    "[a-zäöüß日本,;:\\\\\"'&<>()=.-]{1,12}( [a-zA-Zéà,;:\\\\0-9]{1,12}){0,6}"
}

fn written() -> impl Strategy<Value = Written> {
    let texts = (
        words(),
        words(),
        words(),
        "[A-Za-zäöü]{1,9} [A-Za-zéß]{1,9}",
    );
    let times = (0_i64..4_000_000_000, 1_i64..600);
    let link = (any::<[u8; 16]>(), 1_u8..40);
    (texts, times, link, 20_usize..75).prop_map(|(texts, times, link, fold)| Written {
        title: texts.0,
        location: texts.1,
        description: texts.2,
        organiser: texts.3,
        start: times.0,
        minutes: times.1,
        hash: link.0,
        language: link.1,
        fold,
    })
}

impl Written {
    fn link(&self) -> String {
        let hash = uuid::Uuid::from_bytes(self.hash);
        let language = self.language;
        format!("https://meet.example.org/om/hash?invitation={hash}&language={language}")
    }

    fn time(&self, minutes: i64) -> String {
        let time = jiff::Timestamp::from_second(self.start + minutes * 60).unwrap();
        let zone = TimeZone::get("Europe/Berlin").unwrap();
        zone.to_datetime(time).strftime("%Y%m%dT%H%M%S").to_string()
    }

    fn file(&self) -> Vec<u8> {
        let escaped = |text: &str| {
            let text = text.replace('\\', "\\\\").replace('\n', "\\n");
            text.replace(';', "\\;").replace(',', "\\,")
        };
        let description = format!("{}\n\n\n{}", self.description, self.link());
        let lines = [
            "BEGIN:VCALENDAR".to_owned(),
            "METHOD:REQUEST".to_owned(),
            "BEGIN:VEVENT".to_owned(),
            format!("DTSTART;TZID=Europe/Berlin:{}", self.time(0)),
            format!("DTEND;TZID=Europe/Berlin:{}", self.time(self.minutes)),
            format!("SUMMARY:{}", escaped(&self.title)),
            format!("UID:{}", uuid::Uuid::from_bytes(self.hash)),
            "SEQUENCE:0".to_owned(),
            format!("ORGANIZER;CN={}:mailto:first@example.org", self.organiser),
            format!("LOCATION:{}", escaped(&self.location)),
            format!("DESCRIPTION:{}", escaped(&description)),
            "END:VEVENT".to_owned(),
            "END:VCALENDAR".to_owned(),
        ];
        let folded = lines.iter().flat_map(|line| {
            let parts: Vec<&[u8]> = line.as_bytes().chunks(self.fold).collect();
            let mut line = parts.join(b"\r\n ".as_slice());
            line.extend(b"\r\n");
            line
        });
        folded.collect()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn what_openmeetings_writes_is_read_back(written in written()) {
        let meeting = only(&written.file());
        let link = written.link();
        prop_assert_eq!(self::link(&meeting), Some(link.as_str()));
        prop_assert_eq!(&meeting.title, &written.title);
        prop_assert_eq!(&meeting.location, &written.location);
        prop_assert_eq!(meeting.organiser.as_ref(), Some(&written.organiser));
        prop_assert_eq!(meeting.organiser_mail.as_deref(), Some("first@example.org"));
        // The hour that comes twice a year is written like the first of the two.
        let zone = TimeZone::get("Europe/Berlin").unwrap();
        for (time, minutes) in [(meeting.start, 0), (meeting.end, written.minutes)] {
            let read = zone.to_datetime(time.unwrap()).strftime("%Y%m%dT%H%M%S").to_string();
            prop_assert_eq!(read, written.time(minutes));
        }
    }

    #[test]
    fn no_change_of_any_real_or_modelled_file_panics(
        file in proptest::sample::select(FILES.to_vec()),
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..8),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut bytes = file.to_vec();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = read(&bytes, &TimeZone::UTC);
        bytes.truncate(cut.index(bytes.len()));
        let _ = read(&bytes, &TimeZone::UTC);
    }

    #[test]
    fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        let _ = read(&bytes, &TimeZone::UTC);
    }
}
