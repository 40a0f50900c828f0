//! [`Raw`]: a viewer that says what it likes, byte by byte.

use std::path::Path;

use launcher_resident::Build;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::UnixStream;

pub struct Raw {
    stream: UnixStream,
}

/// A message behind its length.
pub fn frame(message: &Value) -> Vec<u8> {
    let text = serde_json::to_vec(message).unwrap();
    let length = u32::try_from(text.len()).unwrap();
    [&length.to_be_bytes()[..], &text].concat()
}

pub fn hello(viewer: &str) -> Value {
    json!({ "hello": { "build": Build::this(), "viewer": viewer } })
}

pub fn ask(number: u64, intent: &Value) -> Value {
    json!({ "ask": { "number": number, "intent": intent } })
}

impl Raw {
    /// Stands at the door and says nothing.
    pub async fn at_door(folder: &Path) -> Self {
        Self {
            stream: UnixStream::connect(folder.join("door")).await.unwrap(),
        }
    }

    /// Comes in.
    pub async fn enter(folder: &Path, viewer: &str) -> Self {
        let mut raw = Self::at_door(folder).await;
        raw.say(&hello(viewer)).await;
        raw.until("welcome").await;
        raw
    }

    pub async fn bytes(&mut self, bytes: &[u8]) {
        // A resident that has had enough may be gone before the last byte.
        let _ = self.stream.write_all(bytes).await;
    }

    pub async fn say(&mut self, message: &Value) {
        self.bytes(&frame(message)).await;
    }

    /// The next message as text; nothing when the resident hangs up.
    pub async fn hear(&mut self) -> Option<String> {
        super::soon(async {
            let length = self.stream.read_u32().await.ok()?;
            let mut text = vec![0; usize::try_from(length).unwrap()];
            self.stream.read_exact(&mut text).await.ok()?;
            Some(String::from_utf8(text).unwrap())
        })
        .await
    }

    /// The first message of a kind.
    pub async fn until(&mut self, kind: &str) -> Value {
        loop {
            let Some(text) = self.hear().await else {
                panic!("the resident hung up before {kind}")
            };
            let message: Value = serde_json::from_str(&text).unwrap();
            if message.as_str() == Some(kind) {
                return Value::Null;
            }
            if let Some(found) = message.get(kind) {
                return found.clone();
            }
        }
    }

    /// Everything until the resident hangs up.
    pub async fn rest(&mut self) -> Vec<String> {
        let mut heard = Vec::new();
        while let Some(text) = self.hear().await {
            heard.push(text);
        }
        heard
    }
}
