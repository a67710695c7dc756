/** Tables written in HTML: only what a pivot table needs, found by a single walk over the tags. */
import type { Span } from '../model.ts';
import type { Cell } from './blocks.ts';

/** The tables of a text, in order; a cell keeps its tags, so that lists and breaks in it can be told. */
export function htmlTables(text: string): { rows: Cell[][]; span: Span }[] {
  const tables: { rows: Cell[][]; span: Span }[] = [];
  let rows: Cell[][] | null = null;
  let from = 0;
  let cellStart: number | null = null;
  const closeCell = (end: number): void => {
    if (rows === null || cellStart === null) return;
    const source = text.slice(cellStart, end);
    const inner = source.trim();
    const start = cellStart + source.indexOf(inner);
    rows.at(-1)?.push({ text: inner.replace(/\s+/g, ' '), span: { start, end: start + inner.length } });
    cellStart = null;
  };
  for (let open = text.indexOf('<'); open >= 0; open = text.indexOf('<', open + 1)) {
    const name = /^<\/?(?:table|tr|td|th)\b/i.exec(text.slice(open, open + 8))?.[0].toLowerCase();
    if (name === undefined) continue;
    const close = text.indexOf('>', open);
    if (close < 0) break;
    if (name === '<table') {
      rows = [];
      from = open;
    } else if (name === '</table') {
      closeCell(open);
      if (rows !== null)
        tables.push({ rows: rows.filter((row) => row.length > 0), span: { start: from, end: close + 1 } });
      rows = null;
    } else if (name === '<tr') {
      closeCell(open);
      rows?.push([]);
    } else if (name === '<td' || name === '<th') {
      closeCell(open);
      cellStart = close + 1;
    } else {
      closeCell(open);
    }
  }
  return tables;
}
