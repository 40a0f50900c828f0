//! The bill of materials: what the shipped programs are made of, for whoever has to
//! know it. One for all packages with the same programs, in the form of `CycloneDX`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::{NAME, stage};
use crate::{run, ui};

const SCRIPT: &str = "ui/scripts/sbom.mjs";

/// The crates that are programs, and that with the page in it.
const PROGRAMS: [&str; 2] = ["launcher-cli", WINDOW];
const WINDOW: &str = "openmeetings-launcher";

/// Between what `cargo tree` says of a crate.
const GAP: &str = " | ";

/// A crate in the programs.
#[derive(Debug, Default, PartialEq, Eq)]
struct Crate {
    name: String,
    version: String,
    licence: String,
    repository: String,
    /// Whether it comes from the registry, and not from this repository.
    is_published: bool,
    /// The keys of the crates that it needs.
    needs: Vec<String>,
}

/// Writes the bill of the programs for a target of the compiler; without one, for this
/// computer. Gives its path.
pub(super) fn write(target: Option<&str>, folder: &Path) -> Result<PathBuf, String> {
    ui::install()?;
    let version = env!("CARGO_PKG_VERSION");
    let of_programs = crates(&tree(target)?)?;
    let called = |program: &str| format!("{program}@{version}");
    let shipped = json!({
        "launcher": { "name": NAME, "version": version, "licence": env!("CARGO_PKG_LICENSE") },
        "time": stage::epoch_of_last_commit()?,
        "programs": PROGRAMS.map(called),
        "window": called(WINDOW),
        "crates": of_programs.iter().map(described).collect::<Vec<_>>(),
    });
    let temporary = tempfile::tempdir().map_err(|error| format!("no temporary folder: {error}"))?;
    let input = temporary.path().join("shipped.json");
    fs::write(&input, shipped.to_string())
        .map_err(|error| format!("{}: {error}", input.display()))?;

    let here = format!("{}-{}", std::env::consts::ARCH, std::env::consts::OS);
    let system = target.unwrap_or(&here);
    let bill = folder.join(format!("{NAME}-{version}-{system}.cdx.json"));
    let paths = [&input, &bill].map(|path| path.display().to_string());
    let [input, output] = &paths;
    run::quietly("node", &[SCRIPT, input, output], &[])?;
    Ok(bill)
}

/// What is linked into the programs, as cargo knows it: nothing that only compiles them
/// or tests them.
fn tree(target: Option<&str>) -> Result<String, String> {
    let format = ["{p}", "{l}", "{r}"].join(GAP);
    let mut arguments = vec!["tree", "--locked", "--edges", "normal,no-proc-macro"];
    arguments.extend(["--prefix", "depth", "--format", &format]);
    for program in PROGRAMS {
        arguments.extend(["--package", program]);
    }
    if let Some(target) = target {
        arguments.extend(["--target", target]);
    }
    run::output("cargo", &arguments)
}

/// Reads a tree in which each line begins with its depth. The branches of a crate are
/// shown once.
fn crates(tree: &str) -> Result<BTreeMap<String, Crate>, String> {
    let mut found: BTreeMap<String, Crate> = BTreeMap::new();
    let mut branch: Vec<String> = Vec::new();
    for line in tree.lines().filter(|line| !line.is_empty()) {
        let (depth, read) =
            read(line).ok_or_else(|| format!("cargo tree says what is not understood: {line}"))?;
        let key = format!("{}@{}", read.name, read.version);
        branch.truncate(depth);
        if let Some(above) = branch.last().and_then(|above| found.get_mut(above))
            && !above.needs.contains(&key)
        {
            above.needs.push(key.clone());
        }
        found.entry(key.clone()).or_insert(read);
        branch.push(key);
    }
    Ok(found)
}

/// A line of the tree: `2serde v1.0.0 | MIT OR Apache-2.0 | https://… (*)`.
fn read(line: &str) -> Option<(usize, Crate)> {
    let line = line.strip_suffix(" (*)").unwrap_or(line);
    let name = line.find(|c: char| !c.is_ascii_digit())?;
    let (depth, rest) = line.split_at(name);
    let mut parts = rest.split(GAP);
    let mut package = parts.next()?.split(' ');
    let (name, version) = (package.next()?, package.next()?.strip_prefix('v')?);
    let read = Crate {
        name: name.to_owned(),
        version: version.to_owned(),
        // An older way to write it.
        licence: parts.next()?.replace('/', " OR "),
        repository: parts.next()?.to_owned(),
        // Its folder is named where it has none but that.
        is_published: package.next().is_none(),
        needs: Vec::new(),
    };
    Some((depth.parse().ok()?, read))
}

fn described((key, one): (&String, &Crate)) -> Value {
    json!({
        "id": key,
        "name": one.name,
        "version": one.version,
        "licence": one.licence,
        "repository": one.repository,
        "published": one.is_published,
        "needs": one.needs,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TREE: &str = concat!(
        "0ours v0.1.0 (/somewhere/ours) | Apache-2.0 | https://example.org/ours\n",
        "1clap v4.6.9 | MIT/Apache-2.0 | https://example.org/clap\n",
        "2strsim v0.11.1 | MIT | \n",
        "1strsim v0.11.1 | MIT | \n",
        "\n",
        "0window v0.1.0 (/somewhere) | Apache-2.0 | https://example.org/ours\n",
        "1clap v4.6.9 | MIT/Apache-2.0 | https://example.org/clap (*)\n",
    );

    #[test]
    fn each_crate_is_read_once_with_all_it_needs() {
        let crates = crates(TREE).unwrap();
        let needs = |key: &str| crates[key].needs.join(" ");
        assert_eq!(crates.len(), 4);
        assert_eq!(needs("ours@0.1.0"), "clap@4.6.9 strsim@0.11.1");
        assert_eq!(needs("clap@4.6.9"), "strsim@0.11.1");
        assert_eq!(needs("window@0.1.0"), "clap@4.6.9");
        let clap = &crates["clap@4.6.9"];
        assert_eq!(clap.licence, "MIT OR Apache-2.0");
        assert_eq!(clap.repository, "https://example.org/clap");
        assert!(clap.is_published);
        assert!(!crates["ours@0.1.0"].is_published);
    }

    #[test]
    fn what_is_no_tree_is_not_guessed() {
        for wrong in [
            "0",
            "serde v1.0.0 | MIT | ",
            "0serde | MIT | ",
            "0serde v1.0.0",
        ] {
            assert!(crates(wrong).is_err(), "{wrong}");
        }
    }
}
