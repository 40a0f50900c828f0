//! [`Toolchain`]: a compiler whose standard library can be built for other
//! systems, from Debian's packages. It is unpacked beside what is built, and the
//! compiler of the rest stays what it is.

use std::fs;
use std::path::{Path, PathBuf};

use crate::{packages, run, say};

/// Debian's newer compiler, for its browsers, with the sources of its library.
const PACKAGES: [&str; 4] = [
    "rustc-web",
    "cargo-web",
    "libstd-rust-web-dev",
    "rust-web-src",
];

/// What a library of the compiler is called, behind which its version stands.
const LIBRARY: &str = "libstd-rust-web-";

/// Makes an empty file of what it was to compile: nothing of it is linked.
const NO_COMPILER: &str = r#"#!/bin/sh
while [ $# -gt 0 ]; do
    if [ "$1" = -o ]; then : >"$2"; fi
    shift
done
"#;

/// The same for a library of such files.
const NO_ARCHIVER: &str = r#"#!/bin/sh
for word in "$@"; do
    case $word in *.a) : >"$word" ;; esac
done
"#;

pub(super) struct Toolchain {
    folder: PathBuf,
}

impl Toolchain {
    /// Fetches what is missing.
    pub(super) fn ensure() -> Result<Self, String> {
        packages::ensure("code for other systems", &[&packages::FOR_CROSS])?;
        let toolchain = Self {
            folder: run::target("cross"),
        };
        if !Path::new(&toolchain.cargo()).exists() {
            toolchain.fetch()?;
        }
        toolchain.write_stand_ins()?;
        Ok(toolchain)
    }

    pub(super) fn cargo(&self) -> String {
        self.text("toolchain/usr/bin/cargo")
    }

    /// What tells cargo of it.
    pub(super) fn environment(&self) -> Vec<(&'static str, String)> {
        let path = std::env::var("PATH").unwrap_or_default();
        vec![
            ("PATH", format!("{}:{path}", self.text("toolchain/usr/bin"))),
            ("RUSTC", self.text("toolchain/usr/bin/rustc")),
            (
                "LD_LIBRARY_PATH",
                self.text("toolchain/usr/lib/x86_64-linux-gnu"),
            ),
            // Building the standard library is not for everybody yet.
            ("RUSTC_BOOTSTRAP", "1".to_owned()),
            ("CARGO_TARGET_DIR", self.text("build")),
            (
                "CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER",
                "x86_64-w64-mingw32-gcc".to_owned(),
            ),
            ("CC_aarch64_apple_darwin", self.text("no-compiler")),
            ("CXX_aarch64_apple_darwin", self.text("no-compiler")),
            ("AR_aarch64_apple_darwin", self.text("no-archiver")),
            ("SDKROOT", self.text("no-sdk")),
        ]
    }

    fn fetch(&self) -> Result<(), String> {
        say::line("Fetching a compiler for other systems, 115 MB");
        let debs = self.folder.join("debs");
        made(fs::create_dir_all(&debs))?;
        let library = library_package()?;
        let all = [&["download"], &PACKAGES[..], &[library.as_str()]].concat();
        run::output_in(&debs, "apt-get", &all)?;
        for deb in made(fs::read_dir(&debs))? {
            let deb = made(deb)?.path().display().to_string();
            run::quietly("dpkg", &["-x", &deb, &self.text("toolchain")], &[])?;
        }
        made(fs::remove_dir_all(&debs))
    }

    fn write_stand_ins(&self) -> Result<(), String> {
        made(fs::create_dir_all(self.folder.join("no-sdk")))?;
        for (name, script) in [("no-compiler", NO_COMPILER), ("no-archiver", NO_ARCHIVER)] {
            made(fs::write(self.folder.join(name), script))?;
            run::quietly("chmod", &["+x", &self.text(name)], &[])?;
        }
        Ok(())
    }

    fn text(&self, below: &str) -> String {
        self.folder.join(below).display().to_string()
    }
}

/// The package of the compiler's own library, which has its version in its name.
fn library_package() -> Result<String, String> {
    let depends = run::output("apt-cache", &["depends", "libstd-rust-web-dev"])?;
    let mut words = depends.split_whitespace();
    let versioned = words.find(|word| {
        let version = word.strip_prefix(LIBRARY).unwrap_or_default();
        version.starts_with(|c: char| c.is_ascii_digit())
    });
    versioned.map(str::to_owned).ok_or_else(|| {
        "the packages of this system have no compiler for other systems; those of Debian 12 have"
            .to_owned()
    })
}

fn made<T>(outcome: std::io::Result<T>) -> Result<T, String> {
    outcome.map_err(|error| format!("the compiler for other systems: {error}"))
}
