//! Gives back the memory of what only the start needed.
//!
//! The system maps a program in pieces of sixteen pages: after the start that is most of
//! the program, and most of what a resident is said to take. Nearly all of it is not
//! needed again for hours. What is given back stays in the system's own cache as long as
//! that has room, so that it costs some hundred microseconds when something happens.

use std::convert::Infallible;
use std::time::Duration;

use crate::local::Local;

/// So long nothing has to happen.
const CALM: Duration = Duration::from_secs(5);

/// Gives it back whenever nothing has happened for a while.
pub(crate) async fn stay_light(local: &Local) -> Infallible {
    // Others take back by themselves what a program does not use.
    if !cfg!(target_os = "linux") {
        return std::future::pending().await;
    }
    let mut states = local.launcher().subscribe();
    let mut stirs = async || {
        tokio::select! {
            changed = states.changed() => changed.is_ok(),
            () = local.stirred().notified() => true,
        }
    };
    loop {
        match tokio::time::timeout(CALM, stirs()).await {
            Ok(true) => continue,
            Ok(false) => break,
            Err(_) => imp::give_back().await,
        }
        if !stirs().await {
            break;
        }
    }
    std::future::pending().await
}

/// Gives it back once, for a program that has just shown what it was started for.
pub async fn give_back_after_start() {
    tokio::time::sleep(CALM).await;
    imp::give_back().await;
}

#[cfg(not(target_os = "linux"))]
mod imp {
    pub(super) async fn give_back() {}
}

#[cfg(target_os = "linux")]
mod imp {
    use std::time::Duration;

    use rustix::mm::{Advice, madvise};

    /// What is there for longer is there to stay: a library that is being loaded is
    /// mapped as a whole first, and changed then.
    const STAYS: Duration = Duration::from_secs(1);

    /// Gives back what is in memory as it is in a file. It is read again when it is
    /// needed.
    pub(super) async fn give_back() {
        let before = look();
        tokio::time::sleep(STAYS).await;
        for range in look() {
            if before.contains(&range) {
                // What cannot be given back is kept.
                let _ = give_back_range(range);
            }
        }
    }

    fn look() -> Vec<Range> {
        // Where it is not told, nothing is given back.
        let smaps = std::fs::read_to_string("/proc/self/smaps");
        smaps.map_or_else(|_| Vec::new(), |smaps| unchanged(&smaps))
    }

    #[expect(unsafe_code, reason = "the system is asked about memory by address")]
    fn give_back_range(range: Range) -> rustix::io::Result<()> {
        let first = std::ptr::without_provenance_mut(range.first);
        // SAFETY: the range is a part of a file, mapped privately, that may not be
        // written to, never could be, and has no page of which there is a copy, in memory
        // or swapped out. Each of its pages is what the file holds, and is taken from
        // there again when it is touched.
        unsafe { madvise(first, range.length, Advice::LinuxDontNeed) }
    }

