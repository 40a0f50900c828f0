//! `group`: only as far as tests need accounts in and out of groups.

use super::Context;
use crate::http::Reply;
use crate::world::Right;
use crate::writer::{JObject, wrapped_list};

pub(super) fn all(context: &mut Context<'_>) -> Result<Reply, Reply> {
    context.authorise(Right::Soap)?;
    let groups: Vec<String> = context
        .state
        .world
        .groups
        .iter()
        .map(|group| {
            JObject::default()
                .raw("id", group.id)
                .text("name", &group.name)
                .finish()
        })
        .collect();
    Ok(Reply::json(wrapped_list("groupDTO", &groups)))
}

pub(super) fn add_user(context: &mut Context<'_>) -> Result<Reply, Reply> {
    put(context, Some)
}

pub(super) fn remove_user(context: &mut Context<'_>) -> Result<Reply, Reply> {
    put(context, |_| None)
}

/// Answers with the number of the account, which comes out as a number.
fn put(context: &mut Context<'_>, into: impl Fn(i64) -> Option<i64>) -> Result<Reply, Reply> {
    let (group, id) = (context.number(0)?, context.number(1)?);
    context.authorise(Right::Soap)?;
    match context
        .state
        .world
        .users
        .iter_mut()
        .find(|user| user.id == id)
    {
        Some(user) => {
            user.group = into(group);
            Ok(Reply::success(&id.to_string()))
        }
        None => Ok(Reply::result("ERROR", Some("Not added"))),
    }
}
