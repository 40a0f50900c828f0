//! [`Began`]: a browser that says that it began.

use std::fs::{self, File};
use std::io::Read as _;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::time::Instant;

use tokio::task::JoinHandle;

use crate::browser;
use crate::desktop::Desktop;

/// The default browser of a desktop: it says that it began, and ends.
#[derive(Debug)]
pub struct Began {
    /// A pipe with a name: opened for writing by the browser.
    pipe: PathBuf,
}

impl Began {
    pub fn install(desktop: &Desktop) -> Self {
        let pipe = desktop.folder().join("began");
        let made = desktop.output("mkfifo", &[&pipe.display().to_string()]);
        assert!(made.is_some(), "no pipe for the browser");
        // As little as a process can be: its own time counts as the launcher's.
        let program = desktop.folder().join("browser-that-begins");
        fs::write(&program, format!("#!/bin/sh\n: > '{}'\n", pipe.display())).unwrap();
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
        browser::make_default(desktop, &format!("{} %U", program.display()));
        Self { pipe }
    }

    /// When the next browser begins.
    pub fn next(&self) -> JoinHandle<Instant> {
        let pipe = self.pipe.clone();
        tokio::task::spawn_blocking(move || {
            let mut pipe = File::open(pipe).expect("the pipe is there");
            let began = Instant::now();
            // Until the browser has let go of it: the next would be taken for this one.
            pipe.read_to_end(&mut Vec::new()).expect("it is closed");
            began
        })
    }
}
