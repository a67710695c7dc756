/** Questions about the worksheet (EFW): its columns, its rows, and how they belong to quarters and focus areas. */
import { quarterAt, quarterOf } from './calendar.ts';
import type { Context } from './context.ts';
import { names } from './mentions.ts';
import type { Cell, FocusArea, Quarter, Worksheet } from './model.ts';
import { fold } from './names.ts';
import { matchesOf, type Standing } from './query.ts';
import { matchResponsibility } from './roles/match.ts';
import { foldArea } from './roles/normalise.ts';

export type WorksheetRow = Worksheet['rows'][number];
export type WorksheetColumn = Worksheet['columns'][number];

export function quarterOfColumn({ label }: WorksheetColumn, context: Context): Quarter {
  return quarterAt(label.year, label.number, context.configuration.quarters);
}

/** The columns of the current and the past two quarters, and of those ahead: older ones are left in peace. */
export function recentColumns(worksheet: Worksheet, context: Context): WorksheetColumn[] {
  const { quarters: settings } = context.configuration;
  const current = quarterOf(context.today, settings);
  const { start } = quarterAt(current.year, current.number - 2, settings);
  return worksheet.columns.filter((column) => quarterOfColumn(column, context).start >= start);
}

/** Still in use: it has no column yet, or one that is not old. */
export function isInUse(worksheet: Worksheet, context: Context): boolean {
  return worksheet.columns.length === 0 || recentColumns(worksheet, context).length > 0;
}

/** Nothing, dashes, `n/a` and the like. */
export function isEmptyRating(text: string): boolean {
  return /^(?:[-\u2010-\u2015.\u2026?_/]*|n\/?a|tbd|none)$/i.test(text.trim());
}

/** A row that divides or adds up the others is none of the role. */
export function isOrdinaryRow(row: WorksheetRow, source: string): boolean {
  const [, ...ratings] = row.cells;
  const isDivider = ratings.every(({ text }) => text === '') && /^(?:\*\*|__).*(?:\*\*|__)$/.test(source.trim());
  return row.title.text !== '' && !isDivider && !sums.has(fold(row.title.text).replace(/[^\p{L} ]/gu, ''));
}

const sums = new Set(['overall', 'total', 'sum', 'average', 'result', 'group', 'compa group', 'gesamt', 'summe']);

/** The row of a focus area: by the area or item that both name, else by its name. */
export function rowOf(area: FocusArea, worksheet: Worksheet, standing: Standing | null): number | null {
  const named = new Set(matchesOf(area, standing).flatMap(({ match }) => keysOf(match)));
  const byRole = worksheet.rows.findIndex((row) => matchedKeys(row, standing).some((key) => named.has(key)));
  if (byRole >= 0) return byRole;
  const byName = worksheet.rows.findIndex((row) => names(area, row.title.text, linksOf(row)));
  return byName >= 0 ? byName : null;
}

/** The texts of the items, or the names of the areas, that a row names. */
export function matchedKeys(row: WorksheetRow, standing: Standing | null): string[] {
  if (standing?.level == null || row.title.text === '') return [];
  const { role, level, specialty } = standing;
  return keysOf(matchResponsibility({ text: row.title.text, links: linksOf(row) }, role, level, specialty));
}

export function linksOf(row: WorksheetRow): Cell['links'] {
  return row.cells[0]?.links ?? [];
}

function keysOf(match: ReturnType<typeof matchResponsibility>): string[] {
  if (match.kind !== 'found' && match.kind !== 'other-level') return [];
  return [match.item?.plain ?? `area ${foldArea(match.area.name)}`];
}
