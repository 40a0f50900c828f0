/** The numbers OpenMeetings gives the languages of its pages. */
const TAGS: readonly (readonly [string, number])[] = [
  ["en", 1],
  ["de", 2],
  ["fr", 4],
  ["it", 5],
  ["pt", 6],
  ["pt-BR", 7],
  ["es", 8],
  ["ru", 9],
  ["sv", 10],
  ["zh-CN", 11],
  ["zh-TW", 12],
  ["ko", 13],
  ["ar", 14],
  ["ja", 15],
  ["id", 16],
  ["hu", 17],
  ["tr", 18],
  ["uk", 19],
  ["th", 20],
  ["fa", 21],
  ["cs", 22],
  ["gl", 23],
  ["fi", 24],
  ["pl", 25],
  ["el", 26],
  ["nl", 27],
  ["he", 28],
  ["ca", 29],
  ["bg", 30],
  ["da", 31],
  ["sk", 32],
  ["bn", 33],
  ["hi", 34],
  ["ta", 35],
  ["lo", 36],
  ["ku", 37],
  ["tk", 38],
  ["ur", 39],
];

/** German as the study service Stud.IP words it: a variant no list of names knows. */
const STUD_IP = { tag: "de", number: 3, suffix: " (Stud.IP)" };

/** Number and name of each, by name. */
export function pageLanguages(
  nameOf: (tag: string) => string,
  locale: string,
): { value: number; name: string }[] {
  const all = TAGS.map(([tag, value]) => ({ value, name: nameOf(tag) }));
  all.push({ value: STUD_IP.number, name: nameOf(STUD_IP.tag) + STUD_IP.suffix });
  return all.sort((a, b) => a.name.localeCompare(b.name, locale));
}
