import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import english from "$locales/en/window.ftl?raw";
import { Formats, localeFor } from "./format";

type Language = "en" | "de" | "ar";

/** English is at hand; the others come when they are asked for. */
const CATALOGUES: Record<Language, () => Promise<string>> = {
  en: async () => english,
  de: async () => (await import("$locales/de/window.ftl?raw")).default,
  ar: async () => (await import("$locales/ar/window.ftl?raw")).default,
};
const RIGHT_TO_LEFT = new Set<string>(["ar"]);

/** Numbers in texts are written as in times, so by the same locale. */
function bundleOf(language: string, catalogue: string): FluentBundle {
  const bundle = new FluentBundle(localeFor(language, navigator.language));
  bundle.addResource(new FluentResource(catalogue));
  return bundle;
}

const ENGLISH = bundleOf("en", english);

class Texts {
  #bundle = $state.raw(ENGLISH);
  language = $state("en");
  readonly formats: Formats = $derived(new Formats(this.language, navigator.language));

  /** Switches to a language tag such as `de`, or to English if it is not ours. */
  async use(tag: string): Promise<void> {
    const base = tag.split("-")[0] ?? "";
    const language = base in CATALOGUES ? (base as Language) : "en";
    this.#bundle = bundleOf(language, await CATALOGUES[language]());
    this.language = language;
    document.documentElement.lang = language;
    document.documentElement.dir = RIGHT_TO_LEFT.has(language) ? "rtl" : "ltr";
  }

  format(key: string, values?: Record<string, FluentVariable>): string {
    const bundle = this.#bundle.hasMessage(key) ? this.#bundle : ENGLISH;
    const pattern = bundle.getMessage(key)?.value;
    return pattern ? bundle.formatPattern(pattern, values ?? null, []) : key;
  }
}

export const texts = new Texts();

/** The text of a key in the person's language. */
export const text = (key: string, values?: Record<string, FluentVariable>): string =>
  texts.format(key, values);
