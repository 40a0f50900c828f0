//! The window of OpenMeetings Launcher.
