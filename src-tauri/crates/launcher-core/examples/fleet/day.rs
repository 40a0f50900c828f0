//! A working day of many launchers and one server, in virtual time: the people by
//! rule, what the launchers do by the schedule they use.

use jiff::{SignedDuration, Timestamp};
use launcher_core::meeting::reach::Reach;
use launcher_core::meeting::refresh::Rooms;
use launcher_core::meeting::schedule::{self, Around, Known, Person};

use crate::before;

/// As often as a launcher refreshes unless somebody chose.
pub(crate) const EVERY: SignedDuration = SignedDuration::from_mins(15);

/// When meetings begin, in hours and minutes. Each person has four of them, and
/// everybody the first.
const SLOTS: [(i64, i64); 7] = [
    (10, 0),
    (9, 30),
    (11, 0),
    (13, 30),
    (14, 0),
    (15, 0),
    (16, 30),
];
const MEETINGS: usize = 4;

/// Which schedule the launchers use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rules {
    /// As it was: every quarter of an hour, everything.
    Before,
    /// As it is.
    Now,
}

/// One refresh, as the server sees it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Load {
    pub(crate) at: Timestamp,
    /// The login is one of them.
    pub(crate) requests: usize,
    /// Appointments in the answer.
    pub(crate) appointments: usize,
}

/// What a person does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Event {
    Opens,
    Closes,
    Locks,
    Unlocks,
}

/// A time of the day, which is a Monday.
pub(crate) fn clock(hour: i64, minute: i64) -> Timestamp {
    // 2026-11-23, 00:00 UTC.
    const MONDAY: i64 = 1_795_392_000;
    Timestamp::from_second(MONDAY + hour * 3600 + minute * 60).unwrap_or(Timestamp::MAX)
}

/// Chance that is the same in each run.
struct Dice(u64);

impl Dice {
    /// A number below `sides`.
    fn roll(&mut self, sides: i64) -> i64 {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        i64::try_from(mixed % sides.unsigned_abs()).unwrap_or_default()
    }

    /// A time within so many minutes after another.
    fn within(&mut self, from: Timestamp, minutes: i64) -> Timestamp {
        from + SignedDuration::from_secs(self.roll(minutes * 60))
    }
}

/// One person, and what he or she does on this day.
pub(crate) struct Human {
    seed: u64,
    pub(crate) starts: Timestamp,
    /// When the meetings of the working days of three weeks begin, in order.
    pub(crate) meetings: Vec<Timestamp>,
    pub(crate) events: Vec<(Timestamp, Event)>,
}

impl Human {
    pub(crate) fn new(number: u64) -> Self {
        let mut dice = Dice(number);
        let mut slots = vec![SLOTS[0]];
        while slots.len() < MEETINGS {
            let slot = usize::try_from(dice.roll(7)).map_or(SLOTS[1], |at| SLOTS[at]);
            if !slots.contains(&slot) {
                slots.push(slot);
            }
        }
        slots.sort_unstable();
        let mut events = Vec::new();
        let lunch = dice.within(clock(11, 45), 30);
        let leaves = dice.within(clock(17, 0), 60);
        events.push((lunch, Event::Locks));
        events.push((lunch + SignedDuration::from_mins(45), Event::Unlocks));
        events.push((leaves, Event::Locks));
        // A look in each half of the morning, four in the afternoon.
        for (hour, minute) in [(9, 10), (10, 20), (13, 5), (14, 5), (15, 5), (16, 5)] {
            let opens = dice.within(clock(hour, minute), 50);
            events.push((opens, Event::Opens));
            events.push((dice.within(opens, 5), Event::Closes));
        }
        events.sort_by_key(|(at, _)| *at);
        Self {
            seed: number,
            starts: dice.within(clock(8, 55), 10),
            meetings: meetings(&slots),
            events,
        }
    }

    /// Those that begin after a time.
    fn coming(&self, now: Timestamp) -> &[Timestamp] {
        let past = self.meetings.partition_point(|start| *start <= now);
        self.meetings.get(past..).unwrap_or_default()
    }
}

/// Each working day has the same.
fn meetings(slots: &[(i64, i64)]) -> Vec<Timestamp> {
    let working = (0..20).filter(|day| day % 7 < 5);
    let on = |day: i64| {
        slots
            .iter()
            .map(move |(hour, minute)| clock(day * 24 + hour, *minute))
    };
    working.flat_map(on).collect()
}

/// Lives through the day with one launcher, which has the list of Friday.
pub(crate) fn live(human: &Human, rules: Rules) -> Vec<Load> {
    let end = clock(18, 0);
    let friday = clock(-3 * 24 + 17, 0);
    let mut now = human.starts;
    let mut around = Around {
        seed: human.seed,
        every: Some(EVERY),
        person: Person::Elsewhere,
        returned: now,
    };
    let mut known = Known {
        loaded: Some(friday),
        rooms_loaded: Some(friday),
        ..Known::default()
    };
    let mut events = human.events.iter().peekable();
    let mut loads = Vec::new();
    loop {
        known.starts = human.coming(now).to_vec();
        let due = match rules {
            Rules::Before => Some(before::next(&around, &known, now)),
            Rules::Now => schedule::next(&around, &known, now),
        };
        let event = events.peek().map_or(end, |(at, _)| *at).max(now);
        match due.map(|due| due.max(now)).filter(|due| *due <= event) {
            Some(due) if due < end => {
                now = due;
                loads.push(load(human, rules, &around, &mut known, now));
            }
            Some(_) => break,
            None => match events.next() {
                Some((at, event)) if *at < end => {
                    now = now.max(*at);
                    happen(*event, &mut around, now);
                }
                Some(_) | None => break,
            },
        }
    }
    loads
}

fn load(human: &Human, rules: Rules, around: &Around, known: &mut Known, now: Timestamp) -> Load {
    let (ahead, rooms) = match rules {
        Rules::Before => (before::AHEAD, Rooms::Load),
        Rules::Now => {
            let ask = schedule::asked(around, known, Reach::Near.ahead(), now);
            (ask.ahead, ask.rooms)
        }
    };
    known.loaded = Some(now);
    known.tried = Some(now);
    if rooms == Rooms::Load {
        known.rooms_loaded = Some(now);
    }
    let from = now - SignedDuration::from_hours(12);
    let listed = |start: &Timestamp| (from..=now + ahead).contains(start);
    Load {
        at: now,
        requests: match rooms {
            Rooms::Load => 5,
            Rooms::Keep => 2,
        },
        appointments: human.meetings.iter().filter(|start| listed(start)).count(),
    }
}

fn happen(event: Event, around: &mut Around, now: Timestamp) {
    match event {
        Event::Opens => around.person = Person::Looking { since: now },
        Event::Closes => around.person = Person::Elsewhere,
        Event::Locks => around.person = Person::Away,
        Event::Unlocks => {
            around.person = Person::Elsewhere;
            around.returned = now;
        }
    }
}
