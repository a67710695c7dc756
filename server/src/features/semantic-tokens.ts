/**
 * Semantic tokens, for editors without our grammar: the dates of meetings, quarter labels, the names of focus areas and
 * their parts, and tags. Only what was understood, so that a date that is none stays uncoloured.
 */
import type { SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver-types';
import type { Place, Region, Span } from '../core/model.ts';
import { spanOf } from '../core/parse.ts';
import { findQuarterLabel } from '../core/quarter-labels.ts';
import { sourceOf } from '../core/write/habits.ts';
import type { Request } from './request.ts';

type TokenType = 'number' | 'type' | 'keyword';

const tokenTypes: readonly TokenType[] = ['number', 'type', 'keyword'];

export const semanticLegend: SemanticTokensLegend = { tokenTypes: [...tokenTypes], tokenModifiers: [] };

interface Token {
  readonly place: Place;
  readonly type: TokenType;
}

/** Those that begin inside the span, or all. In the protocol's form: five numbers each, relative to the one before. */
export function semanticTokens({ document: { note } }: Pick<Request, 'document'>, within?: Span): SemanticTokens {
  const { start: from, end: to } = within ?? { start: 0, end: note.text.length };
  const regions = note.regions.filter(({ anchor, length }) => {
    const start = note.offsetOf(anchor);
    return start !== null && start <= to && from <= start + length;
  });
  const tokens = regions
    .flatMap(tokensOf)
    .flatMap(({ place, type }) => {
      const span = spanOf(note, type === 'number' ? narrowed(place) : withoutMarks(place));
      return span === null || span.start < from || to < span.start ? [] : [{ ...span, type }];
    })
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const data: number[] = [];
  let before = { line: 0, character: 0, end: -1 };
  for (const { start, end, type } of tokens) {
    const { line, character } = note.text.positionAt(start);
    const isOneLine = note.text.positionAt(end).line === line;
    if (!isOneLine || end <= start || start < before.end) continue;
    const sameLine = line === before.line;
    data.push(line - before.line, sameLine ? character - before.character : character, end - start);
    data.push(tokenTypes.indexOf(type), 0);
    before = { line, character, end };
  }
  return { data };

  /** A quarter label alone, where the place that is known is that of the title around it. */
  function narrowed(place: Place): Place {
    const found = findQuarterLabel(sourceOf(note, place));
    return found === null ? place : { ...place, start: place.start + found.start, end: place.start + found.end };
  }

  /** `**Goals**` is bold already: only its word is coloured. */
  function withoutMarks(place: Place): Place {
    const source = sourceOf(note, place);
    const before = /^[*_]*/.exec(source)![0];
    const after = /[*_:]*$/.exec(source.slice(before.length))![0];
    return { ...place, start: place.start + before.length, end: place.end - after.length };
  }
}

function tokensOf(region: Region): Token[] {
  const { meeting, label, section, checkpoints, summaries, worksheets, rollingLists } = region;
  const date = meeting === null || meeting.date.day === null ? null : meeting.date.place;
  const labels = [
    ...(region.kind === 'quarter' ? [label] : []),
    ...[...checkpoints, ...summaries].map((part) => part.label),
    ...worksheets.flatMap(({ columns }) => columns.map((column) => column.label)),
  ];
  const areas = checkpoints.flatMap(({ focusAreas }) => focusAreas.filter(({ isBlank }) => !isBlank));
  const parts = areas.flatMap(({ responsibility, goals, targets, ideas }) => [responsibility, goals, targets, ideas]);
  const tags = rollingLists.flatMap(({ items }) => items.map(({ tag }) => tag));
  return [
    ...(date?.anchor === section?.title.place.anchor ? tokens('number', date) : []),
    ...labels.flatMap((each) => tokens('number', each?.place)),
    ...areas.flatMap(({ title }) => tokens('type', title.place)),
    // The header of a table names the part of every row.
    ...parts.flatMap((part) => (part?.form === 'column' ? [] : tokens('keyword', part?.title.place))),
    ...tags.flatMap((tag) => tokens('keyword', tag?.place)),
  ];
}

function tokens(type: TokenType, place: Place | null | undefined): Token[] {
  return place == null ? [] : [{ type, place }];
}
