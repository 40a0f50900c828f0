//! Linux: an entry in the autostart folder of the desktop.

use std::error::Error;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::Autostart;

const ENTRY: &str = "openmeetings-launcher.desktop";

pub(super) fn write(
    autostart: &Autostart,
    program: &Path,
    arguments: &[&str],
) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(&autostart.folder)?;
    // Complete or not at all: a desktop may read it at any time.
    let new = entry(autostart).with_extension("new");
    fs::write(&new, content(program, arguments)?)?;
    fs::rename(&new, entry(autostart))?;
    Ok(())
}

pub(super) fn remove(autostart: &Autostart) -> Result<(), Box<dyn Error>> {
    match fs::remove_file(entry(autostart)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error.into()),
        Ok(()) | Err(_) => Ok(()),
    }
}

fn entry(autostart: &Autostart) -> PathBuf {
    autostart.folder.join(ENTRY)
}

fn content(program: &Path, arguments: &[&str]) -> Result<String, Box<dyn Error>> {
    let program = program
        .to_str()
        .filter(|path| !path.chars().any(char::is_control))
        .ok_or("the path of the program cannot be written into an entry")?;
    let words: Vec<String> = std::iter::once(&program)
        .chain(arguments)
        .map(|word| quoted(word))
        .collect();
    Ok(format!(
        "[Desktop Entry]\n\
         Type=Application\n\
         Name=OpenMeetings Launcher\n\
         Exec={}\n\
         Icon=openmeetings-launcher\n\
         Terminal=false\n\
         X-GNOME-Autostart-enabled=true\n",
        words.join(" ")
    ))
}

/// A word of a command line, as desktop entries want it: quoted, escaped for the
/// quotes, then once more for the entry, with `%` standing for itself.
fn quoted(word: &str) -> String {
    let mut quoted = String::from("\"");
    for c in word.chars() {
        match c {
            '"' | '`' | '$' => quoted.extend(["\\\\", &c.to_string()]),
            '\\' => quoted.push_str("\\\\\\\\"),
            '%' => quoted.push_str("%%"),
            _ => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use launcher_core::settings::Settings;

    use super::*;

    fn exec(program: &str) -> String {
        let content = content(Path::new(program), &["tray"]).unwrap();
        let line = content.lines().find(|line| line.starts_with("Exec="));
        line.unwrap().to_owned()
    }

    #[test]
    fn words_are_quoted() {
        assert_eq!(exec("/opt/a b/c"), r#"Exec="/opt/a b/c" "tray""#);
        assert_eq!(exec("/a$%\\"), r#"Exec="/a\\$%%\\\\" "tray""#);
        assert!(content(Path::new("/a\nExec=b"), &[]).is_err());
    }

    #[test]
    fn the_entry_follows_the_settings() {
        let home = tempfile::tempdir().unwrap();
        let autostart = Autostart {
            folder: home.path().join("autostart"),
            resident: "/bin/resident".into(),
            window: "/bin/window".into(),
            image: None,
        };
        let mut settings = Settings {
            start_at_login: true,
            start_hidden: true,
            ..Settings::default()
        };
        let read = || fs::read_to_string(entry(&autostart)).unwrap();
        autostart.set(&settings).unwrap();
        assert!(read().contains(r#"Exec="/bin/resident" "tray""#));
        settings.start_hidden = false;
        autostart.set(&settings).unwrap();
        assert!(read().contains("Exec=\"/bin/window\"\n"));
        settings.start_at_login = false;
        autostart.set(&settings).unwrap();
        assert!(!entry(&autostart).exists());
        autostart.set(&settings).unwrap();
    }

    #[test]
    fn of_an_app_image_the_file_starts_that_is_there_at_the_next_login() {
        let autostart = Autostart {
            folder: "/home/jo/.config/autostart".into(),
            resident: "/tmp/.mount_x/usr/bin/openmeetings".into(),
            window: "/tmp/.mount_x/usr/bin/openmeetings-launcher".into(),
            image: Some("/home/jo/OpenMeetings.AppImage".into()),
        };
        for (hidden, arguments) in [(true, &["--hidden"][..]), (false, &[])] {
            let image = Path::new("/home/jo/OpenMeetings.AppImage");
            assert_eq!(autostart.start(hidden), (image, arguments));
        }
    }
}
