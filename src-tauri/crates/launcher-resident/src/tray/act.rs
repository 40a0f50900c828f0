//! What the entries of the menu do.

use std::process::{Command, Stdio};

use launcher_core::intent::Intent;
use launcher_core::meeting::upcoming;
use launcher_core::tray_menu::MenuAction;

use crate::local::Local;

impl Local {
    /// Does what an entry of the tray says, without anybody waiting for it.
    pub(super) fn act(&self, action: MenuAction) {
        let intent = match action {
            MenuAction::Join { key } => Some(Intent::Join { key }),
            MenuAction::JoinNext => self.next(),
            MenuAction::Rejoin => Some(Intent::JoinAgain),
            MenuAction::CancelJoin => Some(Intent::CancelJoin),
            MenuAction::Quit => Some(Intent::Quit),
            MenuAction::Open | MenuAction::OpenField | MenuAction::OpenSettings => {
                show_window();
                None
            }
        };
        if let Some(intent) = intent {
            let local = self.clone();
            // What comes of it is in the state.
            tokio::spawn(async move { drop(local.ask(intent).await) });
        }
    }

    fn next(&self) -> Option<Intent> {
        let all = self.launcher().read(upcoming::upcoming);
        let next = upcoming::next(&all, self.now())?;
        Some(Intent::Join {
            key: next.key.clone(),
        })
    }
}

fn show_window() {
    let own = std::env::current_exe();
    let program = own.map(|own| own.with_file_name("openmeetings-launcher"));
    let started = program.and_then(|program| {
        let mut window = Command::new(program);
        window.stdin(Stdio::null()).stdout(Stdio::null());
        window.stderr(Stdio::null()).current_dir("/").spawn()
    });
    if let Ok(mut child) = started {
        drop(std::thread::spawn(move || child.wait()));
    } else {
        tracing::warn!("the window could not be started");
    }
}
