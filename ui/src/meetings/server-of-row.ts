import { app } from "../state/app.svelte";

/** The name of the server a row of the agenda is on. */
export function serverOfRow(key: string | null): string | null {
  const { meetings, rooms } = app.agenda;
  const row = key === null ? undefined : [...meetings, ...rooms].find((row) => row.key === key);
  if (row === undefined) return null;
  if ("place" in row) return row.place;
  return app.profiles.get(row.profile)?.name ?? null;
}
