//! [`Version`]: what a package is newer than.

use std::fmt;

use super::Build;

/// The end of the version of a package that only tests install.
pub(crate) const OF_TESTS: &str = "~test";

/// Before every version that was ever released.
const OLDEST: &str = "0~older";

/// A version as Debian and rpm order them: `1.0.0~rc.1` comes before `1.0.0`, and what
/// tests install before what people do. Written as `1.0.0-1`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Version {
    /// That of the launcher.
    pub(super) launcher: String,
    /// That of the package of it.
    pub(super) package: String,
}

impl Version {
    pub(super) fn of(build: Build) -> Self {
        let ours = || env!("CARGO_PKG_VERSION").replace('-', "~");
        let (launcher, package) = match build {
            Build::Release => (ours(), "1".to_owned()),
            Build::Debug => (ours(), format!("1{OF_TESTS}")),
            Build::Older => (OLDEST.to_owned(), format!("1{OF_TESTS}")),
        };
        Self { launcher, package }
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.launcher, self.package)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_of_tests_gives_way_to_one_of_people() {
        let [test, people] = [Build::Debug, Build::Release].map(Version::of);
        assert_eq!(test.to_string(), format!("{people}{OF_TESTS}"));
        assert!(people.to_string().ends_with("-1"));
    }

    #[test]
    fn the_older_package_is_of_tests_as_well() {
        let older = Version::of(Build::Older).to_string();
        assert!(
            older.starts_with("0~") && older.ends_with(OF_TESTS),
            "{older}"
        );
    }
}
