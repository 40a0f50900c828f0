//! What a file of the catalogue holds: keys, parts and variables.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement,
};
use fluent_syntax::parser;

/// Texts by name: `key`, `key.attribute`.
pub(super) type Shape = BTreeMap<String, Text>;

#[derive(Debug)]
pub(super) struct Text {
    pub(super) line: usize,
    pub(super) variables: BTreeSet<String>,
}

/// The shape of a file, and what is wrong with it as `line: what`.
pub(super) fn shape(source: &str) -> (Shape, Vec<String>) {
    let mut mistakes = Vec::new();
    let resource = match parser::parse(source) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            mistakes.extend(errors.iter().map(|error| {
                let line = source[..error.pos.start].matches('\n').count() + 1;
                format!("{line}: cannot be read: {error}")
            }));
            resource
        }
    };
    let mut shape = Shape::new();
    let mut add = |name: String, pattern: &Pattern<&str>| {
        let mut variables = BTreeSet::new();
        of_pattern(pattern, &mut variables);
        let line = line_of(source, &name);
        if shape.contains_key(&name) {
            let line = last_line_of(source, &name);
            mistakes.push(format!("{line}: {name} is there twice"));
        }
        shape.insert(name, Text { line, variables });
    };
    for entry in &resource.body {
        let (name, value, attributes) = match entry {
            Entry::Message(message) => (
                message.id.name.to_owned(),
                message.value.as_ref(),
                &message.attributes,
            ),
            Entry::Term(term) => (
                format!("-{}", term.id.name),
                Some(&term.value),
                &term.attributes,
            ),
            Entry::Comment(_)
            | Entry::GroupComment(_)
            | Entry::ResourceComment(_)
            | Entry::Junk { .. } => continue,
        };
        if let Some(value) = value {
            add(name.clone(), value);
        }
        for attribute in attributes {
            add(format!("{name}.{}", attribute.id.name), &attribute.value);
        }
    }
    (shape, mistakes)
}

/// The parser tells no lines; keys stand at the beginning of theirs.
fn line_of(source: &str, name: &str) -> usize {
    lines_of(source, name).next().unwrap_or(1)
}

fn last_line_of(source: &str, name: &str) -> usize {
    lines_of(source, name).last().unwrap_or(1)
}

fn lines_of<'a>(source: &'a str, name: &str) -> impl Iterator<Item = usize> + use<'a> {
    let key = name.split('.').next().unwrap_or_default().to_owned();
    (1..).zip(source.lines()).filter_map(move |(number, line)| {
        let rest = line.strip_prefix(key.as_str())?;
        rest.trim_start().starts_with('=').then_some(number)
    })
}

fn of_pattern(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            of_expression(expression, variables);
        }
    }
}

fn of_expression(expression: &Expression<&str>, variables: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => of_inline(inline, variables),
        Expression::Select { selector, variants } => {
            of_inline(selector, variables);
            for variant in variants {
                of_pattern(&variant.value, variables);
            }
        }
    }
}

fn of_inline(inline: &InlineExpression<&str>, variables: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            variables.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. }
        | InlineExpression::TermReference {
            arguments: Some(arguments),
            ..
        } => of_arguments(arguments, variables),
        InlineExpression::Placeable { expression } => of_expression(expression, variables),
        InlineExpression::StringLiteral { .. }
        | InlineExpression::NumberLiteral { .. }
        | InlineExpression::MessageReference { .. }
        | InlineExpression::TermReference {
            arguments: None, ..
        } => {}
    }
}

fn of_arguments(arguments: &CallArguments<&str>, variables: &mut BTreeSet<String>) {
    for argument in &arguments.positional {
        of_inline(argument, variables);
    }
    for argument in &arguments.named {
        of_inline(&argument.value, variables);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_are_found_wherever_they_stand() {
        let source = "a = { $kind ->\n    [x] { NUMBER($n) } { -term(case: \"y\") }\n   *[other] { { $deep } }\n}\n-term = T\n";
        let (shape, mistakes) = shape(source);
        assert!(mistakes.is_empty(), "{mistakes:?}");
        let variables: Vec<&String> = shape["a"].variables.iter().collect();
        assert_eq!(variables, ["deep", "kind", "n"]);
        assert_eq!(shape["-term"].line, 5);
    }
}
