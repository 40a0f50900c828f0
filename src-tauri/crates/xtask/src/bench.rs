//! `cargo xtask bench`: figures, never part of a test.

use crate::run::cargo;

pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    let mut all = vec!["bench", "--workspace", "--locked", "--benches"];
    all.extend(arguments.iter().map(String::as_str));
    cargo(&all)
}
