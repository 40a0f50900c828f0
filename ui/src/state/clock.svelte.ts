const MINUTE = 60_000;

/**
 * The time, to the minute. Ticks when a minute begins and sleeps in between, and
 * altogether while nobody sees the window.
 */
class Clock {
  now = $state(Date.now());
  #timer: ReturnType<typeof setTimeout> | undefined;

  start(): void {
    document.addEventListener("visibilitychange", () => this.#tick());
    this.#tick();
  }

  #tick(): void {
    clearTimeout(this.#timer);
    if (document.hidden) return;
    this.now = Date.now();
    this.#timer = setTimeout(() => this.#tick(), MINUTE - (this.now % MINUTE));
  }
}

export const clock = new Clock();
