const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * The locale for times: that of the system, with its own order and clock, if it
 * speaks the language of the texts; a German date in an English sentence helps
 * nobody.
 */
export function localeFor(language: string, system: string): string {
  return system.split("-")[0] === language ? system : language;
}

/** Times as the person writes them, in the zone of this computer. */
export class Formats {
  readonly #time: Intl.DateTimeFormat;
  readonly #day: Intl.DateTimeFormat;
  readonly #shortDay: Intl.DateTimeFormat;
  readonly #relative: Intl.RelativeTimeFormat;
  readonly #list: Intl.ListFormat;
  readonly #locale: string;
  readonly #zoned = new Map<string, Intl.DateTimeFormat>();

  constructor(language: string, system: string) {
    const locale = localeFor(language, system);
    this.#locale = locale;
    this.#time = new Intl.DateTimeFormat(locale, { timeStyle: "short" });
    this.#day = new Intl.DateTimeFormat(locale, {
      weekday: "long",
      day: "numeric",
      month: "long",
    });
    this.#shortDay = new Intl.DateTimeFormat(locale, {
      weekday: "short",
      day: "numeric",
      month: "short",
    });
    this.#relative = new Intl.RelativeTimeFormat(locale, { numeric: "always" });
    this.#list = new Intl.ListFormat(locale, { type: "conjunction" });
  }

  time(at: number): string {
    return this.#time.format(at);
  }

  day(at: number): string {
    return this.#day.format(at);
  }

  shortDay(at: number): string {
    return this.#shortDay.format(at);
  }

  list(names: string[]): string {
    return this.#list.format(names);
  }

  number(value: number): string {
    return new Intl.NumberFormat(this.#locale).format(value);
  }

  /** "in 2 minutes", "4 minutes ago", in the unit that suits. */
  relative(at: number, now: number): string {
    const distance = at - now;
    const size = Math.abs(distance);
    if (size < HOUR) return this.#relative.format(Math.round(distance / MINUTE), "minute");
    if (size < DAY) return this.#relative.format(Math.round(distance / HOUR), "hour");
    return this.#relative.format(Math.round(distance / DAY), "day");
  }

  /** From when to when it is in another zone, with the zone named: "09:00 – 10:00 GMT-5". */
  timeIn(zone: string, start: number, end: number): string | null {
    try {
      return this.#formatIn(zone).formatRange(start, end);
    } catch {
      // A zone this computer does not know.
      return null;
    }
  }

  /** Making a format is slow, and a list has many rows of few zones. */
  #formatIn(zone: string): Intl.DateTimeFormat {
    let format = this.#zoned.get(zone);
    if (!format) {
      format = new Intl.DateTimeFormat(this.#locale, {
        hour: "numeric",
        minute: "2-digit",
        timeZone: zone,
        timeZoneName: "short",
      });
      this.#zoned.set(zone, format);
    }
    return format;
  }

  /** The name of a language by its tag, in the person's language. */
  language(tag: string): string {
    return new Intl.DisplayNames(this.#locale, { type: "language" }).of(tag) ?? tag;
  }
}
