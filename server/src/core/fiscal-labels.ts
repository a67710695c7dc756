/** Labels of a fiscal year in notes whose configuration does not say when that year starts. */
import { quarterTable } from './calendar.ts';
import { defaultConfiguration } from './configuration.ts';
import type { Context } from './context.ts';
import type { Document, QuarterLabel, Region, Series } from './model.ts';

/**
 * The newest label such as `FY27-Q4` that cannot be the calendar's, where most of them cannot and no `quarters` is
 * configured: then nobody knows which days a quarter has, and what rests on its first and last day is better not said.
 * Null where labels and days agree, or the configuration says what they mean.
 */
export function foreignLabel(series: Labelled, context: Context): LabelIn | null {
  if (saysWhatQuartersAre(context)) return null;
  if (series.documents.every(({ note }) => note.gathered(fiscalIn).length === 0)) return null;
  const labels = fiscalLabels(series, context);
  const foreign = labels.filter(({ fits }) => !fits);
  return 2 * foreign.length > labels.length ? (foreign.at(-1) ?? null) : null;
}

type Labelled = Pick<Series, 'documents' | 'quarters' | 'worksheets'>;

/** Then labels of a fiscal year are as good as any. */
export function saysWhatQuartersAre({ configuration }: Context): boolean {
  // The defaults stand for what nobody has written.
  return configuration.quarters !== defaultConfiguration.quarters;
}

/** A label such as `FY27-Q4`. */
export function isFiscal<L extends Pick<QuarterLabel, 'text'>>(label: L | null): label is L {
  return label !== null && /fy/i.test(label.text);
}

export interface LabelIn {
  readonly label: QuarterLabel;
  readonly document: Document;
}

interface Judged extends LabelIn {
  readonly fits: boolean;
}

function fiscalLabels(series: Labelled, { today, configuration }: Context): Judged[] {
  const quarters = quarterTable(configuration.quarters);
  const startOf = ({ year, number }: QuarterLabel): number => quarters.at(year, number).start;
  // Without a meeting nothing says which days are meant, but nobody writes of what lies ahead.
  const isNear = (label: QuarterLabel): boolean => startOf(label) <= quarters.of(today).start;
  const checkpoints = series.quarters
    .flatMap((record) => record.checkpoints)
    .filter(({ checkpoint, meeting, region }) =>
      isFiscal(checkpoint.label ?? (meeting === null ? region.label : null)),
    );
  const summaries = series.quarters
    .flatMap((record) => record.summaries)
    .filter(({ summary }) => isFiscal(summary.label));
  return [
    ...series.worksheets.flatMap(({ worksheet, document }) =>
      worksheet.columns.flatMap(({ label }) => judged(label, document, isNear)),
    ),
    ...summaries.flatMap(({ summary, meeting, document }) => {
      if (summary.isPrivate) return [];
      if (meeting === null) return judged(summary.label, document, isNear);
      const { start, year, number } = quarters.of(meeting.day);
      // A quarter may be summed up a little late.
      const before = quarters.at(year, number - 1).start;
      return judged(summary.label, document, (label) => startOf(label) === start || startOf(label) === before);
    }),
    ...checkpoints.flatMap(({ checkpoint, meeting, region, document }) => {
      if (checkpoint.isPrivate) return [];
      if (meeting === null) return judged(checkpoint.label ?? region.label, document, isNear);
      const { start } = quarters.of(meeting.day);
      return judged(checkpoint.label, document, (label) => startOf(label) === start);
    }),
  ];
}

/** Every label of a fiscal year that may be judged. */
function fiscalIn({ label, checkpoints, summaries, worksheets }: Region): readonly QuarterLabel[] {
  const all = [label, ...[...checkpoints, ...summaries, ...worksheets.flatMap(({ columns }) => columns)].map(labelOf)];
  return all.filter(isFiscal);
}

const labelOf = ({ label }: { readonly label: QuarterLabel | null }): QuarterLabel | null => label;

function judged(label: QuarterLabel | null, document: Document, fits: (label: QuarterLabel) => boolean): Judged[] {
  return isFiscal(label) ? [{ label, document, fits: fits(label) }] : [];
}
