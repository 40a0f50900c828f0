//! `openmeetings policy …`.

use std::path::Path;

use launcher_core::memory::MemoryFile;
use launcher_core::policy::{
    Document, Family, ManagedServer, Origin, Policy, Setting, browser_policies,
};
use serde_json::{Value, json};

use crate::arguments;
use crate::failure::{Failure, Saying};
use crate::host::folders;
use crate::output::Output;

pub(crate) fn run(command: arguments::Policy, output: &mut Output) -> Result<(), Failure> {
    match command {
        arguments::Policy::Check { file } => {
            let policy = Policy::in_file(&file);
            let document = policy.laid_down()?;
            let path = file.display().to_string();
            output.say("cli-policy-fine", &[("path", path.into())]);
            if let Some(document) = document {
                laid_down(document, output);
            }
            Ok(())
        }
        arguments::Policy::Show { .. } => show(output),
        arguments::Policy::Browsers { family, policy } => {
            let family = match family {
                arguments::Family::Chromium => Family::Chromium,
                arguments::Family::Firefox => Family::Firefox,
            };
            browsers(family, policy.as_deref(), output)
        }
    }
}

fn show(output: &mut Output) -> Result<(), Failure> {
    let policy = Policy::of_system();
    let (memory, said) = MemoryFile::in_folder(folders()?.config).read();
    if let Some(said) = said {
        output.warn(&said);
    }
    let settings = policy.origins(&memory.settings);
    let document = policy.laid_down()?;
    let source = document.map(|_| policy.to_string());
    output.json(&json!({ "source": source, "policy": document, "settings": settings }));
    match (document, source) {
        (Some(document), Some(source)) => {
            output.say("cli-policy-source", &[("path", source.into())]);
            laid_down(document, output);
        }
        (_, _) => output.say("cli-policy-none", &[]),
    }
    let texts = output.texts();
    let widest = settings.iter().map(|setting| setting.name.len()).max();
    let width = widest.unwrap_or_default();
    for setting in &settings {
        let Setting { name, value, .. } = setting;
        let origin = texts.text(origin(setting.origin));
        output.line(&format!("  {name:<width$}  {}  ({origin})", plain(value)));
    }
    Ok(())
}

/// What concerns more than settings, by the names that fields have in a policy.
fn laid_down(document: &Document, output: &mut Output) {
    let mut line = |field: &str, value: &str| output.line(&format!("  {field}  {value}"));
    if let Some(organisation) = &document.organisation {
        line("organisation", organisation);
    }
    for ManagedServer { address, name, .. } in &document.servers {
        let name = name.as_deref().unwrap_or(address.host());
        line("servers", &format!("{name}  {address}"));
    }
    if let Some(allowed) = &document.allowed_servers {
        let allowed: Vec<String> = allowed.iter().map(ToString::to_string).collect();
        line("allowedServers", &allowed.join(", "));
    }
    for path in &document.certificate_authorities {
        line("certificateAuthorities", &path.display().to_string());
    }
    if let Some(updates) = document.updates {
        line("updates", &updates.to_string());
    }
    if let Some(stored) = document.store_soap_passwords {
        line("storeSoapPasswords", &stored.to_string());
    }
}

fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Policy => "cli-policy-origin-policy",
        Origin::Person => "cli-policy-origin-person",
        Origin::PolicyDefault => "cli-policy-origin-default",
        Origin::BuiltIn => "cli-policy-origin-built-in",
    }
}

fn plain(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

fn browsers(family: Family, file: Option<&Path>, output: &mut Output) -> Result<(), Failure> {
    let policy = file.map_or_else(Policy::of_system, Policy::in_file);
    let Some(document) = policy.laid_down()? else {
        return Err(Failure::Usage(Saying::new(
            "cli-policy-none-for-browsers",
            [],
        )));
    };
    let policies = browser_policies(document, family);
    let text = serde_json::to_string_pretty(&policies).unwrap_or_default();
    output.raw(format!("{text}\n").as_bytes());
    Ok(())
}
