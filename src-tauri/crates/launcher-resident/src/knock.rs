//! The way in for viewers: connect, say who one is, hear what comes of it.

use std::io;
use std::time::Duration;

use launcher_core::error::ErrorView;
use launcher_core::profile::ProfileId;
use launcher_core::secret::Password;
use launcher_core::view::{Agenda, View};
use tokio::io::{ReadHalf, WriteHalf};

use crate::door::Place;
use crate::door::system::{self, ClientStream};
use crate::protocol::{
    Build, Frame, FromResident, FromViewer, Hello, LONGEST_FROM_RESIDENT, Reader, Unreadable,
    Viewer, send,
};

/// A resident that lives answers within this, whatever it does.
const PATIENCE: Duration = Duration::from_secs(5);

/// What came of knocking.
pub(crate) enum Knocked {
    Entered(Box<Entered>),
    /// There is no resident.
    Nobody,
    Refused(ErrorView),
    /// The resident makes room for this newer build; to a successor it leaves
    /// the passwords that are nowhere else.
    HandingOver(Vec<(ProfileId, Password)>),
    /// The resident is about to end.
    Leaving,
    /// There is a window already.
    AlreadyOpen,
}

/// A viewer that was let in, with the first it saw.
pub(crate) struct Entered {
    pub(crate) reader: Reader<ReadHalf<ClientStream>>,
    pub(crate) writer: WriteHalf<ClientStream>,
    pub(crate) view: View,
    /// Only the window is shown it.
    pub(crate) agenda: Agenda,
}

/// Knocks. Fails if there is somebody who does not behave like a resident.
pub(crate) async fn knock(place: &Place, build: &Build, viewer: Viewer) -> io::Result<Knocked> {
    tokio::time::timeout(PATIENCE, knock_patiently(place, build, viewer)).await?
}

/// The build of the resident, if there is one: it says so to whoever comes, before
/// it is told anything, and is not moved by that.
pub(crate) async fn build_of(place: &Place) -> io::Result<Option<Build>> {
    tokio::time::timeout(PATIENCE, async {
        let Some(stream) = connect(place).await? else {
            return Ok(None);
        };
        let (reader, _writer) = tokio::io::split(stream);
        let mut reader = Reader::new(reader, LONGEST_FROM_RESIDENT);
        let FromResident::Hello(Hello { build, .. }) = heard(&mut reader).await? else {
            return Err(io::ErrorKind::InvalidData.into());
        };
        Ok(Some(build))
    })
    .await?
}

/// Nothing if nobody is there.
async fn connect(place: &Place) -> io::Result<Option<ClientStream>> {
    use io::ErrorKind::{ConnectionRefused, NotFound};

    match system::connect(place).await {
        Ok(stream) => Ok(Some(stream)),
        Err(error) if matches!(error.kind(), NotFound | ConnectionRefused) => Ok(None),
        Err(error) => Err(error),
    }
}

async fn knock_patiently(place: &Place, build: &Build, viewer: Viewer) -> io::Result<Knocked> {
    let Some(stream) = connect(place).await? else {
        return Ok(Knocked::Nobody);
    };
    let (reader, mut writer) = tokio::io::split(stream);
    let mut reader = Reader::new(reader, LONGEST_FROM_RESIDENT);
    let hello = FromViewer::Hello(Hello {
        build: build.clone(),
        viewer: Some(viewer),
    });
    send(&mut writer, &Frame::of(&hello)?).await?;
    loop {
        match heard(&mut reader).await? {
            FromResident::Hello(_) => {}
            FromResident::Welcome => break,
            FromResident::Refused(why) => return Ok(Knocked::Refused(why)),
            FromResident::HandingOver => {
                return Ok(Knocked::HandingOver(legacy(&mut reader).await));
            }
            FromResident::Leaving => return Ok(Knocked::Leaving),
            FromResident::AlreadyOpen => return Ok(Knocked::AlreadyOpen),
            FromResident::View(_)
            | FromResident::Agenda(_)
            | FromResident::Notice(_)
            | FromResident::Present
            | FromResident::Answer { .. }
            | FromResident::KeepPassword { .. } => {
                return Err(io::ErrorKind::InvalidData.into());
            }
        }
    }
    let FromResident::View(view) = heard(&mut reader).await? else {
        return Err(io::ErrorKind::InvalidData.into());
    };
    let mut agenda = Agenda::default();
    if viewer == Viewer::Window {
        let FromResident::Agenda(shown) = heard(&mut reader).await? else {
            return Err(io::ErrorKind::InvalidData.into());
        };
        agenda = *shown;
    }
    Ok(Knocked::Entered(Box::new(Entered {
        reader,
        writer,
        view: *view,
        agenda,
    })))
}

/// What an older resident leaves behind.
async fn legacy(reader: &mut Reader<ReadHalf<ClientStream>>) -> Vec<(ProfileId, Password)> {
    let mut kept = Vec::new();
    while let Ok(Some(FromResident::KeepPassword { profile, password })) = reader.next().await {
        kept.push((profile, password.0));
    }
    kept
}

async fn heard(reader: &mut Reader<ReadHalf<ClientStream>>) -> io::Result<FromResident> {
    match reader.next().await {
        Ok(Some(message)) => Ok(message),
        Ok(None) => Err(io::ErrorKind::UnexpectedEof.into()),
        Err(Unreadable::Broken(error)) => Err(error),
        Err(Unreadable::Garbage) => Err(io::ErrorKind::InvalidData.into()),
    }
}
