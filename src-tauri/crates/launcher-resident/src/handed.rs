//! What a person or a desktop gave to another program of ours.

use launcher_core::error::LauncherError;
use launcher_core::target::Target;

/// A link, a file or a text, as the resident understands it: it stands in another
/// folder. Fails as understanding it does.
pub fn for_resident(text: &str) -> Result<String, LauncherError> {
    Ok(match Target::understand(text)? {
        Target::InviteFile(path) => std::path::absolute(&path)
            .unwrap_or(path)
            .display()
            .to_string(),
        Target::Room(_)
        | Target::Link(_)
        | Target::DeepLink(_)
        | Target::Invitation(_)
        | Target::Server(_)
        | Target::Name(_) => text.to_owned(),
    })
}
