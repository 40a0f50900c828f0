/**
 * ↑ and ↓ go through everything marked `data-item`, in the order of the page;
 * ↑ from the first goes back to the field. `start` is where the field's own
 * Enter points: ↓ goes on from there.
 */
export function arrows(event: KeyboardEvent, root: HTMLElement): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || event.defaultPrevented || !(event.target instanceof HTMLElement))
    return;
  const items = [...root.querySelectorAll<HTMLElement>("[data-item]")];
  const field = root.querySelector<HTMLElement>("[data-query]");
  const at = items.findIndex((item) => item.contains(event.target as Node));
  if (event.target !== field && at === -1 && event.target !== document.body) return;
  event.preventDefault();
  const next = at === -1 ? (step > 0 ? 0 : -1) : at + step;
  const target = next < 0 ? field : items[next];
  target?.focus();
  target?.scrollIntoView({ block: "nearest" });
}
