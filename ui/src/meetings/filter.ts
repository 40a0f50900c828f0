import type { MeetingView, RoomView } from "../api/bindings";

/** Without case and accents: "Café" is found by "cafe". */
export function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();
}

// Folding a thousand rows takes longer than looking through them, and rows
// live through many keystrokes.
const folded = new WeakMap<object, string>();

function haystack(row: MeetingView | RoomView): string {
  let known = folded.get(row);
  if (known === undefined) {
    const parts =
      "title" in row ? [row.title, row.roomName, row.organiser, row.place] : [row.name, row.id];
    known = fold(parts.join("\n"));
    folded.set(row, known);
  }
  return known;
}

/** The rows that have every word of the query somewhere, or in the name of their server. */
export function matching<Row extends MeetingView | RoomView>(
  rows: readonly Row[],
  query: string,
  servers: ReadonlyMap<string, { name: string }>,
): readonly Row[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  const names = new Map([...servers].map(([id, { name }]) => [id, fold(name)]));
  return rows.filter((row) => {
    const own = haystack(row);
    return words.every(
      (word) => own.includes(word) || names.get(row.profile ?? "")?.includes(word),
    );
  });
}
