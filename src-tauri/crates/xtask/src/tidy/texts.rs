//! The text catalogue: the same texts in every language, none that nobody says,
//! and nothing said outside of it.

mod fluent;
mod rust;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::run::root;
use fluent::Shape;
use rust::Literal;

const LOCALES: &str = "src-tauri/crates/launcher-core/locales";

/// The language that the others are held against.
const FIRST: &str = "en";
const OTHERS: [&str; 2] = ["de", "ar"];

/// Only the window says these; its own tests look for keys nobody says.
const OF_THE_WINDOW: &str = "window.ftl";

/// Where texts are asked for by their keys.
const SAYS: [&str; 4] = [
    "src-tauri/crates/launcher-core/src/",
    "src-tauri/crates/launcher-cli/src/",
    "src-tauri/crates/launcher-resident/src/",
    "src-tauri/src/",
];

/// Keys that are put together of this and the name of a variant of an enum.
const BUILT: [(&str, &str, &str); 1] = [(
    "error-",
    "src-tauri/crates/launcher-core/src/error/code.rs",
    "pub enum Code {",
)];

/// Beginnings that only keys have: what looks like one must be one.
const ONLY_KEYS: [&str; 6] = [
    "cli-",
    "reason-",
    "target-",
    "date-",
    "tray-",
    "check-layer-",
];

/// What these are given is read by people.
const SPEAKING: [&str; 15] = [
    "line",
    "raw",
    "say",
    "warn",
    "complain",
    "notice",
    "notify",
    "waiting",
    "prompt_password",
    "title",
    "set_title",
    "set_text",
    "tooltip",
    "summary",
    "body",
];

/// What these are given is read by whoever looks for a mistake.
const LOGGING: [&str; 5] = ["trace!", "debug!", "info!", "warn!", "error!"];

/// In these folders everything is read by people.
const ALL_SPEECH: [&str; 1] = ["src-tauri/crates/launcher-cli/src/"];

/// Literals that are said and yet in no catalogue, each with its reason.
const EXCEPTIONS: [(&str, &str); 0] = [];

pub(super) fn findings(files: &[String]) -> Vec<String> {
    let read = |file: &str| std::fs::read_to_string(root().join(file)).unwrap_or_default();
    let mut findings = Vec::new();
    let catalogue: BTreeMap<&str, String> = files
        .iter()
        .filter(|file| file.starts_with(LOCALES) && has_extension(file, "ftl"))
        .map(|file| (file.as_str(), read(file)))
        .collect();
    findings.extend(differences(&catalogue));

    let sources: BTreeMap<&str, String> = files
        .iter()
        .filter(|file| SAYS.iter().any(|folder| file.starts_with(folder)))
        .filter(|file| has_extension(file, "rs"))
        .map(|file| (file.as_str(), read(file)))
        .collect();
    let said: BTreeMap<&str, Vec<Literal>> = sources
        .iter()
        .map(|(file, text)| (*file, rust::literals(text)))
        .collect();
    let built = BUILT.iter().flat_map(|(prefix, file, head)| {
        let variants = rust::variants(sources.get(file).map_or("", String::as_str), head);
        variants
            .into_iter()
            .map(move |name| format!("{prefix}{name}"))
    });
    findings.extend(loose_keys(&catalogue, &said, &built.collect()));
    for (file, literals) in &said {
        findings.extend(spoken(file, literals));
    }
    findings
}

fn has_extension(file: &str, wanted: &str) -> bool {
    Path::new(file)
        .extension()
        .is_some_and(|extension| extension == wanted)
}

/// Where a language lacks a file, a text, a part of one or a variable, or has
/// one of its own.
fn differences(catalogue: &BTreeMap<&str, String>) -> Vec<String> {
    let mut findings = Vec::new();
    let names: BTreeSet<&str> = catalogue
        .keys()
        .filter_map(|file| file.rsplit('/').next())
        .collect();
    for name in names {
        let path = |language: &str| format!("{LOCALES}/{language}/{name}");
        let mut shape = |language: &str| -> Option<Shape> {
            let file = path(language);
            let Some(text) = catalogue.get(file.as_str()) else {
                findings.push(format!("{file}:1: this language lacks the file"));
                return None;
            };
            let (shape, mistakes) = fluent::shape(text);
            findings.extend(mistakes.iter().map(|mistake| format!("{file}:{mistake}")));
            Some(shape)
        };
        let first = shape(FIRST);
        let others = OTHERS.map(|language| (language, shape(language)));
        let Some(first) = first else { continue };
        for (language, other) in others {
            let Some(other) = other else { continue };
            let file = path(language);
            findings.extend(compared(&file, &first, &other));
        }
    }
    findings
}

fn compared(file: &str, first: &Shape, other: &Shape) -> Vec<String> {
    let names: BTreeSet<&String> = first.keys().chain(other.keys()).collect();
    names
        .into_iter()
        .filter_map(|name| match (first.get(name), other.get(name)) {
            (Some(wanted), Some(found)) if wanted.variables == found.variables => None,
            (Some(wanted), Some(found)) => Some(format!(
                "{file}:{}: {name} speaks of {:?}, in {FIRST} of {:?}",
                found.line, found.variables, wanted.variables
            )),
            (Some(_), None) => Some(format!("{file}:1: {name} is missing")),
            (None, Some(found)) => Some(format!("{file}:{}: {name} is not in {FIRST}", found.line)),
            (None, None) => None,
        })
        .collect()
}

