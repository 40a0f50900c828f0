//! What the launcher's own work costs: `cargo xtask bench`.
//!
//! The programs print a row of JSON for each thing they counted or timed; xtask makes
//! tables of them, and holds counts against `limits.json`.

#![expect(
    clippy::unwrap_used,
    clippy::missing_panics_doc,
    reason = "these are benches: what goes otherwise than it should ends them"
)]

mod row;
mod scene;

pub use row::row;
pub use scene::{Scene, now};
