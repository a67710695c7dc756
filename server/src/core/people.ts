/** Who a document is about, and with whom. */
import { valueOf } from './front-matter.ts';
import type { Entry, FrontMatter, Section, Words } from './model.ts';

export interface People {
  readonly report: Words | null;
  readonly manager: Words | null;
}

/**
 * Front matter first, then lines such as `Employee: X` before the first section, then a title such as
 * `1:1 Dana Reyes / Sam Osei`, which names the report first.
 */
export function peopleOf(frontMatter: FrontMatter | null, opening: Section | null, title: Words | null): People {
  const lines = opening?.sections.flatMap((section) => (section.form === 'heading' ? [] : [section])) ?? [];
  const entries = opening?.entries ?? [];
  const named = title === null ? null : pairInTitle(title);
  return {
    report:
      valueOf(frontMatter, 'report') ??
      lineFor(/^(?:report|employee|person|mitarbeiter(?:in)?)$/i, entries, lines) ??
      named?.[0] ??
      null,
    manager:
      valueOf(frontMatter, 'manager') ??
      lineFor(/^(?:manager|führungskraft|responsable)$/i, entries, lines) ??
      named?.[1] ??
      null,
  };
}

function lineFor(key: RegExp, entries: readonly Entry[], sections: readonly Section[]): Words | null {
  for (const entry of entries) {
    const colon = entry.text.indexOf(':');
    if (colon < 0 || !key.test(entry.text.slice(0, colon).trim())) continue;
    const text = entry.text.slice(colon + 1).trim();
    if (text !== '')
      return { text, place: { ...entry.words, start: Math.max(entry.words.start, entry.words.end - text.length) } };
  }
  for (const section of sections) {
    const first = section.entries[0];
    if (first !== undefined && key.test(section.title.text)) return { text: first.text, place: first.words };
  }
  return null;
}

/** One of the spellings of 1:1, then two names. */
const pair =
  /^\P{L}*(?:1[:-]1s?|1-?on-?1s?|one-on-ones?|121)\b[\s:–—-]*(?<first>\p{Lu}[^/&|,]{0,60}?) ?(?:[/&|,]| and | und | with ) ?(?<second>\p{Lu}[^/&|,]{0,60})$/iu;

export function pairInTitle(title: Words): readonly [Words, Words] | null {
  const match = pair.exec(title.text);
  const first = match?.groups?.first?.trim();
  const second = match?.groups?.second?.trim();
  if (!first || !second || !startsUpper(first) || !startsUpper(second)) return null;
  const words = (text: string): Words => ({ text, place: title.place });
  return [words(first), words(second)];
}

function startsUpper(name: string): boolean {
  return /^\p{Lu}/u.test(name);
}
