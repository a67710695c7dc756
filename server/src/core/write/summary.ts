/** The summary of a quarter, drafted from its record. Every line is somebody's own: no sentence is invented. */
import { evidenceOf, type Evidence } from '../evidence.ts';
import type { DatedMeeting, Document, FocusArea, Quarter, QuarterRecord, Series, Summary } from '../model.ts';
import { findQuarterLabel, writeQuarterLabel } from '../quarter-labels.ts';
import { titleLine } from './checkpoint.ts';
import { meetingLink, relinked } from './links.ts';

export interface SummaryDraft {
  readonly record: QuarterRecord;
  readonly series: Series;
  /** With the documents that hold them. */
  readonly areas: readonly { readonly area: FocusArea; readonly document: Document }[];
  /** Where it is written. */
  readonly document: Document;
  readonly depth: number;
  readonly listMark: string;
  readonly title: string;
  /** Stands where the notes hold nothing. */
  readonly blank: string;
}

/** Per focus area what the notes hold of it: see `evidenceLines`. */
export function summaryLines({ areas, title, depth, blank, ...rest }: SummaryDraft): string[] {
  const lines = [titleLine(title, depth)];
  for (const { area, document: source } of areas) {
    const evidence = evidenceOf(area, source, rest.record, rest.series);
    lines.push('', titleLine(area.title.text, depth + 1), '');
    lines.push(...itemsOf(evidence, rest.document, blank).map((item) => `${rest.listMark} ${item}`));
  }
  return lines;
}

/**
 * One line each: goals, targets met and not, what was said with a link to its meeting, promises with one to the last
 * meeting that had them. `blank` alone where the notes hold nothing.
 */
export function itemsOf(evidence: Evidence, { path }: Pick<Document, 'path'>, blank: string): string[] {
  const { document, goals, targets, remarks, promises } = evidence;
  const link = (meeting: DatedMeeting): string => meetingLink(meeting, path);
  const here = (text: string, from: Document): string => relinked(text, from.path, path);
  const items = [
    ...goals.map((goal) => `Goal: ${here(goal, document)}`),
    ...byState(targets).map(({ name, text }) => `Target ${name === 'done' ? 'met' : name}: ${here(text, document)}`),
    ...remarks.map(({ meeting, text }) =>
      text === '' ? link(meeting) : `${link(meeting)}: ${here(text, meeting.document)}`,
    ),
    ...byState(promises).map(
      ({ name, text, meeting }) => `Promise ${name}: ${here(text, meeting.document)} (${link(meeting)})`,
    ),
  ];
  return items.length === 0 ? [blank] : items;
}

/** The title as the pair wrote it for an earlier quarter, with this one's label; else the canonical one. */
export function summaryTitle(quarter: Quarter, earlier: Summary | undefined): string {
  const label = earlier === undefined ? null : findQuarterLabel(earlier.title.text);
  if (earlier === undefined || label === null) return `Summary ${quarter.label}`;
  return earlier.title.text.replace(label.text, () => writeQuarterLabel(quarter, label.form));
}

/** Done first, then open, then dropped. */
function byState<T extends { readonly state: Evidence['targets'][number]['state'] }>(
  things: readonly T[],
): (T & { readonly name: 'done' | 'open' | 'dropped' })[] {
  const named = things.map((thing) => {
    const name: 'done' | 'open' | 'dropped' =
      thing.state === 'done' || thing.state === 'dropped' ? thing.state : 'open';
    return { ...thing, name };
  });
  return (['done', 'open', 'dropped'] as const).flatMap((name) => named.filter((thing) => thing.name === name));
}
