/** How to read a document: what the configuration adds to the known names and forms. */
import type { Configuration, QuarterSettings } from './configuration.ts';
import { fileNameYear } from './dates.ts';
import type { Meaning } from './model.ts';
import { fold } from './names.ts';

export interface Reading {
  /** Further section titles, folded, by what they mean. */
  readonly aliases: ReadonlyMap<string, Meaning>;
  readonly numericOrder: 'mdy' | 'dmy' | null;
  /** What `end of quarter` means. */
  readonly quarters: QuarterSettings;
  /** The file's name without folders: the last place a meeting's date is looked for. */
  readonly fileName: string;
  /** The year in the file's name, else the folder that is only a year: dates without one may have it. */
  readonly fileYear: number | null;
}

/** `path` has forward slashes. */
export function readingOf(configuration: Configuration, path: string): Reading {
  const aliases = new Map<string, Meaning>();
  for (const [key, titles] of configuration.headings) {
    const meaning = headingKeys.get(key);
    if (meaning !== undefined) for (const title of titles) aliases.set(fold(title), meaning);
  }
  return {
    aliases,
    numericOrder: configuration.dates.numericOrder,
    quarters: configuration.quarters,
    ...namesOf(path),
  };
}

function namesOf(path: string): Pick<Reading, 'fileName' | 'fileYear'> {
  const folders = path.split('/');
  const fileName = folders.pop()!;
  const folder = folders.findLast((name) => /^(?:19|20|21)\d{2}$/.test(name));
  return { fileName, fileYear: fileNameYear(fileName) ?? (folder === undefined ? null : Number(folder)) };
}

/** Notes are reused only under the same reading. */
export function sameReading(a: Reading, b: Reading): boolean {
  if (
    a.numericOrder !== b.numericOrder ||
    a.fileName !== b.fileName ||
    a.fileYear !== b.fileYear ||
    a.aliases.size !== b.aliases.size
  )
    return false;
  if (a.quarters.startMonth !== b.quarters.startMonth || a.quarters.named !== b.quarters.named) return false;
  for (const [title, meaning] of a.aliases) if (b.aliases.get(title) !== meaning) return false;
  return true;
}

/** The keys of `headings:` in the configuration and what a title listed there means. */
export const headingKeys: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ['checkpoint', 'checkpoint'],
  ['focusAreas', 'focus-areas'],
  ['responsibility', 'responsibility'],
  ['goals', 'goals'],
  ['targets', 'targets'],
  ['ideas', 'ideas'],
  ['standingAgenda', 'standing-agenda'],
  ['summary', 'summary'],
  ['efw', 'efw'],
  ['promises', 'promises'],
  ['agenda', 'agenda'],
  ['career', 'career'],
  ['feedback', 'feedback'],
  ['private', 'private'],
]);
