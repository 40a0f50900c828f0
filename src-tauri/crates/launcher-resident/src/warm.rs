//! Keeps a login ready while a join is near, so that the click need not wait for
//! one. None is made while nobody is near a join.

use std::convert::Infallible;
use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::pin::Pin;

use jiff::{SignedDuration, Timestamp};
use launcher_core::launcher::{Launcher, Warmth};
use launcher_core::meeting::upcoming::upcoming;
use launcher_core::profile::ProfileId;

use crate::alarm;
use crate::local::Local;
use crate::near::{Due, Likely, Near, Reminded, spread};

/// Servers forget a login that they have not seen for half an hour.
const FORGOTTEN_AFTER: SignedDuration = SignedDuration::from_mins(30);

/// Before that it is shown to them.
const SHOWN_AFTER: SignedDuration = SignedDuration::from_mins(25);

/// Not made more often by itself, whether it was spent or failed.
const AGAIN_AFTER: SignedDuration = SignedDuration::from_mins(1);

/// Meetings that begin later are looked at later.
const AHEAD: SignedDuration = SignedDuration::from_hours(24);

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    Nothing,
    /// Make one for this server.
    Make(ProfileId),
    /// Show it to its server.
    Show,
    Forget,
}

/// Works for as long as it is awaited. Nothing is awake when nothing is near.
pub(crate) async fn stand_ready(local: &Local) -> Infallible {
    let launcher = local.launcher();
    let mut states = launcher.subscribe();
    let mut signs = local.watch_signs();
    let mut network = local.network();
    let mut away = local.away();
    let mut meetings = Meetings::new();
    let mut made = None;
    let mut work: Pin<Box<dyn Future<Output = ()> + Send>> = Box::pin(std::future::pending());
    loop {
        states.mark_unchanged();
        let now = local.now();
        meetings.follow(launcher, now);
        let signs_now = *signs.borrow_and_update();
        let near = Near::at(now, signs_now, &meetings.reminded, &meetings.due);
        let is_away = *away.borrow_and_update();
        let (step, wake) = if is_away {
            (step_away(&launcher.warmth()), None)
        } else {
            let likely = likely(launcher, &near);
            step(likely, &launcher.warmth(), made.as_ref(), now)
        };
        let wake = [wake, near.changes_at, meetings.known_until];
        let wake = wake.into_iter().flatten().min();
        let launcher = launcher.clone();
        match step {
            Step::Nothing => {}
            Step::Make(id) => {
                made = Some((id.clone(), now));
                work = Box::pin(async move {
                    if let Err(error) = launcher.warm_up(&id, now).await {
                        tracing::info!(code = error.code.name(), "no login ahead");
                    }
                });
            }
            Step::Show => work = Box::pin(async move { launcher.keep_warm(now).await }),
            Step::Forget => launcher.cool_down(),
        }
        tokio::select! {
            Ok(()) = states.changed() => {}
            // Whoever does something is waited for once more.
            Ok(()) = signs.changed() => made = None,
            Ok(()) = away.changed() => {}
            Ok(()) = network.changed() => {
                // Its connection leads nowhere any more.
                local.launcher().cool_down();
                made = None;
            }
            () = &mut work => work = Box::pin(std::future::pending()),
            () = alarm::until(wake, local.clock()) => {}
        }
    }
}

/// The meetings of the next day, which are looked for again only when lists change,
/// and the reminders on screen.
struct Meetings {
    due: Vec<Due>,
    /// The latest first.
    reminded: Vec<Reminded>,
    /// Of this launcher: others come to a meeting at moments of their own.
    seed: u64,
    revision: Option<u64>,
    known_until: Option<Timestamp>,
}

impl Meetings {
    fn new() -> Self {
        Self {
            due: Vec::new(),
            reminded: Vec::new(),
            seed: RandomState::new().build_hasher().finish(),
            revision: None,
            known_until: None,
        }
    }

    fn follow(&mut self, launcher: &Launcher, now: Timestamp) {
        self.follow_reminders(launcher, now);
        let revision = launcher.read(|state| state.agenda_revision);
        let is_current = self.known_until.is_none_or(|until| now < until);
        if self.revision == Some(revision) && is_current {
            return;
        }
        self.revision = Some(revision);
        let last = now.saturating_add(AHEAD).unwrap_or(Timestamp::MAX);
        let all = launcher.read(upcoming);
        let is_soon = |due: &Due| now < due.end && due.start < last;
        let due = all.iter().filter_map(|one| Due::of(one, self.seed));
        self.due = due.filter(is_soon).collect();
        // Without any later ones there is nothing to look for.
        let has_later = all.iter().any(|one| one.start >= last);
        self.known_until =
            has_later.then(|| now.saturating_add(AHEAD / 2).unwrap_or(Timestamp::MAX));
    }

