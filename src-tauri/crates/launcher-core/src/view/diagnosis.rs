//! [`DiagnosisView`]: what the doctor found, in words.

use serde::{Deserialize, Serialize};

use crate::doctor::{Grade, Topic};

/// What the doctor found. Names servers: it is for the person, and for nobody else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct DiagnosisView {
    /// The worst of all findings.
    pub grade: Grade,
    pub sections: Vec<SectionView>,
}

/// What was found about one server, or about this computer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SectionView {
    pub about: AboutView,
    /// The name of the server, or a heading.
    pub title: String,
    /// Of a server, if it could be read.
    pub address: Option<String>,
    pub findings: Vec<FindingView>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum AboutView {
    Server,
    Invitations,
    Computer,
}

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FindingView {
    pub topic: Topic,
    /// The topic, in a word or two.
    pub label: String,
    pub grade: Grade,
    /// The stable name of the fact.
    pub name: String,
    /// The fact.
    pub message: String,
    /// What to do next, if anything is to be done.
    pub hint: Option<String>,
}
