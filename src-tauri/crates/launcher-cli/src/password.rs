//! Where the password comes from: standard input, the keychain, or a prompt on
//! a terminal. Never an argument.

use std::io::{self, BufRead as _, IsTerminal as _, Read as _};

use launcher_core::error::{Code, LauncherError};
use launcher_core::launcher::{Keep, Launcher};
use launcher_core::profile::Profile;
use launcher_core::reason::Reason;
use launcher_core::secret::Password;
use launcher_core::texts::Texts;

use crate::failure::{Failure, Saying};
use crate::output::Output;

/// Longer first lines are no passwords.
const LONGEST: u64 = 4096;

/// The first line of standard input, which may be long in coming: Ctrl-C must
/// be heard meanwhile.
pub(crate) async fn from_stdin(texts: &Texts) -> Result<Password, Failure> {
    let line = tokio::task::spawn_blocking(|| {
        let mut line = String::new();
        let stdin = io::stdin().lock();
        stdin.take(LONGEST).read_line(&mut line).map(|_| line)
    });
    let line = line.await.map_err(io::Error::from);
    let line = line.flatten().map_err(|error| unread(texts, &error))?;
    let password = line.trim_end_matches(['\r', '\n']);
    if password.is_empty() {
        return Err(Failure::Usage(Saying::new("cli-password-none", [])));
    }
    Ok(Password::new(password.to_owned()))
}

fn unread(texts: &Texts, error: &io::Error) -> Failure {
    let reason = Reason::from(error).text(texts);
    Failure::Usage(Saying::new("cli-password-unread", [("reason", reason)]))
}

/// Asks on a terminal, without showing what is typed. Waits for the answer on
/// this thread: only when the question ends, by Ctrl-C as well, is the terminal
/// as it was.
pub(crate) fn ask(texts: &Texts, login: &str, server: &str) -> Result<Option<Password>, Failure> {
    if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        return Ok(None);
    }
    let about = [("login", login.into()), ("server", server.into())];
    let question = texts.with("cli-password-question", &about);
    let text = rpassword::prompt_password(format!("{question} ")).map_err(|error| {
        if error.kind() == io::ErrorKind::Interrupted {
            return Failure::Interrupted;
        }
        unread(texts, &error)
    })?;
    Ok((!text.is_empty()).then(|| Password::new(text)))
}

/// Makes the password of a profile known to the launcher for this run. Without
/// `--password-stdin` the keychain is asked first, then the person.
pub(crate) async fn provide(
    launcher: &Launcher,
    profile: &Profile,
    stdin: bool,
    texts: &Texts,
) -> Result<(), Failure> {
    let Some(login) = profile.login.as_deref() else {
        return Ok(());
    };
    // What the keychain refuses is named when the password is needed.
    if let Ok(Some(unwanted)) = launcher.settle_password(&profile.id).await {
        Output::people(texts.clone()).warn(&unwanted);
    }
    let password = if stdin {
        from_stdin(texts).await?
    } else {
        match launcher.has_password(&profile.id).await {
            Ok(true) => return Ok(()),
            // A keychain that fails is asked again, and named, when it is needed.
            Ok(false) | Err(_) => match ask(texts, login, &profile.name)? {
                Some(password) => password,
                None => return Ok(()),
            },
        }
    };
    launcher
        .set_password(&profile.id, password, Keep::UntilQuit)
        .await?;
    Ok(())
}

/// The password to save for a profile.
pub(crate) async fn to_save(
    login: &str,
    server: &str,
    stdin: bool,
    texts: &Texts,
) -> Result<Password, Failure> {
    if stdin {
        return from_stdin(texts).await;
    }
    ask(texts, login, server)?.ok_or_else(|| {
        let missing = LauncherError::new(Code::SecretMissing)
            .about("server", server)
            .about("login", login);
        Failure::Launcher(missing)
    })
}
