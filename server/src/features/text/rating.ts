/** Ratings of the worksheet, its columns and compa groups as hover text. */
import { quarterAt } from '../../core/calendar.ts';
import type { Context } from '../../core/context.ts';
import type { Series, Worksheet } from '../../core/model.ts';
import { fold } from '../../core/names.ts';
import { openWorksheetsOf } from '../../core/private.ts';
import { groupOf, ratingIndex } from '../../core/ratings.ts';
import { isEmptyRating } from '../../core/worksheets.ts';
import { bullets, escape, paragraphs } from './markdown.ts';

type Row = Worksheet['rows'][number];
type Column = Worksheet['columns'][number];

/** What the words of the usual scale say. A configured scale's own words are not explained. */
const meanings: ReadonlyMap<string, string> = new Map([
  ['learning', 'New to the level, or to most of what it asks for; works with a lot of guidance.'],
  ['growing', 'Knows most of what the level asks for; needs some guidance.'],
  ['thriving', 'Does everything that the level asks for, with little guidance.'],
  [
    'expert',
    'Needs hardly any guidance. A step to the next level may follow, where the company needs somebody at that level.',
  ],
]);

const noPay =
  'A group says how a person fills the role at this level. It is no pay figure, and pay figures stay out of 1:1 notes.';

/** One cell: the word, what it means, and how the row went from quarter to quarter. */
export function ratingText(written: string, row: Row, worksheet: Worksheet, context: Context): string | null {
  const { scale } = context.configuration.ratings;
  const index = ratingIndex(written, scale);
  if (index === null) {
    return isEmptyRating(written)
      ? null
      : paragraphs(`**${escape(written)}** is not on the rating scale.`, `The scale: ${scale.map(escape).join(', ')}.`);
  }
  return paragraphs(
    headline(index, scale),
    meanings.get(fold(written)),
    historyText(row, worksheet, context),
    '_Rated is what was shown in the work: not years, and not a comparison with others._',
  );
}

/** The heading of a quarter's ratings: the group they make, and how. */
export function ratingColumnText(column: Column, worksheet: Worksheet, context: Context): string {
  const { scale } = context.configuration.ratings;
  const cells = worksheet.rows.map(({ cells: all }) => all[column.index]?.text ?? '');
  const group = groupOf(cells, scale);
  const label = labelOf(column, context);
  if (group === null) return paragraphs(`**${escape(label)}**: nothing is rated yet.`, `_${noPay}_`);
  const counted = scale.flatMap((rating, index) =>
    group.counts[index] === 0 ? [] : [`${group.counts[index]} ${escape(rating)}`],
  );
  const mean = group.mean.toFixed(2).replace(/\.?0+$/, '');
  const places = scale.map((rating, index) => `${escape(rating)} ${index + 1}`).join(', ');
  return paragraphs(
    `**${escape(label)}**: ${group.rated} of ${cells.length} rows rated: ${counted.join(', ')}`,
    `Group **${escape(group.name)}**: counted as ${places}, the ratings have a mean of ${mean}, and that is the nearest rating. Each row counts the same; a row without a rating does not count.`,
    `_${noPay}_`,
  );
}

/** `compa` of the front matter. A number is not repeated. */
export function compaText(written: string, series: Series, context: Context): string {
  const { scale } = context.configuration.ratings;
  const index = ratingIndex(written, scale);
  return paragraphs(
    index === null ? `Compa groups, from first to last: ${scale.map(escape).join(', ')}.` : headline(index, scale),
    index === null ? null : meanings.get(fold(written)),
    newestGroup(openWorksheetsOf(series), context),
    `_${noPay}_`,
  );
}

function headline(index: number, scale: readonly string[]): string {
  return `**${escape(scale[index]!)}**: ${index + 1} of ${scale.length} on the scale ${scale.map(escape).join(', ')}`;
}

function historyText(row: Row, { columns }: Worksheet, context: Context): string | null {
  const rated = columns
    .map((column) => ({ column, text: row.cells[column.index]?.text ?? '' }))
    .filter(({ text }) => !isEmptyRating(text))
    .sort((a, b) => dayOf(a.column, context) - dayOf(b.column, context))
    .map(({ column, text }) => `${escape(labelOf(column, context))}: ${escape(text)}`);
  return rated.length < 2 ? null : paragraphs(`"${escape(row.title.text)}" by quarter:`, bullets(rated.slice(-6)));
}

/** What the ratings say, from the last column that has any. */
function newestGroup(worksheets: Series['worksheets'], context: Context): string | null {
  const { scale } = context.configuration.ratings;
  const columns = worksheets.flatMap(({ worksheet }) =>
    worksheet.columns.flatMap((column) => {
      const group = groupOf(
        worksheet.rows.map(({ cells }) => cells[column.index]?.text ?? ''),
        scale,
      );
      return group === null ? [] : [{ column, group }];
    }),
  );
  const newest = columns.sort((a, b) => dayOf(a.column, context) - dayOf(b.column, context)).at(-1);
  if (newest === undefined) return null;
  return `The worksheet's ratings of ${escape(labelOf(newest.column, context))} make the group **${escape(newest.group.name)}**.`;
}

function labelOf({ label }: Column, { configuration }: Context): string {
  return quarterAt(label.year, label.number, configuration.quarters).label;
}

function dayOf({ label }: Column, { configuration }: Context): number {
  return quarterAt(label.year, label.number, configuration.quarters).start;
}
