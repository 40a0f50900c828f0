//! State → view.
