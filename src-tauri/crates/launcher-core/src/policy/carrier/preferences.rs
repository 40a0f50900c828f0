//! How a policy is laid out in the managed preferences of macOS. It reads none.

use serde_json::Value;

/// The domain, which is also the type of the payload in a profile.
pub(in crate::policy) const DOMAIN: &str = "org.openmeetings.launcher";

/// What the names of fields begin with that belong to the profile, such as
/// `PayloadUUID`.
const OF_PROFILE: &str = "Payload";

/// The policy in a domain: the system may keep fields of the profile there that
/// it was delivered with.
pub(in crate::policy) fn policy(mut domain: Value) -> Value {
    if let Some(fields) = domain.as_object_mut() {
        fields.retain(|name, _| !name.starts_with(OF_PROFILE));
    }
    domain
}
