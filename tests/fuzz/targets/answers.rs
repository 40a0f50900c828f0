//! Bodies of answers, from a server or what passes for one.

#![no_main]

use libfuzzer_sys::fuzz_target;
use openmeetings_client::fuzzing;

fuzz_target!(|body: &[u8]| {
    for error in fuzzing::answer(body) {
        // What people read of it is bounded, whatever was sent.
        assert!(error.to_string().len() < 2_000, "{error}");
    }
});
