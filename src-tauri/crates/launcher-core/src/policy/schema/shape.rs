//! The shapes in the schema that the types alone do not tell.

use std::borrow::Cow;
use std::ops::RangeInclusive;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::policy::allowed::ServerPattern;
use crate::policy::document::SCHEMA;
use crate::policy::fault::LONGEST;
use crate::policy::minutes::{NEVER, REFRESHING, REMINDING};

/// A host, also as a number.
const HOST: &str = r"(\[[0-9A-Fa-f:.]+\]|[^\s:/?#@*\[\]]+)";

/// The number of the schema.
pub(in crate::policy) fn number(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "integer", "const": SCHEMA })
}

/// As `fault::line` reads it: no control characters, and not only blanks.
pub(in crate::policy) fn line(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "string",
        "maxLength": LONGEST,
        "pattern": r"^[^\x00-\x1f\x7f-\x9f]*[^\s\x00-\x1f\x7f-\x9f][^\x00-\x1f\x7f-\x9f]*$",
    })
}

/// As `BaseUrl` reads it.
pub(in crate::policy) fn address(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "string",
        "pattern": format!(r"^([Hh][Tt][Tt][Pp][Ss]?://)?{HOST}(:[0-9]+)?([/?#]\S*)?$"),
    })
}

/// Paths from the top, as Linux and macOS or as Windows write them.
pub(in crate::policy) fn paths(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "array",
        "items": { "type": "string", "pattern": r"^(/|[A-Za-z]:[/\\]|\\\\)" },
    })
}

/// As `LanguageId` reads it.
pub(in crate::policy) fn language_of_server(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "integer", "minimum": 0, "maximum": u32::MAX })
}

/// As `KeyFingerprint` reads it: 32 bytes in base64, no bit left over.
pub(in crate::policy) fn key(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "string",
        "pattern": "^sha256//[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$",
    })
}

pub(in crate::policy) fn reminding(_: &mut SchemaGenerator) -> Schema {
    minutes(&REMINDING)
}

pub(in crate::policy) fn refreshing(_: &mut SchemaGenerator) -> Schema {
    minutes(&REFRESHING)
}

/// Without the digits as a text, which only the registry of Windows has.
fn minutes(bounds: &RangeInclusive<u16>) -> Schema {
    json_schema!({
        "oneOf": [
            { "type": "integer", "minimum": bounds.start(), "maximum": bounds.end() },
            { "type": "string", "const": NEVER },
        ],
    })
}

impl JsonSchema for ServerPattern {
    fn schema_name() -> Cow<'static, str> {
        "ServerPattern".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": format!(r"^(\*\.)?{HOST}(:[0-9]+)?$"),
        })
    }
}
