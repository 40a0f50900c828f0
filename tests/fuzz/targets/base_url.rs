//! Addresses of servers, as people type them.

#![no_main]

use libfuzzer_sys::fuzz_target;
use openmeetings_client::BaseUrl;

fuzz_target!(|text: &str| {
    let _ = BaseUrl::candidates(text);
    let Ok(base) = BaseUrl::parse(text) else {
        return;
    };
    let shown = base.to_string();
    assert!(matches!(base.scheme(), "http" | "https"), "{shown}");
    assert!(!shown.contains(['?', '#']), "{shown}");
    let authority = shown.split('/').nth(2).unwrap_or_default();
    assert!(!authority.contains('@'), "{shown}");
    assert_eq!(BaseUrl::parse(&shown), Ok(base), "{shown}");
});
