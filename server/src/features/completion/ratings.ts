/** In the worksheet: the rating scale in its cells, and in its header the quarters that have no column yet. */
import { spanOf } from '../../core/parse.ts';
import type { CompletionItem, Range } from 'vscode-languageserver-types';
import { quarterAt } from '../../core/calendar.ts';
import type { Note, Worksheet } from '../../core/model.ts';
import { quarterChoices } from '../../core/quarter-choices.ts';
import { findQuarterLabel } from '../../core/quarter-labels.ts';
import type { Request } from '../request.ts';
import { choice, type Offer } from './line.ts';

export const ratingOffer: Offer = ({ request, offset, before, toCursor }) => {
  const { document, context } = request;
  if (!before.includes('|')) return null;
  const worksheet = document.note.regions
    .flatMap(({ worksheets }) => worksheets)
    .find(({ place }) => {
      const span = spanOf(document.note, place);
      return span !== null && span.start <= offset && offset <= span.end + 1;
    });
  if (worksheet === undefined) return null;
  const cells = before
    .trimStart()
    .replace(/^\|/, '')
    .split(/(?<!\\)\|/);
  if (isHeader(document.note, offset))
    return columns(request, worksheet, toCursor(before.length - (cells.at(-1) ?? '').trimStart().length));
  const isRating = worksheet.columns.some(({ index }) => index === cells.length - 1);
  const typed = cells.at(-1)!.trimStart();
  if (!isRating) return [];
  return context.configuration.ratings.scale.map((rating, index) =>
    choice(rating, 'rating', index, toCursor(before.length - typed.length)),
  );
};

/** A table's header is the line above its row of dashes. */
function isHeader(note: Note, offset: number): boolean {
  const { line } = note.text.positionAt(offset);
  if (line + 1 >= note.text.lineCount) return false;
  const { start, end } = note.text.lineSpan(line + 1);
  const next = note.text.slice(start, end);
  return next.includes('-') && /^[ \t|:-]+$/.test(next);
}

function columns(request: Request, worksheet: Worksheet, range: Range): CompletionItem[] {
  const { quarters } = request.context.configuration;
  const keyOf = (label: { readonly year: number; readonly number: number }): string =>
    quarterAt(label.year, label.number, quarters).label;
  const written = new Set(worksheet.columns.map(({ label }) => keyOf(label)));
  return quarterChoices(request.series, request.context)
    .filter(([text]) => {
      const found = findQuarterLabel(text);
      return found === null || !written.has(keyOf(found));
    })
    .map(([text, detail], index) => choice(text, detail, index, range));
}
