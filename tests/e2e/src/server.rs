//! The server of a test: the demo world, without the slowness of real ones.

use std::net::SocketAddr;

use jiff::SignedDuration;
use openmeetings_testserver::{Appointment, DEMO_PASSWORD, Delays, TestClock, TestServer, World};

/// May make keys to rooms.
pub const ACCOUNT: &str = "anna";

/// The password of every account of the demo world.
pub const PASSWORD: &str = DEMO_PASSWORD;

/// A server that answers at once.
pub async fn quick() -> TestServer {
    quick_at(SocketAddr::from(([127, 0, 0, 1], 0))).await
}

/// The same again at an address, as after a restart.
pub async fn quick_at(address: SocketAddr) -> TestServer {
    builder()
        .delays(Delays::none())
        .listen(address)
        .start()
        .await
        .expect("the address is free")
}

/// A server as slow as real ones, with one more meeting that begins soon.
pub async fn real_with(title: &str, begins_in: SignedDuration) -> TestServer {
    let builder = TestServer::builder().world(world_with(title, begins_in));
    builder.start().await.expect("a port is free")
}

/// The same, answering at once.
pub async fn quick_with(title: &str, begins_in: SignedDuration) -> TestServer {
    let builder = TestServer::builder().world(world_with(title, begins_in));
    let builder = builder.delays(Delays::none());
    builder.start().await.expect("a port is free")
}

/// A server with one meeting, answering at once.
pub async fn quick_with_only(title: &str, begins_in: SignedDuration) -> TestServer {
    let mut world = world_with(title, begins_in);
    world.appointments.retain(|one| one.title == title);
    let builder = TestServer::builder().world(world).delays(Delays::none());
    builder.start().await.expect("a port is free")
}

/// A server with so many meetings from tomorrow on, answering at once.
pub async fn quick_with_many(count: usize) -> TestServer {
    let now = TestClock::system().now();
    let mut world = World::demo(now);
    let like = world.appointments[0].clone();
    let tomorrow = now + SignedDuration::from_hours(24);
    let many = (1..).take(count).map(|id| {
        let start = tomorrow + SignedDuration::from_mins(5 * id);
        Appointment {
            id,
            ical_id: Some(format!("00000000-0000-4000-8000-{id:012}")),
            title: format!("Meeting number {id}"),
            start,
            end: start + SignedDuration::from_mins(15),
            ..like.clone()
        }
    });
    world.appointments = many.collect();
    let builder = TestServer::builder().world(world).delays(Delays::none());
    builder.start().await.expect("a port is free")
}

/// A server with rooms and no meetings, answering at once.
pub async fn quick_without_meetings() -> TestServer {
    let mut world = World::demo(TestClock::system().now());
    world.appointments.clear();
    let builder = TestServer::builder().world(world).delays(Delays::none());
    builder.start().await.expect("a port is free")
}

fn world_with(title: &str, begins_in: SignedDuration) -> World {
    let now = TestClock::system().now();
    let mut world = World::demo(now);
    let mut soon = world.appointments[0].clone();
    let start = now + begins_in;
    soon.id = 1 + world
        .appointments
        .iter()
        .map(|one| one.id)
        .max()
        .unwrap_or(0);
    soon.ical_id = Some(format!("00000000-0000-4000-8000-{:012}", soon.id));
    title.clone_into(&mut soon.title);
    soon.start = start;
    soon.end = start + SignedDuration::from_mins(15);
    world.appointments.push(soon);
    world
}

fn builder() -> openmeetings_testserver::TestServerBuilder {
    TestServer::builder().world(World::demo(TestClock::system().now()))
}

/// The keys with which rooms were entered, in order.
pub fn keys_used(server: &TestServer) -> Vec<String> {
    values(server, "hash?secure=")
}

/// The invitations with which rooms were entered, in order.
pub fn invitations_used(server: &TestServer) -> Vec<String> {
    values(server, "hash?invitation=")
}

fn values(server: &TestServer, question: &str) -> Vec<String> {
    let requests = server.requests();
    let found = requests.iter().filter_map(|request| {
        let (_, value) = request.path_and_query.split_once(question)?;
        value.split('&').next().map(str::to_owned)
    });
    found.collect()
}
