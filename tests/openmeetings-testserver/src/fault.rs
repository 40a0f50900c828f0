//! [`Fault`]: the ways a server, or what stands before it, can go wrong.

use std::io::Write as _;
use std::time::Duration;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::http::Reply;
use crate::state::State;
use crate::world::Right;

/// What goes wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// Never answers.
    Hang,
    /// Closes the connection before any answer.
    Reset,
    /// Closes the connection within the head of the answer.
    CutHead,
    /// Closes the connection within the body of the answer.
    CutBody,
    /// JSON type, but not JSON.
    Garbage,
    /// JSON, but of another shape.
    WrongTypes,
    /// A page with status 200, as a hotel's network shows.
    Html,
    /// A page with this status, as a proxy shows: 502, 503.
    ProxyPage(u16),
    /// A redirect to this address.
    Redirect(String),
    /// The right answer, a byte at a time, this far apart.
    SlowDrip(Duration),
    /// A hundred megabytes of JSON.
    Huge,
    /// JSON nested a hundred thousand deep.
    DeepNesting,
    /// A few kilobytes that claim to be compressed, and are a hundred megabytes.
    GzipBomb,
    /// The server is restarted: no answer, and nobody who had signed in is known.
    Restarted,
    /// The right answer, a moment after the server has forgotten who had signed in.
    SessionsEnded,
    /// The right answer, a moment after an administrator took the right to make keys
    /// from everybody.
    RightWithdrawn,
    /// A plain text, as somebody who publishes a file beside the server.
    PlainText(String),
    /// 404 without a body.
    NotFound,
    /// A failure with this status and text, inside the server's error mapper.
    Text(u16, String),
}

/// Where and how often.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    pub(crate) fault: Fault,
    /// Applies to paths that contain this.
    pub(crate) path: String,
    /// How often it still happens; `None` is always.
    pub(crate) left: Option<u32>,
}

/// How an answer leaves the server.
#[derive(Clone, Debug)]
pub(crate) enum Delivery {
    Whole(Reply),
    Hang,
    /// These bytes as they are, then the end.
    Raw(Vec<u8>),
    Drip(Reply, Duration),
    Huge,
}

impl Fault {
    /// What happens to the server just before the request arrives.
    pub(crate) fn befall(&self, state: &mut State) {
        match self {
            Self::Restarted | Self::SessionsEnded => state.sessions.clear(),
            Self::RightWithdrawn => {
                for user in &mut state.world.users {
                    user.rights.retain(|right| *right != Right::Soap);
                }
            }
            Self::Hang
            | Self::Reset
            | Self::CutHead
            | Self::CutBody
            | Self::Garbage
            | Self::WrongTypes
            | Self::Html
            | Self::ProxyPage(_)
            | Self::Redirect(_)
            | Self::SlowDrip(_)
            | Self::Huge
            | Self::DeepNesting
            | Self::GzipBomb
            | Self::PlainText(_)
            | Self::NotFound
            | Self::Text(..) => {}
        }
    }

    pub(crate) fn deliver(&self, reply: Reply) -> Delivery {
        let json = |body: String| Delivery::Whole(Reply::json(body));
        match self {
            Self::Hang => Delivery::Hang,
            Self::Reset | Self::Restarted => Delivery::Raw(Vec::new()),
            Self::CutHead => Delivery::Raw(b"HTTP/1.1 200 OK\r\nContent-Ty".to_vec()),
            Self::CutBody => {
                let head = format!(
                    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n",
                    reply.body.len() + 1
                );
                let half = reply.body.len() / 2;
                Delivery::Raw([head.as_bytes(), &reply.body[..half]].concat())
            }
            Self::Garbage => json("\u{0}\u{1}{oops".to_owned()),
            Self::WrongTypes => json(
                "{\"serviceResult\":[1],\"info\":7,\"health\":\"x\",\"roomDTO\":true,\"appointmentDTO\":\"x\",\"userDTO\":1}"
                    .to_owned(),
            ),
            Self::Html => Delivery::Whole(Reply::page("Welcome", "<p>Please accept the terms of this network.</p>")),
            Self::ProxyPage(status) => Delivery::Whole(Reply::container_page(*status, "Bad Gateway")),
            Self::Redirect(to) => Delivery::Whole(Reply::empty(302).header("location", to)),
            Self::SlowDrip(pause) => Delivery::Drip(reply, *pause),
            Self::Huge => Delivery::Huge,
            Self::DeepNesting => json("[".repeat(100_000)),
            Self::GzipBomb => Delivery::Whole(
                Reply::json(String::new()).header("content-encoding", "gzip").body(bomb()),
            ),
            // It has happened already.
            Self::SessionsEnded | Self::RightWithdrawn => Delivery::Whole(reply),
            Self::Text(status, text) => {
                Delivery::Whole(Reply { status: *status, ..Reply::failure(text) })
            }
            Self::PlainText(text) => Delivery::Whole(
                Reply::empty(200).header("content-type", "text/plain; charset=utf-8").body(text.clone()),
            ),
            Self::NotFound => Delivery::Whole(Reply::empty(404)),
        }
    }
}

/// A hundred megabytes of blanks, compressed: a hundred times the same part.
fn bomb() -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    // Into memory: it cannot fail.
    let _ = packed.write_all(&vec![b' '; 1 << 20]);
    packed.finish().unwrap_or_default().repeat(100)
}
