//! [`Session`]: a client and the SID of one login.

use crate::call::Call;
use crate::{Client, Sid};

/// What can be asked after a login, until the server forgets it (30 minutes
/// after the last call). There is no logout.
#[derive(Debug)]
pub struct Session {
    client: Client,
    sid: Sid,
}

impl Session {
    pub(crate) fn new(client: Client, sid: Sid) -> Self {
        Self { client, sid }
    }

    /// The server this session is with.
    pub fn client(&self) -> &Client {
        &self.client
    }

    pub(crate) fn call<'a>(&'a self, name: &'static str, segments: &[&str]) -> Call<'a> {
        self.client.call(name, segments).sid(&self.sid)
    }
}
