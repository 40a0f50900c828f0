//! On a bus of its own, with a service that writes down what it is told.

use std::sync::{Arc, Mutex};

use launcher_core::action::Action;
use launcher_core::intent::Intent;
use zbus::Connection;
use zbus::zvariant::OwnedValue;

use super::*;
use crate::notes::{About, Button};
use crate::test_bus::Bus;

const PATH: &str = "/org/freedesktop/Notifications";

/// Title, body, keys and labels, the one replaced, how long it lasts.
type Told = (String, String, Vec<String>, u32, i32);

struct Service {
    can: &'static [&'static str],
    told: Arc<Mutex<Vec<Told>>>,
}

#[zbus::interface(name = "org.freedesktop.Notifications")]
impl Service {
    fn get_capabilities(&self) -> Vec<String> {
        self.can.iter().map(ToString::to_string).collect()
    }

    #[expect(clippy::too_many_arguments, reason = "the specification has as many")]
    fn notify(
        &self,
        app_name: &str,
        replaces_id: u32,
        app_icon: &str,
        summary: String,
        body: String,
        actions: Vec<String>,
        hints: HashMap<String, OwnedValue>,
        expire_timeout: i32,
    ) -> u32 {
        assert_eq!((app_name, app_icon), (APP, ENTRY));
        let urgency = hints.into_iter().find(|(name, _)| name == "urgency");
        let (_, urgency) = urgency.unwrap();
        assert_ne!(urgency, OwnedValue::from(2_u8), "never critical");
        let mut told = self.told.lock().unwrap();
        told.push((summary, body, actions, replaces_id, expire_timeout));
        u32::try_from(told.len()).unwrap()
    }
}

async fn serve(bus: &Bus, can: &'static [&'static str]) -> (Connection, Arc<Mutex<Vec<Told>>>) {
    let told = Arc::default();
    let service = Service {
        can,
        told: Arc::clone(&told),
    };
    let builder = bus.builder().serve_at(PATH, service).unwrap();
    let connection = builder.name(NAME).unwrap().build().await.unwrap();
    (connection, told)
}

async fn emit(
    service: &Connection,
    signal: &str,
    body: &(impl serde::Serialize + zbus::zvariant::DynamicType),
) {
    let sent = service.emit_signal(None::<&str>, PATH, NAME, signal, body);
    sent.await.unwrap();
}

fn note() -> Note {
    Note {
        about: About::Join,
        weight: Weight::Urgent,
        title: "R&D\n\u{202e}<b>".to_owned(),
        body: "Starts at 10:00\nR&D".to_owned(),
        click: Some(Action::Show(None)),
        dismissed: None,
        buttons: vec![Button {
            label: "Join".to_owned(),
            action: Action::Ask(Intent::JoinNext),
        }],
    }
}

#[tokio::test]
async fn what_is_shown_can_be_pressed_replaced_and_closed() {
    let bus = Bus::start();
    let (service, told) = serve(&bus, &["actions", "body-markup"]).await;
    let mut desktop = Desktop::connect(bus.builder()).await.unwrap();
    let id = desktop.show(&note(), Edition::default(), 0).await.unwrap();
    assert_eq!(
        desktop.show(&note(), Edition::default(), id).await.unwrap(),
        2
    );
    let keys = ["default", "", "0.0", "Join"].map(str::to_owned).to_vec();
    let body = "Starts at 10:00\nR&amp;D".to_owned();
    let expected = ("R&D <b>".to_owned(), body, keys, id, FOR_GOOD);
    assert_eq!(told.lock().unwrap()[1], expected);

    emit(&service, "ActionInvoked", &(2_u32, "0.0")).await;
    let pressed = desktop.event().await;
    assert!(matches!(pressed, Event::Pressed { id: 2, key } if key == "0.0"));
    emit(&service, "NotificationClosed", &(2_u32, BY_HAND)).await;
    let closed = desktop.event().await;
    assert!(matches!(
        closed,
        Event::Closed {
            id: 2,
            by_hand: true
        }
    ));
    drop(service);
    assert!(matches!(desktop.event().await, Event::Gone));
}

#[tokio::test]
async fn a_desktop_without_buttons_and_markup_gets_the_plain_text() {
    let bus = Bus::start();
    let (_service, told) = serve(&bus, &["body"]).await;
    let desktop = Desktop::connect(bus.builder()).await.unwrap();
    desktop.show(&note(), Edition::default(), 0).await.unwrap();
    let told = told.lock().unwrap();
    let (_, body, keys, ..) = &told[0];
    assert_eq!((body.as_str(), keys.len()), ("Starts at 10:00\nR&D", 0));
}

#[tokio::test]
async fn without_anybody_to_show_it_nothing_breaks() {
    let bus = Bus::start();
    assert!(Desktop::connect(bus.builder()).await.is_err());
}

#[test]
fn markup_of_others_is_shown_as_letters() {
    assert_eq!(escaped("R&D <b>"), "R&amp;D &lt;b&gt;");
}
