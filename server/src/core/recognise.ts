/** Which files are 1:1 documents. Anything else gets nothing at all. */
import type { Configuration } from './configuration.ts';
import { entryFor, isPlaceholder, valueOf } from './front-matter.ts';
import type { Entry, FrontMatter, Note, Recognition, Section } from './model.ts';
import { fold } from './names.ts';
import { isDocumentPath, isRolePath } from './paths.ts';
import { pairInTitle } from './people.ts';

/** `path` is relative to the workspace folder, with forward slashes. Never throws. */
export function recognise(note: Note, path: string, configuration: Configuration): Recognition {
  const { frontMatter, text } = note;
  const raw = frontMatter === null ? '' : text.slice(0, frontMatter.place.end);
  if (isTemplatePath(path)) return no('It lies in a folder of templates.');
  if (mayBePlaceholder(raw)) return no('It is a template: its front matter holds placeholders.');
  if (isUndatedTemplate(note)) return no('It is a template: its dates are placeholders.');
  const byBeginning = recogniseBeginning(frontMatter, path, configuration);
  if (byBeginning !== null) return byBeginning;
  const isNamed = hasOneOnOneName(path);
  const isTitled = note.title !== null && pairInTitle(note.title) !== null;
  if (!isNamed && !isTitled)
    return no('Neither front matter, path, file name nor title says that it is a 1:1 document.');
  if (note.meetings.length === 0) {
    return no(`Its ${isNamed ? 'file name' : 'title'} sounds like a 1:1 document, but it has no dated meeting.`);
  }
  if (isNamed) return { recognised: true, why: 'Its file name says so, and it has a dated meeting.', by: 'name' };
  return { recognised: true, why: 'Its title names 1:1 and two people, and it has a dated meeting.', by: 'title' };
}

/** What the front matter of a file that is no template says, or else its path; null where the text decides. */
export function recogniseBeginning(
  frontMatter: FrontMatter | null,
  path: string,
  configuration: Configuration,
): Recognition | null {
  const declared = whyDeclared(frontMatter);
  if (declared !== null) return { recognised: true, why: declared, by: 'front-matter' };
  if (isRolePath(path, configuration)) return no('It is a role description: its path matches `roles`.');
  const byPath = whyPath(path, configuration);
  return byPath === null ? null : { recognised: true, why: byPath, by: 'path' };
}

/** Whether a text holds what is filled in when a note is made of a template. Only a text that does may be one. */
export function mayBePlaceholder(text: string): boolean {
  return isPlaceholder(text) || placeholderDay.test(text);
}

export function isTemplatePath(path: string): boolean {
  const folders = path.split('/').slice(0, -1);
  return folders.some((folder) => /^_?templates?$/i.test(folder));
}

/** A cheap look, by path, name and the first lines, at whether a file is worth parsing. Never misses a document. */
export function mayBeDocument(source: string, path: string, configuration: Configuration): boolean {
  if (whyPath(path, configuration) !== null || hasOneOnOneName(path)) return true;
  const start = source.slice(0, 8192);
  if (/^\uFEFF?---[ \t]*[\r\n]/.test(start) && /^[ \t"']*(?:report|person|employee|kind)[ \t"']*:/im.test(start))
    return true;
  return oneOnOneTitle.test(start);
}

export function isInternshipNote({ frontMatter }: Pick<Note, 'frontMatter'>): boolean {
  return fold(valueOf(frontMatter, 'kind')?.text ?? '') === 'internship';
}

function whyDeclared(frontMatter: FrontMatter | null): string | null {
  const kind = valueOf(frontMatter, 'kind');
  if (kind !== null && /^(?:one-on-one|internship)$/i.test(kind.text))
    return `Its front matter says \`kind: ${fold(kind.text)}\`.`;
  if (entryFor(frontMatter, 'report') !== null && entryFor(frontMatter, 'manager') !== null) {
    return 'Its front matter has a report and a manager.';
  }
  return null;
}

function whyPath(path: string, configuration: Configuration): string | null {
  if (isDocumentPath(path, configuration)) return 'Its path matches `documents`.';
  const folders = path.split('/').slice(0, -1);
  if (/\.md$/i.test(path) && folders.some((folder) => wordAtEnd.test(folder)))
    return 'It lies in a folder for 1:1 documents.';
  return null;
}

function isUndatedTemplate({ meetings, regions }: Note): boolean {
  return meetings.length === 0 && regions.some(({ section }) => section !== null && hasPlaceholder(section));
}

/** A placeholder where a date belongs: in a heading, or in a line `Date: …`. */
function hasPlaceholder({ form, title, entries, sections }: Section): boolean {
  if (form === 'heading' && (isPlaceholder(title.text) || startsWithPlaceholder(title.text))) return true;
  const isDateLine = ({ text }: Entry): boolean =>
    /^(?:date|datum|fecha|data)\s*:/i.test(text) && mayBePlaceholder(text);
  return entries.some(isDateLine) || sections.some(hasPlaceholder);
}

function startsWithPlaceholder(title: string): boolean {
  const at = placeholderDay.exec(title)?.index;
  return at !== undefined && !/[\p{L}\p{N}]/u.test(title.slice(0, at));
}

const placeholderDay =
  /(?<![\p{L}\p{N}])(?:yyyy[-./]mm[-./]dd|dd[-./]mm[-./]yyyy|mm[-./]dd[-./]yyyy|jjjj-mm-tt|tt\.mm\.jjjj|aaaa-mm-jj)(?![\p{L}\p{N}])/iu;

function no(why: string): Recognition {
  return { recognised: false, why, by: null };
}

// ---------------------------------------------------------------------------------------------------------------

const oneOnOneWord = '(?:1-1s?|1on1s?|1-on-1s?|one-on-ones?)';
/** A whole folder name, or its end after punctuation, as `__one-on-one`. */
const wordAtEnd = new RegExp(`(?:^|[^\\p{L}\\p{N}])${oneOnOneWord}$`, 'iu');
const nameStart = new RegExp(`^${oneOnOneWord}(?:$|[^\\p{L}\\p{N}])`, 'iu');
const titleWord = '(?:1[:-]1|1[ -]?on[ -]?1|one[ -]on[ -]one|121)';
/** Underlined titles too. */
const oneOnOneTitle = new RegExp(
  `^(?:#[ \\t][^\\r\\n]{0,80}${titleWord}|[^\\r\\n#]{0,80}${titleWord}[^\\r\\n]{0,80}\\r?\\n=)`,
  'im',
);

/** `one-on-ones.md`, `1-1 with Loren.md`, `Jo 2025 1-on-1s.md`. */
function hasOneOnOneName(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:md|markdown)$/i, '');
  return nameStart.test(name) || wordAtEnd.test(name);
}
