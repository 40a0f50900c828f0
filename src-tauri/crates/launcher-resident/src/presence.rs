//! Whether the person is to be disturbed now.

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
    /// A desktop that is slower than this is not waited for.
    const ANSWERS_WITHIN: std::time::Duration = std::time::Duration::from_secs(5);
    let bus = zbus::connection::Builder::session()?
        .method_timeout(ANSWERS_WITHIN)
        .build()
        .await?;
    let desktop: zbus::Proxy<'_> = zbus::proxy::Builder::new(&bus)
        .destination("org.freedesktop.Notifications")?
        .path("/org/freedesktop/Notifications")?
        .interface("org.freedesktop.Notifications")?
        .cache_properties(zbus::proxy::CacheProperties::No)
        .build()
        .await?;
    desktop.get_property("Inhibited").await
}
