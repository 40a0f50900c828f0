//! Chromium's protocol for developers: just enough to read its pages.

use futures_util::{SinkExt as _, StreamExt as _};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream};

/// What stands on a page, not before it is on the screen too; a page behind
/// another one is not drawn, and is read as it is.
const READ: &str = "new Promise((done) => {
    const read = () => done({
        title: document.title,
        url: location.href,
        text: document.body?.innerText ?? '',
    });
    if (document.hidden) read();
    else requestAnimationFrame(() => requestAnimationFrame(read));
})";

/// A conversation with the browser.
pub(crate) struct DevTools {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
    asked: u64,
}

impl DevTools {
    /// `file` is what the browser wrote: its port, and the path of the socket.
    pub(crate) async fn connect(file: &str) -> Option<Self> {
        let (port, path) = file.trim().split_once('\n')?;
        let address = format!("ws://127.0.0.1:{port}{path}");
        let (socket, _) = tokio_tungstenite::connect_async(address).await.ok()?;
        Some(Self { socket, asked: 0 })
    }

    /// Title and text of every page, as far as they can be read at the moment.
    pub(crate) async fn pages(&mut self) -> Option<Vec<Value>> {
        let targets = self.ask(None, "Target.getTargets", json!({})).await?;
        let mut pages = Vec::new();
        for target in targets["targetInfos"].as_array()? {
            if target["type"] != "page" {
                continue;
            }
            let attach = json!({ "targetId": target["targetId"], "flatten": true });
            let attached = self.ask(None, "Target.attachToTarget", attach).await?;
            let session = attached["sessionId"].as_str()?.to_owned();
            let evaluate =
                json!({ "expression": READ, "returnByValue": true, "awaitPromise": true });
            let seen = self
                .ask(Some(&session), "Runtime.evaluate", evaluate)
                .await?;
            pages.push(seen["result"]["value"].clone());
            let detach = json!({ "sessionId": session });
            self.ask(None, "Target.detachFromTarget", detach).await?;
        }
        Some(pages)
    }

    async fn ask(&mut self, session: Option<&str>, method: &str, what: Value) -> Option<Value> {
        self.asked += 1;
        let mut question = json!({ "id": self.asked, "method": method, "params": what });
        if let Some(session) = session {
            question["sessionId"] = json!(session);
        }
        let question = Message::text(question.to_string());
        self.socket.send(question).await.ok()?;
        loop {
            let message = self.socket.next().await?.ok()?;
            let answer: Value = serde_json::from_str(message.to_text().ok()?).ok()?;
            if answer["id"] == self.asked {
                return answer.get("result").cloned();
            }
        }
    }
}
