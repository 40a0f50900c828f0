//! The language of the person.

/// The locale of the person, as POSIX or the system names it. What the person
/// set for programs comes before what the system is set to.
pub fn locale() -> Option<String> {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty())
        .or_else(sys_locale::get_locale)
}
