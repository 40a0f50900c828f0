//! [`Toolkit`]: what takes a toolkit on Windows and macOS. There the resident is
//! in the process of the window, which has one.

use std::any::Any;

use launcher_core::tray_menu::TrayMenu;

/// Called at each press of keys.
pub type Pressed = Box<dyn Fn() + Send + Sync>;

/// Keys that were given; they are given back when it is dropped.
pub type Grabbed = Box<dyn Any + Send>;

/// The toolkit of this process.
pub trait Toolkit: Send + Sync {
    /// Shows this in the tray from now on.
    fn draw_tray(&self, menu: &TrayMenu);

    /// Takes keys from the system, written as `Shift+Super+J`. `None` if somebody
    /// else has them.
    fn grab(&self, keys: &str, pressed: Pressed) -> Option<Grabbed>;
}
