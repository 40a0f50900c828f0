//! `cargo xtask licences`: the list of what is built in, for *About*.

use std::collections::BTreeMap;
use std::process::Command;

use serde_json::Value;

use crate::run::root;

const FILE: &str = "src-tauri/licences.txt";

const HEAD: &str = "\
OpenMeetings Launcher is licensed under the Apache License, Version 2.0.
It is built with the packages below, each under the licence named beside it.
The full texts come with the sources of each package.
";

/// Writes the list.
pub(crate) fn write(_: &[String]) -> Result<(), String> {
    std::fs::write(root().join(FILE), list()?).map_err(|error| format!("{FILE}: {error}"))
}

/// Whether the list is what the lock files say.
pub(crate) fn finding() -> Result<Option<String>, String> {
    let found = std::fs::read_to_string(root().join(FILE)).unwrap_or_default();
    Ok((found != list()?).then(|| format!("{FILE}:1: is not current: run `cargo xtask licences`")))
}

fn list() -> Result<String, String> {
    let mut all: BTreeMap<String, String> = rust_packages()?;
    all.extend(page_packages()?);
    let rows: Vec<String> = all
        .iter()
        .map(|(package, licence)| format!("{package}: {licence}"))
        .collect();
    Ok(format!("{HEAD}\n{}\n", rows.join("\n")))
}

/// What the programs are built with, on every system.
fn rust_packages() -> Result<BTreeMap<String, String>, String> {
    let output = Command::new("cargo")
        .args(["metadata", "--format-version", "1", "--locked"])
        .current_dir(root())
        .output()
        .map_err(|error| format!("cargo could not be started: {error}"))?;
    let metadata: Value = serde_json::from_slice(&output.stdout)
        .map_err(|error| format!("cargo metadata: {error}"))?;
    let built_in = built_in(&metadata);
    let packages = metadata["packages"].as_array().into_iter().flatten();
    Ok(packages
        .filter(|package| !package["source"].is_null())
        .filter(|package| built_in.contains(&package["id"].as_str().unwrap_or_default()))
        .map(|package| {
            let text = |name: &str| package[name].as_str().unwrap_or_default().to_owned();
            let licence = match package["license"].as_str() {
                Some(licence) => licence.replace('/', " OR "),
                None => "see its sources".to_owned(),
            };
            (format!("{} {}", text("name"), text("version")), licence)
        })
        .collect())
}

/// The packages that the two programs reach without their tests and builds.
fn built_in(metadata: &Value) -> Vec<&str> {
    let nodes: BTreeMap<&str, &Value> = metadata["resolve"]["nodes"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|node| Some((node["id"].as_str()?, node)))
        .collect();
    let programs = ["openmeetings-launcher", "launcher-cli"];
    let mut reached: Vec<&str> = metadata["packages"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|package| programs.contains(&package["name"].as_str().unwrap_or_default()))
        .filter_map(|package| package["id"].as_str())
        .collect();
    let mut next = 0;
    while let Some(node) = reached.get(next).and_then(|id| nodes.get(id)) {
        next += 1;
        for dependency in node["deps"].as_array().into_iter().flatten() {
            let is_normal = dependency["dep_kinds"]
                .as_array()
                .into_iter()
                .flatten()
                .any(|kind| kind["kind"].is_null());
            if let Some(id) = dependency["pkg"].as_str()
                && is_normal
                && !reached.contains(&id)
            {
                reached.push(id);
            }
        }
    }
    reached
}

/// What the page is built with: the packages its code imports.
fn page_packages() -> Result<BTreeMap<String, String>, String> {
    const SHIPPED: [&str; 3] = ["@fluent/bundle", "@tauri-apps/api", "svelte"];
    let text = std::fs::read_to_string(root().join("ui/package-lock.json"))
        .map_err(|error| format!("ui/package-lock.json: {error}"))?;
    let lock: Value =
        serde_json::from_str(&text).map_err(|error| format!("ui/package-lock.json: {error}"))?;
    Ok(SHIPPED
        .iter()
        .map(|name| {
            let package = &lock["packages"][format!("node_modules/{name}")];
            let text = |field: &str| package[field].as_str().unwrap_or_default();
            (
                format!("{name} {}", text("version")),
                text("license").to_owned(),
            )
        })
        .collect())
}
