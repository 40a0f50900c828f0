//! The installed programs: a join, links, the password, the command line.

use launcher_e2e::wait::until;
use launcher_e2e::{Desktop, server};
use openmeetings_testserver::TestServer;

use crate::wine::{Setup, Wine};

/// A room on the server, as other programs link to it.
fn link_to(server: &TestServer, room: u32) -> String {
    let port = server.address().port();
    format!("openmeetings://127.0.0.1:{port}/openmeetings/room/{room}")
}

/// How many keys to rooms the server made.
fn keys_made(server: &TestServer) -> usize {
    let requests = server.requests();
    let keys = requests.iter().filter(|request| {
        let path = request.path_and_query.split('?').next().unwrap_or_default();
        path.ends_with("/user/hash")
    });
    keys.count()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_password_is_kept_by_windows_and_joins_in_another_process() {
    let desktop = Desktop::start("windows_password").await;
    let wine = Wine::on(&desktop);
    let server = server::quick().await;
    wine.install(Setup::Newest);
    wine.save(&server);
    let joined = wine.openmeetings(&["join", "2", "--print"]);
    let printed = String::from_utf8_lossy(&joined.stdout).into_owned();
    let expected = format!("{}hash?secure=", server.base_url());
    assert!(printed.starts_with(&expected), "{printed}");
    assert_eq!(keys_made(&server), 1);
    assert!(wine.registry().mentions("org.openmeetings.launcher"));
    assert_eq!(wine.opened(), [] as [&str; 0], "it is printed only");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_goes_to_the_launcher_that_runs() {
    let desktop = Desktop::start("windows_link").await;
    let wine = Wine::on(&desktop);
    let server = server::quick().await;
    wine.install(Setup::Newest);
    wine.save(&server);
    wine.start_resident().await;
    wine.open(&link_to(&server, 2));
    let opened = until("opened room", async || wine.opened().pop()).await;
    assert!(opened.contains("hash?secure="), "{opened}");
    assert_eq!(keys_made(&server), 1);
    until("end of the second process", async || {
        (wine.launchers().len() == 1).then_some(())
    })
    .await;
    assert_eq!(wine.residents_so_far(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_starts_the_launcher_where_none_runs() {
    let desktop = Desktop::start("windows_first_link").await;
    let wine = Wine::on(&desktop);
    let server = server::quick().await;
    wine.install(Setup::Newest);
    wine.save(&server);
    wine.open(&link_to(&server, 3));
    let opened = until("opened room", async || wine.opened().pop()).await;
    assert!(opened.contains("hash?secure="), "{opened}");
    assert_eq!(wine.launchers().len(), 1, "it stays");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_command_line_starts_the_launcher_and_ends_it() {
    let desktop = Desktop::start("windows_commands").await;
    let wine = Wine::on(&desktop);
    let server = server::quick().await;
    wine.install(Setup::Newest);
    wine.save(&server);
    let opened = wine.openmeetings(&["open", &link_to(&server, 3)]);
    assert!(opened.status.success(), "{opened:?}");
    assert_eq!(wine.launchers().len(), 1, "the resident was started");
    until("opened room", async || wine.opened().pop()).await;
    let quit = wine.openmeetings(&["quit"]);
    assert!(quit.status.success(), "{quit:?}");
    until("end of the resident", async || {
        wine.launchers().is_empty().then_some(())
    })
    .await;
}
