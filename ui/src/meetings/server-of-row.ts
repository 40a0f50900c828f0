import { app } from "../state/app.svelte";

/** The name of the server a row of the agenda is on. */
export function serverOfRow(key: string | null): string | null {
  const { meetings, rooms } = app.agenda;
  const row = key === null ? undefined : [...meetings, ...rooms].find((row) => row.key === key);
  return (row && app.profiles.get(row.profile)?.name) ?? null;
}
