//! [`Spent`]: what a program took of the computer, with all that it started.

use std::process::{Command, ExitCode, Stdio};
use std::time::Duration;

use nix::sys::resource::{UsageWho, getrusage};
use serde_json::{Value, json};

use crate::desktop::Desktop;

/// The first argument with which a bench is the process between: the system only tells
/// a process of the children it waited for.
pub const BETWEEN: &str = "--spent";

/// What a program took that has ended.
#[derive(Clone, Copy, Debug)]
pub struct Spent {
    pub cpu: Duration,
    /// The most of memory that one process had at once, in bytes.
    pub memory: u64,
}

impl Spent {
    /// Runs a program to its end. The bench that calls this answers [`BETWEEN`] with
    /// [`be_between`].
    pub fn by(desktop: &Desktop, command: &Command) -> Self {
        let bench = std::env::current_exe().expect("a program knows where it is");
        let mut between = desktop.command(bench);
        between.arg(BETWEEN).arg(command.get_program());
        between.args(command.get_args());
        let environment = command.get_envs();
        between.envs(environment.filter_map(|(name, value)| Some((name, value?))));
        let output = between.output().expect("the bench starts");
        assert!(output.status.success(), "{command:?}: {output:?}");
        let told: Value = serde_json::from_slice(&output.stdout).expect("it tells");
        let number = |name: &str| told[name].as_u64().expect("it tells all");
        Self {
            cpu: Duration::from_micros(number("microseconds")),
            memory: number("bytes"),
        }
    }
}

/// Runs the rest of the arguments as a program, and says what it took.
#[expect(clippy::print_stdout, reason = "this is how it answers")]
pub fn be_between(mut arguments: impl Iterator<Item = String>) -> ExitCode {
    let program = arguments.next().expect("a program to run");
    let mut command = Command::new(program);
    command.args(arguments).stdout(Stdio::null());
    let status = command.status().expect("the program starts");
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).expect("the system tells");
    let cpu = [usage.user_time(), usage.system_time()];
    let microseconds: i64 = cpu
        .iter()
        .map(|time| time.tv_sec() * 1_000_000 + time.tv_usec())
        .sum();
    println!(
        "{}",
        json!({ "microseconds": microseconds, "bytes": usage.max_rss() * 1024 })
    );
    match status.code() {
        Some(0) => ExitCode::SUCCESS,
        Some(_) | None => ExitCode::FAILURE,
    }
}
