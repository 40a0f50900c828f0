//! The string literals of a Rust file, and what they are given to. A lexer of a
//! few rules: comments, attributes and tests are passed over.

/// A string literal outside of comments, attributes and tests.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Literal {
    pub(super) line: usize,
    pub(super) text: String,
    /// The functions and macros (with their `!`) whose parentheses it stands in, outermost first.
    pub(super) given_to: Vec<String>,
}

pub(super) fn literals(source: &str) -> Vec<Literal> {
    let mut lexer = Lexer {
        code: without_tests(source),
        at: 0,
        open: Vec::new(),
        word: String::new(),
        found: Vec::new(),
    };
    while lexer.step() {}
    lexer.found
}

fn without_tests(source: &str) -> &str {
    const MARK: &str = "#[cfg(test)]";
    let is_module = |at: &usize| source[at + MARK.len()..].trim_start().starts_with("mod ");
    let found = source.match_indices(MARK).map(|(at, _)| at).find(is_module);
    &source[..found.unwrap_or(source.len())]
}

struct Lexer<'a> {
    code: &'a str,
    at: usize,
    /// The word before each bracket that is open.
    open: Vec<String>,
    /// The word just read: a bracket after it opens its arguments.
    word: String,
    found: Vec<Literal>,
}

impl<'a> Lexer<'a> {
    fn rest(&self) -> &'a str {
        &self.code[self.at..]
    }

    fn step(&mut self) -> bool {
        let rest = self.rest();
        let Some(first) = rest.chars().next() else {
            return false;
        };
        if rest.starts_with("//") {
            self.at += rest.find('\n').unwrap_or(rest.len());
        } else if rest.starts_with("/*") {
            self.at += rest.find("*/").map_or(rest.len(), |end| end + 2);
        } else if let Some(hashes) = raw_string(rest) {
            self.raw(hashes);
        } else if first == '"' {
            self.string();
        } else if first == '\'' {
            self.at += character(rest);
        } else if first == '_' || first.is_alphanumeric() {
            let end = rest.find(|c: char| c != '_' && !c.is_alphanumeric());
            let end = end.unwrap_or(rest.len());
            rest[..end].clone_into(&mut self.word);
            self.at += end;
        } else {
            self.sign(first);
        }
        true
    }

    fn sign(&mut self, sign: char) {
        self.at += sign.len_utf8();
        match sign {
            '(' => self.open.push(std::mem::take(&mut self.word)),
            // Of an attribute; what else stands before these is given nothing.
            '[' | '{' => {
                let word = std::mem::take(&mut self.word);
                let is_attribute = sign == '[' && word == "#";
                self.open
                    .push(if is_attribute { word } else { String::new() });
            }
            ')' | ']' | '}' => {
                self.open.pop();
                self.word.clear();
            }
            // An attribute is as a call of its own.
            '#' => "#".clone_into(&mut self.word),
            // A macro is not the function of the same name.
            '!' if !self.word.is_empty() => self.word.push('!'),
            // Of a call with types: the word stays.
            ':' | '<' | '>' => {}
            _ => self.word.clear(),
        }
    }

    fn string(&mut self) {
        let rest = self.rest();
        let mut text = String::new();
        let mut signs = rest.char_indices().skip(1);
        let mut end = rest.len();
        while let Some((at, sign)) = signs.next() {
            match sign {
                '"' => {
                    end = at + 1;
                    break;
                }
                '\\' => text.extend(signs.next().map(|(_, escaped)| escaped)),
                _ => text.push(sign),
            }
        }
        self.add(text, end);
    }

    fn raw(&mut self, hashes: usize) {
        let rest = self.rest();
        let close = format!("\"{}", "#".repeat(hashes));
        let start = hashes + 2;
        let length = rest[start..].find(&close).unwrap_or(rest.len() - start);
        let end = (start + length + close.len()).min(rest.len());
        self.add(rest[start..start + length].to_owned(), end);
    }

    fn add(&mut self, text: String, length: usize) {
        let given_to: Vec<String> = self
            .open
            .iter()
            .filter(|word| !word.is_empty())
            .cloned()
            .collect();
        if !given_to.iter().any(|word| word == "#") {
            let line = self.code[..self.at].matches('\n').count() + 1;
            self.found.push(Literal {
                line,
                text,
                given_to,
            });
        }
        self.at += length;
        self.word.clear();
    }
}

