//! `openmeetings open`, `join-next` and `rejoin`: what the resident does for
//! desktops, key bindings and scripts. It is started if there is none.

use launcher_core::intent::{Answer, Intent};
use launcher_resident::for_resident;

use crate::failure::Failure;
use crate::host;
use crate::join::opened;
use crate::output::Output;

/// Hands over links and files, each by itself: one that is refused takes no
/// other with it.
pub(crate) async fn run(what: Vec<String>, output: &mut Output) -> Result<(), Failure> {
    let access = host::resident_or_start().await?;
    if what.is_empty() {
        let show = Intent::ShowWindow { wanted: None };
        return access.ask(show).await.map(drop).map_err(Failure::Shown);
    }
    let mut failed = None;
    for text in what {
        // The resident says what is wrong with it, where a person sees it.
        let text = for_resident(&text).unwrap_or(text);
        if let Err(error) = access.ask(Intent::Receive { text }).await {
            let earlier = failed.replace(Failure::Shown(error));
            if let Some(earlier) = earlier {
                output.complain(&earlier);
            }
        }
    }
    failed.map_or(Ok(()), Err)
}

/// Lets the resident join what it knows best itself.
pub(crate) async fn joined(intent: Intent, output: &mut Output) -> Result<(), Failure> {
    let access = host::resident_or_start().await?;
    if let Answer::Joined(joined) = access.ask(intent).await.map_err(Failure::Shown)? {
        let target = joined.target.as_str().into();
        output.say(opened(joined.route), &[("target", target)]);
    }
    Ok(())
}
