/** The summary of a quarter, drafted from its record. Every line is somebody's own: no sentence is invented. */
import { formatDay } from '../calendar.ts';
import { mentionsOf, type Mention } from '../mentions.ts';
import type { DatedMeeting, Document, FocusArea, Note, Quarter, QuarterRecord, Summary, Target } from '../model.ts';
import { findQuarterLabel, writeQuarterLabel } from '../quarter-labels.ts';
import { slug } from '../slug.ts';
import { titleLine } from './checkpoint.ts';
import { sourceOf } from './habits.ts';

export interface SummaryDraft {
  readonly record: QuarterRecord;
  readonly areas: readonly FocusArea[];
  /** Where it is written. */
  readonly document: Document;
  readonly depth: number;
  readonly listMark: string;
  readonly title: string;
}

/** Per focus area: its goals, targets met and still open, and the meetings that speak of it, with links. */
export function summaryLines({ record, areas, document, depth, listMark, title }: SummaryDraft): string[] {
  const lines = [titleLine(title, depth)];
  for (const area of areas) {
    lines.push('', titleLine(area.title.text, depth + 1), '');
    for (const goal of area.goals?.entries ?? []) lines.push(`${listMark} Goal: ${goal.text}`);
    lines.push(...targetLines(area.targetList, listMark));
    const mentions = mentionsOf(area, record).map((mention) => mentionLink(mention, document));
    lines.push(`${listMark} ${mentions.length === 0 ? 'Not mentioned in a 1:1' : `Mentioned: ${mentions.join(', ')}`}`);
  }
  return lines;
}

/** The title as the pair wrote it for an earlier quarter, with this one's label; else the canonical one. */
export function summaryTitle(quarter: Quarter, earlier: Summary | undefined): string {
  const label = earlier === undefined ? null : findQuarterLabel(earlier.title.text);
  if (earlier === undefined || label === null) return `Summary ${quarter.label}`;
  return earlier.title.text.replace(label.text, () => writeQuarterLabel(quarter, label.form));
}

function targetLines(targets: readonly Target[], listMark: string): string[] {
  const line = (name: string, target: Target): string => `${listMark} ${name}: ${target.text}`;
  const met = targets.filter(({ state }) => state === 'done').map((target) => line('Target met', target));
  const dropped = targets.filter(({ state }) => state === 'dropped').map((target) => line('Target dropped', target));
  const open = targets
    .filter(({ state }) => state !== 'done' && state !== 'dropped')
    .map((target) => line('Target open', target));
  return [...met, ...open, ...dropped];
}

/** The meeting's date as its heading has it, linked to that heading; a meeting in another file by its name. */
function mentionLink({ meeting }: Mention, document: Document): string {
  const { heading } = meeting.meeting;
  const text = heading === null ? formatDay(meeting.day) : dateText(meeting);
  const anchor = heading === null ? '' : `#${slug(heading.text)}`;
  if (meeting.document === document) return anchor === '' ? text : `[${text}](${anchor})`;
  return `[${text}](${relativePath(document.path, meeting.document.path)}${anchor})`;
}

function dateText({ day, meeting, document }: DatedMeeting): string {
  const written = textAt(document.note, meeting);
  return written === '' ? formatDay(day) : written;
}

function textAt(note: Note, meeting: DatedMeeting['meeting']): string {
  return sourceOf(note, meeting.date.place).replace(/[[\]]/g, '');
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