/// The hashes of a raw string that begins here.
fn raw_string(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix('r')?;
    let hashes = after.len() - after.trim_start_matches('#').len();
    after[hashes..].starts_with('"').then_some(hashes)
}

/// How long a character literal or lifetime is.
fn character(rest: &str) -> usize {
    let mut signs = rest.char_indices().skip(1);
    match signs.next() {
        Some((_, '\\')) => {
            signs.next();
            rest[1..].find('\'').map_or(2, |_| {
                let end = signs.find(|(_, sign)| *sign == '\'');
                end.map_or(2, |(at, _)| at + 1)
            })
        }
        Some((at, sign)) => {
            let after = at + sign.len_utf8();
            if rest[after..].starts_with('\'') {
                after + 1
            } else {
                1
            }
        }
        None => 1,
    }
}

/// Whether a literal is a sentence or part of one: several words, one of them
/// in lower case, with what `format!` puts in left out.
pub(super) fn is_prose(text: &str) -> bool {
    let mut plain = String::new();
    let mut depth = 0_usize;
    for sign in text.chars() {
        match sign {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ if depth == 0 => plain.push(sign),
            _ => {}
        }
    }
    let is_word = |word: &str| {
        word.chars().count() > 1
            && word
                .chars()
                .all(|c| c.is_lowercase() || matches!(c, '-' | ',' | '.' | ':'))
            && word.chars().any(char::is_lowercase)
    };
    text.trim().contains(' ') && plain.split_whitespace().any(is_word)
}

/// The variants of an enum that begins with `head`, as `kebab-case`.
pub(super) fn variants(source: &str, head: &str) -> Vec<String> {
    let Some((_, after)) = source.split_once(head) else {
        return Vec::new();
    };
    let body = after.split("\n}").next().unwrap_or_default();
    body.lines()
        .map(|line| line.trim().trim_end_matches(','))
        .filter(|line| line.starts_with(|c: char| c.is_ascii_uppercase()))
        .map(kebab)
        .collect()
}

fn kebab(name: &str) -> String {
    let mut kebab = String::new();
    for c in name.chars() {
        if c.is_ascii_uppercase() && !kebab.is_empty() {
            kebab.push('-');
        }
        kebab.push(c.to_ascii_lowercase());
    }
    kebab
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_know_what_they_are_given_to() {
        let source = r#"
            // "a comment"
            #[expect(lint, reason = "of an attribute")]
            fn f<'a>(x: &'a str) -> char {
                output.line(&format!("one \"two\" {x}"));
                let quote = '"'; let tick = '\''; let path = r§"raw "text""§;
                tell::<T>("typed")
            }
            #[cfg(test)]
            mod tests { fn t() { say("in a test") } }
        "#
        .replace('§', "#");
        let found: Vec<(usize, String, String)> = literals(&source)
            .into_iter()
            .map(|literal| (literal.line, literal.text, literal.given_to.join(" ")))
            .collect();
        let wanted = [
            (5, "one \"two\" {x}", "line format!"),
            (6, "raw \"text\"", ""),
            (7, "typed", "T"),
        ];
        let wanted = wanted.map(|(line, text, to)| (line, text.to_owned(), to.to_owned()));
        assert_eq!(found, wanted);
    }

    #[test]
    fn sentences_are_told_from_names_and_formats() {
        for text in [
            "no such file",
            "Saved {name} in it",
            "  by {who}",
            "Sign in",
        ] {
            assert!(is_prose(text), "{text}");
        }
        for text in [
            "cli-saved",
            "{mark}  {name:<9} {took:>8}",
            "  {}",
            "room",
            "%H:%M %p",
            "A B",
        ] {
            assert!(!is_prose(text), "{text}");
        }
    }

    #[test]
    fn variants_become_names() {
        let source = "pub enum Code {\n    // Of the account.\n    BadCredentials,\n    NoGroup,\n}\nimpl X {}\n";
        assert_eq!(
            variants(source, "pub enum Code {"),
            ["bad-credentials", "no-group"]
        );
    }
}