/// Keys that nobody says, and what is said like a key and is none.
fn loose_keys(
    catalogue: &BTreeMap<&str, String>,
    said: &BTreeMap<&str, Vec<Literal>>,
    built: &BTreeSet<String>,
) -> Vec<String> {
    let mut findings = Vec::new();
    let literals: BTreeSet<&str> = said
        .values()
        .flatten()
        .map(|literal| literal.text.as_str())
        .collect();
    let mut keys = BTreeSet::new();
    let first = format!("{LOCALES}/{FIRST}/");
    for (file, text) in catalogue
        .iter()
        .filter(|(file, _)| file.starts_with(&first))
    {
        let (shape, _) = fluent::shape(text);
        for (key, entry) in shape.iter().filter(|(key, _)| !key.contains(['.', ' '])) {
            let is_said = literals.contains(key.as_str()) || built.contains(key);
            if !is_said && !file.ends_with(OF_THE_WINDOW) {
                findings.push(format!("{file}:{}: nobody says {key}", entry.line));
            }
            if !keys.insert(key.clone()) {
                findings.push(format!("{file}:{}: another file has {key}", entry.line));
            }
        }
    }
    for (file, literals) in said {
        for literal in literals {
            let like_a_key = ONLY_KEYS
                .iter()
                .any(|start| literal.text.starts_with(start))
                && !literal.text.ends_with('-')
                && literal
                    .text
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c == '-');
            if like_a_key && !keys.contains(&literal.text) {
                let (line, text) = (literal.line, &literal.text);
                findings.push(format!("{file}:{line}: there is no text {text}"));
            }
        }
    }
    findings
}

/// Texts for people that stand in the code.
fn spoken(file: &str, literals: &[Literal]) -> Vec<String> {
    let all_speech = ALL_SPEECH.iter().any(|folder| file.starts_with(folder));
    let watched = SAYS[1..].iter().any(|folder| file.starts_with(folder));
    literals
        .iter()
        .filter(|literal| watched && rust::is_prose(&literal.text))
        .filter(|literal| {
            all_speech
                || literal
                    .given_to
                    .iter()
                    .any(|function| SPEAKING.contains(&function.as_str()))
        })
        .filter(|literal| {
            let mut functions = literal.given_to.iter();
            !functions.any(|function| LOGGING.contains(&function.as_str()))
        })
        .filter(|literal| !EXCEPTIONS.iter().any(|(text, _)| *text == literal.text))
        .map(|literal| {
            format!(
                "{file}:{}: “{}” belongs into the text catalogue",
                literal.line, literal.text
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(language: &str, name: &str) -> String {
        format!("{LOCALES}/{language}/{name}")
    }

    fn catalogue<'a>(files: &'a [(String, &str)]) -> BTreeMap<&'a str, String> {
        files
            .iter()
            .map(|(path, text)| (path.as_str(), (*text).to_owned()))
            .collect()
    }

    #[test]
    fn languages_that_differ_are_found() {
        let english =
            "a = A { $x }\n    .hint = H\nb = B { $n ->\n   [one] one\n  *[other] { $n }\n }\n";
        let files = [
            (path("en", "x.ftl"), english),
            (path("de", "x.ftl"), english),
            (path("ar", "x.ftl"), "a = A { $y }\nc = C\n"),
        ];
        let found = differences(&catalogue(&files)).join("\n");
        for part in [
            "ar/x.ftl:1: a speaks of {\"y\"}, in en of {\"x\"}",
            "ar/x.ftl:1: a.hint is missing",
            "ar/x.ftl:1: b is missing",
            "ar/x.ftl:2: c is not in en",
        ] {
            assert!(found.contains(part), "{part} in\n{found}");
        }
        assert!(!found.contains("de/x.ftl"), "{found}");
    }

    #[test]
    fn files_that_are_missing_or_broken_are_found() {
        let files = [
            (path("en", "window.ftl"), "a = A\n"),
            (path("de", "window.ftl"), "a = A\na = B\n!\n"),
        ];
        let found = differences(&catalogue(&files)).join("\n");
        assert!(found.contains("ar/window.ftl:1: this language lacks the file"));
        assert!(
            found.contains("de/window.ftl:2: a is there twice"),
            "{found}"
        );
        assert!(found.contains("de/window.ftl:3: cannot be read"), "{found}");
    }

    #[test]
    fn keys_that_nobody_says_are_found_and_those_that_are_none() {
        let files = [
            (
                path("en", "cli.ftl"),
                "cli-said = A\ncli-unsaid = B\nerror-timed-out = C\n",
            ),
            (path("en", "window.ftl"), "window-title = W\n"),
        ];
        let source = "fn f() { say(\"cli-said\"); say(\"cli-missing\"); join(\"cli-\") }";
        let said = BTreeMap::from([("a.rs", rust::literals(source))]);
        let built = BTreeSet::from(["error-timed-out".to_owned()]);
        assert_eq!(
            loose_keys(&catalogue(&files), &said, &built),
            [
                format!("{}:2: nobody says cli-unsaid", path("en", "cli.ftl")),
                "a.rs:1: there is no text cli-missing".to_owned(),
            ]
        );
    }

    #[test]
    fn texts_in_the_code_are_found() {
        let source = r#"
            fn f(output: &mut Output) {
                output.line(&format!("Saved {name} in the keychain"));
                debug!("reading the file");
                warn!("nobody could be let in");
                let key = "cli-saved";
                let said = "said later on";
            }
        "#;
        let literals = rust::literals(source);
        let of = |file| spoken(file, &literals).len();
        assert_eq!(of("src-tauri/crates/launcher-resident/src/a.rs"), 1);
        assert_eq!(of("src-tauri/crates/launcher-cli/src/a.rs"), 2);
        assert_eq!(of("src-tauri/src/a.rs"), 1);
        assert_eq!(of("src-tauri/crates/launcher-core/src/a.rs"), 0);
    }
}
