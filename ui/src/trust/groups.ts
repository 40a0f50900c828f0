/** A fingerprint in groups of four, after what says how it was made. */
export function grouped(key: string): string[] {
  const kind = /^\w+\/\//.exec(key)?.[0] ?? "";
  return [kind, ...(key.slice(kind.length).match(/.{1,4}/g) ?? [])].filter((group) => group);
}
