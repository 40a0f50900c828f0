use std::collections::BTreeSet;
use std::io::ErrorKind;

use openmeetings_client::{BaseUrlError, JoinLinkError};

use super::*;
use crate::deep_link::LinkRefusal;
use crate::error::{Code, LauncherError};
use crate::invite_file::InviteError;
use crate::profile::{Field, FieldProblem};
use crate::reason::Reason;

const LANGUAGES: [&str; 3] = ["en", "de", "ar"];

/// Everything an error is ever said to be about.
const SUBJECTS: [&str; 20] = [
    "server",
    "login",
    "target",
    "reason",
    "profile",
    "candidates",
    "room",
    "path",
    "source",
    "name",
    "expected",
    "shown",
    "names",
    "issuer",
    "from",
    "until",
    "organisation",
    "contact",
    "field",
    "line",
];

fn reasons() -> Vec<Reason> {
    let mut reasons: Vec<Reason> = addresses().map(Reason::from).collect();
    reasons.extend(links().map(Reason::from));
    reasons.extend(deep_links().map(Reason::from));
    reasons.extend(fields().map(Reason::from));
    let invitations = [
        InviteError::TooLarge,
        InviteError::NotACalendar,
        InviteError::NoEvent,
        InviteError::TooManyEvents,
        InviteError::Answer,
    ];
    reasons.extend(invitations.map(Reason::from));
    let files = [
        ErrorKind::NotFound,
        ErrorKind::PermissionDenied,
        ErrorKind::Other,
    ];
    reasons.extend(files.map(Reason::File));
    let name = || "Work".to_owned();
    reasons.extend([
        Reason::Empty,
        Reason::NoTime,
        Reason::Over,
        Reason::NoInvitation,
        Reason::OtherHost,
        Reason::OtherOrganiser,
        Reason::RoomNumber,
        Reason::NoFile,
        Reason::NeitherLinkNorFile,
        Reason::TooManyLinks,
        Reason::NoLink { file: Some(name()) },
        Reason::NoLink { file: None },
        Reason::NoRoom { meeting: name() },
        Reason::ServerOnly { address: name() },
        Reason::ImportTooLarge,
        Reason::ImportKind,
        Reason::ImportFormat,
        Reason::NoIntroduction,
        Reason::ImportEmpty,
        Reason::ImportLine {
            line: 2,
            problem: FieldProblem::Email,
        },
        Reason::ImportServer {
            name: name(),
            problem: FieldProblem::Email,
        },
    ]);
    reasons
}

fn addresses() -> impl Iterator<Item = BaseUrlError> {
    [
        BaseUrlError::Empty,
        BaseUrlError::TooLong,
        BaseUrlError::Blank,
        BaseUrlError::ControlCharacter,
        BaseUrlError::Scheme("ftp".to_owned()),
        BaseUrlError::Credentials,
        BaseUrlError::NoHost,
        BaseUrlError::HostName,
        BaseUrlError::Port,
        BaseUrlError::IpAddress,
        BaseUrlError::Malformed,
    ]
    .into_iter()
}

fn links() -> impl Iterator<Item = JoinLinkError> {
    let damaged = [
        JoinLinkError::NoRoom,
        JoinLinkError::Hash,
        JoinLinkError::Room,
    ];
    damaged
        .into_iter()
        .chain(addresses().map(JoinLinkError::Address))
}

fn deep_links() -> impl Iterator<Item = LinkRefusal> {
    let refused = [
        LinkRefusal::Scheme,
        LinkRefusal::TooLong,
        LinkRefusal::Characters,
        LinkRefusal::Secret,
        LinkRefusal::Unknown,
        LinkRefusal::Twice,
        LinkRefusal::NoRoom,
        LinkRefusal::NoServer,
        LinkRefusal::Name,
        LinkRefusal::Key,
        LinkRefusal::Help,
    ];
    refused.into_iter().chain(links().map(LinkRefusal::Damaged))
}

fn fields() -> impl Iterator<Item = FieldProblem> {
    let each = [
        Field::Name,
        Field::Login,
        Field::FirstName,
        Field::LastName,
        Field::Email,
        Field::Browser,
    ];
    let in_fields = each.into_iter().flat_map(|field| {
        [
            FieldProblem::TooLong(field),
            FieldProblem::ControlCharacter(field),
        ]
    });
    in_fields.chain([
        FieldProblem::Address(BaseUrlError::Blank),
        FieldProblem::NameTooLong,
        FieldProblem::NameTaken("Work".to_owned()),
        FieldProblem::Email,
        FieldProblem::Help,
    ])
}

