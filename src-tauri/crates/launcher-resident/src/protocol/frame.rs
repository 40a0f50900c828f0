//! One message as bytes: its length, then JSON.

use std::fmt;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use futures_util::StreamExt as _;
use secrecy::zeroize::{Zeroize as _, Zeroizing};
use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio::io::{AsyncRead, AsyncWrite, AsyncWriteExt as _};
use tokio_util::codec::{FramedRead, LengthDelimitedCodec};

/// Whoever takes nothing for this long is gone, or means harm.
const PATIENCE: Duration = Duration::from_secs(10);

/// The bytes of the length.
const HEAD: usize = 4;

/// Room for a message with a password, so that its buffer never grows and
/// leaves copies behind.
const ROOM: usize = 4 << 10;

/// A message as bytes. Clones share them: an agenda is written once for all
/// viewers. Wiped when the last one is done with it.
#[derive(Clone)]
pub(crate) struct Frame(Arc<Zeroizing<Vec<u8>>>);

impl Frame {
    pub(crate) fn of(message: &impl Serialize) -> io::Result<Self> {
        let mut bytes = Zeroizing::new(Vec::with_capacity(ROOM));
        bytes.extend_from_slice(&[0; HEAD]);
        serde_json::to_writer(&mut *bytes, message)?;
        let length = u32::try_from(bytes.len() - HEAD).map_err(io::Error::other)?;
        bytes[..HEAD].copy_from_slice(&length.to_be_bytes());
        Ok(Self(Arc::new(bytes)))
    }
}

/// Writes a message. Fails if the other side takes nothing for too long.
pub(crate) async fn send(writer: &mut (impl AsyncWrite + Unpin), frame: &Frame) -> io::Result<()> {
    let mut left = frame.0.as_slice();
    while !left.is_empty() {
        let written = tokio::time::timeout(PATIENCE, writer.write(left)).await??;
        if written == 0 {
            return Err(io::ErrorKind::WriteZero.into());
        }
        left = &left[written..];
    }
    tokio::time::timeout(PATIENCE, writer.flush()).await?
}

/// Reads messages. What was read is wiped: it may have been a password.
pub(crate) struct Reader<R> {
    frames: FramedRead<R, LengthDelimitedCodec>,
}

/// Why a message could not be read. Its text is not kept.
#[derive(Debug)]
pub(crate) enum Unreadable {
    /// The connection failed, broke off within a message, or the message was
    /// announced as longer than allowed.
    Broken(io::Error),
    /// The bytes are no message of ours.
    Garbage,
}

impl<R: AsyncRead + Unpin> Reader<R> {
    pub(crate) fn new(reader: R, longest: usize) -> Self {
        let codec = LengthDelimitedCodec::builder()
            .max_frame_length(longest)
            .new_codec();
        Self {
            frames: FramedRead::new(reader, codec),
        }
    }

    /// The next message, or nothing if the other side is done. Nothing is lost
    /// if the wait is given up.
    pub(crate) async fn next<M: DeserializeOwned>(&mut self) -> Result<Option<M>, Unreadable> {
        let Some(frame) = self.frames.next().await else {
            return Ok(None);
        };
        let mut frame = frame.map_err(Unreadable::Broken)?;
        let message = serde_json::from_slice(&frame);
        frame.as_mut().zeroize();
        message.map(Some).map_err(|_| Unreadable::Garbage)
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Broken(error) => write!(f, "the connection failed: {error}"),
            Self::Garbage => f.write_str("the message could not be read"),
        }
    }
}
