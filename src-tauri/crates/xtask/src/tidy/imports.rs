//! Which crate may depend on which: what holds the architecture together.

use std::process::Command;

use serde_json::Value;

use crate::run::root;

/// Our crates and what they may import of ours, tests aside.
const MAY_IMPORT: [(&str, &[&str]); 9] = [
    ("openmeetings-client", &[]),
    ("launcher-core", &["openmeetings-client"]),
    ("launcher-resident", &["launcher-core"]),
    ("launcher-cli", &["launcher-resident", "launcher-core"]),
    (
        "openmeetings-launcher",
        &["launcher-resident", "launcher-core"],
    ),
    ("openmeetings-testserver", &[]),
    (
        "launcher-bench",
        &[
            "launcher-resident",
            "launcher-core",
            "openmeetings-testserver",
        ],
    ),
    ("launcher-e2e", &["openmeetings-testserver"]),
    ("xtask", &[]),
];

/// Crates from outside that only these may see.
const RESERVED: [(&str, &[&str]); 2] = [
    ("tauri", &["openmeetings-launcher"]),
    ("reqwest", &["openmeetings-client"]),
];

pub(super) fn findings() -> Result<Vec<String>, String> {
    let output = Command::new("cargo")
        .args([
            "metadata",
            "--no-deps",
            "--format-version",
            "1",
            "--offline",
        ])
        .current_dir(root())
        .output()
        .map_err(|error| format!("cargo could not be started: {error}"))?;
    let metadata: Value = serde_json::from_slice(&output.stdout)
        .map_err(|error| format!("cargo metadata: {error}"))?;
    let packages = metadata["packages"].as_array().cloned().unwrap_or_default();
    Ok(packages.iter().flat_map(of_package).collect())
}

fn of_package(package: &Value) -> Vec<String> {
    let name = package["name"].as_str().unwrap_or_default();
    let Some((_, may)) = MAY_IMPORT.iter().find(|(known, _)| *known == name) else {
        return vec![format!(
            "Cargo.toml:1: {name} is in no row of the import table"
        )];
    };
    let dependencies = package["dependencies"]
        .as_array()
        .cloned()
        .unwrap_or_default();
    dependencies
        .iter()
        .filter(|dependency| dependency["kind"].is_null())
        .filter_map(|dependency| {
            let wanted = dependency["name"].as_str().unwrap_or_default();
            let ours = MAY_IMPORT.iter().any(|(known, _)| *known == wanted);
            let reserved = RESERVED.iter().find(|(known, _)| *known == wanted);
            let refused = (ours && !may.contains(&wanted))
                || reserved.is_some_and(|(_, by)| !by.contains(&name));
            refused.then(|| format!("Cargo.toml:1: {name} must not depend on {wanted}"))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::of_package;

    #[test]
    fn the_table_is_enforced() {
        let package = |name: &str, wanted: &str, kind: Option<&str>| json!({ "name": name, "dependencies": [{ "name": wanted, "kind": kind }] });
        assert_eq!(
            of_package(&package("openmeetings-client", "launcher-core", None)).len(),
            1
        );
        assert_eq!(
            of_package(&package("launcher-cli", "reqwest", None)).len(),
            1
        );
        assert!(of_package(&package("launcher-core", "openmeetings-client", None)).is_empty());
        assert!(
            of_package(&package(
                "openmeetings-client",
                "openmeetings-testserver",
                Some("dev")
            ))
            .is_empty()
        );
        assert_eq!(of_package(&package("new-crate", "serde", None)).len(), 1);
    }
}
