//! [`CleanRoot`]: a system of its own below a folder, in which nothing is but what
//! Debian begins with. What is started in it sees only it, and ends with the command.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::packages::as_root;
use crate::{packages, run, say};

/// Runs a command in a root with processes of its own. When the command ends, whatever
/// it has left running ends as well, and nothing stays mounted.
const ENTER: &str = "root=$1; shift; mount -t proc proc \"$root/proc\" && exec chroot \"$@\"";

const ALONE: [&str; 5] = ["unshare", "--mount", "--pid", "--fork", "--kill-child"];

/// Files below a root with what is in them: sums of content, or where a link leads.
pub(super) type Files = BTreeMap<String, String>;

/// Where a package source is, as the apt of this machine knows it.
struct Source {
    site: String,
    release: String,
    component: String,
}

/// A system below a folder; [`CleanRoot::remove`] takes it away.
#[derive(Debug)]
pub(super) struct CleanRoot {
    folder: TempDir,
}

impl CleanRoot {
    /// Its person's home, in it.
    pub(super) const HOME: &str = "/home/person";

    /// Where [`CleanRoot::take`] puts packages, in it.
    pub(super) const PACKAGES: &str = "/srv/packages";

    /// Whether this machine lets us make one.
    pub(super) fn is_possible() -> bool {
        packages::root().is_some_and(|become_root| {
            let all = [become_root, &ALONE, &["true"]].concat();
            all.split_first()
                .is_some_and(|(program, arguments)| run::works(program, arguments))
        })
    }

    /// Makes one of the release that this machine runs, from where it has its packages.
    pub(super) fn make() -> Result<Self, String> {
        say::line("Making a clean root …");
        let codename = of_this_system("VERSION_CODENAME")?;
        let sources = sources(&codename, &of_this_system("ID")?)?;
        let site = sources
            .iter()
            .find(|source| source.release == codename)
            .map(|source| source.site.clone())
            .ok_or_else(|| format!("apt knows no source of packages for {codename}"))?;
        let folder =
            tempfile::tempdir().map_err(|error| format!("no temporary folder: {error}"))?;
        let root = Self { folder };
        let path = root.path();
        let bootstrap = ["debootstrap", "--variant=minbase", &codename, &path, &site];
        as_root(&[&["unshare", "--mount"], &bootstrap[..]].concat())?;
        root.configure(&sources)?;
        Ok(root)
    }

    /// Runs a command in it. Gives what it prints.
    pub(super) fn run(&self, command: &[&str]) -> Result<String, String> {
        self.enter(&[], command)
    }

    /// Runs a command in it as the person who works there.
    pub(super) fn run_as_person(&self, command: &[&str]) -> Result<String, String> {
        let home = format!("HOME={}", Self::HOME);
        let as_person = ["env", "--ignore-environment", &home, "PATH=/usr/bin:/bin"];
        self.enter(
            &["--userspec=person:person"],
            &[&as_person[..], command].concat(),
        )
    }

    /// Runs `apt-get` in it.
    pub(super) fn apt_get(&self, arguments: &[&str]) -> Result<(), String> {
        let apt = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"];
        let how = [
            "-y",
            "--no-install-recommends",
            "--option",
            "Dpkg::Use-Pty=0",
        ];
        self.run(&[&apt[..], &how, arguments].concat()).map(drop)
    }

    /// Copies a package into it. Gives its path there.
    pub(super) fn take(&self, package: &Path) -> Result<String, String> {
        let name = package
            .file_name()
            .ok_or_else(|| format!("{} is no file", package.display()))?;
        let inside = format!("{}/{}", Self::PACKAGES, name.to_string_lossy());
        self.install(package, &inside, "644")?;
        Ok(inside)
    }

    /// Writes a file in it.
    pub(super) fn write(&self, to: &str, mode: &str, content: &str) -> Result<(), String> {
        let file = tempfile::NamedTempFile::new()
            .map_err(|error| format!("no temporary file: {error}"))?;
        fs::write(file.path(), content).map_err(|error| format!("{to}: {error}"))?;
        self.install(file.path(), to, mode)
    }

