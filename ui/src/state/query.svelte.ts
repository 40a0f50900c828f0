import type { ErrorView, Understood } from "../api/bindings";
import { understand } from "../api/commands";
import { toasts } from "./toasts.svelte";

/** Long enough to finish a word, short enough to feel at once. */
const PAUSE = 120;
const NOTHING: Understood = { kind: "nothing" };

/** What is in the field, and what it means. */
export class Query {
  /** As the field shows it: in one line. */
  text = $state("");
  understood = $state.raw<Understood>(NOTHING);
  /** As it was given: an invitation keeps its lines. */
  #given = "";
  #asked = 0;
  #answered = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** What it stands for as a search: nothing, if it is a link or the like. */
  readonly search: string = $derived(
    this.understood.kind === "search" || this.understood.kind === "room" ? this.text : "",
  );

  get given(): string {
    return this.#given;
  }

  set(given: string): void {
    this.#given = given;
    this.text = given.replace(/\s*[\r\n]+\s*/g, " ");
    clearTimeout(this.#timer);
    if (given.trim() === "") {
      this.#answered = ++this.#asked;
      this.understood = NOTHING;
    } else {
      this.#timer = setTimeout(() => void this.#ask(), PAUSE);
    }
  }

  clear(): void {
    this.set("");
  }

  /** What the text means now, without waiting for the pause: for Enter. */
  async settle(): Promise<Understood> {
    clearTimeout(this.#timer);
    if (this.#given.trim() !== "") await this.#ask();
    return this.understood;
  }

  async #ask(): Promise<void> {
    const question = ++this.#asked;
    try {
      const answer = await understand(this.#given);
      // Answers may overtake each other.
      if (question < this.#answered) return;
      this.#answered = question;
      this.understood = answer;
    } catch (error) {
      toasts.failed(error as ErrorView);
    }
  }
}

export const query = new Query();
