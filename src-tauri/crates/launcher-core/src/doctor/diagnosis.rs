//! [`Diagnosis`]: everything that was found, in one value.

use super::finding::{Finding, Grade};
use crate::error::Code;
use crate::texts::{Audience, Texts};
use crate::view::{AboutView, DiagnosisView, FindingView, SectionView};

/// Everything that was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnosis {
    pub sections: Vec<Section>,
}

/// What was found about one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    pub about: About,
    pub findings: Vec<Finding>,
}

/// What a section is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// A server, by what the person calls it, and its address.
    Server {
        name: String,
        address: String,
    },
    Invitations,
    Computer,
}

impl Diagnosis {
    /// The worst of all findings.
    pub fn grade(&self) -> Grade {
        let grades = self.findings().map(|finding| finding.grade);
        grades.max().unwrap_or(Grade::Good)
    }

    /// The code of the first thing that failed and has one.
    pub fn code(&self) -> Option<Code> {
        self.findings()
            .filter(|finding| finding.grade == Grade::Failed)
            .find_map(Finding::code)
    }

    fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.sections.iter().flat_map(|section| &section.findings)
    }

    /// As the person is shown it, servers by their names.
    pub fn view(&self, texts: &Texts, audience: Audience) -> DiagnosisView {
        let sections = self.sections.iter();
        DiagnosisView {
            grade: self.grade(),
            sections: sections
                .map(|section| section.view(texts, audience))
                .collect(),
        }
    }

    /// For a report to others, a finding a line: in English, and without anything
    /// that names a person, a server or a place.
    pub fn anonymous(&self) -> Vec<String> {
        let mut servers = 0_usize;
        let mut lines = Vec::new();
        for section in &self.sections {
            let about = match section.about {
                About::Server { .. } => {
                    servers += 1;
                    format!("Server {servers}")
                }
                About::Invitations => "Invitations".to_owned(),
                About::Computer => "Computer".to_owned(),
            };
            let findings = section.findings.iter().map(Finding::anonymous);
            lines.extend(findings.map(|finding| format!("{about}: {finding}")));
        }
        lines
    }
}

impl Section {
    fn view(&self, texts: &Texts, audience: Audience) -> SectionView {
        let (about, title, address) = match &self.about {
            About::Server { name, address } => {
                let title = Some(name).filter(|name| !name.is_empty());
                let title = title.map_or_else(|| texts.text("doctor-about-server"), Clone::clone);
                let address = Some(address).filter(|address| !address.is_empty());
                (AboutView::Server, title, address.cloned())
            }
            About::Invitations => {
                let title = texts.text("doctor-about-invitations");
                (AboutView::Invitations, title, None)
            }
            About::Computer => {
                let title = texts.text("doctor-about-computer");
                (AboutView::Computer, title, None)
            }
        };
        let findings = self.findings.iter().map(|finding| FindingView {
            topic: finding.topic,
            label: finding.label(texts),
            grade: finding.grade,
            name: finding.name(),
            message: finding.message(texts),
            hint: finding.hint(texts, audience),
        });
        SectionView {
            about,
            title,
            address,
            findings: findings.collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doctor::Topic;
    use crate::error::LauncherError;

    fn diagnosis() -> Diagnosis {
        let error = LauncherError::new(Code::HostUnknown).about("server", "meet.example.org");
        let path = Finding::new(Topic::Path, Grade::Note, "doctor-path-other");
        Diagnosis {
            sections: vec![
                Section {
                    about: About::Server {
                        name: "Work".to_owned(),
                        address: "https://meet.example.org/secret-path/".to_owned(),
                    },
                    findings: vec![
                        path.private("path", "/secret-path/"),
                        Finding::of_error(Topic::Address, Grade::Failed, error),
                    ],
                },
                Section {
                    about: About::Computer,
                    findings: vec![Finding::new(
                        Topic::Policy,
                        Grade::Good,
                        "doctor-policy-none",
                    )],
                },
            ],
        }
    }

    #[test]
    fn the_worst_finding_is_the_grade_and_its_code_the_exit_status() {
        assert_eq!(diagnosis().grade(), Grade::Failed);
        assert_eq!(diagnosis().code(), Some(Code::HostUnknown));
        assert_eq!(Diagnosis::default().grade(), Grade::Good);
    }

    #[test]
    fn a_report_names_no_server_and_no_path() {
        assert_eq!(
            diagnosis().anonymous(),
            [
                "Server 1: note: path-other",
                "Server 1: failed: host-unknown",
                "Computer: ok: policy-none",
            ]
        );
    }

    #[test]
    fn what_is_well_has_nothing_to_do_next() {
        let view = diagnosis().view(&Texts::english(), Audience::Window);
        assert_eq!(view.sections[1].findings[0].hint, None);
        assert!(view.sections[0].findings[1].hint.is_some());
        assert_eq!(view.sections[0].title, "Work");
    }
}
