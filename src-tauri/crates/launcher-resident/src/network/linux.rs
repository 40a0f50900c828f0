//! Linux: the kernel says when links and addresses change. Nothing is awake
//! before, and what it says is not read: the tables are looked at instead.

use std::convert::Infallible;
use std::io;
use std::time::Duration;

use rustix::io::Errno;
use rustix::net::netlink::SocketAddrNetlink;
use rustix::net::{AddressFamily, SocketFlags, SocketType, bind, socket_with};
use tokio::net::UnixDatagram;

/// A network that comes says so many times within this.
const BURST: Duration = Duration::from_secs(1);

/// `RTMGRP_LINK`, `RTMGRP_IPV4_IFADDR` and `RTMGRP_IPV6_IFADDR`.
const GROUPS: u32 = 0x1 | 0x10 | 0x100;

/// Routes, and addresses of the newer protocol. They hold no counters, so they
/// stay the same when the kernel tells of a search for Wi-Fi or a renewed lease.
const TABLES: [&str; 2] = ["/proc/net/route", "/proc/net/if_inet6"];

/// Calls `changed` after each change, for as long as it is awaited.
pub(super) async fn follow(mut changed: impl FnMut()) -> io::Result<Infallible> {
    let told = listen()?;
    let mut known = tables();
    loop {
        heard(&told).await?;
        tokio::time::sleep(BURST).await;
        while is_told(&told)? {}
        let found = tables();
        if found.is_none() || found != known {
            known = found;
            changed();
        }
    }
}

/// A socket that becomes readable when the kernel tells something. tokio has no
/// safe way for such sockets: it is waited for as a datagram socket, which takes
/// the same calls.
fn listen() -> io::Result<UnixDatagram> {
    let socket = socket_with(
        AddressFamily::NETLINK,
        SocketType::RAW,
        SocketFlags::CLOEXEC | SocketFlags::NONBLOCK,
        None,
    )?;
    bind(&socket, &SocketAddrNetlink::new(0, GROUPS))?;
    UnixDatagram::from_std(socket.into())
}

/// Waits for a message, of which no more than its coming is of interest.
async fn heard(told: &UnixDatagram) -> io::Result<()> {
    told.recv(&mut [0]).await.map(drop).or_else(too_many)
}

/// Whether something was left to be read.
fn is_told(told: &UnixDatagram) -> io::Result<bool> {
    match told.try_recv(&mut [0]).map(drop).or_else(too_many) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::WouldBlock => Ok(false),
        Err(error) => Err(error),
    }
}

/// There were more than the kernel could keep: that is a message, too.
fn too_many(error: io::Error) -> io::Result<()> {
    match Errno::from_io_error(&error) {
        Some(Errno::NOBUFS) => Ok(()),
        Some(_) | None => Err(error),
    }
}

/// What is known of the network; nothing if the system does not show it.
fn tables() -> Option<[Vec<u8>; 2]> {
    let [routes, addresses] = TABLES.map(std::fs::read);
    // A kernel without the newer protocol has no such table.
    Some([routes.ok()?, addresses.unwrap_or_default()])
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::*;

    /// Set for the run of this test that has a network of its own.
    const ALONE: &str = "LAUNCHER_TEST_NETWORK_OF_ITS_OWN";

    fn ip(arguments: &str) {
        let done = Command::new("ip").args(arguments.split(' ')).status();
        assert!(done.unwrap().success(), "ip {arguments}");
    }

    #[tokio::test]
    async fn a_cable_that_comes_and_goes_is_one_change_each() {
        if std::env::var_os(ALONE).is_none() {
            return in_a_network_of_its_own();
        }
        let (count, mut counted) = tokio::sync::watch::channel(0_u64);
        let following = follow(move || count.send_modify(|count| *count += 1));
        let person = async {
            ip("link add name cable0 type veth peer name socket0");
            ip("addr add 192.0.2.7/24 dev cable0");
            ip("link set socket0 up");
            ip("link set cable0 up");
            counted.wait_for(|count| *count > 0).await.unwrap();
            settled(&mut counted).await;
            let came = *counted.borrow();
            ip("link set cable0 mtu 1400");
            settled(&mut counted).await;
            assert_eq!(*counted.borrow(), came, "the same routes and addresses");
            ip("link del cable0");
            counted.wait_for(|count| *count > came).await.unwrap();
            settled(&mut counted).await;
            assert_eq!(*counted.borrow(), came + 1);
        };
        tokio::select! {
            ended = failed(following) => panic!("{ended}"),
            () = person => {}
        }
    }

    async fn failed(following: impl Future<Output = io::Result<Infallible>>) -> io::Error {
        let Err(error) = following.await;
        error
    }

    /// Waits until three bursts long nothing was counted.
    async fn settled(counted: &mut tokio::sync::watch::Receiver<u64>) {
        while tokio::time::timeout(BURST * 3, counted.changed())
            .await
            .is_ok()
        {}
    }

    fn in_a_network_of_its_own() {
        let this = std::env::current_exe().unwrap();
        let name = "network::system::tests::a_cable_that_comes_and_goes_is_one_change_each";
        let can = Command::new("unshare")
            .args(["-rn", "ip", "link", "show", "lo"])
            .output();
        if !can.is_ok_and(|output| output.status.success()) {
            eprintln!("passed over: no network of its own can be made here");
            return;
        }
        let run = Command::new("unshare")
            .arg("-rn")
            .arg(this)
            .args(["--exact", name, "--nocapture"])
            .env(ALONE, "1")
            .status();
        assert!(run.unwrap().success());
    }
}
