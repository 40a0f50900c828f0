import type { ErrorView } from "../api/bindings";
import {
  checkServer,
  join,
  joinAgain,
  joinByPage,
  joinNext,
  joinText,
  rejoin,
  remember,
} from "../api/commands";
import type { Act } from "../meetings/choices";
import { app } from "../state/app.svelte";
import { navigation } from "../state/navigation.svelte";
import { attempt, toasts } from "../state/toasts.svelte";

/** The state travels beside the answer and may come a little later. */
const STATE_FOLLOWS_WITHIN = 300;

/** Joins a row of the agenda. What comes of it stands in `view.join`. */
export function joinRow(key: string): void {
  void follow(join(key));
}

export function joinOnceMore(): void {
  void follow(joinAgain());
}

export function joinWhatIsNext(): void {
  void follow(joinNext());
}

/** The room of last time, also that of another day. */
export function joinLastRoom(): void {
  void follow(rejoin());
}

export function joinInBrowser(): void {
  void follow(joinByPage());
}

/** Does what a line of the pop-up says. */
export function perform(act: Act, given: string): void {
  switch (act.act) {
    case "join":
      void follow(joinText(given, act.profile, act.choice));
      break;
    case "remember":
      void attempt(remember(given, act.choice));
      break;
    case "add-server":
      void attempt(checkServer(act.address, act.name));
      break;
    case "show-server":
      navigation.open({ name: "server", id: act.id });
      break;
  }
}

/** A failed join is on screen as state; what could not even begin is said here. */
async function follow(joining: Promise<void>): Promise<void> {
  try {
    await joining;
  } catch (error) {
    await new Promise((resolve) => setTimeout(resolve, STATE_FOLLOWS_WITHIN));
    if (app.view.join.state === "idle") toasts.failed(error as ErrorView);
  }
}
