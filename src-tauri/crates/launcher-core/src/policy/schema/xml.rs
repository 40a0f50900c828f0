//! XML as a file.

use serde::Serialize;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";

/// A document, one element to a line.
pub(super) fn file(document: &impl Serialize) -> String {
    let mut text = HEAD.to_owned();
    let mut writer = quick_xml::se::Serializer::new(&mut text);
    writer.indent(' ', 2);
    document.serialize(writer).unwrap();
    text.push('\n');
    text
}
