//! What is the same in each run: requests and connections of joins and refreshes, and
//! what reading, merging and drawing lists takes of the heap. In the folder that is the
//! argument it leaves what a launcher keeps that knows of a thousand meetings.

#![expect(clippy::cast_precision_loss, reason = "no count here needs 53 bits")]

use std::path::Path;

use allocation_counter::measure;
use launcher_bench::{Scene, now, row};
use openmeetings_testserver::TestClock;

fn main() {
    if let Some(home) = std::env::args_os().nth(1) {
        Scene::in_folder(Path::new(&home), 1_000, TestClock::fixed(now())).refresh_all();
    }
    let scene = Scene::with_meetings(0);
    asked(&scene, "a join", || scene.join());
    asked(&scene, "a refresh of one account", || scene.refresh_one());
    allocated(1_000);
    allocated(10_000);
}

/// What a server gets to do.
fn asked(scene: &Scene, what: &str, work: impl FnOnce()) {
    let count = || (scene.server.requests().len(), scene.server.connections());
    let before = count();
    work();
    let after = count();
    let requests = after.0 - before.0;
    let connections = after.1 - before.1;
    row(
        "what a server is asked",
        &format!("requests, {what}"),
        "requests",
        &[requests as f64],
    );
    row(
        "what a server is asked",
        &format!("connections, {what}"),
        "connections",
        &[connections as f64],
    );
}

/// What meetings of five accounts take of the heap, on the launcher's own thread.
fn allocated(meetings: usize) {
    let scene = Scene::with_meetings(meetings);
    // What is made once and kept is not of this work.
    scene.join();
    let mut agenda = None;
    let mut drawn = None;
    let mut again = None;
    let mut merge = || agenda = Some(scene.agenda());
    let mut draw = || drawn = serde_json::to_vec(&scene.agenda()).ok();
    let mut start = || again = Some(scene.start_again());
    let steps: [(&str, &mut dyn FnMut()); 4] = [
        ("read", &mut || scene.refresh_all()),
        ("merge", &mut merge),
        ("draw", &mut draw),
        ("start with what was kept", &mut start),
    ];
    for (step, work) in steps {
        let taken = measure(work);
        let row = |what: &str, unit: &str, value: f64| {
            let name = format!("{what}, {meetings} meetings: {step}");
            row("what is taken of the heap", &name, unit, &[value]);
        };
        row("allocations", "allocations", taken.count_total as f64);
        row("allocated", "KiB", (taken.bytes_total / 1024) as f64);
        row("at once", "KiB", (taken.bytes_max / 1024) as f64);
        // The file is written late: the next start is to find all of it.
        scene.launcher.write_lists();
    }
    assert!(agenda.is_some_and(|agenda| agenda.meetings.len() >= meetings));
    assert!(drawn.is_some() && again.is_some(), "nothing was left out");
}
