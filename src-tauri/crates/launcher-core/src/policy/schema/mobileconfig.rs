//! The profile for managed preferences of macOS: the example policy with what each
//! field means, for an administrator to change.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use serde_json::{Value, json};

use super::field::{description, resolved};
use super::{EXAMPLE, found, sorted};
use crate::policy::carrier::preferences::{self, DOMAIN};
use crate::policy::fault;

pub(super) const FILE: &str = "openmeetings-launcher.mobileconfig";

const DOCTYPE: &str = r#"plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd""#;

const BEFORE_USE: &str = "A template with every field once. Before it is rolled out, put a \
    result of `uuidgen` of its own in each place of REPLACE-WITH-UUID, the name of the \
    organisation in each place of Example University, and delete what is not to be laid down.";

/// What every payload of the profile has.
const OF_PAYLOAD: [(&str, &str); 2] = [
    ("PayloadOrganization", "Example University"),
    ("PayloadDisplayName", "OpenMeetings Launcher"),
];

type Plist = Writer<Vec<u8>>;

/// The profile for a policy.
pub(super) fn profile(policy: &Value, schema: &Value) -> String {
    let mut plist = Writer::new_with_indent(Vec::new(), b' ', 2);
    write(&mut plist, policy, schema).unwrap();
    let mut text = String::from_utf8(plist.into_inner()).unwrap();
    text.push('\n');
    text
}

fn write(plist: &mut Plist, policy: &Value, schema: &Value) -> io::Result<()> {
    plist.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    plist.write_event(Event::DocType(BytesText::from_escaped(DOCTYPE)))?;
    let root = plist.create_element("plist");
    root.with_attribute(("version", "1.0"))
        .write_inner_content(|plist| {
            comment(plist, BEFORE_USE)?;
            plist.create_element("dict").write_inner_content(|plist| {
                payload(plist, "Configuration", "org.example.openmeetings")?;
                field(plist, "PayloadScope", &json!("System"))?;
                key(plist, "PayloadContent")?;
                plist.create_element("array").write_inner_content(|plist| {
                    plist.create_element("dict").write_inner_content(|plist| {
                        payload(plist, DOMAIN, "org.example.openmeetings.launcher")?;
                        fields(plist, policy, schema, schema)
                    })?;
                    Ok(())
                })?;
                Ok(())
            })?;
            Ok(())
        })?;
    Ok(())
}

/// What macOS wants to know of a payload.
fn payload(plist: &mut Plist, kind: &str, identifier: &str) -> io::Result<()> {
    for (name, text) in OF_PAYLOAD {
        field(plist, name, &json!(text))?;
    }
    field(plist, "PayloadType", &json!(kind))?;
    field(plist, "PayloadIdentifier", &json!(identifier))?;
    field(plist, "PayloadUUID", &json!("REPLACE-WITH-UUID"))?;
    field(plist, "PayloadVersion", &json!(1))
}

/// The fields of an object, each with what it means.
fn fields(plist: &mut Plist, object: &Value, shape: &Value, schema: &Value) -> io::Result<()> {
    for (name, wanted) in object.as_object().unwrap() {
        let shape = &shape["properties"][name];
        comment(plist, description(shape))?;
        key(plist, name)?;
        value(plist, wanted, resolved(schema, shape), schema)?;
    }
    Ok(())
}

fn value(plist: &mut Plist, wanted: &Value, shape: &Value, schema: &Value) -> io::Result<()> {
    match wanted {
        Value::Object(_) => {
            let dict = plist.create_element("dict");
            dict.write_inner_content(|plist| fields(plist, wanted, shape, schema))?;
        }
        Value::Array(rows) => {
            let shape = resolved(schema, &shape["items"]);
            plist.create_element("array").write_inner_content(|plist| {
                rows.iter()
                    .try_for_each(|row| value(plist, row, shape, schema))
            })?;
        }
        Value::Bool(true) => {
            plist.create_element("true").write_empty()?;
        }
        Value::Bool(false) => {
            plist.create_element("false").write_empty()?;
        }
        Value::Number(number) => text(plist, "integer", &number.to_string())?,
        Value::String(words) => text(plist, "string", words)?,
        Value::Null => panic!("nothing is null in a policy"),
    }
    Ok(())
}

fn field(plist: &mut Plist, name: &str, wanted: &Value) -> io::Result<()> {
    key(plist, name)?;
    value(plist, wanted, &Value::Null, &Value::Null)
}

fn key(plist: &mut Plist, name: &str) -> io::Result<()> {
    text(plist, "key", name)
}

fn text(plist: &mut Plist, element: &str, words: &str) -> io::Result<()> {
    let element = plist.create_element(element);
    element.write_text_content(BytesText::new(words))?;
    Ok(())
}

fn comment(plist: &mut Plist, words: &str) -> io::Result<()> {
    // It would end there.
    assert!(!words.contains("--"), "{words}");
    let spaced = format!(" {words} ");
    plist.write_event(Event::Comment(BytesText::from_escaped(spaced)))
}

/// The example, for every system.
pub(super) fn example() -> Value {
    let mut policy: Value = serde_json::from_str(&found(EXAMPLE)).unwrap();
    policy.as_object_mut().unwrap().remove("$schema");
    sorted(policy)
}

/// As the system hands it on, with fields of the profile among those of the policy.
#[test]
fn the_profile_is_read_as_the_example() {
    let profile: Value = plist::from_bytes(found(FILE).as_bytes()).unwrap();
    let [payload] = &profile["PayloadContent"].as_array().unwrap()[..] else {
        panic!("one payload");
    };
    assert_eq!(payload["PayloadType"], DOMAIN);
    assert_eq!(profile["PayloadType"], "Configuration");
    assert_ne!(profile["PayloadIdentifier"], payload["PayloadIdentifier"]);
    let domain = preferences::policy(payload.clone());
    assert_eq!(domain, example());
    assert_eq!(fault::from_value(&domain), fault::from_value(&example()));
}
