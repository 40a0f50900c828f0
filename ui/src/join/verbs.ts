import type { JoinView } from "../api/bindings";

type Failed = Extract<JoinView, { state: "failed" }>;

/** What can be done about a join that failed, the likeliest help first. */
export type Verb = "change-password" | "open-page" | "try-again";

const PASSWORD = new Set(["bad-credentials", "secret-missing"]);
/** Trouble that may be over the next time. */
const PASSING = new Set([
  "host-unknown",
  "server-unreachable",
  "connection-cut",
  "timed-out",
  "tls-failed",
  "server-failed",
  "answer-unreadable",
  "keychain-missing",
  "keychain-locked",
  "keychain-failed",
  "browser-failed",
  "interrupted",
]);

export function verbsFor({ error, profile, hasPage }: Failed): Verb[] {
  const verbs: Verb[] = [];
  if (PASSWORD.has(error.code) && profile !== null) verbs.push("change-password");
  if (PASSING.has(error.code)) verbs.push("try-again");
  if (hasPage) verbs.push("open-page");
  return verbs;
}
