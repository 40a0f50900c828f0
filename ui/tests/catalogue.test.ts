import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { FluentResource } from "@fluent/bundle";
import { parse } from "svelte/compiler";
import { describe, expect, it } from "vitest";

/** No text outside the catalogue, none missing in it, none left over. */

const LOCALES = "../src-tauri/crates/launcher-core/locales";
const LANGUAGES = ["en", "de", "ar"];
/** What people read or hear although it is an attribute. */
const SPOKEN = ["aria-label", "title", "placeholder", "alt", "label", "hint"];

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((name) => /\.(svelte|ts)$/.test(name) && !name.endsWith("bindings.ts"))
  .map((name) => ({ name, source: readFileSync(join("src", name), "utf8") }));

const keysOf = (language: string) =>
  [...new FluentResource(readFileSync(`${LOCALES}/${language}/window.ftl`, "utf8")).body].map(
    ({ id }) => id,
  );

/** Keys as written, with what is filled in as `${}`. */
const used = files.flatMap(({ source }) =>
  [...source.matchAll(/["`](window-(?:[a-z0-9-]|\$\{[^}]*\})+)["`]/g)].map(([, key]) =>
    (key ?? "").replace(/\$\{[^}]*\}/g, "${}"),
  ),
);
const pattern = (key: string) => new RegExp(`^${key.replaceAll("${}", "[a-z0-9-]+?")}$`);

type Node = { type: string; name?: string; data?: string; value?: unknown };

/** Literal words in the markup of a component. */
function literals(source: string): string[] {
  const found: string[] = [];
  const hasWords = (text: string) => /\p{L}{2,}/u.test(text);
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(walk);
    if (typeof node !== "object" || node === null) return;
    const { type, name, data, value } = node as Node;
    if (type === "Text" && data && hasWords(data)) found.push(data.trim());
    if (type === "Attribute") {
      if (name && SPOKEN.includes(name)) walk(value);
      // Other attributes are for machines.
      return;
    }
    for (const [key, child] of Object.entries(node)) {
      if (key !== "parent" && key !== "metadata") walk(child);
    }
  };
  walk(parse(source, { modern: true }).fragment);
  return found;
}

describe("the catalogue", () => {
  it.each(LANGUAGES)("has every key that is used, in %s", (language) => {
    const keys = keysOf(language);
    const missing = used.filter((key) => !keys.some((known) => pattern(key).test(known)));
    expect(missing).toEqual([]);
  });

  it("is asked for no key of the other files, which the page does not have", () => {
    const asked = files.flatMap(({ source }) =>
      [...source.matchAll(/\btext\(([^)]*)\)/g)].flatMap(([, given]) => [
        ...(given ?? "").matchAll(/["`]([a-z]+-[a-z-]+)["`]/g),
      ]),
    );
    const strange = asked.map(([, key]) => key ?? "").filter((key) => !key.startsWith("window-"));
    expect(strange).toEqual([]);
  });

  it("has the same keys in every language, each once", () => {
    const english = keysOf("en");
    expect(new Set(english).size).toBe(english.length);
    for (const language of LANGUAGES) expect(keysOf(language)).toEqual(english);
  });

  it("has no key that nobody uses", () => {
    const patterns = [...new Set(used)].map(pattern);
    const unused = keysOf("en").filter((key) => !patterns.some((used) => used.test(key)));
    expect(unused).toEqual([]);
  });

  it("holds every text of the components", () => {
    const outside = files
      .filter(({ name }) => name.endsWith(".svelte"))
      .flatMap(({ name, source }) => literals(source).map((text) => `${name}: ${text}`));
    expect(outside).toEqual([]);
  });
});

describe("the bridge", () => {
  it("is used by the files of src/api and no others", () => {
    const users = files.filter(({ source }) => source.includes("@tauri-apps/api"));
    expect(users.map(({ name }) => name).sort()).toEqual(["api/commands.ts", "api/events.ts"]);
  });

  it("finds no style attribute and no raw markup: the policy forbids the one, we the other", () => {
    const found = files.filter(({ source }) => /\sstyle=|\{@html/.test(source));
    expect(found.map(({ name }) => name)).toEqual([]);
  });
});
