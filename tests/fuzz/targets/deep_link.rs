//! Links of our own scheme, which any page can make the browser hand over.

#![no_main]

use launcher_core::deep_link::DeepLink;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Err(refusal) = DeepLink::parse(text) {
        let _ = format!("{refusal:?}");
    }
    let _ = DeepLink::parse(&format!("openmeetings://{text}"));
    let _ = DeepLink::parse(&format!("openmeetings://join?server={text}"));
});
