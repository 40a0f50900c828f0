//! The test server as a program.

use std::io::Write as _;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use jiff::tz::TimeZone;
use openmeetings_testserver::{Delays, TestClock, TestServer, TlsCertificate, World};

/// A small server that answers like Apache OpenMeetings.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    /// Where to listen; port 0 is a free one
    #[arg(long, default_value = "127.0.0.1:0")]
    listen: SocketAddr,
    /// The context path
    #[arg(long, default_value = "/openmeetings/")]
    base_path: String,
    /// The version to state and behave like
    #[arg(long, default_value = "9.1.0")]
    server_version: String,
    /// IANA name of the zone of the server's machine
    #[arg(long, default_value = "UTC")]
    time_zone: String,
    /// A world with rooms, accounts and a day full of meetings
    #[arg(long, conflicts_with = "world")]
    demo: bool,
    /// A world of your own, TOML or JSON
    #[arg(long)]
    world: Option<PathBuf>,
    /// Be as slow as real servers
    #[arg(long)]
    real_delays: bool,
    /// Speak HTTPS; writes the authority to trust into this file
    #[arg(long, value_name = "FILE")]
    tls: Option<PathBuf>,
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "openmeetings-testserver: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> Result<(), Box<dyn std::error::Error>> {
    let world = match &arguments.world {
        Some(path) => read_world(path)?,
        None if arguments.demo => World::demo(TestClock::system().now()),
        None => World::default_install(),
    };
    let mut server = TestServer::builder()
        .world(world)
        .version(&arguments.server_version)
        .time_zone(TimeZone::get(&arguments.time_zone)?)
        .delays(if arguments.real_delays {
            Delays::real()
        } else {
            Delays::none()
        })
        .base_path(&arguments.base_path)
        .listen(arguments.listen);
    if let Some(file) = &arguments.tls {
        let certificate = TlsCertificate::trusted(&["localhost", "127.0.0.1"])?;
        std::fs::write(file, certificate.authority_pem())?;
        server = server.tls(certificate);
    }
    let server = server.start().await?;
    let mut out = std::io::stdout();
    writeln!(out, "listening on {}", server.base_url())?;
    out.flush()?;
    ended().await
}

fn read_world(path: &Path) -> Result<World, Box<dyn std::error::Error>> {
    let text = std::fs::read_to_string(path)?;
    let is_json = path
        .extension()
        .is_some_and(|extension| extension == "json");
    Ok(if is_json {
        World::from_json(&text)?
    } else {
        World::from_toml(&text)?
    })
}

/// Waits for Ctrl-C, or for the system to end it.
async fn ended() -> Result<(), Box<dyn std::error::Error>> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};

        let mut terminate = signal(SignalKind::terminate())?;
        tokio::select! {
            outcome = tokio::signal::ctrl_c() => outcome?,
            _ = terminate.recv() => {}
        }
    }
    #[cfg(not(unix))]
    tokio::signal::ctrl_c().await?;
    Ok(())
}
