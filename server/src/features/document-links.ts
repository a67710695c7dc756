/** Links that markdown does not know: the path of a role description, and `[[2026-11-02]]` for a meeting. */
import type { DocumentLink } from 'vscode-languageserver-types';
import { parseDay } from '../core/calendar.ts';
import { valueOf } from '../core/front-matter.ts';
import type { Day, Document, Place, Series } from '../core/model.ts';
import { eachPlace } from '../core/occurrences.ts';
import { spanOf } from '../core/parse.ts';
import { fileNamed, findRole } from '../core/roles/catalogue.ts';
import { sourceOf } from '../core/write/habits.ts';
import { rangeOf } from './diagnostics.ts';
import type { Request } from './request.ts';

export function documentLinks({ document, series, context }: Request): DocumentLink[] {
  return [...roleLinks(document, context.roles), ...dateLinks(document, series)];
}

function roleLinks({ note }: Document, roles: Request['context']['roles']): DocumentLink[] {
  const value = valueOf(note.frontMatter, 'role');
  if (value === null || !isPath(value.text)) return [];
  const role = findRole(roles, value.text);
  const span = spanOf(note, value.place);
  return role === null || span === null
    ? []
    : [{ range: rangeOf(note.text, span), target: fileNamed(role, value.text) }];
}

function isPath(text: string): boolean {
  return text.includes('/') || /\.(?:md|markdown)$/i.test(text);
}

function dateLinks(document: Document, series: Series): DocumentLink[] {
  const { note } = document;
  const targets = new Map<Day, string>();
  for (const { day, meeting, document: holder } of series.meetings) {
    const span = spanOf(holder.note, meeting.heading?.place ?? meeting.place);
    if (span !== null) targets.set(day, `${holder.uri}#L${holder.note.text.positionAt(span.start).line + 1}`);
  }
  const links: DocumentLink[] = [];
  const look = (place: Place): void => {
    const span = spanOf(note, place);
    const source = sourceOf(note, place);
    if (span === null || !source.includes('[[')) return;
    for (const match of source.matchAll(/\[\[(\d{4}-\d{2}-\d{2})\]\]/g)) {
      const day = parseDay(match[1]!);
      const target = day === null ? undefined : targets.get(day);
      if (target === undefined) continue;
      const start = span.start + match.index;
      links.push({ range: rangeOf(note.text, { start, end: start + match[0].length }), target });
    }
  };
  const own = new Set(note.meetings.map(({ heading }) => heading?.place));
  for (const { section } of note.regions) {
    // A meeting's own date leads nowhere else.
    if (section !== null) eachPlace(section, (place) => !own.has(place) && look(place));
  }
  return links;
}
