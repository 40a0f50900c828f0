//! The display as its window manager and the person see it, by `xdotool`.

use std::time::Duration;

use crate::desktop::Desktop;
use crate::wait::{until, within};

/// The title of the window, as a pattern: reminders above it have a longer one.
const TITLE: &str = "^OpenMeetings Launcher$";

/// A window that was asked to close is gone by then, on most machines.
const PRESS_AGAIN: Duration = Duration::from_secs(8);

/// Whether a window manager is there.
pub(crate) fn is_managed(desktop: &Desktop) -> bool {
    desktop.output("xdotool", &["get_num_desktops"]).is_some()
}

/// A window on the display.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window(String);

/// Where a window is, and how large.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub x: i32,
    pub y: i32,
    pub width: i32,
    pub height: i32,
}

impl Desktop {
    /// The windows that can be seen and whose title contains this.
    pub fn visible(&self, title: &str) -> Vec<Window> {
        self.output("xdotool", &["search", "--onlyvisible", "--name", title])
            .unwrap_or_default()
            .lines()
            .map(|id| Window(id.to_owned()))
            .collect()
    }

    /// The window that gets what is typed.
    pub fn active(&self) -> Option<Window> {
        let id = self.output("xdotool", &["getactivewindow"])?;
        Some(Window(id.trim().to_owned()))
    }

    /// Clicks into a window's title, so to say.
    pub fn activate(&self, window: &Window) {
        self.xdotool(&["windowactivate", "--sync", &window.0]);
    }

    pub fn minimise(&self, window: &Window) {
        self.xdotool(&["windowminimize", "--sync", &window.0]);
    }

    /// Presses keys, as on the keyboard: the active window gets them.
    pub fn press(&self, keys: &str) {
        self.xdotool(&["key", "--clearmodifiers", keys]);
    }

    /// Types a text, as on the keyboard.
    pub fn type_text(&self, text: &str) {
        self.xdotool(&["type", "--clearmodifiers", text]);
    }

    /// Closes the window, as the person does: it is asked, not destroyed.
    pub fn close(&self, window: &Window) {
        self.activate(window);
        self.press("alt+F4");
    }

    /// The launcher's own window, once it can be seen. A window that was just
    /// mapped may be out of sight for a moment, while the window manager puts its
    /// frame around it: who looks twice may see nothing the second time.
    pub async fn shows_window(&self) -> Window {
        let look = async || self.visible(TITLE).pop();
        until("visible window", look).await
    }

    /// Closes the launcher's window until something has come of it. A list that
    /// was just open, or a frame that was just drawn, may take the keys: a person
    /// presses them again.
    pub async fn close_until<F>(&self, window: &Window, what: &str, mut done: F)
    where
        F: AsyncFnMut() -> Option<()>,
    {
        for _ in 0..3 {
            if !self.visible(TITLE).is_empty() {
                self.close(window);
            }
            if within(PRESS_AGAIN, &mut done).await.is_some() {
                return;
            }
        }
        until(what, done).await;
    }

    pub fn move_to(&self, window: &Window, place: Place) {
        let number = |number: i32| number.to_string();
        let Place {
            x,
            y,
            width,
            height,
        } = place;
        self.xdotool(&[
            "windowsize",
            "--sync",
            &window.0,
            &number(width),
            &number(height),
        ]);
        self.xdotool(&["windowmove", &window.0, &number(x), &number(y)]);
    }

    pub fn place(&self, window: &Window) -> Option<Place> {
        let text = self.output("xdotool", &["getwindowgeometry", "--shell", &window.0])?;
        let value = |name: &str| {
            let mut lines = text.lines();
            lines.find_map(|line| line.strip_prefix(name)?.strip_prefix('=')?.parse().ok())
        };
        Some(Place {
            x: value("X")?,
            y: value("Y")?,
            width: value("WIDTH")?,
            height: value("HEIGHT")?,
        })
    }

    /// What was copied last.
    pub fn clipboard(&self) -> Option<String> {
        self.output("xclip", &["-selection", "clipboard", "-out"])
    }

    /// Copies a text, as from a mail.
    pub fn copy(&self, text: &str) {
        let file = self.folder().join("copied.txt");
        std::fs::write(&file, text).unwrap();
        let file = file.display().to_string();
        // Stays in the background for as long as somebody may paste.
        let status = self
            .command("xclip")
            .args(["-selection", "clipboard", "-in", &file])
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .status();
        assert!(status.is_ok_and(|status| status.success()), "xclip failed");
    }

    fn xdotool(&self, arguments: &[&str]) {
        let output = self.run("xdotool", arguments);
        assert!(
            output.status.success(),
            "xdotool {arguments:?}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
}
