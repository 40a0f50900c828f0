//! Holds the files in the tree against what they should be.

use super::adml::{self, Adml};
use super::admx::{self, Admx};
use super::words::Words;
use super::{SCHEMA, field, found, mobileconfig, path, schema, sorted, xml};

/// Writes the files instead.
const UPDATE: &str = "UPDATE_TEMPLATES";

fn is_current(name: &str, wanted: &str) {
    if std::env::var_os(UPDATE).is_some() {
        std::fs::create_dir_all(path(name).parent().unwrap()).unwrap();
        std::fs::write(path(name), wanted).unwrap();
    }
    assert!(found(name) == wanted, "run `cargo xtask templates`");
}

#[test]
fn the_schema() {
    let wanted = serde_json::to_string_pretty(&sorted(schema())).unwrap();
    is_current(SCHEMA, &format!("{wanted}\n"));
}

#[test]
fn the_template_for_group_policies() {
    let template = Admx::of(&field::all(&schema()));
    is_current(admx::FILE, &xml::file(&template));
}

#[test]
fn its_texts_of_which_none_is_left_over() {
    let fields = field::all(&schema());
    let languages = [
        (adml::ENGLISH, Words::english()),
        (adml::GERMAN, Words::german()),
    ];
    for (file, words) in languages {
        let texts = Adml::of(&fields, &words);
        assert_eq!(words.left_over(), [""; 0], "{file}");
        is_current(file, &xml::file(&texts));
    }
}

#[test]
fn the_profile_for_managed_preferences() {
    let profile = mobileconfig::profile(&mobileconfig::example(), &schema());
    is_current(mobileconfig::FILE, &profile);
}
