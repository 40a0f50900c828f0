/** The time, each second: this page lives for minutes, and counts down. */
class Seconds {
  now = $state(Date.now());

  start(): void {
    setInterval(() => (this.now = Date.now()), 1000);
  }
}

export const seconds = new Seconds();
