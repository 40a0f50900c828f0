//! Links to rooms, as mails and web pages have them.

#![no_main]

use libfuzzer_sys::fuzz_target;
use openmeetings_client::JoinLink;

fuzz_target!(|text: &str| {
    let Ok(link) = JoinLink::parse(text) else {
        return;
    };
    let url = link.expose_url();
    assert!(url.starts_with(link.base().scheme()), "{url}");
    let authority = url.split('/').nth(2).unwrap_or_default();
    assert!(!authority.contains('@'), "{url}");
    let again = JoinLink::parse(url).expect("what is opened is understood");
    assert_eq!(again.kind(), link.kind(), "{url}");
    assert_eq!(again.base(), link.base(), "{url}");
    // Whatever it holds stays out of logs.
    let _ = format!("{link:?}");
});
