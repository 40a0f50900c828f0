//! What a terminal shows while a server takes its time.

use std::future::Future;
use std::io::{self, IsTerminal as _, Write as _};
use std::time::Duration;

use launcher_core::texts::Texts;

const FRAMES: [&str; 4] = ["|", "/", "-", "\\"];

/// Since then the wait needs a reason.
const SLOW: Duration = Duration::from_secs(5);

/// Shows a spinner while waiting, on a terminal only, and takes it away. `what`
/// is said in the language of the texts already.
pub(crate) async fn waiting<T>(texts: &Texts, what: &str, work: impl Future<Output = T>) -> T {
    // On the heap: a whole join is too much for the stack of its caller.
    let mut work = Box::pin(work);
    if !io::stderr().is_terminal() {
        return work.await;
    }
    let _line = Line;
    let began = tokio::time::Instant::now();
    let mut tick = tokio::time::interval(Duration::from_millis(120));
    for frame in FRAMES.iter().cycle() {
        tokio::select! {
            outcome = &mut work => return outcome,
            _ = tick.tick() => {}
        }
        if began.elapsed() > SLOW {
            let slow = texts.with("cli-wait-slow", &[("what", what.into())]);
            show(&format!("{frame} {slow}"));
        } else if began.elapsed() > Duration::from_millis(300) {
            show(&format!("{frame} {what}"));
        }
    }
    work.await
}

/// The spinner's line, empty again when the wait ends, however it ends.
struct Line;

impl Drop for Line {
    fn drop(&mut self) {
        show("");
    }
}

fn show(text: &str) {
    let mut err = io::stderr();
    // A spinner that cannot be drawn is not missed.
    let _ = write!(err, "\r\u{1b}[K{text}").and_then(|()| err.flush());
}
