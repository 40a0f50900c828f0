#![doc = include_str!("../README.md")]

mod clock;
pub mod conformance;
mod connection;
mod date;
mod fault;
pub mod hostile;
mod http;
pub mod planted;
mod request;
mod routes;
mod server;
mod state;
mod tls;
mod world;
mod writer;

pub use clock::TestClock;
pub use fault::Fault;
pub use server::{SeenRequest, TestServer, TestServerBuilder};
pub use state::Delays;
pub use tls::{TlsCertificate, TlsError};
pub use world::{
    Appointment, DEMO_PASSWORD, Group, Health, Member, Right, Room, RoomKind, User, UserKind,
    World, WorldError,
};
