//! Names that servers made to act on a terminal.

use openmeetings_testserver::hostile::{self, acting};

use crate::support::{Program, json};

/// Wider lines come from a name that was not cut.
const WIDEST: usize = 900;

/// A server whose rooms, meetings and people are all called like this.
fn called(text: &str) -> Program {
    let program = Program::new();
    program.server.change(|world| {
        let short: String = text.chars().take(5_000).collect();
        for room in &mut world.rooms {
            room.name.clone_from(&short);
        }
        for appointment in &mut world.appointments {
            text.clone_into(&mut appointment.title);
        }
        for user in &mut world.users {
            user.firstname.clone_from(&short);
            user.lastname.clone_from(&short);
        }
    });
    program
}

#[test]
fn no_name_acts_on_the_terminal_or_makes_a_line_of_its_own() {
    let usual = called("Meeting");
    usual.add("Work", "anna");
    let lines = usual.with_password(&["meetings"]).out.lines().count();
    for (name, text) in hostile::texts() {
        let program = called(&text);
        program.add("Work", "anna");
        let listed = program.with_password(&["meetings"]);
        assert_eq!(listed.status, 0, "{name}: {}", listed.err);
        assert_eq!(listed.out.lines().count(), lines, "{name}: {}", listed.out);
        let scripts = program.with_password(&["meetings", "--json"]);
        assert!(json(&scripts.out)["meetings"].is_array(), "{name}");
        // As arguments no system passes the former on, and the latter is the person's.
        let typed = |c: &char| !matches!(c, '\0' | '\u{2066}'..='\u{2069}');
        let typed: String = text.chars().filter(typed).take(200).collect();
        let refused = program.with_password(&["join", &typed]);
        for said in [&listed.out, &listed.err, &scripts.out, &refused.err] {
            assert!(acting(said).is_empty(), "{name}: {said}");
        }
        for line in listed.out.lines() {
            assert!(line.chars().count() <= WIDEST, "{name}: {line}");
        }
    }
}
