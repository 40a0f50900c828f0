/** The keys of a shortcut as the settings write them, or nothing while only modifiers are held. */
export function keysOf(event: KeyboardEvent): string | null {
  const key = /^(?:Key|Digit)(.)$/.exec(event.code)?.[1] ?? /^F\d{1,2}$/.exec(event.code)?.[0];
  if (key === undefined) return null;
  const held = [
    event.ctrlKey && "Ctrl",
    event.altKey && "Alt",
    event.shiftKey && "Shift",
    event.metaKey && "Super",
  ].filter((name) => name !== false);
  // A letter alone would be taken from all typing.
  const isSafe = key.length > 1 || held.some((name) => name !== "Shift");
  return isSafe ? [...held, key].join("+") : null;
}
