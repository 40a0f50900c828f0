//! Sends a recorded request over a real connection, byte for byte.

use std::net::SocketAddr;
use std::time::Duration;

use http_body_util::{BodyExt as _, Full};
use hyper::Request;
use hyper::body::Bytes;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

use super::memory::Memory;
use super::recording::{Exchange, Headers};

/// Longer than anything takes here.
const PATIENCE: Duration = Duration::from_secs(30);

pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) headers: Headers,
    pub(super) body: String,
}

pub(super) async fn send(
    address: SocketAddr,
    exchange: &Exchange,
    memory: &Memory,
) -> Result<Answer, Box<dyn std::error::Error>> {
    let stream = TcpStream::connect(address).await?;
    let (mut sender, connection) =
        hyper::client::conn::http1::handshake(TokioIo::new(stream)).await?;
    let connection = tokio::spawn(connection);
    let sent = &exchange.request;
    let mut request = Request::builder()
        .method(sent.method.as_str())
        .uri(memory.translated(&sent.path))
        .header("host", address.to_string());
    for (name, value) in &sent.headers.0 {
        let set_here =
            ["host", "content-length", "connection"].contains(&name.to_lowercase().as_str());
        if !set_here {
            request = request.header(name, value);
        }
    }
    let body = memory.translated(sent.body.as_deref().unwrap_or_default());
    let request = request.body(Full::new(Bytes::from(body)))?;
    let response = tokio::time::timeout(PATIENCE, sender.send_request(request)).await??;
    let (head, body) = response.into_parts();
    let body = tokio::time::timeout(PATIENCE, body.collect())
        .await??
        .to_bytes();
    connection.abort();
    let headers = head
        .headers
        .iter()
        .map(|(name, value)| {
            (
                name.to_string(),
                String::from_utf8_lossy(value.as_bytes()).into_owned(),
            )
        })
        .collect();
    Ok(Answer {
        status: head.status.as_u16(),
        headers: Headers(headers),
        body: String::from_utf8_lossy(&body).into_owned(),
    })
}
