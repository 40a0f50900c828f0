/** Milliseconds in which nobody can have read what has just come. */
const SETTLES = 700;

/**
 * Keeps keys from what has just come above the windows: who was typing into
 * another one must not join, or send the reminder away, by the next letter.
 */
export function untilSettled(now: () => number): (event: KeyboardEvent) => void {
  const came = now();
  return (event) => {
    if (now() - came >= SETTLES) return;
    event.preventDefault();
    event.stopPropagation();
  };
}
