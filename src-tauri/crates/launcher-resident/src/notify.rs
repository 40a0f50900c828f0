//! Notifications of the desktop.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use launcher_core::texts::Texts;

use crate::reminders::Reminder;

/// Shows a reminder. Where the desktop shows none, there is nothing to do about
/// it: the log says so.
pub(crate) fn remind(reminder: Reminder, texts: &Texts, now: Timestamp) {
    let body = body(&reminder, texts, now);
    // The desktop may be slow to answer.
    tokio::task::spawn_blocking(move || {
        let shown = notify_rust::Notification::new()
            .appname("OpenMeetings Launcher")
            .icon("openmeetings-launcher")
            .summary(&reminder.title)
            .body(&body)
            .show();
        if shown.is_err() {
            tracing::warn!("the desktop shows no notifications");
        }
    });
}

fn body(reminder: &Reminder, texts: &Texts, now: Timestamp) -> String {
    let start = reminder.start.to_zoned_datetime(TimeZone::system());
    let time = start.strftime("%H:%M").to_string();
    let key = if reminder.start <= now {
        "reminder-began"
    } else {
        "reminder-starts"
    };
    texts.with(key, &[("time", time.into())])
}
