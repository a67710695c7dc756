/** Edits of a markdown table that leave it as it was: padded columns stay padded, tight ones tight. */
import type { Note, Place, Span } from '../model.ts';
import { spanOf } from '../parse.ts';
import type { Insertion } from './habits.ts';

/** What stands between two pipes of a row, blanks included. The header is row -2, the line of dashes -1. */
export function cellPlace(note: Note, table: Place, row: number, column: number): Place | null {
  const line = linesOf(note, table)[row + 2];
  const cell = line?.cells[column];
  if (line === undefined || cell === undefined) return null;
  const blanks = /^\s*/.exec(line.text.slice(cell.start, cell.end))![0].length;
  const length = line.text.slice(cell.start, cell.end).trim().length;
  const start = line.start + cell.start + (length === 0 ? 0 : blanks);
  return { ...table, start, end: length === 0 ? line.start + cell.end : start + length };
}

/** A further column to the right of another. `texts` are those of the rows, from the first on. */
export function columnAfter(
  note: Note,
  table: Place,
  column: number,
  title: string,
  texts: readonly string[],
): Insertion[] {
  const lines = linesOf(note, table);
  const isPadded = arePadded(lines);
  const width = Math.max(3, ...[title, ...texts].map(widthOf));
  const room = roomIn(lines[0], column);
  return lines.map((line, index) => {
    const { before, after } = roomIn(line, column);
    const text = index === 0 ? title : (texts[index - 2] ?? '');
    const whole = room.before.length + width + room.after.length;
    const written =
      index === 1
        ? dashesLike(line, column, isPadded ? whole - before.length - after.length : 3)
        : text + ' '.repeat(isPadded ? Math.max(0, width - widthOf(text)) : 0);
    const missing = Math.max(0, column + 1 - line.cells.length);
    const end = line.cells[Math.min(column, line.cells.length - 1)]?.end ?? line.text.length;
    const cells = '  |'.repeat(missing) + before + written + after;
    const at = (offset: number): Place => ({ ...table, start: line.start + offset, end: line.start + offset });
    // Behind the pipe where the row has one at its end, so that what is written ends with one, too.
    if (line.text[end] === '|') return { at: at(end + 1), newText: `${cells}|` };
    return { at: at(line.text.trimEnd().length), newText: ` | ${cells.trim()}`.trimEnd() };
  });
}

/** A further row at the end. Padded columns grow with it. */
export function rowAtEnd(note: Note, table: Place, texts: readonly string[]): Insertion[] {
  const lines = linesOf(note, table);
  const isPadded = arePadded(lines);
  const model = lines.at(-1)!;
  const columns = model.cells.map((cell, column) => {
    const { before, after } = roomIn(lines[0], column);
    const text = texts[column] ?? '';
    const width = isPadded ? cell.end - cell.start - before.length - after.length : 0;
    const growth = isPadded ? Math.max(0, widthOf(text) - width) : 0;
    return { growth, cell: before + text + ' '.repeat(Math.max(0, width - widthOf(text))) + after };
  });
  const start = model.text.slice(0, model.cells[0]?.start ?? 0);
  const end = model.text.slice(model.cells.at(-1)?.end ?? model.text.length).trimEnd();
  const at = model.start + model.text.trimEnd().length;
  return [
    ...columns.flatMap(({ growth }, column) => grown(lines, table, column, growth)),
    {
      at: { ...table, start: at, end: at },
      newText: note.text.eol + start + columns.map(({ cell }) => cell).join('|') + end,
    },
  ];
}

