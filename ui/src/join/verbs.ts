import type { JoinView } from "../api/bindings";
import { isKeychainTrouble, wantsPassword } from "../setup/keychain";

type Failed = Extract<JoinView, { state: "failed" }>;

/** What can be done about a join that failed, the likeliest help first. */
export type Verb = "change-password" | "open-page" | "try-again";

/** Trouble that may be over the next time. */
const PASSING = new Set([
  "host-unknown",
  "server-unreachable",
  "connection-cut",
  "timed-out",
  "tls-failed",
  "server-failed",
  "answer-unreadable",
  "browser-failed",
  "interrupted",
]);

export function verbsFor({ error, profile, hasPage }: Failed): Verb[] {
  const verbs: Verb[] = [];
  if (isKeychainTrouble(error)) verbs.push("try-again");
  if (wantsPassword(error) && profile !== null) verbs.push("change-password");
  if (PASSING.has(error.code)) verbs.push("try-again");
  if (hasPage) verbs.push("open-page");
  return verbs;
}
