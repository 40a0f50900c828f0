//! Login, and the keys to rooms it can make.

use std::fmt;

use secrecy::{ExposeSecret, SecretString};
use serde::Serialize;

use crate::call::{self, ResultKind};
use crate::error::Kind;
use crate::info::LoginMethod;
use crate::{Client, Error, LoginRefusal, RoomHash, Session, Sid};

/// Name and password of an internal account.
///
/// Accounts from LDAP or `OAuth` exist only in the browser; the API refuses
/// them like a wrong password.
pub struct Credentials {
    login: String,
    password: SecretString,
}

impl Credentials {
    /// A login name or e-mail address, and the password.
    pub fn new(login: impl Into<String>, password: impl Into<SecretString>) -> Self {
        Self {
            login: login.into(),
            password: password.into(),
        }
    }

    /// The login name.
    pub fn login(&self) -> &str {
        &self.login
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Credentials({}, …)", self.login)
    }
}

/// Who enters a room with a hash.
///
/// Never the account that made the hash: the server keeps a separate external
/// user per (`external_type`, `external_id`), made on first use.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ExternalUser {
    /// One half of the identity: the name of the calling application. Made as
    /// an external group if it does not exist.
    pub external_type: String,
    /// The other half: who this is to the calling application.
    pub external_id: String,
    /// Login name on first use; later ignored.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub login: Option<String>,
    /// Overwritten on each use.
    #[serde(rename = "firstname", skip_serializing_if = "Option::is_none")]
    pub first_name: Option<String>,
    /// Overwritten on each use.
    #[serde(rename = "lastname", skip_serializing_if = "Option::is_none")]
    pub last_name: Option<String>,
    /// E-mail address on first use; later ignored.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Address of a picture, overwritten on each use.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub profile_picture_url: Option<String>,
}

impl ExternalUser {
    /// The identity; the server refuses a hash without both.
    pub fn new(external_type: impl Into<String>, external_id: impl Into<String>) -> Self {
        Self {
            external_type: external_type.into(),
            external_id: external_id.into(),
            ..Self::default()
        }
    }
}

/// What a hash opens, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
#[expect(clippy::struct_excessive_bools, reason = "the server's own fields")]
pub struct RoomOptions {
    /// The room.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub room_id: Option<i64>,
    /// Finds the room by external id instead, together with `external_type`;
    /// since 5.1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_room_id: Option<String>,
    /// The external type of the room; not the one of the user.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_type: Option<String>,
    /// Plays this recording; wins over the room.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recording_id: Option<i64>,
    /// Enters as moderator whatever the rules of the room.
    pub moderator: bool,
    /// Makes a key that works any number of times and never expires, and keeps
    /// its SID alive for ever. Almost never what one wants.
    #[serde(rename = "allowSameURLMultipleTimes")]
    pub allow_same_url_multiple_times: bool,
    /// Wishes for the camera and microphone test; newer servers do not look.
    pub show_audio_video_test: bool,
    /// Newer servers take this from the room instead.
    pub allow_recording: bool,
}

impl RoomOptions {
    /// An ordinary visit to a room.
    pub fn room(id: i64) -> Self {
        Self {
            room_id: Some(id),
            ..Self::default()
        }
    }
}

impl Client {
    /// Logs in.
    ///
    /// The method follows the server's version, which is asked for once if it
    /// is not known. An unreadable version is answered with POST, then GET if
    /// the server says 405.
    ///
    /// A right password takes about half a second; a wrong one 6 to 15 s on
    /// servers since 9.0, on purpose. While the future is pending the login is
    /// still running: race it against a timer to say so.
    ///
    /// ```no_run
    /// use std::time::Duration;
    /// # use openmeetings_client::{Client, Credentials, Error, Session};
    ///
    /// # async fn run(client: Client, credentials: Credentials) -> Result<Session, Error> {
    /// let mut login = std::pin::pin!(client.login(&credentials));
    /// tokio::select! {
    ///     outcome = &mut login => outcome,
    ///     () = tokio::time::sleep(Duration::from_secs(5)) => {
    ///         println!("still waiting: servers answer a wrong password slowly");
    ///         login.await
    ///     }
    /// }
    /// # }
    /// ```
    pub async fn login(&self, credentials: &Credentials) -> Result<Session, Error> {
        let known = match self.login_method() {
            Some(method) => Some(method),
            None => self.version().await?.login_method(),
        };
        let tried = known.unwrap_or(LoginMethod::Post);
        let outcome = self.login_by(tried, credentials).await;
        if !matches!(&outcome, Err(error) if *error.kind() == Kind::WrongMethod) {
            return outcome;
        }
        // The server was exchanged since its version was asked, or hides it.
        let other = match known {
            None => Some(LoginMethod::Get),
            Some(_) => self.version().await?.login_method(),
        };
        match other {
            Some(method) if method != tried => self.login_by(method, credentials).await,
            _ => outcome,
        }
    }