/// A text without its English fallback, which must be whole.
fn whole(language: &str, key: &str, part: Option<&str>, values: &FluentArgs<'_>) -> String {
    let texts = Texts::new(language);
    let mut errors = Vec::new();
    let text = texts
        .catalogue
        .format(key, &[part], values, &mut errors)
        .unwrap_or_else(|| panic!("{language}: {key} {part:?} is missing"));
    assert!(errors.is_empty(), "{language}: {key}: {errors:?}");
    assert!(!text.contains(['{', '}']), "{language}: {text}");
    assert!(!text.is_empty() && text.trim() == text, "{language}: {key}");
    assert!(
        !text.ends_with('.'),
        "{language}: {key} ends in a full stop"
    );
    text
}

fn parts(of: &Catalogue) -> [&Part; 4] {
    [&of.common, &of.command_line, &of.tray, &of.doctor]
}

fn english_messages(part: &Part) -> Vec<(String, Vec<String>, BTreeSet<String>)> {
    let mut found = Vec::new();
    let mut variables = BTreeSet::new();
    for file in part.files {
        for line in file.lines().filter(|line| !line.starts_with('#')) {
            if let Some((key, _)) = line.split_once(" = ") {
                match key.trim_start().strip_prefix('.') {
                    None => {
                        variables = BTreeSet::new();
                        found.push((key.to_owned(), Vec::new(), BTreeSet::new()));
                    }
                    Some(attribute) => {
                        let last: &mut (String, Vec<String>, _) = found.last_mut().unwrap();
                        last.1.push(attribute.to_owned());
                    }
                }
            }
            for piece in line.split('$').skip(1) {
                let end = piece.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
                variables.insert(piece[..end.unwrap_or(piece.len())].to_owned());
            }
            if let Some(last) = found.last_mut() {
                last.2.extend(variables.clone());
            }
        }
    }
    found
}

#[test]
fn every_file_is_read_without_an_error() {
    for catalogue in [&ENGLISH, &GERMAN, &ARABIC] {
        for part in parts(catalogue) {
            for file in part.files {
                let read = FluentResource::try_new((*file).to_owned());
                assert!(read.is_ok(), "{}: {:?}", catalogue.tag, read.err());
            }
        }
    }
}

#[test]
fn every_text_is_whole_in_every_language() {
    for part in parts(&ENGLISH) {
        for (key, attributes, variables) in english_messages(part) {
            for number in [0, 1, 2, 3, 11, 100, 255] {
                // Numbers decide about plurals, texts about anything else.
                let values: FluentArgs<'_> = variables
                    .iter()
                    .map(|name| {
                        let is_number = [
                            "longest", "most", "weekday", "month", "minutes", "days", "count",
                        ]
                        .contains(&name.as_str());
                        let value = if is_number {
                            FluentValue::from(number)
                        } else {
                            FluentValue::from("Work")
                        };
                        (name.clone(), value)
                    })
                    .collect();
                for language in LANGUAGES {
                    whole(language, &key, None, &values);
                    for attribute in &attributes {
                        whole(language, &key, Some(attribute), &values);
                    }
                }
            }
        }
    }
}

#[test]
fn every_code_says_what_and_what_next_in_every_language() {
    let values: FluentArgs<'_> = SUBJECTS
        .iter()
        .map(|name| (*name, FluentValue::from("Work")))
        .collect();
    for language in LANGUAGES {
        for code in Code::ALL {
            let key = format!("error-{}", code.name());
            whole(language, &key, None, &values);
            let hint = whole(language, &key, Some("hint"), &values);
            assert!(
                !hint.contains("--") && !hint.contains("`openmeetings "),
                "{language}: {code:?} speaks of the command line in the window"
            );
        }
    }
}

#[test]
fn every_reason_is_said_in_every_language() {
    let mut keys = BTreeSet::new();
    for language in LANGUAGES {
        let texts = Texts::new(language);
        for reason in reasons() {
            let text = reason.text(&texts);
            assert!(!text.contains("reason-"), "{language}: {text}");
            assert!(!text.contains(['{', '}']), "{language}: {text}");
            keys.insert(reason.key(&texts));
        }
    }
    // What no value of these crates leads to is for values of later versions.
    keys.insert("reason-link-malformed");
    let in_catalogue: BTreeSet<String> = english_messages(&ENGLISH.common)
        .into_iter()
        .map(|(key, ..)| key)
        .filter(|key| key.starts_with("reason-"))
        .collect();
    assert!(
        in_catalogue.iter().eq(keys.iter()),
        "{in_catalogue:?} {keys:?}"
    );
}

