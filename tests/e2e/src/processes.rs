//! The processes of one desktop: those that carry its mark in their environment,
//! or its folder in their arguments, as browsers do that hide their environment.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

/// The variable that marks everything started on a desktop, however far down.
pub(crate) const MARK: &str = "LAUNCHER_E2E_DESKTOP";

/// What some threads have taken of the processors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    pub cpu: Duration,
    /// How often one of them came onto a processor.
    pub wake_ups: u64,
}

/// What each thread of some processes has taken so far.
#[derive(Clone, Debug, Default)]
pub struct Usage(BTreeMap<String, Taken>);

impl Usage {
    pub fn of(processes: &[Process]) -> Self {
        let threads = processes.iter().flat_map(Process::threads);
        Self(threads.collect())
    }

    /// What was taken in between, by threads that are still there: those that ended
    /// have taken their counts along.
    pub fn since(&self, earlier: &Self) -> Taken {
        let mut sum = Taken::default();
        for (thread, now) in &self.0 {
            let before = earlier.0.get(thread).copied().unwrap_or_default();
            sum.cpu += now.cpu.saturating_sub(before.cpu);
            sum.wake_ups += now.wake_ups.saturating_sub(before.wake_ups);
        }
        sum
    }
}

/// A running process.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Process {
    pub id: u32,
    /// The name of the program's file.
    pub program: String,
    pub arguments: Vec<String>,
}

impl Process {
    /// Ends it as the system ends what misbehaves: without a chance to tidy up.
    pub fn kill(&self) {
        signal("KILL", self.id);
    }

    /// Asks it to end, as the system does when the person leaves.
    pub fn end(&self) {
        signal("TERM", self.id);
    }

    /// Memory that is its own plus its share of what it shares, in bytes.
    pub fn share_of_memory(&self) -> Option<u64> {
        let text = fs::read_to_string(format!("/proc/{}/smaps_rollup", self.id)).ok()?;
        let line = text.lines().find_map(|line| line.strip_prefix("Pss:"))?;
        let kilobytes: u64 = line.split_whitespace().next()?.parse().ok()?;
        Some(kilobytes * 1024)
    }

    /// The most of memory that it had at once, in bytes.
    pub fn most_memory(&self) -> Option<u64> {
        let text = fs::read_to_string(format!("/proc/{}/status", self.id)).ok()?;
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
        let kilobytes: u64 = line.split_whitespace().next()?.parse().ok()?;
        Some(kilobytes * 1024)
    }

    /// Its threads, each with what it has taken so far.
    fn threads(&self) -> Vec<(String, Taken)> {
        let threads = fs::read_dir(format!("/proc/{}/task", self.id));
        let threads = threads.into_iter().flatten().flatten();
        threads
            .filter_map(|thread| {
                let path = thread.path();
                // It may end at any time.
                let numbers = fs::read_to_string(path.join("schedstat")).ok()?;
                let mut numbers = numbers.split_whitespace().map(str::parse::<u64>);
                let cpu = Duration::from_nanos(numbers.next()?.ok()?);
                let wake_ups = numbers.nth(1)?.ok()?;
                Some((path.display().to_string(), Taken { cpu, wake_ups }))
            })
            .collect()
    }

    /// Until its last thread has ended: only then all that it held is closed, its
    /// connections too. One whose exit status nobody takes does not run any more.
    pub fn is_running(&self) -> bool {
        let threads = fs::read_dir(format!("/proc/{}/task", self.id));
        threads.into_iter().flatten().flatten().any(|thread| {
            let stat = fs::read_to_string(thread.path().join("stat")).unwrap_or_default();
            let state = stat
                .rsplit_once(") ")
                .and_then(|(_, rest)| rest.chars().next());
            !matches!(state, None | Some('Z' | 'X'))
        })
    }
}

/// All that carry the mark, which is the folder of the desktop.
pub(crate) fn marked(mark: &Path) -> Vec<Process> {
    let folder = mark.display().to_string();
    let variable = format!("{MARK}={folder}");
    let is_marked = |process: &Process| {
        let environment = fs::read(format!("/proc/{}/environ", process.id)).unwrap_or_default();
        let mut variables = environment.split(|&byte| byte == 0);
        let mut arguments = process.arguments.iter();
        variables.any(|one| one == variable.as_bytes())
            || arguments.any(|argument| argument.contains(&folder))
    };
    ids().filter_map(read).filter(is_marked).collect()
}

/// A process, and all that came from it.
pub(crate) fn with_children(id: u32) -> Vec<Process> {
    let mut all = vec![id];
    let parents: Vec<(u32, u32)> = ids().filter_map(|id| Some((id, parent(id)?))).collect();
    let mut at = 0;
    while let Some(&of) = all.get(at) {
        all.extend(
            parents
                .iter()
                .filter(|(_, parent)| *parent == of)
                .map(|(id, _)| id),
        );
        at += 1;
    }
    all.into_iter().filter_map(read).collect()
}

fn parent(id: u32) -> Option<u32> {
    let stat = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    let (_, rest) = stat.rsplit_once(") ")?;
    rest.split_whitespace().nth(1)?.parse().ok()
}

fn ids() -> impl Iterator<Item = u32> {
    fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
}

/// Nothing for what has ended, also if nobody has taken its exit status yet.
fn read(id: u32) -> Option<Process> {
    let program = fs::read_link(format!("/proc/{id}/exe")).ok()?;
    let line = fs::read(format!("/proc/{id}/cmdline")).ok()?;
    let arguments = line
        .split(|&byte| byte == 0)
        .filter(|argument| !argument.is_empty())
        .map(|argument| String::from_utf8_lossy(argument).into_owned())
        .collect();
    let program = program.file_name()?.to_string_lossy().into_owned();
    Some(Process {
        id,
        program,
        arguments,
    })
}

/// Ends all that carry the mark, and what they started meanwhile.
pub(crate) fn end_marked(mark: &Path) {
    for _ in 0..100 {
        let left = marked(mark);
        if left.is_empty() {
            return;
        }
        left.iter().for_each(Process::kill);
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
}

fn signal(name: &str, id: u32) {
    // What has ended by itself need not be ended.
    let _ = Command::new("kill")
        .args([&format!("-{name}"), &id.to_string()])
        .stderr(Stdio::null())
        .status();
}
