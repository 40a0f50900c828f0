//! `cargo xtask fuzz [SECONDS] [TARGET…]`: throws what strangers can send at the code that
//! reads it, each target for so long.
//!
//! The targets are those of `cargo fuzz`; what that tool adds are the flags below, and a
//! compiler that is not released yet for a sanitizer. Code with hardly any `unsafe` has little for
//! one to find: panics, wrong results, endless loops and memory need none.

use std::fs;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use crate::{packages, run, say};

/// In each run of CI.
const SECONDS: u32 = 20;

/// Counts edges and shows comparisons to libFuzzer, as `cargo fuzz` does.
const FLAGS: &str = "--cfg fuzzing \
    -Cpasses=sancov-module \
    -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares \
    -Cllvm-args=-simplifycfg-branch-fold-threshold=0";

/// More is no answer to a file of a few kilobytes.
const MEGABYTES: u32 = 1024;

pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    if !cfg!(target_os = "linux") {
        return Err("this runs on Linux".to_owned());
    }
    let (seconds, wanted) = match arguments.split_first() {
        Some((first, rest)) => match first.parse() {
            Ok(seconds) => (seconds, rest),
            Err(_) => (SECONDS, arguments),
        },
        None => (SECONDS, arguments),
    };
    packages::ensure("the fuzz targets", &[&packages::FOR_WINDOW])?;
    let mut targets = targets()?;
    if !wanted.is_empty() {
        targets.retain(|target| wanted.contains(target));
    }
    if targets.is_empty() {
        return Err(format!("no target is called {}", wanted.join(" or ")));
    }
    let programs = compile()?;
    say::line(&format!(
        "Throwing things at {} for {seconds} s each …",
        targets.join(", ")
    ));
    let at_once = std::thread::available_parallelism().map_or(1, usize::from);
    let mut found = Vec::new();
    for some in targets.chunks(at_once) {
        let running: Vec<(&String, Child)> = some
            .iter()
            .map(|target| Ok((target, start(&programs, target, seconds)?)))
            .collect::<Result<_, String>>()?;
        for (target, mut running) in running {
            found.extend(finish(target, &mut running).err());
        }
    }
    if found.is_empty() {
        return Ok(());
    }
    Err(found.join("\n"))
}

fn folder() -> PathBuf {
    run::root().join("tests/fuzz")
}

/// Their names are those of their files.
fn targets() -> Result<Vec<String>, String> {
    let folder = folder().join("targets");
    let files = fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut names: Vec<String> = files
        .flatten()
        .filter_map(|file| Some(file.path().file_stem()?.to_str()?.to_owned()))
        .collect();
    names.sort();
    Ok(names)
}

/// Gives where the programs are.
fn compile() -> Result<PathBuf, String> {
    let triple = run::output("rustc", &["--print", "host-tuple"])?;
    let triple = triple.trim();
    let build = run::target("fuzz");
    let manifest = folder().join("Cargo.toml").display().to_string();
    let build_text = build.display().to_string();
    run::command(
        "cargo",
        // With a triple the flags are not those of build scripts.
        &[
            "build",
            "--locked",
            "--manifest-path",
            &manifest,
            "--target",
            triple,
        ],
        &[("RUSTFLAGS", FLAGS), ("CARGO_TARGET_DIR", &build_text)],
    )?;
    Ok(build.join(triple).join("debug"))
}

fn start(programs: &std::path::Path, target: &str, seconds: u32) -> Result<Child, String> {
    let found = run::target("fuzz").join("corpus").join(target);
    let finds = run::target("fuzz").join("finds");
    for folder in [&found, &finds] {
        fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    let log = fs::File::create(run::target("fuzz").join(format!("{target}.log")))
        .map_err(|error| format!("the log of {target}: {error}"))?;
    Command::new(programs.join(target))
        // What is new goes into the first.
        .arg(&found)
        .arg(folder().join("corpus").join(target))
        .arg(format!("-max_total_time={seconds}"))
        .arg(format!("-rss_limit_mb={MEGABYTES}"))
        .arg(format!("-artifact_prefix={}/{target}-", finds.display()))
        .args(["-timeout=10", "-max_len=16384", "-print_final_stats=1"])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(log)
        .spawn()
        .map_err(|error| format!("{target} could not be started: {error}"))
}

fn finish(target: &str, running: &mut Child) -> Result<(), String> {
    let status = running
        .wait()
        .map_err(|error| format!("{target} cannot be waited for: {error}"))?;
    let log = run::target("fuzz").join(format!("{target}.log"));
    let said = fs::read(&log).unwrap_or_default();
    let said = String::from_utf8_lossy(&said);
    if !status.success() {
        return Err(format!(
            "{said}\n{target} found something; it is in target/fuzz/finds"
        ));
    }
    let runs = said
        .lines()
        .find_map(|line| line.strip_prefix("stat::number_of_executed_units:"))
        .ok_or_else(|| format!("{target} did not run: {said}"))?;
    say::line(&format!("{target}: {} inputs, nothing found", runs.trim()));
    Ok(())
}
