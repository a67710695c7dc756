/** Selection that grows from the words to the item, its section, its meeting and the document. */
import type { SelectionRange } from 'vscode-languageserver-types';
import type { Entry, Place, Section, Span } from '../core/model.ts';
import { spanOf } from '../core/parse.ts';
import { rangeOf } from './diagnostics.ts';
import type { Request } from './request.ts';

export function selectionRange({ document: { note } }: Pick<Request, 'document'>, offset: number): SelectionRange {
  const spans: Span[] = [{ start: 0, end: note.text.length }];
  const add = (span: Span | null): boolean => {
    if (span === null || offset < span.start || span.end < offset) return false;
    const { start, end } = spans.at(-1)!;
    const isInside = start <= span.start && span.end <= end && (start < span.start || span.end < end);
    if (isInside) spans.push(span);
    return true;
  };
  const addPlace = (place: Place): boolean => add(spanOf(note, place));
  const visitEntry = (entry: Entry): void => {
    if (!addPlace(entry.place)) return;
    entry.entries.forEach(visitEntry);
    addPlace(entry.words);
  };
  const visit = (section: Section): void => {
    if (!addPlace(section.place)) return;
    section.sections.forEach(visit);
    section.entries.forEach(visitEntry);
    for (const table of section.tables)
      if (addPlace(table.place))
        for (const row of [table.header, ...table.rows]) row.forEach(({ place }) => addPlace(place));
    addPlace(section.title.place);
  };
  for (const { anchor, length, section } of note.regions) {
    const start = note.offsetOf(anchor);
    if (start === null || offset < start || start + length < offset) continue;
    add({ start, end: start + length });
    if (section !== null) visit(section);
  }
  const [whole, ...inner] = spans.map((span) => rangeOf(note.text, span));
  return inner.reduce<SelectionRange>((parent, range) => ({ range, parent }), { range: whole! });
}