    /// Everything that is in it or below one of its folders.
    pub(super) fn files(&self, below: &str) -> Result<Files, String> {
        let script = "cd \"$1\" && find . -xdev -type f -exec md5sum {} + \
             -o -type l -printf 'to:%l  %p\\n' -o -printf '%y  %p\\n'";
        let folder = format!("{}{below}", self.path());
        let printed = as_root(&["sh", "-c", script, "sh", &folder])?;
        let pairs = printed.lines().filter_map(|line| line.split_once("  ."));
        Ok(pairs
            .map(|(content, path)| (path.to_owned(), content.to_owned()))
            .collect())
    }

    /// Its folder on this machine.
    pub(super) fn path(&self) -> String {
        self.folder.path().display().to_string()
    }

    /// Takes it away.
    pub(super) fn remove(self) -> Result<(), String> {
        let all = format!("{}/*", self.path());
        let script = format!("rm --recursive --force --one-file-system {all}");
        as_root(&["sh", "-c", &script]).map(drop)
    }

    fn enter(&self, how: &[&str], command: &[&str]) -> Result<String, String> {
        let path = self.path();
        let enter = ["sh", "-c", ENTER, "sh", &path];
        as_root(&[&ALONE, &enter[..], how, &[&path], command].concat())
    }

    fn install(&self, from: &Path, to: &str, mode: &str) -> Result<(), String> {
        let (from, to) = (from.display().to_string(), format!("{}{to}", self.path()));
        as_root(&["install", "-D", "--mode", mode, &from, &to]).map(drop)
    }

    /// Gives it the sources and the ways of this machine's apt, and a person.
    fn configure(&self, sources: &[Source]) -> Result<(), String> {
        let lines: Vec<String> = sources
            .iter()
            .map(|one| format!("deb {} {} {}\n", one.site, one.release, one.component))
            .collect();
        self.write("/etc/apt/sources.list", "644", &lines.concat())?;
        // Through a proxy, for example.
        let ways = run::output("apt-config", &["dump", "Acquire"])?;
        self.write("/etc/apt/apt.conf.d/99-of-this-machine", "644", &ways)?;
        // It does not have to outlive a power cut.
        self.write("/etc/dpkg/dpkg.cfg.d/fast", "644", "force-unsafe-io\n")?;
        self.apt_get(&["update"])?;
        let add = ["useradd", "--create-home", "--home-dir", Self::HOME];
        self.run(&[&add[..], &["person"]].concat()).map(drop)
    }
}

fn sources(codename: &str, distribution: &str) -> Result<Vec<Source>, String> {
    let format = "$(SITE) $(RELEASE) $(COMPONENT) $(ORIGIN)";
    let printed = run::output(
        "apt-get",
        &["indextargets", "--format", format, "Created-By: Packages"],
    )?;
    let of_line = |line: &str| {
        let [site, release, component, origin] = line.split(' ').collect::<Vec<_>>()[..] else {
            return None;
        };
        // What others add to the sources of a distribution is not its beginning.
        let is_ours = release.starts_with(codename) && origin.eq_ignore_ascii_case(distribution);
        is_ours.then(|| Source {
            site: site.to_owned(),
            release: release.to_owned(),
            component: component.to_owned(),
        })
    };
    Ok(printed.lines().filter_map(of_line).collect())
}

/// A value of the file with which every Linux says what it is.
fn of_this_system(name: &str) -> Result<String, String> {
    const FILE: &str = "/etc/os-release";
    let text = fs::read_to_string(FILE).map_err(|error| format!("{FILE}: {error}"))?;
    text.lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix('='))
        .map(|value| value.trim_matches('"').to_owned())
        .ok_or_else(|| format!("{FILE} has no {name}"))
}
