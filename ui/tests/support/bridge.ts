import { mockIPC } from "@tauri-apps/api/mocks";
import type { Agenda, View } from "../../src/api/bindings";
import { app } from "../../src/state/app.svelte";
import { clock } from "../../src/state/clock.svelte";
import { navigation } from "../../src/state/navigation.svelte";
import { query } from "../../src/state/query.svelte";
import { everything, NOW } from "../../mock/world";

type Answers = Record<string, (args: never) => unknown>;

/**
 * The state as Rust would have told it, and a bridge that records what is asked
 * for. What `answers` throws is what the command is refused with.
 */
export function given(some: Partial<View> = {}, answers: Answers = {}, agenda?: Agenda) {
  const told = everything(some);
  app.view = told.view;
  app.agenda = agenda ?? told.agenda;
  app.ready = true;
  clock.now = NOW;
  query.clear();
  navigation.home();
  const calls: [command: string, args: unknown][] = [];
  mockIPC(
    (command, args) => {
      calls.push([command, args]);
      return answers[command]?.(args as never) ?? null;
    },
    { shouldMockEvents: true },
  );
  return calls;
}

/** Without the marks that keep names of another direction apart. */
export const plain = (text: string | null | undefined) =>
  (text ?? "")
    .replace(/[\u2066-\u2069]/g, "")
    .replace(/\s+/g, " ")
    .trim();
