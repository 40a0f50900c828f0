import { render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { ailing, error, healthy } from "../mock/world";
import Diagnostics from "../src/settings/Diagnostics.svelte";
import { toasts } from "../src/state/toasts.svelte";
import { given, plain } from "./support/bridge";

describe("diagnostics", () => {
  const look = () => userEvent.click(screen.getByRole("button", { name: "Look for problems" }));

  it("say what is to be done first, and keep what is well for whoever wants it", async () => {
    given({}, { diagnose: () => ailing });
    render(Diagnostics);
    await look();
    expect(await screen.findByText("Something does not work")).toBeVisible();
    const [section] = ailing.sections;
    const [version, speed] = section!.findings;
    const shown = screen.getByText(version!.message).closest("li")!;
    expect(plain(shown.textContent)).toContain(`Warning: ${version!.label} ${version!.message}`);
    expect(within(shown).getByText(version!.hint!)).toBeVisible();
    expect(screen.getByText(speed!.message).closest("details")).not.toHaveAttribute("open");
  });

  it("are not begun twice, and say that they go on", async () => {
    let answer: (found: typeof healthy) => void = () => {};
    const calls = given({}, { diagnose: () => new Promise((resolve) => (answer = resolve)) });
    render(Diagnostics);
    await look();
    expect(screen.getByRole("status")).toHaveTextContent(/Looking/);
    await look();
    expect(calls.filter(([command]) => command === "diagnose")).toHaveLength(1);
    answer(healthy);
    expect(await screen.findByText("Everything is well")).toBeVisible();
  });

  it("renew a report that is shown, and tell a failure", async () => {
    let reports = 0;
    const trouble = error("resident-gone", "The background part is gone", "Try again");
    const calls = given(
      {},
      {
        diagnose: () => {
          throw trouble;
        },
        report: () => `report ${(reports += 1)}`,
      },
    );
    render(Diagnostics);
    await userEvent.click(screen.getByRole("button", { name: "Show report" }));
    expect(await screen.findByLabelText("Report")).toHaveValue("report 1");
    await look();
    await vi.waitFor(() => expect(screen.getByLabelText("Report")).toHaveValue("report 2"));
    expect(toasts.items.map(({ text }) => text)).toContain(trouble.message);
    await userEvent.click(screen.getByRole("button", { name: "Copy report" }));
    expect(calls).toContainEqual(["copy", { what: { what: "report" } }]);
  });
});