#[test]
fn locales_and_settings_choose_a_language() {
    for (locale, language) in [
        ("de_AT.UTF-8", "de"),
        ("DE", "de"),
        ("ar-EG", "ar"),
        ("ar_EG.UTF-8@latin", "ar"),
        ("C", "en"),
        ("C.UTF-8", "en"),
        ("POSIX", "en"),
        ("dea_DE", "en"),
        ("", "en"),
        ("fr_FR", "en"),
    ] {
        assert_eq!(Texts::for_locale(locale).language(), language, "{locale}");
    }
    let chosen = |language, locale| Texts::for_settings(language, locale).language();
    assert_eq!(chosen(Language::System, Some("de_DE.UTF-8")), "de");
    assert_eq!(chosen(Language::System, None), "en");
    assert_eq!(chosen(Language::Ar, Some("de_DE.UTF-8")), "ar");
    assert_eq!(chosen(Language::De, None), "de");
    assert_eq!(chosen(Language::En, Some("ar")), "en");
}

#[test]
fn a_text_that_a_language_lacks_is_english() {
    static LACKING: Catalogue = Catalogue {
        tag: "de",
        right_to_left: false,
        common: Part::new(&["room-closed = geschlossen"]),
        command_line: Part::new(&[]),
        tray: Part::new(&[]),
        doctor: Part::new(&[]),
    };
    let texts = Texts {
        catalogue: &LACKING,
    };
    assert_eq!(texts.text("room-closed"), "geschlossen");
    assert_eq!(texts.text("room-nameless"), "(no name)");
    assert_eq!(texts.text("cli-wait-join"), "joining");
    assert_eq!(texts.text("nowhere"), "nowhere");
}

#[test]
fn numbers_choose_the_plural_of_the_language() {
    let arabic = Texts::new("ar");
    let characters = |longest: u32| {
        let values = [("longest", longest.into())];
        arabic.with("reason-field-name-too-long", &values)
    };
    assert!(characters(1).ends_with("حرف واحد"));
    assert!(characters(2).ends_with("حرفين"));
    assert!(characters(3).ends_with("3 أحرف"));
    assert!(characters(11).ends_with("11 حرفًا"));
    assert!(characters(100).ends_with("100 حرف"));
}

#[test]
fn the_command_line_has_hints_of_its_own() {
    let error = LauncherError::new(Code::NoProfiles);
    let german = Texts::new("de");
    assert_eq!(error.hint(&german), "Fügen Sie einen Server hinzu");
    let hint = error.view_for(&german, Audience::CommandLine).hint;
    assert!(hint.contains("`openmeetings profile add`"), "{hint}");
    let same = LauncherError::new(Code::TimedOut).about("server", "Work");
    assert_eq!(
        same.hint(&german),
        same.hint_for(&german, Audience::CommandLine)
    );
}

#[test]
fn a_reason_follows_the_language_of_its_message() {
    let error = LauncherError::new(Code::LinkMalformed).because(LinkRefusal::Twice);
    assert_eq!(
        error.message(&Texts::english()),
        "This link cannot be used: it names the same thing twice"
    );
    assert_eq!(
        error.message(&Texts::new("de")),
        "Dieser Link ist nicht verwendbar: Er nennt dasselbe zweimal"
    );
}

#[test]
fn arabic_keeps_names_and_literals_in_their_own_direction() {
    let arabic = Texts::new("ar");
    let removed = arabic.with("cli-profile-removed", &[("name", "Work".into())]);
    assert!(removed.contains("«\u{2068}Work\u{2069}»"), "{removed}");
    let room = arabic.with("cli-meetings-room", &[("room", "5".into())]);
    assert_eq!(room, "الغرفة 5", "a number needs no mark");
    let help = arabic.text("cli-see-help");
    assert!(
        help.contains("\u{2066}`openmeetings --help`\u{2069}"),
        "{help}"
    );
    let hint = arabic.with("cli-hint", &[("text", (&help).into())]);
    assert_eq!(hint.matches('\u{2066}').count(), 1, "{hint}");
    assert_eq!(with_literals_isolated("a ` b"), "a ` b");
    assert!(!Texts::new("de").text("cli-see-help").contains('\u{2066}'));
}
