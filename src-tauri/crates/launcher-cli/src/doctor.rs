//! `openmeetings doctor`.

use std::path::Path;
use std::sync::Arc;

use launcher_core::LanguageId;
use launcher_core::browser;
use launcher_core::connect::Connector;
use launcher_core::doctor::{Clock, Doctor, Grade, Kept, LoginWish, ResidentSign, Scope};
use launcher_core::launcher::{Launcher, Setup};
use launcher_core::memory::MemoryFile;
use launcher_core::policy::Policy;
use launcher_core::profile::file::ProfilesFile;
use launcher_core::remembered::file::RememberedFile;
use launcher_core::secret::{Keychain, Secrets};
use launcher_core::texts::{Audience, Texts};
use launcher_core::view::{DiagnosisView, FindingView, SectionView};
use launcher_resident::doctor::{look_around, look_for_resident};
use launcher_resident::locale::locale;
use launcher_resident::{Folders, Place};

use crate::arguments;
use crate::failure::Failure;
use crate::host;
use crate::output::Output;
use crate::progress;

pub(crate) async fn run(arguments: arguments::Doctor, output: &mut Output) -> Result<(), Failure> {
    let connector = Connector::new(host::trusted(arguments.trust.as_ref(), output)?, None);
    let policy = Policy::of_system();
    let folders = Folders::of_system();
    let (doctor, kept) = doctor(&connector, &policy, folders.as_ref());
    let login = if arguments.login {
        LoginWish::WithSavedPassword
    } else {
        LoginWish::Never
    };
    let scope = scope(arguments.what);
    let looking = async {
        let resident = match &folders {
            Some(folders) => look_for_resident(&Place::in_folder(&folders.runtime)).await,
            None => ResidentSign::NotRunning,
        };
        let computer = look_around(folders.as_ref(), policy, kept, resident).await;
        doctor.examine(&scope, login, &computer).await
    };
    let texts = output.texts();
    let found = progress::waiting(&texts, &texts.text("cli-wait-doctor"), looking).await;
    let view = found.view(&texts, Audience::CommandLine);
    output.json(&view);
    show(&view, output);
    match found.grade() {
        Grade::Good | Grade::Note => Ok(()),
        // What failed may have a code of its own.
        Grade::Warning | Grade::Failed => {
            Err(found.code().map_or(Failure::Unwell, Failure::Reported))
        }
    }
}

/// With everything the launcher knows, or without it where it cannot start.
fn doctor(connector: &Connector, policy: &Policy, folders: Option<&Folders>) -> (Doctor, Kept) {
    let clock: Clock = Arc::new(host::now);
    let locale = locale();
    let alone = |kept| {
        let doctor = Doctor::without_launcher(connector, policy.clone(), Arc::clone(&clock));
        (doctor, kept)
    };
    let Some(folders) = folders else {
        return alone(Kept::default());
    };
    let started = Launcher::start(Setup {
        file: ProfilesFile::in_folder(&folders.config),
        memory_file: Some(MemoryFile::in_folder(&folders.config)),
        remembered_file: Some(RememberedFile::in_folder(&folders.config)),
        cache: None,
        browsers: browser::found(locale.as_deref()),
        keychain: Secrets::new(Keychain::new()),
        connector: connector.clone(),
        policy: policy.clone(),
        open_url: Arc::new(|_, _| Ok(())),
        language: locale.as_deref().and_then(LanguageId::for_locale),
    });
    match started {
        Ok((launcher, said)) => {
            let kept = Kept { unread: None, said };
            (Doctor::of(&launcher, clock), kept)
        }
        Err(error) => alone(Kept {
            unread: Some(error),
            said: Vec::new(),
        }),
    }
}

/// A file is one by its ending or by being there; anything else is an address.
fn scope(what: Option<String>) -> Scope {
    let Some(what) = what else {
        return Scope::Saved;
    };
    let path = Path::new(&what);
    let is_invitation = path
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("ics"));
    if !what.contains("://") && (is_invitation || path.is_file()) {
        return Scope::InvitationFile(path.to_owned());
    }
    Scope::Address(what)
}

fn show(view: &DiagnosisView, output: &mut Output) {
    let texts = output.texts();
    let marks = Marks::of(&texts);
    for (number, section) in view.sections.iter().enumerate() {
        if number > 0 {
            output.line("");
        }
        output.line(&heading(section));
        let labels = section.findings.iter().map(|it| it.label.chars().count());
        let widest = labels.max().unwrap_or_default();
        for finding in &section.findings {
            output.line(&marks.line(finding, widest));
            if let Some(hint) = &finding.hint {
                let indent = marks.widest + widest + 6;
                output.line(&format!("{:indent$}{hint}", ""));
            }
        }
    }
    output.line("");
    output.say(summary(view.grade), &[]);
}

fn heading(section: &SectionView) -> String {
    match &section.address {
        Some(address) => format!("{} ({address})", section.title),
        None => section.title.clone(),
    }
}

/// The words that stand in the first column.
struct Marks<'a> {
    texts: &'a Texts,
    widest: usize,
}

impl<'a> Marks<'a> {
    fn of(texts: &'a Texts) -> Self {
        let grades = [Grade::Good, Grade::Note, Grade::Warning, Grade::Failed];
        let widths = grades.map(|grade| texts.text(mark(grade)).chars().count());
        let widest = widths.into_iter().max().unwrap_or_default();
        Self { texts, widest }
    }

    fn line(&self, finding: &FindingView, labels: usize) -> String {
        let mark = self.texts.text(mark(finding.grade));
        let FindingView { label, message, .. } = finding;
        let marks = self.widest;
        format!("  {mark:<marks$}  {label:<labels$}  {message}")
    }
}

fn mark(grade: Grade) -> &'static str {
    match grade {
        Grade::Good => "cli-check-passed",
        Grade::Note => "cli-check-warning",
        Grade::Warning => "cli-doctor-warning",
        Grade::Failed => "cli-check-failed",
    }
}

fn summary(grade: Grade) -> &'static str {
    match grade {
        Grade::Good | Grade::Note => "cli-doctor-well",
        Grade::Warning => "cli-doctor-look",
        Grade::Failed => "cli-doctor-failed",
    }
}
