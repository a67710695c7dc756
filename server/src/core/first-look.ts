/**
 * Whose a document is, as far as its front matter says it: a folder may hold thousands, and parsing each only to
 * know which of them belong together would take minutes.
 */
import type { Configuration } from './configuration.ts';
import { readFrontMatter } from './front-matter.ts';
import { peopleOf } from './people.ts';
import { isTemplatePath, mayBePlaceholder, recogniseBeginning } from './recognise.ts';
import { seriesKey } from './series.ts';

/**
 * The `seriesKey` of a file that surely is a 1:1 document; null where only reading all of it can tell. `path` is
 * relative to the workspace folder. Never throws.
 */
export function seriesAtFirstLook(source: string, path: string, configuration: Configuration): string | null {
  const head = source.slice(0, BEGINNING);
  const found = FRONT_MATTER.exec(head)?.[0] ?? '';
  // A line that is cut off may go on.
  if (found === '' || (found.length === head.length && head.length < source.length)) return null;
  if (isTemplatePath(path) || mayBePlaceholder(source)) return null;
  const frontMatter = readFrontMatter(found.replace(/^\uFEFF/, ''), { is: 'anchor' });
  const { report } = peopleOf(
    frontMatter,
    () => null,
    () => null,
  );
  const isDocument = recogniseBeginning(frontMatter, path, configuration)?.recognised === true;
  return isDocument && report !== null ? seriesKey({ path, note: { report, frontMatter } }) : null;
}

/** More than the front matter of any note has. */
const BEGINNING = 16_384;
const FRONT_MATTER = /^\uFEFF?---[ \t]*(?:\r\n|\r(?!\n)|\n)(?:[^\r\n]*(?:\r\n|\r(?!\n)|\n))*?---[ \t]*(?=[\r\n]|$)/;
