//! System packages that builds and tests need, installed where that is possible.

use std::path::Path;

use crate::{run, say};

/// What shows that a Debian package is there, and its name.
pub(crate) type Needed = (Sign, &'static str);

/// What a package brings.
#[derive(Clone, Copy)]
pub(crate) enum Sign {
    /// A program on the path.
    Program(&'static str),
    /// A library with its headers, as pkg-config knows it.
    Library(&'static str),
    /// A file at its place.
    File(&'static str),
}

use Sign::{File, Library, Program};

/// The window: its toolkit and its web view.
pub(crate) const FOR_WINDOW: [Needed; 7] = [
    (Program("cc"), "build-essential"),
    (Program("pkg-config"), "pkg-config"),
    (Program("file"), "file"),
    (Library("webkit2gtk-4.1"), "libwebkit2gtk-4.1-dev"),
    (Library("librsvg-2.0"), "librsvg2-dev"),
    (Library("dbus-1"), "libdbus-1-dev"),
    (Program("git"), "git"),
];

/// The real keychain and its bus.
pub(crate) const FOR_TESTS: [Needed; 4] = [
    (Program("dbus-run-session"), "dbus"),
    (Program("gnome-keyring-daemon"), "gnome-keyring"),
    (Program("secret-tool"), "libsecret-tools"),
    (Program("gdbus"), "libglib2.0-bin"),
];

/// The page in a browser, with letters to look at.
pub(crate) const FOR_PAGE: [Needed; 3] = [
    (Program("chromium"), "chromium"),
    (
        File("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"),
        "fonts-dejavu-core",
    ),
    (
        File("/usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf"),
        "fonts-noto-core",
    ),
];

/// A desktop without a screen: the window, a browser, somebody who clicks.
const FOR_DESKTOP: [Needed; 8] = [
    (Program("Xvfb"), "xvfb"),
    (Program("openbox"), "openbox"),
    (Program("xdotool"), "xdotool"),
    (Program("xclip"), "xclip"),
    (Program("import"), "imagemagick"),
    (Program("xdg-settings"), "xdg-utils"),
    (Program("update-desktop-database"), "desktop-file-utils"),
    (Program("WebKitWebDriver"), "webkit2gtk-driver"),
];

/// What counts calls and instructions.
pub(crate) const FOR_COUNTS: [Needed; 3] = [
    (Program("strace"), "strace"),
    (Program("valgrind"), "valgrind"),
    (Program("strip"), "binutils"),
];

/// What stands beside the launcher in a bench.
pub(crate) const FOR_RIVALS: [Needed; 6] = [
    (Program("curl"), "curl"),
    (Program("python3"), "python3"),
    (File("/usr/share/doc/python3-venv"), "python3-venv"),
    (
        File("/usr/lib/x86_64-linux-gnu/libxcb-cursor.so.0"),
        "libxcb-cursor0",
    ),
    (
        File("/usr/lib/x86_64-linux-gnu/libxcb-icccm.so.4"),
        "libxcb-icccm4",
    ),
    (
        File("/usr/lib/x86_64-linux-gnu/libxcb-keysyms.so.1"),
        "libxcb-keysyms1",
    ),
];

/// The package for Debian and its relatives: which libraries the programs need.
pub(crate) const FOR_DEB: [Needed; 2] = [
    (Program("dpkg-shlibdeps"), "dpkg-dev"),
    (Program("strip"), "binutils"),
];

/// The package for Fedora, openSUSE and their relatives.
pub(crate) const FOR_RPM: [Needed; 3] = [
    (Program("rpmbuild"), "rpm"),
    (Program("rpm2cpio"), "rpm2cpio"),
    (Program("strip"), "binutils"),
];

/// What the package is looked at with.
pub(crate) const FOR_PACKAGE_TEST: [Needed; 6] = [
    (Program("lintian"), "lintian"),
    (Program("cpio"), "cpio"),
    (Program("appstreamcli"), "appstream"),
    (Program("desktop-file-validate"), "desktop-file-utils"),
    (Program("xdg-mime"), "xdg-utils"),
    (Program("gio"), "libglib2.0-bin"),
];

/// Systems in which nothing is but what they begin with, and packages of others in them.
pub(crate) const FOR_CLEAN_ROOT: [Needed; 3] = [
    (Program("debootstrap"), "debootstrap"),
    (Program("unshare"), "util-linux"),
    (Program("rpm"), "rpm"),
];

/// The installer for Windows.
pub(crate) const FOR_NSIS: [Needed; 1] = [(Program("makensis"), "nsis")];

/// Windows, so to say, on the desktop of a test.
pub(crate) const FOR_WINDOWS_TEST: [Needed; 1] = [(File("/usr/lib/wine/wine64"), "wine64")];

/// A linker for Windows, and what a compiler for other systems is linked to.
pub(crate) const FOR_CROSS: [Needed; 6] = [
    (
        Program("x86_64-w64-mingw32-gcc"),
        "gcc-mingw-w64-x86-64-posix",
    ),
    (
        Program("x86_64-w64-mingw32-g++"),
        "g++-mingw-w64-x86-64-posix",
    ),
    (
        File("/usr/lib/x86_64-linux-gnu/libLLVM.so.22.1"),
        "libllvm22",
    ),
    (
        File("/usr/lib/x86_64-linux-gnu/libgit2.so.1.5"),
        "libgit2-1.5",
    ),
    (File("/usr/lib/x86_64-linux-gnu/libcurl.so.4"), "libcurl4"),
    (
        File("/usr/lib/x86_64-linux-gnu/libsqlite3.so.0"),
        "libsqlite3-0",
    ),
];

/// Everything for the programs on a desktop without a screen.
pub(crate) const DESKTOP: [&[Needed]; 4] = [&FOR_WINDOW, &FOR_TESTS, &FOR_PAGE, &FOR_DESKTOP];

/// Makes sure the packages are there. On Debian's family they are installed,
/// after saying which; elsewhere they are named. Other systems need none.
pub(crate) fn ensure(what: &str, groups: &[&[Needed]]) -> Result<(), String> {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    let missing: Vec<&str> = groups
        .iter()
        .copied()
        .flatten()
        .filter(|(sign, _)| !is_there(*sign))
        .map(|(_, package)| *package)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(" ");
    if !run::works("apt-get", &["--version"]) {
        return Err(format!(
            "{what} needs what these Debian packages bring, and it is not installed: {names}"
        ));
    }
    let Some(become_root) = root() else {
        return Err(format!(
            "{what} needs these packages; install them with: sudo apt-get install {names}"
        ));
    };
    say::aside(&format!(
        "Installing the system packages that {what} needs: {names}"
    ));
    let install = format!(
        "apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends {names} > /dev/null"
    );
    let all = [become_root, &["sh", "-c", &install]].concat();
    match all.split_first() {
        Some((program, arguments)) => run::command(program, arguments, &[]),
        None => Ok(()),
    }
}

/// What stands before a command that needs root's rights: nothing if they are
/// there, and `None` if they cannot be had without asking somebody.
pub(crate) fn root() -> Option<&'static [&'static str]> {
    if run::works("sh", &["-c", "test \"$(id -u)\" = 0"]) {
        Some(&[])
    } else if run::works("sudo", &["-n", "true"]) {
        Some(&["sudo", "-n"])
    } else {
        None
    }
}

/// What a command prints that is run with root's rights.
pub(crate) fn as_root(command: &[&str]) -> Result<String, String> {
    let become_root = root().ok_or("root's rights are needed, and cannot be had")?;
    let all = [become_root, command].concat();
    match all.split_first() {
        Some((program, arguments)) => run::output(program, arguments),
        None => Ok(String::new()),
    }
}

fn is_there(sign: Sign) -> bool {
    match sign {
        Program(name) => run::on_path(name).is_some(),
        Library(name) => run::works("pkg-config", &["--exists", name]),
        File(path) => Path::new(path).exists(),
    }
}