    /// A part of the memory of this process.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    struct Range {
        first: usize,
        length: usize,
    }

    /// The parts of files that are in memory as they are in the file: those of which
    /// nothing can have been changed, and nothing was, by the one who loaded them either.
    ///
    /// Of a copy that was swapped out only `Swap` knows. A part that was written to
    /// before it was closed to that, as what is relocated is, has the flag `ac`: the
    /// system has set memory aside for its copies.
    fn unchanged(smaps: &str) -> Vec<Range> {
        let mut found = Vec::new();
        let mut range = None;
        let mut without_copies = 0;
        for line in smaps.lines() {
            if let Some(("Anonymous" | "Swap", size)) = line.split_once(':') {
                without_copies += usize::from(size.trim() == "0 kB");
            } else if let Some(flags) = line.strip_prefix("VmFlags:") {
                let never_written = !flags.split_whitespace().any(|flag| flag == "ac");
                found.extend(
                    range
                        .take()
                        .filter(|_| never_written && without_copies == 2),
                );
            } else if let Some(header) = Header::read(line) {
                range = header.range();
                without_copies = 0;
            }
        }
        found
    }

    /// What a part begins with, as in
    /// `55d0c6c00000-55d0c6d00000 r-xp 00100000 fe:00 42   /usr/bin/openmeetings`.
    struct Header<'a> {
        addresses: &'a str,
        permissions: &'a str,
        file: &'a str,
    }

    impl<'a> Header<'a> {
        fn read(line: &'a str) -> Option<Self> {
            let mut words = line.split_whitespace();
            let addresses = words.next().filter(|word| word.contains('-'))?;
            let permissions = words.next()?;
            Some(Self {
                addresses,
                permissions,
                file: words.nth(3).unwrap_or_default(),
            })
        }

        fn range(&self) -> Option<Range> {
            if !self.file.starts_with('/') || !matches!(self.permissions, "r--p" | "r-xp") {
                return None;
            }
            let (first, end) = self.addresses.split_once('-')?;
            let first = usize::from_str_radix(first, 16).ok()?;
            let end = usize::from_str_radix(end, 16).ok()?;
            Some(Range {
                first,
                length: end.checked_sub(first)?,
            })
        }
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        const SMAPS: &str = "\
1000-3000 r--p 00000000 fe:00 42   /opt/program
Size: 4 kB
Anonymous:             0 kB
Swap:                  0 kB
SwapPss:               0 kB
VmFlags: rd mr mw me
3000-9000 r-xp 00002000 fe:00 42   /opt/program
Size: 4 kB
Anonymous:             0 kB
Swap:                  0 kB
SwapPss:               0 kB
VmFlags: rd ex mr mw me
9000-a000 r--p 00008000 fe:00 42   /opt/program
Size: 4 kB
Anonymous:             4 kB
Swap:                  0 kB
SwapPss:               0 kB
VmFlags: rd mr mw me ac
a000-b000 rw-p 00009000 fe:00 42   /opt/program
Size: 4 kB
Anonymous:             0 kB
Swap:                  0 kB
SwapPss:               0 kB
VmFlags: rd wr mr mw me ac
b000-c000 r-xp 00000000 fe:00 43   /lib/library.so
Size: 4 kB
Anonymous:             0 kB
Swap:                  0 kB
SwapPss:               0 kB
VmFlags: rd ex mr mw me
c000-d000 r--p 00000000 00:00 0
Size: 4 kB
Anonymous:             0 kB
Swap:                  0 kB
SwapPss:               0 kB
VmFlags: rd mr mw me
c000-d000 r-xp 00000000 00:00 0   [vdso]
Size: 4 kB
Anonymous:             0 kB
Swap:                  0 kB
SwapPss:               0 kB
VmFlags: rd ex mr mw me de
d000-e000 r-xs 00000000 fe:00 42   /opt/program
Size: 4 kB
Anonymous:             0 kB
Swap:                  0 kB
SwapPss:               0 kB
VmFlags: rd ex sh mr mw me
e000-f000 r--p 00000000 fe:00 43   /lib/library.so
Size: 4 kB
Anonymous:             0 kB
Swap:                  4 kB
SwapPss:               0 kB
VmFlags: rd mr mw me
f000-10000 r--p 00000000 fe:00 43   /lib/library.so
Size: 4 kB
Anonymous:             0 kB
Swap:                  0 kB
SwapPss:               0 kB
VmFlags: rd mr mw me ac
";

        #[test]
        fn only_what_is_as_in_its_file_is_given_back() {
            let range = |first, length| Range { first, length };
            let expected = [
                range(0x1000, 0x2000),
                range(0x3000, 0x6000),
                range(0xb000, 0x1000),
            ];
            assert_eq!(unchanged(SMAPS), expected);
        }

        #[tokio::test(start_paused = true)]
        async fn a_program_goes_on_without_its_pages_and_takes_less() {
            let resident = || {
                let statm = std::fs::read_to_string("/proc/self/statm").unwrap();
                let shared = statm.split_whitespace().nth(2).unwrap();
                shared.parse::<u64>().unwrap()
            };
            let before = resident();
            give_back().await;
            let after = resident();
            assert!(after < before, "{before} → {after} pages");
        }
    }
}
