//! What tasks tell people.

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "the one place that prints"
)]

pub(crate) fn line(text: &str) {
    println!("{text}");
}

/// What is not part of the answer.
pub(crate) fn aside(text: &str) {
    eprintln!("{text}");
}

pub(crate) fn complaint(text: &str) {
    eprintln!("xtask: {text}");
}
