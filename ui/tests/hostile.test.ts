import { render } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import type { Understood } from "../src/api/bindings";
import Meetings from "../src/views/Meetings.svelte";
import { agenda, at, error, meeting, NOW, profile, room } from "../mock/world";
import { query } from "../src/state/query.svelte";
import { given, plain } from "./support/bridge";

/**
 * Texts of servers as they reach the page: control characters and what turns the
 * direction is gone by then, what browsers and menus read is not.
 */
const HOSTILE = [
  `<img src="x" onerror="document.title='owned'">`,
  `<script>document.title="owned"</script>`,
  `<svg onload="document.title='owned'"><a href="https://evil.example">here</a></svg>`,
  `"><b>bold</b><iframe src="https://evil.example"></iframe>`,
  `&lt;b&gt; &amp; &#60;b&#62;`,
  `<style>*{display:none}</style></ul></main>`,
  `{@html "<b>x</b>"} {title} \${title} { $server }`,
  `javascript:document.title="owned"`,
  `_File &Edit && __`,
  `اجتماع <b dir="ltr">الفريق</b>`,
  `W${"̈".repeat(100)}`,
  "x".repeat(500),
];

/** Nothing of these is ever made by a name. */
const MADE = "img, script, iframe, style, b, svg a, [onerror], [onload], a[href^='javascript:']";

/** What the screen is made of, whatever it is about. */
function elements(container: Element): string[] {
  return [...container.querySelectorAll("*")].map((element) => element.tagName);
}

function shown(name: string) {
  const row = meeting(name, at("10:10"), 30, { roomName: name, organiser: name });
  const list = agenda();
  const rooms = [room(4711, name)];
  given(
    { profiles: [profile({ name, login: name, serverVersion: name })] },
    {},
    { ...list, meetings: [row], rooms },
  );
  return render(Meetings);
}

describe("a name that a server sent", () => {
  it.each(HOSTILE)("is text, and makes nothing of the page: %s", (name) => {
    const usual = shown("Name");
    const expected = elements(usual.container);
    const made = usual.container.querySelectorAll(MADE).length;
    usual.unmount();
    const { container } = shown(name);
    expect(container.querySelectorAll(MADE)).toHaveLength(made);
    expect(elements(container)).toEqual(expected);
    expect(plain(container.textContent)).toContain(plain(name));
    expect(document.title).not.toBe("owned");
  });

  it.each(HOSTILE)("is text in an invitation and in an error: %s", async (name) => {
    const invitation: Understood = {
      kind: "invitation",
      meetings: [
        {
          title: name,
          start: NOW + 600_000,
          end: NOW + 1_200_000,
          openFrom: NOW,
          zone: name,
          organiser: name,
          repeats: false,
          cancelled: false,
          known: "new",
          host: "meet.example.org",
        },
      ],
    };
    const failed = error("server-failed", name, name, name);
    given(
      {
        join: {
          state: "failed",
          target: name,
          key: null,
          profile: null,
          hasPage: false,
          error: failed,
        },
      },
      { understand: () => invitation },
    );
    const { container } = render(Meetings);
    query.set("BEGIN:VCALENDAR");
    await query.settle();
    expect(container.querySelectorAll("script, iframe, style, [onerror], [onload]")).toHaveLength(
      0,
    );
    expect(
      container.querySelector("img[src='x'], b:not([class]), a[href^='https://evil']"),
    ).toBeNull();
    expect(plain(container.textContent)).toContain(plain(name));
    expect(document.title).not.toBe("owned");
  });
});
