//! Raw requests → [`Request`]: paths, queries and forms as the container reads them.

use std::convert::Infallible;

use hyper::body::Bytes;
use url::form_urlencoded;

use crate::http::Request;
use crate::server::SeenRequest;

/// `None` if the path is not below the base path.
pub(crate) async fn read(base_path: &str, seen: &SeenRequest, body: &Bytes) -> Option<Request> {
    let (path, query) = seen
        .path_and_query
        .split_once('?')
        .unwrap_or((&seen.path_and_query, ""));
    let below = if path == base_path.trim_end_matches('/') {
        ""
    } else {
        path.strip_prefix(base_path)?
    };
    let segments = below
        .split('/')
        .filter(|segment| !segment.is_empty())
        .map(decoded)
        .collect();
    Some(Request {
        method: seen.method.clone(),
        segments,
        query: pairs(query.as_bytes()),
        headers: seen.headers.clone(),
        form: form(seen, body).await,
    })
}

/// A part of a path: a plus is a plus.
fn decoded(segment: &str) -> String {
    let kept = segment.replace('+', "%2B");
    form_urlencoded::parse(kept.as_bytes())
        .map(|(text, value)| {
            // An equals sign in a path is no separator.
            if segment.contains('=') {
                format!("{text}={value}")
            } else {
                text.into_owned()
            }
        })
        .collect()
}

fn pairs(bytes: &[u8]) -> Vec<(String, String)> {
    form_urlencoded::parse(bytes).into_owned().collect()
}

async fn form(seen: &SeenRequest, body: &Bytes) -> Vec<(String, String)> {
    let kind = seen
        .headers
        .get("content-type")
        .map(String::as_str)
        .unwrap_or_default();
    if kind.starts_with("application/x-www-form-urlencoded") {
        return pairs(body);
    }
    if !kind.starts_with("multipart/form-data") {
        return Vec::new();
    }
    // The container finds the boundary in the body where the header lacks it.
    let boundary = multer::parse_boundary(kind).ok().or_else(|| {
        let first = body
            .strip_prefix(b"--")?
            .split(|byte| matches!(byte, b'\r' | b'\n'))
            .next()?;
        String::from_utf8(first.to_vec()).ok()
    });
    match boundary {
        Some(boundary) => multipart(body, boundary).await,
        None => Vec::new(),
    }
}

async fn multipart(body: &Bytes, boundary: String) -> Vec<(String, String)> {
    let stream = OneChunk(Some(body.clone()));
    let mut parts = multer::Multipart::new(stream, boundary);
    let mut fields = Vec::new();
    while let Ok(Some(part)) = parts.next_field().await {
        let name = part.name().unwrap_or_default().to_owned();
        if let Ok(text) = part.text().await {
            fields.push((name, text));
        }
    }
    fields
}

/// A body that is there already, as the stream the multipart reader wants.
struct OneChunk(Option<Bytes>);

impl futures_core::Stream for OneChunk {
    type Item = Result<Bytes, Infallible>;

    fn poll_next(
        mut self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        std::task::Poll::Ready(self.0.take().map(Ok))
    }
}
