/**
 * WebKitGTK draws sixty frames a second for as long as it shows a caret, even one that
 * does not blink, and the field for links has the focus whenever the window has. So
 * the caret goes after some seconds without a key, and is back before the next one is
 * taken: the field keeps its focus and its frame, and nothing that is typed is lost.
 */

const RESTS_AFTER = 5_000;

/** Before these are acted on, the caret has to be there. */
const NEEDS_CARET = ["keydown", "beforeinput", "compositionstart", "paste", "drop"] as const;

/** After these the person is at it. */
const AT_WORK = ["focusin", "pointerdown", "input", "compositionend"] as const;

interface Resting {
  field: HTMLInputElement | HTMLTextAreaElement;
  at: number;
}

/** Lets the caret rest from now on, as long as the page lives. */
export function letCaretRest(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let resting: Resting | null = null;
  let composing = false;

  function rest(): void {
    const field = fieldInUse();
    const at = field?.selectionStart ?? null;
    // What is selected has no caret.
    if (!field || at === null || at !== field.selectionEnd || composing) return;
    document.getSelection()?.removeAllRanges();
    resting = { field, at };
  }

  function wake(): void {
    clearTimeout(timer);
    timer = setTimeout(rest, RESTS_AFTER);
    if (!resting) return;
    const { field, at } = resting;
    resting = null;
    if (field === fieldInUse()) field.setSelectionRange(at, at);
  }

  // Where it is put then is where it belongs.
  function start({ type }: Event): void {
    if (type === "compositionend") composing = false;
    resting = null;
    wake();
  }

  function use({ type }: Event): void {
    if (type === "compositionstart") composing = true;
    wake();
  }

  for (const type of NEEDS_CARET) addEventListener(type, use, true);
  for (const type of AT_WORK) addEventListener(type, start, true);
  wake();
}

function fieldInUse(): Resting["field"] | null {
  const active = document.activeElement;
  const isField = active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement;
  return isField ? active : null;
}
