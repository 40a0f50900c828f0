//! Starting with the session of the person.

/// Whether and how the launcher starts with the session.
#[derive(Clone, Debug, Default)]
pub struct Autostart {}
