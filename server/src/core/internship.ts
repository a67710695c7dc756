/** What an internship document says: its terms, its preparation, its ways of working. */
import { addMonths } from './calendar.ts';
import { findDates } from './dates.ts';
import { valueOf } from './front-matter.ts';
import type { Day, Document, Entry, Section, Series, Words } from './model.ts';
import { fold } from './names.ts';

/** The terms that both managers agree on before an internship starts, where they are written. */
export interface Terms {
  readonly share: (Words & { readonly percent: number | null }) | null;
  readonly start: Term | null;
  readonly end: Term | null;
}

export interface Term extends Words {
  /** Null where the text is no date. */
  readonly day: Day | null;
}

/** The shares of working time that may be agreed, in percent. */
export const shares: readonly number[] = [10, 20];

/** From the front matter of any document of the series, else from a line such as `Time share: 10%`. */
export function termsOf({ documents }: Series): Terms {
  const lines = documents.flatMap(labelledLines);
  const find = (key: string, label: RegExp): Words | null => {
    for (const { note } of documents) {
      const value = valueOf(note.frontMatter, key);
      if (value !== null) return value;
    }
    return lines.find((line) => label.test(line.label))?.value ?? null;
  };
  const share = find('share', /^(?:time )?share$/);
  return {
    share: share === null ? null : { ...share, percent: percentIn(share.text) },
    start: term(find('started', /^start(?:s|ed)?(?: date)?$/)),
    end: term(find('ends', /^end(?:s|ed)?(?: date)?$/)),
  };
}

/**
 * The first and the last day on which an internship may end: after six weeks, which may run from a Monday to a Friday,
 * and after three months.
 */
export function endsFor(start: Day): { readonly earliest: Day; readonly latest: Day } {
  return { earliest: start + 6 * 7 - 3, latest: addMonths(start, 3) };
}

/** Whether the agreed end has passed: nothing more is to be prepared then. */
export function isOver(series: Series, today: Day): boolean {
  const day = termsOf(series).end?.day ?? null;
  return day !== null && day < today;
}

/** The modules to work through before the first day. */
export type Module = 'introduction' | 'intermediate';

/** Those that no list says anything of: under a title that speaks of preparation, or in a line that does. */
export function missingModules(series: Series): Module[] {
  const spoken = series.documents.flatMap(textsOf).filter((text) => preparation.test(text));
  return (['introduction', 'intermediate'] as const).filter(
    (name) => !spoken.some((text) => moduleWords[name].test(text)),
  );
}

/** Whether the documents say how the intern works with the team, in any of the three ways. */
export function saysHowToWork(series: Series): boolean {
  return series.documents.flatMap(textsOf).some((text) => waysOfWorking.some((way) => way.test(text)));
}

// ---------------------------------------------------------------------------------------------------------------

const preparation = /prepar|training|onboard|module|vorbereit|schulung/i;

const moduleWords: Readonly<Record<Module, RegExp>> = {
  introduction: /introduct|\bintro\b|einführung/i,
  intermediate: /intermediate|aufbau/i,
};

const waysOfWorking: readonly RegExp[] = [
  /\bpair(?:s|ed|ing)?\b/i,
  /\bshadow(?:s|ed|ing)?\b.{1,60}\bon-? ?call\b/i,
  /\bon-? ?call\b.{1,30}\bshadow/i,
  /\bshadow(?:s|ed|ing)?\b.{1,60}\b(?:delivery|release)/i,
  /\b(?:delivery|release)\b.{1,30}\bshadow/i,
];

function term(words: Words | null): Term | null {
  return words === null ? null : { ...words, day: findDates(words.text)[0]?.day ?? null };
}

/** `10%`, `10 % of her time`, and a front matter's bare `10`. */
function percentIn(text: string): number | null {
  const number = /^\D{0,20}(\d{1,3}) ?(?:%|percent|prozent|$)/i.exec(text)?.[1];
  return number === undefined ? null : Number(number);
}

/** Lines of the form `Label: value`, in document order; the label is folded. */
function labelledLines({ note }: Document): { readonly label: string; readonly value: Words }[] {
  const lines: { label: string; value: Words }[] = [];
  const inEntries = (entries: readonly Entry[]): void => {
    for (const { text, words, entries: nested } of entries) {
      const colon = text.indexOf(':');
      const value = text.slice(colon + 1).trim();
      if (colon > 0 && colon <= 30 && value !== '') {
        const start = Math.max(words.start, words.end - value.length);
        lines.push({ label: fold(text.slice(0, colon)), value: { text: value, place: { ...words, start } } });
      }
      inEntries(nested);
    }
  };
  const inSection = (section: Section): void => {
    // A label of its own has its value as the first line below.
    const [first] = section.entries;
    if (section.form !== 'heading' && first !== undefined) {
      const value = { text: first.text, place: first.words };
      lines.push({ label: fold(section.title.text.replace(/:\s*$/, '')), value });
    }
    inEntries(section.entries);
    section.sections.forEach(inSection);
  };
  for (const { section } of note.regions) if (section !== null) inSection(section);
  return lines;
}

/** Every title and line, each behind the titles it stands under. */
function textsOf({ note }: Document): string[] {
  const texts: string[] = [];
  const inEntries = (entries: readonly Entry[], above: string): void => {
    for (const { text, entries: nested } of entries) {
      texts.push(`${above} ${text}`);
      inEntries(nested, clipped(`${above} ${text}`));
    }
  };
  const inSection = (section: Section, above: string): void => {
    const titles = clipped(`${above} ${section.title.text}`);
    texts.push(titles);
    inEntries(section.entries, titles);
    for (const table of section.tables) for (const { text } of table.rows.flat()) texts.push(`${titles} ${text}`);
    section.sections.forEach((child) => inSection(child, titles));
  };
  for (const { section } of note.regions) if (section !== null) inSection(section, '');
  return texts;
}

/** What stands above is repeated for every line below: enough of it to tell what it is about. */
function clipped(text: string): string {
  return text.slice(-300);
}
