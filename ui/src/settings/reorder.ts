/**
 * Drags a row to another place by its grip. By pointer events and not the
 * browser's own dragging: the web view keeps that for files from outside.
 */
export function startDrag(
  event: PointerEvent & { currentTarget: HTMLElement },
  mark: (target: number | null) => void,
  drop: (target: number) => void,
): void {
  const grip = event.currentTarget;
  const rows = [...(grip.closest("[data-rows]")?.children ?? [])];
  const from = rows.findIndex((row) => row.contains(grip));
  let target = from;
  grip.setPointerCapture(event.pointerId);

  function move({ clientY }: PointerEvent): void {
    const passed = rows.filter((row, index) => {
      const { top, height } = row.getBoundingClientRect();
      return index !== from && top + height / 2 < clientY;
    });
    target = passed.length;
    mark(target === from ? null : target);
  }

  function end({ type }: Event): void {
    grip.removeEventListener("pointermove", move);
    grip.removeEventListener("pointerup", end);
    grip.removeEventListener("pointercancel", end);
    mark(null);
    if (type === "pointerup" && target !== from) drop(target);
  }

  grip.addEventListener("pointermove", move);
  grip.addEventListener("pointerup", end);
  grip.addEventListener("pointercancel", end);
}
