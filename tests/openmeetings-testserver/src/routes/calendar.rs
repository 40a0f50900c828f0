//! `calendar`: reading.

use jiff::Timestamp;

use super::{Context, appointment};
use crate::date;
use crate::http::Reply;
use crate::world::{Appointment, Right};
use crate::writer::{wrapped, wrapped_list};

pub(super) fn range(context: &mut Context<'_>) -> Result<Reply, Reply> {
    let (from, to) = (instant(context, 0)?, instant(context, 1)?);
    let user = context.authorise(Right::Room)?;
    Ok(list(context, user, from, to))
}

pub(super) fn range_of(context: &mut Context<'_>) -> Result<Reply, Reply> {
    let user = context.number(0)?;
    let (from, to) = (instant(context, 1)?, instant(context, 2)?);
    context.authorise(Right::Soap)?;
    Ok(list(context, user, from, to))
}

fn instant(context: &Context<'_>, index: usize) -> Result<Timestamp, Reply> {
    date::read(context.argument(index), &context.state.zone).ok_or_else(|| Reply::empty(404))
}

/// Own entries, then those the account is invited to.
fn list(context: &mut Context<'_>, user: i64, from: Timestamp, to: Timestamp) -> Reply {
    let now = context.state.now();
    let touches = |entry: &Appointment| entry.start <= to && entry.end >= from;
    let invited = |entry: &Appointment| {
        entry.owner != user && entry.members.iter().any(|member| member.user == user)
    };
    let entries = &mut context.state.world.appointments;
    // Real servers mark the stored entry itself: from now on its owner, too,
    // sees it as an invitation.
    for entry in entries
        .iter_mut()
        .filter(|entry| touches(entry) && invited(entry))
    {
        if !entry.connected_event {
            entry.connected_event = true;
            entry.updated = Some(now);
        }
    }
    let state = &*context.state;
    let entries = &state.world.appointments;
    let own = entries
        .iter()
        .filter(|entry| touches(entry) && entry.owner == user && !entry.deleted);
    let others = entries
        .iter()
        .filter(|entry| touches(entry) && invited(entry));
    let list: Vec<String> = own
        .chain(others)
        .map(|entry| appointment::json(entry, state))
        .collect();
    Reply::json(wrapped_list("appointmentDTO", &list))
}

pub(super) fn next(context: &mut Context<'_>) -> Result<Reply, Reply> {
    let user = context.authorise(Right::Room)?;
    Ok(first(context, |entry, now| {
        entry.owner == user && entry.start > now
    }))
}

pub(super) fn next_of(context: &mut Context<'_>) -> Result<Reply, Reply> {
    let user = context.number(0)?;
    context.authorise(Right::Soap)?;
    Ok(first(context, |entry, now| {
        entry.owner == user && entry.start > now
    }))
}

pub(super) fn by_room(context: &mut Context<'_>) -> Result<Reply, Reply> {
    let room = context.number(0)?;
    let user = context.authorise(Right::Room)?;
    Ok(first(context, |entry, _| {
        entry.owner == user && entry.room == room
    }))
}

/// The first row, which is the oldest, not the nearest.
fn first(context: &Context<'_>, fits: impl Fn(&Appointment, Timestamp) -> bool) -> Reply {
    let state = &*context.state;
    let now = state.now();
    match state
        .world
        .appointments
        .iter()
        .find(|entry| !entry.deleted && fits(entry, now))
    {
        Some(entry) => Reply::json(wrapped("appointmentDTO", &appointment::json(entry, state))),
        None => Reply::empty(204),
    }
}

pub(super) fn by_title(context: &mut Context<'_>) -> Result<Reply, Reply> {
    let pattern: Vec<char> = context.argument(0).chars().collect();
    let user = context.authorise(Right::Room)?;
    let state = &*context.state;
    let list: Vec<String> = state
        .world
        .appointments
        .iter()
        .filter(|entry| entry.owner == user && !entry.deleted)
        .filter(|entry| like(&pattern, &entry.title.chars().collect::<Vec<_>>()))
        .map(|entry| appointment::json(entry, state))
        .collect();
    Ok(Reply::json(wrapped_list("appointmentDTO", &list)))
}

/// SQL's LIKE: `%` any text, `_` any character.
fn like(pattern: &[char], text: &[char]) -> bool {
    // Which prefixes of the text the pattern read so far can end at.
    let mut ends = vec![false; text.len() + 1];
    ends[0] = true;
    for wanted in pattern {
        let mut next = vec![false; text.len() + 1];
        for (at, _) in ends.iter().enumerate().filter(|(_, reached)| **reached) {
            if *wanted == '%' {
                next[at..].fill(true);
            } else if text.get(at).is_some_and(|c| *wanted == '_' || c == wanted) {
                next[at + 1] = true;
            }
        }
        ends = next;
    }
    ends[text.len()]
}

#[cfg(test)]
mod tests {
    use super::like;

    #[test]
    fn titles_are_sql_patterns() {
        let like = |pattern: &str, text: &str| {
            like(
                &pattern.chars().collect::<Vec<_>>(),
                &text.chars().collect::<Vec<_>>(),
            )
        };
        assert!(like("first", "first") && !like("firs", "first") && !like("first", "firs"));
        assert!(like("%ir%", "first") && like("%", "") && like("f_rst", "first"));
        assert!(!like("", "x") && !like("_", "") && like("%%%a", "aaa"));
    }
}
