//! Writes the types of this folder as TypeScript, and holds the written file
//! against them: `cargo xtask bindings` renews it.

use ts_rs::{Config, TS};

use crate::error::ErrorView;
use crate::intent::{Copy, Imported, Keep, LinkAnswer, ReminderAnswer};
use crate::profile::ProfileDraft;
use crate::update::UpdateAnswer;
use crate::view::Everything;
use crate::view::{DiagnosisView, IntroducedView, NoticeView, Understood};

const FILE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../../ui/src/api/bindings.ts"
);

/// Collects a type and all it is made of, each once.
#[derive(Default)]
struct Collector {
    config: Config,
    seen: Vec<std::any::TypeId>,
    declarations: std::collections::BTreeMap<String, String>,
}

impl Collector {
    fn add<T: TS + ?Sized + 'static>(&mut self) {
        if self.seen.contains(&std::any::TypeId::of::<T>()) {
            return;
        }
        self.seen.push(std::any::TypeId::of::<T>());
        // Only types of our own have a file to be exported to.
        if T::output_path().is_some() {
            let docs = T::docs().unwrap_or_default();
            let declaration = T::decl(&self.config);
            self.declarations.insert(
                T::name(&self.config),
                format!("{docs}export {declaration}\n"),
            );
        }
        T::visit_dependencies(self);
    }
}

impl ts_rs::TypeVisitor for Collector {
    fn visit<T: TS + ?Sized + 'static>(&mut self) {
        self.add::<T>();
    }
}

fn bindings() -> String {
    let mut collector = Collector::default();
    collector.add::<Everything>();
    collector.add::<NoticeView>();
    collector.add::<Understood>();
    collector.add::<ErrorView>();
    collector.add::<ProfileDraft>();
    collector.add::<Copy>();
    collector.add::<Keep>();
    collector.add::<LinkAnswer>();
    collector.add::<Imported>();
    collector.add::<ReminderAnswer>();
    collector.add::<UpdateAnswer>();
    collector.add::<IntroducedView>();
    collector.add::<DiagnosisView>();
    let mut text = String::from(
        "// Written by `cargo xtask bindings` from launcher-core's view types. Not to be edited.\n",
    );
    for declaration in collector.declarations.values() {
        text.push('\n');
        text.push_str(declaration);
    }
    text
}

#[test]
fn the_bindings_of_the_window_are_current() {
    let wanted = bindings();
    if std::env::var_os("UPDATE_BINDINGS").is_some() {
        std::fs::write(FILE, &wanted).unwrap();
    }
    let found = std::fs::read_to_string(FILE).unwrap_or_default();
    assert!(found == wanted, "run `cargo xtask bindings`");
}