/** Another text in a cell. A padded column grows with it. */
export function cellChange(note: Note, table: Place, row: number, column: number, text: string): Insertion[] {
  const lines = linesOf(note, table);
  const line = lines[row + 2];
  const cell = line?.cells[column];
  if (line === undefined || cell === undefined) return [];
  const { before, after } = roomIn(lines[0], column);
  // With the pipe behind it, so that what is written ends in no blank.
  const pipe = line.text[cell.end] === '|' ? '|' : '';
  const whole = { ...table, start: line.start + cell.start, end: line.start + cell.end + pipe.length };
  if (!arePadded(lines)) {
    const own = roomIn(line, column);
    return [{ at: whole, newText: `${own.before}${text}${own.after}${pipe}`.trimEnd() }];
  }
  const width = cell.end - cell.start - before.length - after.length;
  const growth = Math.max(0, widthOf(text) - width);
  const padding = ' '.repeat(width + growth - widthOf(text));
  const others = lines.filter((other) => other !== line);
  return [
    { at: whole, newText: (before + text + padding + after + pipe).trimEnd() },
    ...grown(others, table, column, growth, lines[1]),
  ];
}

// ---------------------------------------------------------------------------------------------------------------

interface Line {
  /** Where it starts, counted like the table's place. */
  readonly start: number;
  readonly text: string;
  /** Between the pipes, as offsets in the line. */
  readonly cells: readonly Span[];
}

function linesOf(note: Note, table: Place): Line[] {
  const span = spanOf(note, table);
  if (span === null) return [];
  const offset = span.start - table.start;
  const first = note.text.positionAt(span.start).line;
  const last = note.text.positionAt(span.end).line;
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const { start, end } = note.text.lineSpan(first + index);
    const from = Math.max(start, index === 0 ? span.start : start);
    const text = note.text.slice(from, end);
    return { start: from - offset, text, cells: cellsIn(text) };
  });
}

/** Makes room in a column: blanks, and dashes in the line of dashes. */
function grown(
  lines: readonly Line[],
  table: Place,
  column: number,
  growth: number,
  dashes: Line | undefined = lines[1],
): Insertion[] {
  return lines.flatMap((line): Insertion[] => {
    const cell = line.cells[column];
    if (growth === 0 || cell === undefined) return [];
    const dash = line === dashes ? line.text.indexOf('-', cell.start) : -1;
    const pipe = line.text[cell.end] === '|' ? '|' : '';
    const start = line.start + (dash >= 0 ? dash : cell.end);
    if (dash >= 0) return [{ at: { ...table, start, end: start }, newText: '-'.repeat(growth) }];
    return pipe === '' ? [] : [{ at: { ...table, start, end: start + 1 }, newText: ' '.repeat(growth) + pipe }];
  });
}

/** A pipe behind a backslash is text. */
function cellsIn(line: string): Span[] {
  const cells: Span[] = [];
  let start = 0;
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '\\') at++;
    else if (line[at] === '|') {
      if (at > 0 && line.slice(0, at).trim() !== '') cells.push({ start, end: at });
      start = at + 1;
    }
  }
  if (line.slice(start).trim() !== '') cells.push({ start, end: line.length });
  return cells;
}

/** Every pipe below another. */
function arePadded(lines: readonly Line[]): boolean {
  const [header] = lines;
  return lines.every(
    ({ cells }) =>
      cells.length === header!.cells.length &&
      cells.every(
        ({ start, end }, index) => start === header!.cells[index]!.start && end === header!.cells[index]!.end,
      ),
  );
}

/** The blank between a cell's text and its pipes. */
function roomIn(line: Line | undefined, column: number): { readonly before: string; readonly after: string } {
  const cell = line?.cells[Math.min(column, line.cells.length - 1)];
  if (line === undefined || cell === undefined) return { before: ' ', after: ' ' };
  const text = line.text.slice(cell.start, cell.end);
  return { before: /^\s/.test(text) ? ' ' : '', after: /\s$/.test(text) ? ' ' : '' };
}

/** Dashes with the colons of the neighbouring column. */
function dashesLike(line: Line, column: number, width: number): string {
  const cell = line.cells[Math.min(column, line.cells.length - 1)];
  const model = cell === undefined ? '---' : line.text.slice(cell.start, cell.end).trim();
  const start = model.startsWith(':') ? ':' : '';
  const end = model.endsWith(':') ? ':' : '';
  return start + '-'.repeat(Math.max(1, width - start.length - end.length)) + end;
}

/** Private-use characters are marks of the caller and take no room. */
function widthOf(text: string): number {
  return text.replace(/[\uE000-\uF8FF]/g, '').length;
}
