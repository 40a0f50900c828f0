//! Whether the person is there, and is to be disturbed now.

/// A desktop that is slower than this is not waited for.
#[cfg(target_os = "linux")]
const ANSWERS_WITHIN: std::time::Duration = std::time::Duration::from_secs(5);

/// Whether the person asked the desktop for quiet. Desktops that do not say are
/// taken not to be quiet: they hold notifications back by themselves.
#[cfg(target_os = "linux")]
pub(crate) async fn wants_quiet() -> bool {
    inhibited().await.unwrap_or(false)
}

#[cfg(not(target_os = "linux"))]
#[expect(clippy::unused_async, reason = "Linux has to ask")]
pub(crate) async fn wants_quiet() -> bool {
    false
}

#[cfg(target_os = "linux")]
async fn inhibited() -> zbus::Result<bool> {
    let bus = patient(zbus::connection::Builder::session()?).await?;
    let name = "org.freedesktop.Notifications";
    let desktop: zbus::Proxy<'_> = zbus::proxy::Builder::new(&bus)
        .destination(name)?
        .path("/org/freedesktop/Notifications")?
        .interface(name)?
        .cache_properties(zbus::proxy::CacheProperties::No)
        .build()
        .await?;
    desktop.get_property("Inhibited").await
}

/// Whether the screen is locked: then nobody sees a countdown. A system that does
/// not say is taken to be unlocked.
#[cfg(target_os = "linux")]
pub(crate) async fn is_locked() -> bool {
    saver_is_active().await.unwrap_or(false) || session_is_locked().await.unwrap_or(false)
}

/// Nobody has asked these systems yet: what must not happen behind a locked screen
/// does not happen there.
#[cfg(not(target_os = "linux"))]
#[expect(clippy::unused_async, reason = "Linux has to ask")]
pub(crate) async fn is_locked() -> bool {
    true
}

#[cfg(target_os = "linux")]
async fn saver_is_active() -> zbus::Result<bool> {
    let bus = patient(zbus::connection::Builder::session()?).await?;
    let name = "org.freedesktop.ScreenSaver";
    let saver = zbus::Proxy::new(&bus, name, "/org/freedesktop/ScreenSaver", name).await?;
    saver.call("GetActive", &()).await
}

#[cfg(target_os = "linux")]
async fn session_is_locked() -> zbus::Result<bool> {
    let bus = patient(zbus::connection::Builder::system()?).await?;
    let session = zbus::Proxy::new(
        &bus,
        "org.freedesktop.login1",
        "/org/freedesktop/login1/session/auto",
        "org.freedesktop.login1.Session",
    )
    .await?;
    session.get_property("LockedHint").await
}

/// A connection that waits for no answer for ever.
#[cfg(target_os = "linux")]
pub(crate) async fn patient(bus: zbus::connection::Builder<'_>) -> zbus::Result<zbus::Connection> {
    bus.method_timeout(ANSWERS_WITHIN).build().await
}
