//! Connections: bytes in, the routes' answers out, and faults in between.

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::task::{Context, Poll};
use std::time::Duration;

use http_body_util::BodyExt as _;
use hyper::body::{Body, Bytes, Frame, Incoming, SizeHint};
use hyper::service::service_fn;
use hyper::{Response, StatusCode};
use hyper_util::rt::TokioIo;
use jiff::fmt::rfc2822::DateTimePrinter;
use tokio::io::{AsyncRead, AsyncWrite, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio::time::Sleep;
use tokio_rustls::TlsAcceptor;

use crate::fault::{Delivery, Fault};
use crate::http::{Reply, Request};
use crate::request;
use crate::routes;
use crate::server::{SeenRequest, Shared, lock};

pub(crate) async fn accept(listener: TcpListener, tls: Option<TlsAcceptor>, shared: Arc<Shared>) {
    // Connections end with the server: the set is dropped with this task.
    let mut connections = tokio::task::JoinSet::new();
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            continue;
        };
        shared.connections.fetch_add(1, Ordering::Relaxed);
        while connections.try_join_next().is_some() {}
        let (tls, shared) = (tls.clone(), Arc::clone(&shared));
        connections.spawn(async move {
            match tls {
                Some(tls) => {
                    if let Ok(stream) = tls.accept(stream).await {
                        serve(stream, shared).await;
                    }
                }
                None => serve::<TcpStream>(stream, shared).await,
            }
        });
    }
}

/// Serves requests of one connection. A raw fault ends it with its own bytes.
async fn serve<S: AsyncRead + AsyncWrite + Unpin + Send + 'static>(stream: S, shared: Arc<Shared>) {
    let (raw, mut raw_wanted) = mpsc::unbounded_channel::<Vec<u8>>();
    let service = service_fn(move |incoming| {
        let (shared, raw) = (Arc::clone(&shared), raw.clone());
        async move { Ok::<_, Infallible>(respond(&shared, incoming, &raw).await) }
    });
    let server = hyper::server::conn::http1::Builder::new();
    let mut connection = server.serve_connection(TokioIo::new(stream), service);
    let raw = tokio::select! {
        _ = &mut connection => None,
        bytes = raw_wanted.recv() => bytes,
    };
    if let Some(bytes) = raw {
        let mut stream = connection.into_parts().io.into_inner();
        // Whoever went away has got his broken answer.
        let _ = stream.write_all(&bytes).await;
        let _ = stream.shutdown().await;
    }
}

async fn respond(
    shared: &Shared,
    incoming: hyper::Request<Incoming>,
    raw: &mpsc::UnboundedSender<Vec<u8>>,
) -> Response<ReplyBody> {
    let (head, body) = incoming.into_parts();
    let body = body
        .collect()
        .await
        .map(http_body_util::Collected::to_bytes)
        .unwrap_or_default();
    let seen = seen(&head, &body);
    lock(&shared.seen).push(seen.clone());
    let fault = due(shared, &seen.path_and_query);
    if let Some(fault) = &fault {
        fault.befall(&mut lock(&shared.state));
    }
    let reply = match request::read(&shared.base_path, &seen, &body).await {
        Some(request) => answer(shared, &request),
        None => Reply::container_page(404, "Not Found"),
    };
    let delivery = match fault {
        Some(fault) => fault.deliver(reply),
        None => Delivery::Whole(reply),
    };
    match delivery {
        Delivery::Whole(reply) => {
            // A sleep of nothing still lasts until the next tick, a millisecond.
            if !reply.delay.is_zero() {
                tokio::time::sleep(reply.delay).await;
            }
            response(reply, None)
        }
        Delivery::Drip(reply, pause) => response(reply, Some(pause)),
        Delivery::Hang => std::future::pending().await,
        Delivery::Raw(bytes) => {
            let _ = raw.send(bytes);
            std::future::pending().await
        }
        Delivery::Huge => {
            let mut response = response(Reply::json(String::new()), None);
            *response.body_mut() = ReplyBody::huge();
            response
        }
    }
}

fn answer(shared: &Shared, request: &Request) -> Reply {
    let mut state = lock(&shared.state);
    let reply = routes::answer(&mut state, request);
    let least = state.delays.other;
    let delay = reply.delay.max(least);
    let reply = reply.after(delay);
    match DateTimePrinter::new().timestamp_to_rfc9110_string(&state.clock.now()) {
        Ok(date) => reply.header("date", &date),
        // A year that no header can name: the real time is told.
        Err(_) => reply,
    }
}

/// What goes wrong with this request.
fn due(shared: &Shared, path: &str) -> Option<Fault> {
    let mut faults = lock(&shared.faults);
    faults.retain(|plan| plan.left != Some(0));
    let plan = faults.iter_mut().find(|plan| path.contains(&plan.path))?;
    if let Some(left) = &mut plan.left {
        *left -= 1;
    }
    Some(plan.fault.clone())
}

fn seen(head: &hyper::http::request::Parts, body: &Bytes) -> SeenRequest {
    SeenRequest {
        method: head.method.to_string(),
        path_and_query: head
            .uri
            .path_and_query()
            .map(ToString::to_string)
            .unwrap_or_default(),
        body: String::from_utf8_lossy(body).into_owned(),
        headers: head
            .headers
            .iter()
            .map(|(name, value)| {
                (
                    name.to_string(),
                    String::from_utf8_lossy(value.as_bytes()).into_owned(),
                )
            })
            .collect(),
    }
}

fn response(reply: Reply, drip: Option<Duration>) -> Response<ReplyBody> {
    let body = ReplyBody {
        left: Bytes::from(reply.body),
        repeat: 0,
        pause: drip,
        sleeping: None,
    };
    let mut response = Response::new(body);
    *response.status_mut() =
        StatusCode::from_u16(reply.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    for (name, value) in reply.headers {
        if let Ok(value) = hyper::header::HeaderValue::from_bytes(value.as_bytes()) {
            response.headers_mut().append(name, value);
        }
    }
    response
}

/// A body that comes whole, in drops, or again and again.
struct ReplyBody {
    left: Bytes,
    /// How often `left` still comes after the first time.
    repeat: u32,
    pause: Option<Duration>,
    sleeping: Option<Pin<Box<Sleep>>>,
}

impl ReplyBody {
    /// A hundred megabytes, a megabyte at a time.
    fn huge() -> Self {
        let megabyte = Bytes::from(vec![b' '; 1 << 20]);
        Self {
            left: megabyte,
            repeat: 99,
            pause: None,
            sleeping: None,
        }
    }
}

impl Body for ReplyBody {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        if self.left.is_empty() {
            return Poll::Ready(None);
        }
        if let Some(pause) = self.pause {
            let sleeping = self
                .sleeping
                .get_or_insert_with(|| Box::pin(tokio::time::sleep(pause)));
            if sleeping.as_mut().poll(cx).is_pending() {
                return Poll::Pending;
            }
            self.sleeping = None;
            let drop = self.left.split_to(1);
            return Poll::Ready(Some(Ok(Frame::data(drop))));
        }
        let part = self.left.clone();
        if self.repeat == 0 {
            self.left.clear();
        } else {
            self.repeat -= 1;
        }
        Poll::Ready(Some(Ok(Frame::data(part))))
    }

    fn size_hint(&self) -> SizeHint {
        if self.repeat > 0 {
            return SizeHint::default();
        }
        SizeHint::with_exact(self.left.len() as u64)
    }

    fn is_end_stream(&self) -> bool {
        self.left.is_empty()
    }
}
