//! Where it was measured, and when: figures mean nothing without.

use crate::run;

/// As in “Intel …, 2 cores, 16 GB, Debian GNU/Linux 12”.
pub(super) fn name() -> String {
    let processor = line_of("/proc/cpuinfo", "model name").unwrap_or_else(|| "unknown".to_owned());
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let memory = line_of("/proc/meminfo", "MemTotal").and_then(|text| {
        let kilobytes: u64 = text.split_whitespace().next()?.parse().ok()?;
        Some(kilobytes.div_ceil(1 << 20))
    });
    let memory = memory.map_or_else(String::new, |memory| format!(", {memory} GB"));
    let system = line_of("/etc/os-release", "PRETTY_NAME").unwrap_or_default();
    let system = system.trim_matches('"');
    format!("{processor}, {cores} cores{memory}, {system}")
}

/// The day and time, UTC.
pub(super) fn date() -> String {
    let date = run::output("date", &["-u", "+%Y-%m-%dT%H:%M:%SZ"]);
    date.unwrap_or_default().trim().to_owned()
}

pub(super) fn sentence() -> String {
    format!("{}, {}", name(), date())
}

/// What stands after a name, `:` or `=` in a file.
fn line_of(file: &str, name: &str) -> Option<String> {
    let text = std::fs::read_to_string(file).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix(name))?;
    Some(
        line.trim_start()
            .trim_start_matches([':', '='])
            .trim()
            .to_owned(),
    )
}
