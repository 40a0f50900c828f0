//! Keys from the X server. A thread of its own sleeps until they are pressed;
//! the maintained crate for this looks for presses twenty times a second.

use std::fmt;
use std::sync::Arc;

use tokio::sync::mpsc;
use x11rb::connection::Connection as _;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    ClientMessageEvent, ConnectionExt as _, CreateWindowAux, EventMask, GrabMode, Keycode, ModMask,
    Window, WindowClass,
};
use x11rb::rust_connection::RustConnection;

use super::super::Refused;
use super::super::keys::{Key, Keys, Modifiers};

/// What the lock keys add to a press: it counts with and without them.
const LOCKS: [ModMask; 2] = [ModMask::LOCK, ModMask::M2];

/// The keys are given back when this is dropped.
pub(in crate::shortcut) struct Grab {
    connection: Arc<RustConnection>,
    /// What the thread is told to end by.
    window: Window,
}

/// Takes the keys, and tells of each press.
pub(super) fn grab(keys: Keys, pressed: mpsc::Sender<()>) -> Result<Grab, Refused> {
    let (connection, screen) = x11rb::connect(None).map_err(|_| Refused::Unsupported)?;
    let screen = &connection.setup().roots[screen];
    let (root, visual) = (screen.root, screen.root_visual);
    let code = keycode(&connection, keys.key)?;
    for locks in with_locks() {
        let grabbed = connection
            .grab_key(
                false,
                root,
                mask(keys.modifiers) | locks,
                code,
                GrabMode::ASYNC,
                GrabMode::ASYNC,
            )
            .map_err(|_| Refused::Unsupported)?;
        // The one error there is: another program has them.
        grabbed.check().map_err(|_| Refused::Taken)?;
    }
    let window = connection.generate_id().map_err(|_| Refused::Unsupported)?;
    connection
        .create_window(
            0,
            window,
            root,
            0,
            0,
            1,
            1,
            0,
            WindowClass::INPUT_ONLY,
            visual,
            &CreateWindowAux::new(),
        )
        .and_then(|_| connection.flush())
        .map_err(|_| Refused::Unsupported)?;
    let connection = Arc::new(connection);
    let listening = Arc::clone(&connection);
    std::thread::Builder::new()
        .name("shortcut".to_owned())
        .stack_size(128 << 10)
        .spawn(move || listen(&listening, &pressed))
        .map_err(|_| Refused::Unsupported)?;
    Ok(Grab { connection, window })
}

fn listen(connection: &RustConnection, pressed: &mpsc::Sender<()>) {
    // Ends with the X server, or when the grab is dropped.
    while let Ok(event) = connection.wait_for_event() {
        #[expect(clippy::wildcard_enum_match_arm, reason = "the protocol has many")]
        match event {
            // A key that is held repeats: one press is enough.
            Event::KeyPress(_) => drop(pressed.try_send(())),
            Event::ClientMessage(_) => return,
            _ => {}
        }
    }
}

impl Drop for Grab {
    fn drop(&mut self) {
        let end = ClientMessageEvent::new(32, self.window, 1_u32, [0_u32; 5]);
        // Without a connection the thread has ended already.
        let _ = self
            .connection
            .send_event(false, self.window, EventMask::NO_EVENT, end);
        let _ = self.connection.flush();
    }
}

impl fmt::Debug for Grab {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Grab").finish_non_exhaustive()
    }
}

fn mask(modifiers: Modifiers) -> ModMask {
    let of = |is_held: bool, mask: ModMask| if is_held { mask } else { ModMask::default() };
    of(modifiers.ctrl, ModMask::CONTROL)
        | of(modifiers.alt, ModMask::M1)
        | of(modifiers.shift, ModMask::SHIFT)
        | of(modifiers.logo, ModMask::M4)
}

/// Every way the lock keys may be.
fn with_locks() -> [ModMask; 4] {
    let [caps, num] = LOCKS;
    [ModMask::default(), caps, num, caps | num]
}

/// Where the keyboard has a key now.
fn keycode(connection: &RustConnection, key: Key) -> Result<Keycode, Refused> {
    let setup = connection.setup();
    let (first, last) = (setup.min_keycode, setup.max_keycode);
    let mapping = connection
        .get_keyboard_mapping(first, last - first + 1)
        .map_err(|_| Refused::Unsupported)?
        .reply()
        .map_err(|_| Refused::Unsupported)?;
    let wanted = keysym(key);
    let per_code = usize::from(mapping.keysyms_per_keycode).max(1);
    let rows = mapping.keysyms.chunks(per_code);
    (first..=last)
        .zip(rows)
        .find(|(_, symbols)| symbols.contains(&wanted))
        .map(|(code, _)| code)
        .ok_or(Refused::Invalid)
}

/// The number X gives a key: Latin letters and digits have that of Latin-1.
fn keysym(key: Key) -> u32 {
    const F1: u32 = 0xffbe;
    match key {
        Key::Character(character) => u32::from(character.to_ascii_lowercase()),
        Key::Function(number) => F1 + u32::from(number) - 1,
    }
}
