//! The caret of a field, which costs sixty frames a second as long as it is there.

use launcher_e2e::{App, Desktop, Keychain, server};

use crate::steps::add_server;

#[tokio::test(flavor = "multi_thread")]
async fn a_caret_rests_and_takes_the_next_key_where_it_was() {
    let desktop = Desktop::start("resting_caret").await;
    let _keychain = Keychain::unlocked(&desktop).await;
    let server = server::quick().await;
    let app = App::open(&desktop).await;
    add_server(&app, &server).await;
    desktop.type_text("stnd");
    app.holds("stnd").await;
    desktop.press("Left");
    desktop.press("Left");

    app.has_no_caret().await;
    // A letter that takes two keys, the first of which the page never sees.
    desktop.press("dead_diaeresis");
    desktop.press("a");
    app.holds("ständ").await;
    app.has_no_caret().await;
    desktop.type_text("xy");
    app.holds("stäxynd").await;
}
