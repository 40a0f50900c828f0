//! [`Settings`]: what the person chose about the launcher itself.

use serde::{Deserialize, Serialize};

/// The choices of the person. What a file or viewer leaves out is the default;
/// what it adds is passed over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of the form"
)]
pub struct Settings {
    pub theme: Theme,
    pub language: Language,
    /// Start with the session of the person.
    pub start_at_login: bool,
    /// At login only the background part starts, without a window.
    pub start_hidden: bool,
    /// Closing the window leaves the background part running.
    pub close_to_tray: bool,
    /// Minutes before a meeting; `null` reminds of nothing.
    pub remind_minutes: Option<u16>,
    /// Minutes between refreshes; `null` refreshes only when asked.
    pub refresh_minutes: Option<u16>,
    /// Whether to start at login was asked once; it is not asked again.
    pub start_at_login_asked: bool,
    /// Reminders also float above all windows until they are answered.
    pub floating_reminders: bool,
    /// Single meetings may be armed to be joined without a click.
    pub auto_join: bool,
    /// A login is made ahead while a join is near, so that the click need not wait.
    pub login_ahead: bool,
    /// What joins the next meeting from anywhere, such as `Super+Shift+J`.
    pub shortcut: Option<String>,
    /// Whether the launcher looks for newer versions by itself, once a day.
    pub check_for_updates: bool,
    /// What closing the window does on a desktop that shows no tray icons.
    pub without_tray: WithoutTray,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::System,
            language: Language::System,
            start_at_login: false,
            start_hidden: true,
            close_to_tray: true,
            remind_minutes: Some(5),
            refresh_minutes: Some(15),
            start_at_login_asked: false,
            floating_reminders: false,
            auto_join: false,
            login_ahead: true,
            shortcut: None,
            check_for_updates: true,
            without_tray: WithoutTray::Ask,
        }
    }
}

impl Settings {
    /// Brings values no choice on screen has into their bounds.
    #[must_use]
    pub fn within_bounds(mut self) -> Self {
        self.remind_minutes = self.remind_minutes.map(|minutes| minutes.min(60));
        self.refresh_minutes = self.refresh_minutes.map(|minutes| minutes.clamp(1, 1440));
        self
    }
}

/// What closing the window does where nothing of the launcher would be left to
/// see.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum WithoutTray {
    /// The window asks, and the answer can be kept.
    #[default]
    Ask,
    KeepRunning,
    Quit,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// As the desktop has it.
    #[default]
    System,
    Light,
    Dark,
}

/// The language of texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Language {
    /// As the desktop has it, or English.
    #[default]
    System,
    En,
    De,
    Ar,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_out_is_the_default_and_what_is_new_is_passed_over() {
        let settings: Settings = serde_json::from_str(r#"{"theme":"dark","later":1}"#).unwrap();
        assert_eq!(
            settings,
            Settings {
                theme: Theme::Dark,
                ..Settings::default()
            }
        );
    }

    #[test]
    fn numbers_come_into_bounds() {
        let settings = Settings {
            remind_minutes: Some(9999),
            refresh_minutes: Some(0),
            ..Settings::default()
        };
        let settings = settings.within_bounds();
        assert_eq!(
            (settings.remind_minutes, settings.refresh_minutes),
            (Some(60), Some(1))
        );
    }
}
