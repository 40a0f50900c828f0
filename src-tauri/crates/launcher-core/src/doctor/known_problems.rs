//! What is known to be wrong with versions of the server.

use openmeetings_client::ServerVersion;

use super::finding::{Finding, Grade, Topic};

/// Major, minor and patch.
type Number = (u32, u32, u32);

/// Something that is wrong with every version before another one.
struct KnownProblem {
    before: Number,
    grade: Grade,
    key: &'static str,
}

/// The worst first.
const PROBLEMS: [KnownProblem; 5] = [
    KnownProblem {
        before: (3, 2, 0),
        grade: Grade::Failed,
        key: "doctor-version-no-keys",
    },
    // CVE-2026-34020.
    KnownProblem {
        before: (9, 0, 0),
        grade: Grade::Warning,
        key: "doctor-version-password-in-address",
    },
    KnownProblem {
        before: (5, 1, 0),
        grade: Grade::Note,
        key: "doctor-version-open-cookie",
    },
    KnownProblem {
        before: (7, 2, 0),
        grade: Grade::Note,
        key: "doctor-version-case-of-logins",
    },
    KnownProblem {
        before: (6, 3, 0),
        grade: Grade::Note,
        key: "doctor-version-bare-errors",
    },
];

/// The version, and every problem it is known to have.
pub(super) fn of_version(version: &str) -> Vec<Finding> {
    let Some(number) = ServerVersion::parse(version).number() else {
        let unreadable = Finding::new(Topic::Version, Grade::Note, "doctor-version-unreadable");
        return vec![unreadable.public("version", version)];
    };
    let problems: Vec<Finding> = PROBLEMS
        .iter()
        .filter(|problem| number < problem.before)
        .map(|problem| Finding::new(Topic::Version, problem.grade, problem.key))
        .collect();
    let problems = if problems.is_empty() {
        vec![Finding::new(
            Topic::Version,
            Grade::Good,
            "doctor-version-fine",
        )]
    } else {
        problems
    };
    problems
        .into_iter()
        .map(|problem| problem.public("version", version))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(version: &str) -> Vec<String> {
        of_version(version).iter().map(Finding::name).collect()
    }

    #[test]
    fn a_version_has_the_problems_of_its_range_and_no_others() {
        for version in ["9.0.0", "9.1.0", "9.2.0-SNAPSHOT", "10.1"] {
            assert_eq!(names(version), ["version-fine"], "{version}");
        }
        assert_eq!(names("8.1.0"), ["version-password-in-address"]);
        assert_eq!(
            names("7.1.9"),
            ["version-password-in-address", "version-case-of-logins"]
        );
        assert_eq!(names("4.0.8").len(), 4);
        assert_eq!(names("3.1.5")[0], "version-no-keys");
        assert_eq!(of_version("3.1.5")[0].grade, Grade::Failed);
    }

    #[test]
    fn a_text_that_is_no_version_is_only_noted() {
        assert_eq!(names("unknown"), ["version-unreadable"]);
        assert_eq!(of_version("").first().unwrap().grade, Grade::Note);
    }
}
