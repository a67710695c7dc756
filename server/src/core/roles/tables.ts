/** Tables of expectations. */
import type { AreaKind } from '../model.ts';
import type { RawArea, RawItem } from './areas.ts';
import type { Block, Cell } from './blocks.ts';
import { withoutMarks } from './normalise.ts';

export type Table = Block & { readonly kind: 'table' };

/** One table under one level: the first column names the area, every other cell holds items. */
export function tableAreas(table: Table, kind: AreaKind, around: RawArea): RawArea[] {
  const [header, ...rows] = table.rows;
  if (header === undefined) return [];
  const width = Math.max(...table.rows.map((row) => row.length));
  if (width === 1) {
    const items = rows.flatMap((row) => itemsOfCell(row[0]));
    return items.length === 0 ? [] : [{ ...around, items }];
  }
  return rows.flatMap((row) => {
    const name = withoutMarks(row[0]?.text ?? '');
    const items = row.slice(1).flatMap((cell) => itemsOfCell(cell));
    return items.length === 0 ? [] : [{ name: name || around.name, kind, items, span: row[0]!.span }];
  });
}

/** The parts of a cell: its list items, what stands between blank lines, or the whole. */
export function itemsOfCell(cell: Cell | undefined): RawItem[] {
  if (cell === undefined) return [];
  const items: RawItem[] = [];
  const pattern = separatorOf(cell.text);
  let at = 0;
  const add = (text: string): void => {
    const part = text
      .replace(/<\/?(?:li|ul|ol|p|div|span)\b[^<>]{0,200}>/gi, ' ')
      .replace(/(?:<br\s{0,3}\/?>|\s)+/gi, ' ')
      .replace(/^\s*[-*+\u2022\u2023\u25E6]\s+/, '')
      .replace(/^\u2022/, '')
      .trim();
    if (!/[\p{L}\p{N}]/u.test(part) || /^n\/a$/i.test(part)) return;
    const start = cell.span.start + Math.max(0, Math.min(at, cell.span.end - cell.span.start));
    items.push({ text: part, details: [], span: { start, end: Math.min(start + text.length, cell.span.end) } });
  };
  if (pattern === null) {
    add(cell.text);
    return items;
  }
  for (let match = pattern.exec(cell.text); match !== null; match = pattern.exec(cell.text)) {
    add(cell.text.slice(at, match.index));
    at = match.index + match[0].length;
  }
  add(cell.text.slice(at));
  return items;
}

/** What stands between the items of a cell; a single `<br>` is a line break unless marks follow it. */
function separatorOf(text: string): RegExp | null {
  if (/<li\b/i.test(text)) return /<li\b[^<>]{0,200}>/gi;
  if (/<br\s{0,3}\/?>\s{0,9}[-*+\u2022]/i.test(text)) return /(?:<br\s{0,3}\/?>\s{0,9}){1,4}(?=[-*+\u2022])/gi;
  if (/^\u2022/.test(text.trim())) return /\s\u2022(?=\s)/g;
  if (/<br\s{0,3}\/?>\s{0,9}<br/i.test(text)) return /(?:<br\s{0,3}\/?>\s{0,9}){2,6}/gi;
  return null;
}
