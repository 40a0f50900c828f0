//! Plays a recording of a real server against a freshly seeded test server and
//! compares, request by request.

mod compare;
mod memory;
mod player;
mod recording;

use std::fmt;

pub use recording::{Recording, RecordingError};

use memory::Memory;

/// What a whole recording came to.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Exchanges that were the same.
    pub same: usize,
    /// Exchanges that were not, with every difference.
    pub different: Vec<Difference>,
    /// Exchanges that this server does not serve, with the reason.
    pub not_served: Vec<(String, &'static str)>,
}

/// One thing that was not as recorded.
#[derive(Debug)]
pub struct Difference {
    /// The name of the exchange.
    pub exchange: String,
    /// What differs: status, content type, Allow, body.
    pub what: &'static str,
    /// As recorded.
    pub expected: String,
    /// As answered now.
    pub got: String,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}: {}", self.exchange, self.what)?;
        writeln!(f, "  recorded: {}", self.expected)?;
        write!(f, "  answered: {}", self.got)
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for difference in &self.different {
            writeln!(f, "{difference}")?;
        }
        for (exchange, reason) in &self.not_served {
            writeln!(f, "{exchange}: not served, {reason}")?;
        }
        let mut names: Vec<&str> = self
            .different
            .iter()
            .map(|difference| difference.exchange.as_str())
            .collect();
        names.dedup();
        write!(
            f,
            "{} exchanges: {} same, {} different, {} not served",
            self.same + names.len() + self.not_served.len(),
            self.same,
            names.len(),
            self.not_served.len()
        )
    }
}

/// Calls this server leaves out. Nothing about login, rooms, hashes, calendar,
/// error texts or unknown paths may ever stand here.
const NOT_SERVED: [(&str, &str); 6] = [
    (
        "/services/networktest",
        "speed tests are no business of a launcher",
    ),
    ("/services/file", "files are no business of a launcher"),
    ("/services/wb", "whiteboards are no business of a launcher"),
    ("?wsdl", "SOAP is not spoken"),
    ("?_wadl", "descriptions are not generated"),
    ("/services/services", "descriptions are not generated"),
];

/// Plays a recording from its first request to its last.
pub async fn play(recording: &Recording) -> Result<Outcome, Box<dyn std::error::Error>> {
    let (server, clock) = recording.server().await?;
    let mut memory = Memory::default();
    let mut outcome = Outcome::default();
    for exchange in &recording.exchanges {
        let left_out = NOT_SERVED
            .iter()
            .find(|(path, _)| exchange.request.path.contains(path));
        if let Some((_, reason)) = left_out
            && exchange.response.status == 200
        {
            outcome.not_served.push((exchange.name.clone(), reason));
            continue;
        }
        clock.set(exchange.at);
        // A server's health is what its last periodic job found, which no
        // request decides: it is seeded like the clock, and what is compared
        // is how it is written.
        if let Some(health) = exchange.health() {
            server.change(|world| world.health = health);
        }
        let answer = player::send(server.address(), exchange, &memory).await?;
        let differences = compare::compare(exchange, &answer, &memory);
        memory.learn(
            &exchange.response.body.clone().unwrap_or_default(),
            &answer.body,
        );
        if differences.is_empty() {
            outcome.same += 1;
        }
        outcome.different.extend(differences);
    }
    Ok(outcome)
}