    fn follow_reminders(&mut self, launcher: &Launcher, now: Timestamp) {
        let known = std::mem::take(&mut self.reminded);
        self.reminded = launcher.read(|state| {
            let shown = state.reminders.iter().rev();
            let joinable = shown.filter(|reminder| reminder.meeting.has_room);
            let noted = joinable.map(|reminder| {
                let key = &reminder.meeting.key;
                let known = known.iter().find(|known| known.key == *key);
                known.cloned().unwrap_or_else(|| Reminded {
                    key: key.clone(),
                    from: now
                        .saturating_add(spread(self.seed, key))
                        .unwrap_or(Timestamp::MAX),
                })
            });
            noted.collect()
        });
    }
}

/// Whose login the likeliest join would spend.
fn likely(launcher: &Launcher, near: &Near) -> Option<ProfileId> {
    if !launcher.read(|state| state.settings.login_ahead) {
        return None;
    }
    near.likely.iter().find_map(|likely| match likely {
        Likely::Row(key) => launcher.login_of(&launcher.asked_on(key).ok()?),
        Likely::Room => launcher
            .last_joined()
            .ok()
            .and_then(|asked| launcher.login_of(&asked))
            .or_else(|| launcher.any_login()),
    })
}

/// What is to be done, and when to look again.
fn step(
    likely: Option<ProfileId>,
    warmth: &Warmth,
    made: Option<&(ProfileId, Timestamp)>,
    now: Timestamp,
) -> (Step, Option<Timestamp>) {
    let after = |time: Timestamp, by| time.saturating_add(by).unwrap_or(Timestamp::MAX);
    match (likely, warmth) {
        (None, Warmth::Cold | Warmth::InHand(_)) | (Some(_), Warmth::InHand(_)) => {
            (Step::Nothing, None)
        }
        (None, Warmth::Warm { seen, .. }) => {
            let ends = after(*seen, FORGOTTEN_AFTER);
            let step = if ends <= now {
                Step::Forget
            } else {
                Step::Nothing
            };
            (step, Some(ends))
        }
        (Some(id), Warmth::Warm { profile, seen }) if id == *profile => {
            let due = after(*seen, SHOWN_AFTER);
            let step = if due <= now {
                Step::Show
            } else {
                Step::Nothing
            };
            (step, Some(due))
        }
        (Some(id), Warmth::Cold | Warmth::Warm { .. }) => match made {
            Some((of, at)) if *of == id && after(*at, AGAIN_AFTER) > now => {
                (Step::Nothing, Some(after(*at, AGAIN_AFTER)))
            }
            Some(_) | None => (Step::Make(id), None),
        },
    }
}

/// Behind a locked screen and in a computer that sleeps none is kept.
fn step_away(warmth: &Warmth) -> Step {
    match warmth {
        Warmth::Cold => Step::Nothing,
        Warmth::InHand(_) | Warmth::Warm { .. } => Step::Forget,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn second(seconds: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + seconds).unwrap()
    }

    fn id(id: &str) -> ProfileId {
        id.parse().unwrap()
    }

    fn warm(of: &str, seen: i64) -> Warmth {
        Warmth::Warm {
            profile: id(of),
            seen: second(seen),
        }
    }

    #[test]
    fn one_is_made_when_a_join_comes_near_and_not_again_within_a_minute() {
        let near = Some(id("a"));
        let now = second(100);
        assert_eq!(
            step(near.clone(), &Warmth::Cold, None, now).0,
            Step::Make(id("a"))
        );
        let made = (id("a"), second(60));
        let spent = step(near.clone(), &Warmth::Cold, Some(&made), now);
        assert_eq!(spent, (Step::Nothing, Some(second(120))));
        let spent = step(near.clone(), &Warmth::Cold, Some(&made), second(120));
        assert_eq!(spent.0, Step::Make(id("a")));
        let other = (id("b"), second(99));
        assert_eq!(
            step(near, &warm("b", 99), Some(&other), now).0,
            Step::Make(id("a"))
        );
    }

    #[test]
    fn one_that_is_near_is_shown_to_the_server_before_it_is_forgotten() {
        let near = Some(id("a"));
        let ready = step(near.clone(), &warm("a", 0), None, second(100));
        assert_eq!(ready, (Step::Nothing, Some(second(25 * 60))));
        let due = step(near, &warm("a", 0), None, second(25 * 60));
        assert_eq!(due.0, Step::Show);
    }

    #[test]
    fn one_that_nobody_is_near_to_is_left_to_die() {
        let left = step(None, &warm("a", 0), None, second(26 * 60));
        assert_eq!(left, (Step::Nothing, Some(second(30 * 60))));
        let dead = step(None, &warm("a", 0), None, second(30 * 60));
        assert_eq!(dead.0, Step::Forget);
    }

    #[test]
    fn nobody_there_means_none() {
        assert_eq!(step_away(&warm("a", 0)), Step::Forget);
        assert_eq!(step_away(&Warmth::InHand(id("a"))), Step::Forget);
        assert_eq!(step_away(&Warmth::Cold), Step::Nothing);
    }

    #[test]
    fn nothing_is_begun_while_one_is_in_hand() {
        let in_hand = Warmth::InHand(id("a"));
        for near in [None, Some(id("a")), Some(id("b"))] {
            assert_eq!(step(near, &in_hand, None, second(0)), (Step::Nothing, None));
        }
    }
}
