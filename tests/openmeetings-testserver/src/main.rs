//! The test server as a program.

use std::io::Write as _;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use clap::Parser;
use jiff::tz::TimeZone;
use openmeetings_testserver::{Delays, Fault, TestClock, TestServer, TlsCertificate, World};

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
    /// Answer at once, where real servers take 415 ms for a login and 6 to 15 s
    /// for a wrong password
    #[arg(long)]
    no_delays: bool,
    /// Milliseconds that a login takes
    #[arg(long, value_name = "MS")]
    login_delay: Option<u64>,
    /// Milliseconds that a wrong password takes
    #[arg(long, value_name = "MS")]
    wrong_password_delay: Option<u64>,
    /// Go wrong: hang, reset, cut-head, cut-body, garbage, wrong-types, html, 502,
    /// 503, drip, huge, nested, 404
    #[arg(long, value_parser = fault)]
    fault: Option<Fault>,
    /// Go wrong only where the path contains this
    #[arg(long, value_name = "TEXT", default_value = "", requires = "fault")]
    fault_at: String,
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
        .delays(delays(&arguments))
        .base_path(&arguments.base_path)
        .listen(arguments.listen);
    if let Some(file) = &arguments.tls {
        let certificate = TlsCertificate::trusted(&["localhost", "127.0.0.1"])?;
        std::fs::write(file, certificate.authority_pem())?;
        server = server.tls(certificate);
    }
    let server = server.start().await?;
    if let Some(fault) = arguments.fault {
        server.go_wrong(fault, &arguments.fault_at, None);
    }
    let mut out = std::io::stdout();
    writeln!(out, "listening on {}", server.base_url())?;
    out.flush()?;
    ended().await
}

fn delays(arguments: &Arguments) -> Delays {
    let mut delays = if arguments.no_delays {
        Delays::none()
    } else {
        Delays::real()
    };
    if let Some(milliseconds) = arguments.login_delay {
        delays.login = Duration::from_millis(milliseconds);
    }
    if let Some(milliseconds) = arguments.wrong_password_delay {
        let delay = Duration::from_millis(milliseconds);
        delays.wrong_password = delay..=delay;
    }
    delays
}

fn fault(name: &str) -> Result<Fault, String> {
    Ok(match name {
        "hang" => Fault::Hang,
        "reset" => Fault::Reset,
        "cut-head" => Fault::CutHead,
        "cut-body" => Fault::CutBody,
        "garbage" => Fault::Garbage,
        "wrong-types" => Fault::WrongTypes,
        "html" => Fault::Html,
        "502" => Fault::ProxyPage(502),
        "503" => Fault::ProxyPage(503),
        "drip" => Fault::SlowDrip(Duration::from_millis(100)),
        "huge" => Fault::Huge,
        "nested" => Fault::DeepNesting,
        "404" => Fault::NotFound,
        _ => return Err("no such fault".to_owned()),
    })
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
