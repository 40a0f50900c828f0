//! `error`: what the keys mean, in the languages that were recorded.

#![expect(clippy::unnecessary_wraps, reason = "every route has the same shape")]

use super::Context;
use crate::http::Reply;

/// Key, language, text. English is the fallback for every language.
const TEXTS: [(&str, &str, &str); 16] = [
    (
        "error.bad.credentials",
        "1",
        "Username/email and/or password are incorrect.",
    ),
    (
        "error.bad.credentials",
        "2",
        "Nutzername/E-Mail und/oder Passwort ist/sind falsch.",
    ),
    (
        "error.bad.credentials",
        "4",
        "Le nom d'utilisateur, l'email ou le mot de passe sont erronés.",
    ),
    ("error.notallowed", "1", "Admin authorization required"),
    (
        "error.notallowed",
        "2",
        "Sie müssen Administrator sein, um diese Aktion auszuführen.",
    ),
    (
        "error.notallowed",
        "5",
        "Permessi da amministratore richiesti",
    ),
    ("error.notallowed", "10", "Admin Auktorisering krävs."),
    ("error.nogroup", "1", "User is not assigned to group."),
    (
        "error.notactivated",
        "1",
        "Your account is not activated. Please use the link in the email you received during registration.",
    ),
    (
        "error.unknown",
        "1",
        "Unknown error, please tell the administrator.",
    ),
    (
        "error.hash.invalid",
        "1",
        "This invitation code is not known.",
    ),
    (
        "error.hash.used",
        "1",
        "This invitation can be used once and was used already.",
    ),
    (
        "error.hash.period",
        "1",
        "This invitation is valid in another period.",
    ),
    ("error.bad.password", "1", "The password is wrong."),
    ("1599", "1", "You have no rights to enter this room."),
    ("99", "1", "This room is full."),
];

pub(super) fn text(context: &mut Context<'_>) -> Result<Reply, Reply> {
    context.number(1)?;
    let (key, language) = (context.argument(0), context.argument(1));
    let find = |language: &str| {
        TEXTS
            .iter()
            .find(|(known, of, _)| *known == key && *of == language)
            .map(|(.., text)| *text)
    };
    Ok(Reply::success(
        find(language).or_else(|| find("1")).unwrap_or("[Missing]"),
    ))
}

pub(super) fn report(_: &mut Context<'_>) -> Result<Reply, Reply> {
    Ok(Reply::empty(204))
}
