import type { ErrorView, Level } from "../api/bindings";

export interface Toast {
  id: number;
  level: Level;
  text: string;
  hint: string;
}

/** Long enough to read two lines; errors stay until they are closed. */
const SHOWN_FOR = 6000;

class Toasts {
  items = $state.raw<Toast[]>([]);
  #count = 0;

  show(text: string, level: Level = "info", hint = ""): void {
    // The same sentence twice says nothing new.
    const others = this.items.filter((toast) => toast.text !== text);
    const id = ++this.#count;
    this.items = [...others, { id, level, text, hint }];
    if (level === "info") setTimeout(() => this.close(id), SHOWN_FOR);
  }

  close(id: number): void {
    this.items = this.items.filter((toast) => toast.id !== id);
  }

  /** Says what a command that failed says. */
  failed(error: ErrorView): void {
    this.show(error.message, "error", error.hint);
  }
}

export const toasts = new Toasts();

/** Waits for a command; what fails is said in a toast. True if it went well. */
export async function attempt(command: Promise<unknown>): Promise<boolean> {
  try {
    await command;
    return true;
  } catch (error) {
    toasts.failed(error as ErrorView);
    return false;
  }
}
