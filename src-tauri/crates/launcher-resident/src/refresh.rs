//! Loads lists by themselves, when the schedule says so, and tells the person
//! when those that failed are tried again.

mod around;
mod tries;

use std::convert::Infallible;

use tokio::task::JoinSet;

use crate::alarm;
use crate::local::Local;
use around::Surroundings;
use tries::Tries;

/// Works for as long as it is awaited. Nothing is awake when nothing is due.
pub(crate) async fn keep_fresh(local: &Local) -> Infallible {
    let launcher = local.launcher();
    let mut states = launcher.subscribe();
    let mut surroundings = Surroundings::of(local);
    let mut running = JoinSet::new();
    let mut tries = Tries::default();
    loop {
        let now = local.now();
        let around = surroundings.around(local);
        let plan = launcher.read(|state| tries.plan(state, &around, now));
        for (id, at) in &plan.next_tries {
            launcher.set_next_try(id, *at);
        }
        for (id, ask) in plan.due {
            tries.begin(&id, now);
            let launcher = launcher.clone();
            running.spawn(async move {
                let outcome = launcher.refresh_part(&id, now, ask).await;
                (id, outcome.map(|outcome| outcome.is_ok()))
            });
        }
        tokio::select! {
            Ok(()) = states.changed() => {}
            window_came = surroundings.changed(local) => if window_came {
                local.renew_policy().await;
            },
            Some(Ok((id, Some(loaded)))) = running.join_next() => tries.tried(&id, loaded),
            () = alarm::until(plan.wake, local.clock()) => local.renew_policy().await,
        }
    }
}
