//! `cargo xtask bench`: what the launcher costs, beside what one would use instead.

mod counts;
mod document;
mod limits;
mod machine;
mod qt;
mod row;
mod sizes;
mod table;
mod times;

use limits::Limits;

use crate::say;

/// What to do with what is counted and timed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Purpose {
    /// Everything as tables, for people.
    Tables,
    /// Everything as one document.
    Json,
    /// Counts only, against their limits: what CI does.
    Check,
    /// Counts only; the limits follow them.
    Renew,
}

/// What the command line asks for.
#[derive(Debug)]
struct Wanted {
    purpose: Purpose,
    /// Ten minutes of doing nothing, and a whole day of refreshes and windows.
    long: bool,
    /// Parts of the times; all if empty.
    parts: Vec<String>,
}

const USAGE: &str = "usage: cargo xtask bench [--json | --check | --renew] [--long] [PART…]
--check counts and compares with tests/bench/limits.json, --renew writes that file;
a part is one of: ";

pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    let wanted = Wanted::read(arguments)
        .ok_or_else(|| format!("{USAGE}{}", times::PARTS.map(|(name, _)| name).join(", ")))?;
    let limits = Limits::read()?;
    let mut rows = Vec::new();
    if wanted.parts.is_empty() {
        rows.extend(counts::all()?);
    }
    match wanted.purpose {
        Purpose::Tables => {
            say::line(&format!("{}\n", machine::sentence()));
            say::line(&table::of(&rows, &limits));
            times::each(&wanted, |rows| say::line(&table::of(&rows, &limits)))
        }
        Purpose::Json => {
            times::each(&wanted, |more| rows.extend(more))?;
            say::line(&document::of(&rows, &limits)?);
            Ok(())
        }
        Purpose::Check => {
            say::line(&table::of(&rows, &limits));
            limits.judge(&rows)
        }
        Purpose::Renew => Limits::from(&rows).write(),
    }
}

impl Wanted {
    /// `None` for what it does not know.
    fn read(arguments: &[String]) -> Option<Self> {
        let mut wanted = Self {
            purpose: Purpose::Tables,
            long: false,
            parts: Vec::new(),
        };
        for argument in arguments {
            match argument.as_str() {
                "--json" => wanted.purpose = Purpose::Json,
                "--check" => wanted.purpose = Purpose::Check,
                "--renew" => wanted.purpose = Purpose::Renew,
                "--long" => wanted.long = true,
                part if times::PARTS.iter().any(|(known, _)| *known == part) => {
                    wanted.parts.push(part.to_owned());
                }
                _ => return None,
            }
        }
        Some(wanted)
    }

    fn wants(&self, part: &str) -> bool {
        self.parts.is_empty() || self.parts.iter().any(|wanted| wanted == part)
    }
}