    async fn login_by(
        &self,
        method: LoginMethod,
        credentials: &Credentials,
    ) -> Result<Session, Error> {
        const NAME: &str = "user/login";
        let call = self
            .call(NAME, &["user", "login"])
            .timeout(self.limits.login);
        let fields = [
            ("user", credentials.login.trim()),
            ("pass", credentials.password.expose_secret()),
        ];
        let result = match method {
            LoginMethod::Post => call.post(&fields).await,
            LoginMethod::Get => call.query(&fields).get_service_result().await,
        };
        let result = result.map_err(Error::without_the_servers_words)?;
        if result.kind == Some(ResultKind::Error) {
            let refusal = match result.message.as_deref() {
                Some("error.bad.credentials") => LoginRefusal::BadCredentials,
                Some("error.notactivated") => LoginRefusal::NotActivated,
                Some("error.nogroup") => LoginRefusal::NoGroup,
                // `error.unknown`, or a text that could repeat what was sent.
                _ => return Err(Error::new(NAME, Kind::Server(None))),
            };
            return Err(Error::new(NAME, Kind::Refused(refusal)));
        }
        let sid = call::message_of(NAME, result)?;
        if !is_key(&sid) {
            return Err(Error::new(NAME, Kind::Unreadable("it holds no SID")));
        }
        self.remember_login_method(method);
        Ok(Session::new(self.clone(), Sid::new(sid)))
    }
}

impl Session {
    /// Makes a key to a room (`user/hash`) and gives the session up.
    ///
    /// The session is consumed because the server hands its SID to the external
    /// user as soon as the key is used: one login per key. An account without
    /// the right to make keys gets [`Error::is_not_allowed`].
    ///
    /// The server makes keys to rooms that do not exist without complaint; see
    /// [`room_hash_checked`](Self::room_hash_checked).
    pub async fn room_hash(
        self,
        user: &ExternalUser,
        options: &RoomOptions,
    ) -> Result<RoomHash, Error> {
        self.make_hash(user, options).await
    }

    /// The same, asking at the same time whether the room exists:
    /// [`Error::is_no_such_room`] if not.
    pub async fn room_hash_checked(
        self,
        user: &ExternalUser,
        options: &RoomOptions,
    ) -> Result<RoomHash, Error> {
        let Some(id) = options.room_id else {
            return self.make_hash(user, options).await;
        };
        let (hash, room) = tokio::join!(self.make_hash(user, options), self.room(id));
        let hash = hash?;
        match room {
            Err(error) if error.is_no_such_room() => Err(error),
            // Whatever else kept the room from being read, the key is good.
            _ => Ok(hash),
        }
    }

    async fn make_hash(
        &self,
        user: &ExternalUser,
        options: &RoomOptions,
    ) -> Result<RoomHash, Error> {
        const NAME: &str = "user/hash";
        let text = |value: Result<String, serde_json::Error>| {
            value.map_err(|error| Error::caused(NAME, Kind::Setup, error))
        };
        let user = text(serde_json::to_string(user))?;
        let options = text(serde_json::to_string(options))?;
        let result = self
            .call(NAME, &["user", "hash"])
            .post(&[("user", &user), ("options", &options)])
            .await?;
        let hash = call::message_of(NAME, result)?;
        if !is_key(&hash) {
            return Err(Error::new(NAME, Kind::Unreadable("it holds no hash")));
        }
        Ok(RoomHash::new(hash))
    }
}

/// The server makes UUIDs; anything of that alphabet is let through.
fn is_key(text: &str) -> bool {
    (1..=128).contains(&text.len()) && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}
