//! [`SystemTrust`]: what this computer trusts, read once for all clients.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use rustls::crypto::CryptoProvider;
use rustls_platform_verifier::Verifier;

/// Read again after this: administrators take authorities out, too.
const READ_AGAIN: Duration = Duration::from_mins(10);

/// What was read this lately is as good as what would be read now. A list of servers
/// that nobody vouches for does not read it for each of them.
const JUST_READ: Duration = Duration::from_secs(5);

/// That of this process.
pub(super) static SYSTEM: SystemTrust = SystemTrust::new();

/// The verifier of this computer, made when it is first asked for: reading the trusted
/// certificates of a Linux system takes longer than a whole call over HTTP, and each
/// copy of them more memory than the lists of a server.
#[derive(Debug)]
pub(super) struct SystemTrust(Mutex<Option<(Instant, Arc<Verifier>)>>);

impl SystemTrust {
    const fn new() -> Self {
        Self(Mutex::new(None))
    }

    /// Not older than some minutes.
    pub(super) fn verifier(
        &self,
        provider: &Arc<CryptoProvider>,
        now: Instant,
    ) -> Result<Arc<Verifier>, rustls::Error> {
        self.younger_than(READ_AGAIN, provider, now)
    }

    /// As it is now, for whoever was not recognised: an authority may just have been
    /// installed.
    pub(super) fn verifier_of_now(
        &self,
        provider: &Arc<CryptoProvider>,
        now: Instant,
    ) -> Result<Arc<Verifier>, rustls::Error> {
        self.younger_than(JUST_READ, provider, now)
    }

    fn younger_than(
        &self,
        age: Duration,
        provider: &Arc<CryptoProvider>,
        now: Instant,
    ) -> Result<Arc<Verifier>, rustls::Error> {
        // Whoever comes meanwhile waits, and reads nothing himself.
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match &*known {
            Some((at, verifier)) if now.saturating_duration_since(*at) < age => {
                Ok(Arc::clone(verifier))
            }
            Some(_) | None => {
                let verifier = Arc::new(Verifier::new(Arc::clone(provider))?);
                *known = Some((now, Arc::clone(&verifier)));
                Ok(verifier)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::time::{Duration, Instant};

    use super::SystemTrust;

    #[test]
    fn trust_is_read_once_and_again_after_a_while() {
        let trust = SystemTrust::new();
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let begin = Instant::now();
        let at = |seconds| begin + Duration::from_secs(seconds);
        let first = trust.verifier(&provider, begin).unwrap();
        let later = trust.verifier(&provider, at(590)).unwrap();
        assert!(Arc::ptr_eq(&first, &later));
        let much_later = trust.verifier(&provider, at(610)).unwrap();
        assert!(!Arc::ptr_eq(&first, &much_later));
    }

    #[test]
    fn an_unknown_issuer_is_looked_for_anew_but_not_all_the_time() {
        let trust = SystemTrust::new();
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let begin = Instant::now();
        let at = |seconds| begin + Duration::from_secs(seconds);
        let first = trust.verifier(&provider, begin).unwrap();
        let anew = trust.verifier_of_now(&provider, at(60)).unwrap();
        assert!(!Arc::ptr_eq(&first, &anew));
        let again = trust.verifier_of_now(&provider, at(62)).unwrap();
        assert!(Arc::ptr_eq(&anew, &again));
        let others = trust.verifier(&provider, at(70)).unwrap();
        assert!(Arc::ptr_eq(&anew, &others), "all use what was read last");
    }
}
