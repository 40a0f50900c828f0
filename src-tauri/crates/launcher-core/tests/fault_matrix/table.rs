//! The cells as people read them: what each comes to, then the sentences.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::cell::Cell;
use crate::moment::{Call, Moment};

const HEAD: &str = "\
# What faults come to

Written by `launcher-core`, test `fault_matrix`, from the launcher, the client and the test
server; not to be edited. Each cell is one call that goes wrong once: `done` if nothing came
of it, what there is instead, or the code of the sentence below. In every cell nothing goes
on afterwards, memory stays within 32 MiB, no login and no key is asked for twice, and no
secret is in state, files or errors.
";

pub(crate) fn of(cells: &[Cell]) -> String {
    let mut text = HEAD.to_owned();
    let _ = writeln!(text, "\n{} cells.", cells.len());
    for moment in Moment::ALL {
        let here: Vec<&Cell> = cells.iter().filter(|cell| cell.moment == moment).collect();
        let _ = writeln!(text, "\n## {}\n", moment.name());
        grid(&mut text, moment.calls(), &here);
        before_a_server(&mut text, &here);
    }
    sentences(&mut text, cells);
    text
}

fn grid(text: &mut String, calls: &[Call], here: &[&Cell]) {
    let names: Vec<&str> = calls.iter().map(|call| call.name()).collect();
    let _ = writeln!(text, "| | {} |", names.join(" | "));
    let _ = writeln!(text, "| --- |{}", " --- |".repeat(calls.len()));
    let mut troubles: Vec<&str> = Vec::new();
    for cell in here.iter().filter(|cell| cell.call.is_some()) {
        if !troubles.contains(&cell.trouble) {
            troubles.push(cell.trouble);
        }
    }
    for trouble in troubles {
        let ends: Vec<String> = calls
            .iter()
            .map(|call| {
                let cell = here
                    .iter()
                    .find(|cell| cell.call == Some(*call) && cell.trouble == trouble);
                cell.map_or_else(|| "–".to_owned(), |cell| shown(cell))
            })
            .collect();
        let _ = writeln!(text, "| {trouble} | {} |", ends.join(" | "));
    }
}

fn before_a_server(text: &mut String, cells: &[&Cell]) {
    text.push_str("\n| no server, or one with another time | |\n| --- | --- |\n");
    for cell in cells.iter().filter(|cell| cell.call.is_none()) {
        let _ = writeln!(text, "| {} | {} |", cell.trouble, shown(cell));
    }
}

/// A cell in short. Another try that succeeds is not worth a word.
fn shown(cell: &Cell) -> String {
    let mut shown = cell.end.clone();
    if cell.sentence.is_some() && cell.lists != "–" {
        let _ = write!(shown, ", {}", cell.lists);
    }
    if cell.again != "done" {
        let _ = write!(shown, "; again: {}", cell.again);
    }
    shown
}

fn sentences(text: &mut String, cells: &[Cell]) {
    let mut all: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for cell in cells {
        if let Some(sentence) = &cell.sentence {
            let known = all.entry(&cell.end).or_default();
            if !known.contains(&sentence.as_str()) {
                known.push(sentence);
            }
        }
    }
    text.push_str("\n## Sentences\n\n| code | what the person reads |\n| --- | --- |\n");
    for (code, sentences) in all {
        for sentence in sentences {
            let _ = writeln!(text, "| `{code}` | {} |", sentence.replace('|', "\\|"));
        }
    }
}
