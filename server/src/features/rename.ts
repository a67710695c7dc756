/** Rename a focus area or a person everywhere in the series. */
import type { Range, WorkspaceEdit } from 'vscode-languageserver-types';
import { namedAt, occurrencesOf } from '../core/occurrences.ts';
import { slug } from '../core/slug.ts';
import type { Document, Link, Section } from '../core/model.ts';
import { spanOf } from '../core/parse.ts';
import type { TextEdit as Edit } from '../core/text.ts';
import { rangeOf } from './diagnostics.ts';
import type { Request } from './request.ts';

/** What would be renamed; null where there is nothing that has a name. */
export function prepareRename(
  { document, series }: Request,
  offset: number,
): { range: Range; placeholder: string } | null {
  const named = namedAt(document, series, offset);
  return named === null ? null : { range: rangeOf(document.note.text, named.span), placeholder: named.name };
}

/**
 * Checkpoints, standing agenda, mentions, summaries, worksheet; links to the heading follow. Null where there is
 * nothing to rename, and for a name that would not be read back: an empty one, or one with a line break.
 */
export function rename({ document, series }: Request, offset: number, newName: string): WorkspaceEdit | null {
  const name = newName.trim();
  const named = namedAt(document, series, offset);
  if (named === null || name === '' || /[\r\n]/.test(name)) return null;
  const changes: NonNullable<WorkspaceEdit['changes']> = {};
  const occurrences = occurrencesOf(named, series);
  for (const each of series.documents) {
    const own: Edit[] = occurrences
      .filter((occurrence) => occurrence.document === each)
      .map(({ span, isHandle }) => {
        const written = each.note.text.slice(span.start, span.end);
        return { span, newText: isHandle ? handleFor(name, written) : inCaseOf(written, named.name, name) };
      });
    if (named.is === 'focus-area') own.push(...anchorEdits(each, named.name, name));
    if (own.length === 0) continue;
    changes[each.uri] = own.map(({ span, newText }) => ({ range: rangeOf(each.note.text, span), newText }));
  }
  return { changes };
}

/** The first name, in lower case where the handle was. */
function handleFor(name: string, written: string): string {
  const first = name.split(/\s+/)[0]!;
  return written === written.toLowerCase() ? first.toLowerCase() : first;
}

/** In the middle of a sentence it stays in lower case, but for a name such as `SLOs`. */
function inCaseOf(written: string, before: string, name: string): string {
  const isLowered = written[0] !== before[0] && written[0] === before[0]?.toLowerCase();
  return isLowered && !/^\p{Lu}{2}/u.test(name) ? name[0]!.toLowerCase() + name.slice(1) : name;
}

/** Links to the area's heading, which gets another address with its name. */
function anchorEdits({ note }: Document, from: string, to: string): Edit[] {
  const anchors = new Map([
    [`#${slug(from)}`, `#${slug(to)}`],
    [`#${slug(`Focus area: ${from}`)}`, `#${slug(`Focus area: ${to}`)}`],
  ]);
  const edits: Edit[] = [];
  for (const link of linksOf(note.regions.flatMap(({ section }) => section ?? []))) {
    const anchor = [...anchors].find(([old]) => old !== '#' && link.target.endsWith(old));
    const span = spanOf(note, link.place);
    if (anchor === undefined || span === null) continue;
    const at = note.text.slice(span.start, span.end).lastIndexOf(anchor[0]);
    if (at < 0) continue;
    const start = span.start + at;
    edits.push({ span: { start, end: start + anchor[0].length }, newText: anchor[1] });
  }
  return edits;
}

function linksOf(sections: readonly Section[]): Link[] {
  return sections.flatMap((section) => [
    ...entryLinks(section.entries),
    ...section.tables.flatMap(({ rows }) => rows.flat().flatMap(({ links }) => links)),
    ...linksOf(section.sections),
  ]);
}

function entryLinks(entries: Section['entries']): Link[] {
  return entries.flatMap(({ links, entries: nested }) => [...links, ...entryLinks(nested)]);
}
