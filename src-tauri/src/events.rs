//! What the page hears: the state, the agenda, notices, the connection.

use std::sync::Arc;

use launcher_resident::Access;
use serde::Serialize;
use tauri::{AppHandle, Emitter as _};
use tokio::sync::watch;
