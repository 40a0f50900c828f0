//! Links to rooms, as mails and web pages have them.

#![no_main]

use libfuzzer_sys::fuzz_target;
use openmeetings_client::JoinLink;

fuzz_target!(|text: &str| {
    let Ok(link) = JoinLink::parse(text) else {
        return;
    };
    let url = link.expose_url();
    assert!(url.starts_with(&link.base().to_string()), "{url}");
    let again = JoinLink::parse(url).expect("what is opened is understood");
    assert_eq!(again.kind(), link.kind(), "{url}");
    assert_eq!(again.base(), link.base(), "{url}");
    // Whatever it holds stays out of logs.
    let _ = format!("{link:?}");
});
