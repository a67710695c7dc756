/** The summary of a quarter, drafted from its record. Every line is somebody's own: no sentence is invented. */
import { formatDay } from '../calendar.ts';
import { evidenceOf, type Evidence } from '../evidence.ts';
import type { DatedMeeting, Document, FocusArea, Quarter, QuarterRecord, Series, Summary } from '../model.ts';
import { findQuarterLabel, writeQuarterLabel } from '../quarter-labels.ts';
import { slug } from '../slug.ts';
import { titleLine } from './checkpoint.ts';
import { sourceOf } from './habits.ts';

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
export function itemsOf(evidence: Evidence, document: Document, blank: string): string[] {
  const { goals, targets, remarks, promises } = evidence;
  const link = (meeting: DatedMeeting): string => meetingLink(meeting, document);
  const items = [
    ...goals.map((goal) => `Goal: ${goal}`),
    ...byState(targets).map(({ name, text }) => `Target ${name === 'done' ? 'met' : name}: ${text}`),
    ...remarks.map(({ meeting, text }) => (text === '' ? link(meeting) : `${link(meeting)}: ${text}`)),
    ...byState(promises).map(({ name, text, meeting }) => `Promise ${name}: ${text} (${link(meeting)})`),
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

/** The meeting's date as its heading has it, linked to that heading; a meeting in another file by its name. */
export function meetingLink(meeting: DatedMeeting, document: Document): string {
  const { heading } = meeting.meeting;
  const text = heading === null ? formatDay(meeting.day) : dateText(meeting);
  const anchor = heading === null ? '' : `#${slug(heading.text)}`;
  if (meeting.document === document) return anchor === '' ? text : `[${text}](${anchor})`;
  return `[${text}](${relativePath(document.path, meeting.document.path)}${anchor})`;
}

function dateText({ day, meeting, document }: DatedMeeting): string {
  const written = sourceOf(document.note, meeting.date.place).replace(/[[\]]/g, '');
  return written === '' ? formatDay(day) : written;
}

/** How to write one file's path beside another; both relative to the workspace folder. */
function relativePath(from: string, to: string): string {
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++;
  const path = [...here.slice(shared).map(() => '..'), ...there.slice(shared)];
  return path.map((part) => encodeURIComponent(part)).join('/');
}
