//! Introducing a saved server to another machine, and fetching what others publish.

use url::Url;

use super::Launcher;
use crate::error::{Code, LauncherError};
use crate::intent::Answer;
use crate::introduction::{HelpContact, Introduction, NoContact};
use crate::profile::check::{CheckRun, CheckedLayer};
use crate::profile::{FieldProblem, ProfileId};
use crate::qr::QrPicture;
use crate::view::IntroducedView;

impl Launcher {
    /// The introduction of a saved server. Its key is asked for now, and only a key
    /// in a certificate that this computer accepts is passed on.
    pub async fn introduce(
        &self,
        id: &ProfileId,
        help: Option<HelpContact>,
        with_key: bool,
    ) -> Result<Introduction, LauncherError> {
        let profile = self.saved(id)?;
        // What cannot be introduced is said before anything is asked.
        let mut introduction = Introduction::of(&profile, None, help)?;
        if with_key {
            let (connector, language) = self.ways();
            let run = CheckRun::new(&connector, language, |_: &CheckedLayer| ());
            let report = run.of_saved(&profile, None).await?;
            introduction.key = report.key;
        }
        Ok(introduction)
    }

    /// The same for a viewer, with its picture; `help` as it was typed.
    pub(super) async fn introduced(
        &self,
        id: &ProfileId,
        help: &str,
        with_key: bool,
    ) -> Result<Answer, LauncherError> {
        let help = HelpContact::typed(help).map_err(|NoContact| {
            LauncherError::new(Code::FieldInvalid).because(FieldProblem::Help)
        })?;
        let introduction = self.introduce(id, help, with_key).await?;
        let link = introduction.to_link();
        Ok(Answer::Introduced(IntroducedView {
            picture: QrPicture::of(&link)?.svg(),
            link,
            key: introduction.key.map(|key| key.to_string()),
        }))
    }

    /// Fetches a list, an export or an introduction that somebody publishes. Only
    /// from https addresses, and from no other place than the one given.
    pub async fn fetch_import(&self, address: &str) -> Result<String, LauncherError> {
        let malformed = |error| LauncherError::new(Code::AddressMalformed).because(error);
        let url = Url::parse(address.trim()).ok();
        let url = url.filter(|url| url.scheme() == "https" && url.has_host());
        let host = crate::BaseUrl::parse(address).map_err(malformed)?;
        let Some(url) = url else {
            return Err(malformed(openmeetings_client::BaseUrlError::Malformed));
        };
        let client = self.connector().client(host, None)?;
        client.text_at(&url).await.map_err(|error| {
            let server = client.base().host();
            let failed = LauncherError::call(server, None, &error);
            if error.is_tls() || error.is_connect() || error.is_timeout() || error.is_cut() {
                return failed;
            }
            LauncherError::new(Code::ListNotFetched)
                .about("server", server)
                .caused_by(&error)
        })
    }
}
