//! The process that stays.
