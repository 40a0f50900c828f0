//! The commands of the window stand in four places, for four readers: the
//! handler, the build script, the capability, and the page. They must be the same.

use std::collections::BTreeSet;

use crate::run::root;

const HANDLER: &str = "src-tauri/src/commands.rs";
const BUILD: &str = "src-tauri/build.rs";
const CAPABILITY: &str = "src-tauri/capabilities/main.json";
const PAGE: &str = "ui/src/api/commands.ts";

pub(super) fn findings() -> Result<Vec<String>, String> {
    let read = |path: &str| {
        std::fs::read_to_string(root().join(path)).map_err(|error| format!("{path}: {error}"))
    };
    let handler = in_handler(&read(HANDLER)?);
    let others = [
        (BUILD, in_build(&read(BUILD)?)),
        (CAPABILITY, in_capability(&read(CAPABILITY)?)?),
        (PAGE, in_page(&read(PAGE)?)),
    ];
    Ok(others
        .iter()
        .flat_map(|(path, names)| differences(path, &handler, names))
        .collect())
}

type Names = BTreeSet<String>;

fn differences(path: &str, handler: &Names, names: &Names) -> Vec<String> {
    let missing = handler
        .difference(names)
        .map(|name| format!("{path}:1: lacks the command {name}"));
    let unknown = names
        .difference(handler)
        .map(|name| format!("{path}:1: names {name}, which {HANDLER} does not have"));
    missing.chain(unknown).collect()
}

/// The names in `generate_handler![…]`.
fn in_handler(text: &str) -> Names {
    let list = between(text, "generate_handler![", "]");
    list.split(',')
        .filter_map(|path| path.trim().rsplit("::").next())
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The texts in the list of the build script.
fn in_build(text: &str) -> Names {
    let list = between(text, "const COMMANDS: &[&str] = &[", "]");
    list.split('"')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect()
}

fn in_capability(text: &str) -> Result<Names, String> {
    let capability: serde_json::Value =
        serde_json::from_str(text).map_err(|error| format!("{CAPABILITY}: {error}"))?;
    Ok(capability["permissions"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|permission| permission.as_str()?.strip_prefix("allow-"))
        .map(|name| name.replace('-', "_"))
        .collect())
}

/// The names that the page hands to `invoke`, with its type in between.
fn in_page(text: &str) -> Names {
    text.match_indices("invoke")
        .filter_map(|(at, _)| {
            let call = &text[at..];
            let open = call.find('(')?;
            let argument = call[open + 1..].trim_start();
            let name = argument.strip_prefix(['"', '\''])?;
            let end = name.find(['"', '\''])?;
            Some(name[..end].to_owned())
        })
        .collect()
}

fn between<'a>(text: &'a str, begin: &str, end: &str) -> &'a str {
    text.split_once(begin)
        .and_then(|(_, rest)| rest.split_once(end))
        .map_or("", |(list, _)| list)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(all: &[&str]) -> Names {
        all.iter().map(|&name| name.to_owned()).collect()
    }

    #[test]
    fn each_place_is_read() {
        let wanted = names(&["join", "look"]);
        assert_eq!(
            in_handler("tauri::generate_handler![\n  join,\n  rooms::look,\n]"),
            wanted
        );
        assert_eq!(
            in_build("const COMMANDS: &[&str] = &[\"join\", \"look\"];"),
            wanted
        );
        let capability = r#"{"permissions":["core:event:allow-listen","allow-join","allow-look"]}"#;
        assert_eq!(in_capability(capability).unwrap(), wanted);
        let page = "import { invoke } from '@tauri-apps/api/core';\n\
            export const look = () => invoke<Everything>(\"look\");\n\
            export const join = (key: string) => invoke<void>(\n  'join', { key });";
        assert_eq!(in_page(page), wanted);
    }

    #[test]
    fn what_differs_is_named() {
        let found = differences("x", &names(&["join", "look"]), &names(&["join", "leave"]));
        assert_eq!(found.len(), 2);
    }
}
