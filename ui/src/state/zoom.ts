import { setZoom } from "../api/commands";

const STEPS = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2];
const REMEMBERED = "zoom";

function current(): number {
  const stored = Number(localStorage.getItem(REMEMBERED));
  return STEPS.includes(stored) ? stored : 1;
}

function apply(factor: number): void {
  localStorage.setItem(REMEMBERED, String(factor));
  // A web view that cannot zoom is no reason to disturb anybody.
  setZoom(factor).catch(() => undefined);
}

export function restoreZoom(): void {
  if (current() !== 1) apply(current());
}

/** Zooms by so many steps; 0 is back to 100 %. */
export function zoom(steps: number): void {
  const next = STEPS[STEPS.indexOf(current()) + steps];
  apply(steps === 0 ? 1 : (next ?? current()));
}
