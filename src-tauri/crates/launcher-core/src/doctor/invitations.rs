//! Whether invitations lead anywhere but to this computer.
//!
//! A server makes its links from its own idea of its address. If nobody ever set
//! that, every link leads to `localhost`, that is to whoever clicks.

use openmeetings_client::BaseUrl;

use super::finding::{Finding, Grade, Topic};

/// What the address in an invitation says that was handed over.
pub(super) fn of_given(base: &BaseUrl, saved: &[BaseUrl]) -> Finding {
    if leads_nowhere(base, saved) {
        return Finding::new(
            Topic::Invitations,
            Grade::Warning,
            "doctor-invitation-leads-here",
        );
    }
    let fine = Finding::new(Topic::Invitations, Grade::Good, "doctor-invitation-fine");
    fine.private("host", base.host())
}

/// What the invitations in the agenda say; nothing if there are none.
pub(super) fn of_remembered(links: &[BaseUrl], saved: &[BaseUrl]) -> Option<Finding> {
    if links.is_empty() {
        return None;
    }
    let wrong = links.iter().filter(|base| leads_nowhere(base, saved));
    Some(match wrong.count() {
        0 => Finding::new(Topic::Invitations, Grade::Good, "doctor-invitations-fine")
            .number("count", links.len()),
        count => Finding::new(
            Topic::Invitations,
            Grade::Warning,
            "doctor-invitations-lead-here",
        )
        .number("count", count),
    })
}

/// Who has a server on this very computer may well have invitations to it.
fn leads_nowhere(base: &BaseUrl, saved: &[BaseUrl]) -> bool {
    base.is_loopback() && !saved.iter().any(|server| server.same_host(base))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn base(text: &str) -> BaseUrl {
        BaseUrl::parse(text).unwrap()
    }

    #[test]
    fn an_invitation_to_localhost_is_of_a_server_that_does_not_know_its_address() {
        let here = base("https://localhost:5443/openmeetings");
        assert_eq!(of_given(&here, &[]).grade, Grade::Warning);
        let saved = [base("https://localhost:5443/openmeetings")];
        assert_eq!(of_given(&here, &saved).grade, Grade::Good);
        let elsewhere = base("https://meet.example.org/openmeetings");
        assert_eq!(of_given(&elsewhere, &[]).grade, Grade::Good);
    }

    #[test]
    fn the_wrong_ones_of_the_agenda_are_counted() {
        let links = ["http://127.0.0.1:5080/om", "h/om", "http://[::1]/om"].map(base);
        let finding = of_remembered(&links, &[]).unwrap();
        assert_eq!(
            finding.anonymous(),
            "warning: invitations-lead-here, count 2"
        );
        assert_eq!(of_remembered(&[], &[]), None);
        assert_eq!(of_remembered(&links[1..2], &[]).unwrap().grade, Grade::Good);
    }
}
