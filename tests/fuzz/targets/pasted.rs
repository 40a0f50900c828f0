//! Whatever is on a clipboard, and turns out to be a mail, a number, a link.

#![no_main]

use launcher_core::target::Target;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(Target::Link(link)) = Target::understand(text) {
        let url = link.expose_url();
        assert!(
            url.starts_with("http://") || url.starts_with("https://"),
            "{url}"
        );
    }
});
