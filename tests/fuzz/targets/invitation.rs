//! Invitations, as calendars and mail programs write them and strangers forge them.

#![no_main]

use jiff::tz::TimeZone;
use launcher_core::invite_file;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(meetings) = invite_file::read(bytes, &TimeZone::UTC) else {
        return;
    };
    assert!(!meetings.is_empty());
});
