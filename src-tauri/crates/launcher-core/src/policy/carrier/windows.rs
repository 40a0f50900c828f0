//! Windows: the registry, where group policies are written.

use windows_registry::{CURRENT_USER, Key, LOCAL_MACHINE, Type};

use super::broken;
use super::registry::{Branch, Entry, KEY};
use crate::policy::{Policy, fault};

pub(super) fn read() -> Policy {
    let hives = [
        ("HKEY_LOCAL_MACHINE", LOCAL_MACHINE),
        ("HKEY_CURRENT_USER", CURRENT_USER),
    ];
    for (name, hive) in hives {
        let Ok(key) = hive.open(KEY) else { continue };
        let source = format!(r"{name}\{KEY}");
        match branch(&key) {
            // What a group policy leaves behind when it goes.
            Ok(branch) if branch == Branch::default() => {}
            Ok(branch) => return Policy::judged(fault::from_value(&branch.policy()), source),
            Err(error) => return broken(source, &error.to_string()),
        }
    }
    Policy::Absent
}

fn branch(key: &Key) -> windows_registry::Result<Branch> {
    let mut branch = Branch::default();
    for (name, value) in key.values()? {
        let entry = match value.ty() {
            Type::U32 => Entry::Number(u32::try_from(value)?),
            _ => Entry::Text(String::try_from(value)?),
        };
        branch.values.push((name, entry));
    }
    for name in key.keys()? {
        let below = self::branch(&key.open(&name)?)?;
        branch.keys.push((name, below));
    }
    Ok(branch)
}
