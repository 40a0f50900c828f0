//! How long the launcher's own work takes, without programs and windows around it.

use std::hint::black_box;
use std::time::Instant;

use jiff::tz::TimeZone;
use launcher_bench::{Scene, row};
use launcher_core::invite_file;

const INVITATION: &[u8] = include_bytes!("../../../fixtures/ics/request-guest.ics");

fn main() {
    let scene = Scene::with_meetings(0);
    timed("join, server without delays included", 300, || scene.join());
    for meetings in [1_000, 10_000] {
        of_agenda(meetings);
    }
    timed("an invitation is read", 300, || {
        black_box(invite_file::read(INVITATION, &TimeZone::UTC).is_ok());
    });
}

fn of_agenda(meetings: usize) {
    let scene = Scene::with_meetings(meetings);
    let rounds = 20_000 / meetings;
    let name = |what: &str| format!("{meetings} meetings of 5 accounts are {what}");
    let read = name("read, test server included");
    timed(&read, rounds, || scene.refresh_all());
    timed(&name("merged"), rounds, || {
        black_box(scene.agenda());
    });
    let agenda = scene.agenda();
    timed(&name("written for the page"), rounds, || {
        black_box(serde_json::to_vec(&agenda).is_ok());
    });
    timed(&name("read from the cache at the start"), rounds, || {
        black_box(scene.start_again());
    });
}

fn timed(name: &str, rounds: usize, mut work: impl FnMut()) {
    // Fills caches, and makes what is made once.
    work();
    let times: Vec<f64> = (0..rounds)
        .map(|_| {
            let began = Instant::now();
            work();
            began.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    row("own work", name, "ms", &times);
}
