//! `info`: version, health, manifest.

#![expect(clippy::unnecessary_wraps, reason = "every route has the same shape")]

use super::Context;
use crate::http::Reply;
use crate::writer::{JObject, wrapped};

pub(super) fn version(context: &mut Context<'_>) -> Result<Reply, Reply> {
    let info = JObject::default()
        .text("version", &context.state.version)
        // Seven digits come as a number: a client must bear that.
        .text("revision", "5250841")
        .text("buildDate", "2026-07-13T01:02:03Z");
    Ok(Reply::json(wrapped("info", &info.finish())))
}

pub(super) fn health(context: &mut Context<'_>) -> Result<Reply, Reply> {
    let health = context.state.world.health;
    let health = JObject::default()
        .raw("inited", health.inited)
        .raw("installed", health.installed)
        .raw("dbOk", health.db_ok);
    Ok(Reply::json(wrapped("health", &health.finish())))
}

pub(super) fn manifest(_: &mut Context<'_>) -> Result<Reply, Reply> {
    let manifest = "{\n \"name\": \"OpenMeetings\",\n \"start_url\": \"../../?pwa=true\"\n}";
    Ok(Reply::empty(200)
        .header("content-type", "application/manifest+json")
        .body(manifest))
}
