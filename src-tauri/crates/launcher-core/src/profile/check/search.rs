//! [`find`]: where a server answers, of the places that are likely.

use openmeetings_client::{BaseUrl, Client, Error, KeyFingerprint, ServerVersion};
use tokio::task::JoinSet;

use super::Layer;
use crate::connect::Connector;
use crate::error::{Code, LauncherError};

/// Why no server was found, and the layer that failed.
#[derive(Debug)]
pub(super) struct NotFound {
    pub(super) error: LauncherError,
    pub(super) reached: Layer,
}

/// Finds the server an address means: asks all likely places at once and takes
/// the best that answers as OpenMeetings.
pub(super) async fn find(
    connector: &Connector,
    mut places: Vec<BaseUrl>,
    key: Option<KeyFingerprint>,
) -> Result<(Client, ServerVersion), Box<NotFound>> {
    // Nobody shows a key on an open connection.
    places.retain(|place| key.is_none() || place.is_https());
    // Whoever was trusted at one of them is meant, and no other.
    if places.iter().any(|place| connector.trusts_unsaved(place)) {
        places.retain(|place| connector.trusts_unsaved(place));
    }
    let trusted = places.iter().map(|place| connector.trust(place).is_some());
    let trusted: Vec<bool> = trusted.collect();
    let mut asked = JoinSet::new();
    for (rank, place) in places.into_iter().enumerate() {
        let client = connector
            .client_expecting(place, key)
            .map_err(|error| NotFound {
                error,
                reached: Layer::Reach,
            })?;
        asked.spawn(async move {
            let answer = client.version().await;
            (rank, client, answer)
        });
    }
    first_of(asked, &trusted).await
}

type Asked = (usize, Client, Result<ServerVersion, Error>);

/// Waits no longer than the best answer needs: a place counts once every
/// better one has failed.
///
/// Where something is `trusted` of a place, whoever breaks that must not win elsewhere.
async fn first_of(
    mut asked: JoinSet<Asked>,
    trusted: &[bool],
) -> Result<(Client, ServerVersion), Box<NotFound>> {
    let mut answers: Vec<Option<Asked>> = (0..asked.len()).map(|_| None).collect();
    while let Some(Ok((rank, client, answer))) = asked.join_next().await {
        if let Some(slot) = answers.get_mut(rank) {
            *slot = Some((rank, client, answer));
        }
        let known = answers.iter().take_while(|slot| slot.is_some()).count();
        let best = answers
            .iter()
            .take(known)
            .flatten()
            .position(|(.., answer)| answer.is_ok());
        if let Some(best) = best {
            // Whoever breaks an encrypted connection must not win an open one.
            let is_open = answers[best]
                .as_ref()
                .is_some_and(|(_, client, _)| !client.base().is_https());
            let mut better = answers.iter().take(best).flatten();
            let is_stolen = better.any(|(rank, _, answer)| {
                let is_trusted = trusted.get(*rank).copied().unwrap_or_default();
                is_tls_failure(answer) && (is_open || is_trusted)
            });
            if is_stolen {
                break;
            }
            if let Some((_, client, Ok(version))) = answers.swap_remove(best) {
                return Ok((client, version));
            }
        }
    }
    let failed = answers
        .into_iter()
        .flatten()
        .filter_map(|(rank, client, answer)| answer.err().map(|error| (rank, client, error)))
        .min_by_key(|(rank, _, error)| (telling(error), *rank));
    Err(Box::new(match failed {
        Some((_, client, error)) => NotFound {
            reached: layer_of(&error),
            error: LauncherError::call(client.base().host(), None, &error).shown_at(client.base()),
        },
        None => NotFound {
            reached: Layer::Reach,
            error: LauncherError::new(Code::Interrupted),
        },
    }))
}

fn is_tls_failure(answer: &Result<ServerVersion, Error>) -> bool {
    matches!(answer, Err(error) if error.is_tls())
}

fn layer_of(error: &Error) -> Layer {
    if error.is_connect() || error.is_timeout() || is_of_proxy(error) {
        Layer::Reach
    } else if error.is_tls() {
        Layer::Encryption
    } else {
        Layer::Version
    }
}

fn is_of_proxy(error: &Error) -> bool {
    error.is_proxy_login() || error.is_proxy_refusal()
}

/// Of several failures the one that says most comes first.
fn telling(error: &Error) -> u8 {
    if error.certificate_problem().is_some() {
        0
    } else if error.is_server_failure() || is_of_proxy(error) {
        1
    } else if error.is_redirect() {
        2
    } else if error.is_not_openmeetings() || error.is_unreadable() {
        3
    } else if error.is_timeout() || error.is_cut() {
        4
    } else {
        5
    }
}
