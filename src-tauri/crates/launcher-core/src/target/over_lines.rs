//! What mails wrapped over several lines, put together again (pure).

use openmeetings_client::{JoinKind, JoinLink};
use url::Url;
use uuid::Uuid;

/// No link is wrapped over more lines than this, not even a gateway's.
const MOST_LINES: usize = 16;

/// Reads what begins the text and may go on in the next lines: it is taken as
/// soon as it is whole, so that what follows a whole link is left alone.
pub(crate) fn read<T>(
    text: &str,
    read: impl Fn(&str) -> Option<T>,
    is_whole: impl Fn(&T) -> bool,
) -> Option<T> {
    let mut lines = text.lines();
    let mut candidate = lines.next()?.to_owned();
    let mut cut = None;
    for _ in 0..MOST_LINES {
        let next = lines.clone().next().map(without_quote);
        // Only a parameter begins so.
        let goes_on = next.is_some_and(|next| next.starts_with('&'));
        match read(&candidate) {
            Some(found) if is_whole(&found) && !goes_on => return Some(found),
            // Better than nothing: servers of others may make shorter hashes.
            Some(found) => cut = cut.or(Some(found)),
            None => {}
        }
        // A word after it, and nothing can go on in the next line.
        if candidate.trim_end().contains(char::is_whitespace) {
            break;
        }
        let Some(more) = lines.next() else { break };
        candidate.truncate(candidate.trim_end().len());
        take_out_soft_break(&mut candidate);
        candidate.push_str(without_quote(more));
    }
    cut
}

/// A line without the marks of an answer.
fn without_quote(line: &str) -> &str {
    line.trim_start_matches(['>', ' ', '\t'])
}

/// The `=` that mails put where they break a line. One that gives a parameter
/// its value stays.
fn take_out_soft_break(candidate: &mut String) {
    let gives = ["invitation=", "secure=", "language=", "url=", "u=", "q="];
    if candidate.ends_with('=') && !gives.iter().any(|name| candidate.ends_with(name)) {
        candidate.pop();
    }
}

/// Whether nothing of a link can stand in the next line: a hash is a UUID.
pub(crate) fn is_whole(link: &JoinLink) -> bool {
    if matches!(link.kind(), JoinKind::Room(_)) {
        return true;
    }
    let Ok(url) = Url::parse(link.expose_url()) else {
        return false;
    };
    let has_hash = url.query_pairs().any(|(name, value)| {
        matches!(&*name, "invitation" | "secure") && Uuid::parse_str(&value).is_ok()
    });
    // The server writes nothing but the language after its hash.
    let last = url.query_pairs().last();
    let is_cut =
        last.is_some_and(|(name, value)| value.is_empty() && "language".starts_with(&*name));
    has_hash && !is_cut && !link.expose_url().ends_with('&')
}
