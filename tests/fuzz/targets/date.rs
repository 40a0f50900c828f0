//! Dates, of which a server has two forms.

#![no_main]

use libfuzzer_sys::fuzz_target;
use openmeetings_client::fuzzing;

fuzz_target!(|text: &str| {
    if let Some(sent) = fuzzing::date(text) {
        assert_eq!(
            fuzzing::date(&sent).as_deref(),
            Some(sent.as_str()),
            "{text}"
        );
    }
});
