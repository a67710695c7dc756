/** What is understood of documents, in lines that a person can hold against the page: see `test/notes/README.txt`. */
import { formatDay } from '../../server/src/core/calendar.ts';
import { disagreeing } from '../../server/src/core/file-dates.ts';
import type {
  Checkpoint,
  Document,
  Entry,
  FocusArea,
  Meeting,
  Part,
  Place,
  PromiseCopy,
  QuarterLabel,
  QuarterRecord,
  Region,
  RollingList,
  Section,
  Series,
  StandingAgenda,
  Summary,
  Worksheet,
} from '../../server/src/core/model.ts';
import { spanOf } from '../../server/src/core/parse.ts';
import { writerOf } from '../../server/src/core/rolling-list.ts';

/** One document and, of its series, whose its promises are. */
export function understood(document: Document, series: Series | null): string[] {
  if (!document.recognition.recognised || series === null) return ['not a 1:1 document'];
  return [...people(series), ...contents(document, series)];
}

/** All documents of a series, what each quarter holds, and how promises were carried. */
export function understoodSeries(series: Series): string[] {
  return [
    ...people(series),
    ...series.documents.flatMap((document) => [`file ${document.path}`, ...contents(document, series)]),
    ...series.quarters.map(quarterLine),
    ...series.promises.map(({ state, owners, firstSeen, lastSeen, carried, text }) => {
      const from = firstSeen === null ? '?' : formatDay(firstSeen);
      const to = lastSeen === null ? '?' : formatDay(lastSeen);
      return `thread ${state}${named(owners)} ${from} to ${to}, carried ${carried}: ${text}`;
    }),
  ];
}

function people({ report, manager }: Series): string[] {
  return [report === null ? '' : `report ${report}`, manager === null ? '' : `manager ${manager}`].filter(Boolean);
}

function quarterLine({ quarter, meetings, checkpoints, summaries }: QuarterRecord): string {
  const days = meetings.map(({ day }) => formatDay(day));
  const range = days.length === 0 ? '' : ` from ${days[0]!} to ${days.at(-1)!}`;
  return `${quarter.label}: ${count(meetings.length, 'meeting')}${range}, ${count(checkpoints.length, 'checkpoint')}, ${count(summaries.length, 'summary')}`;
}

function count(number: number, noun: string): string {
  return `${number} ${number === 1 ? noun : noun.replace(/y$/, 'ie') + 's'}`;
}

function contents(document: Document, series: Series): string[] {
  const { note } = document;
  const conflict = disagreeing(note);
  return [
    ...(note.order === 'unknown' ? [] : [note.order.replace('-', ' ')]),
    ...note.regions.flatMap((region) => regionLines(region, document, series)),
    ...(conflict === null
      ? []
      : [`conflict: ${conflict.dates.map(({ source, day }) => `${source} ${formatDay(day!)}`).join(', ')}`]),
    ...note.regions.flatMap(({ unread }) => unread.map(() => 'unread')),
  ];
}

interface Said {
  readonly at: Place;
  readonly lines: readonly string[];
}

/** In the order of the document. */
function regionLines(region: Region, document: Document, series: Series): string[] {
  const copies = new Map(
    series.promises.flatMap((thread) => thread.copies.map((copy) => [copy.written, copy] as const)),
  );
  const said: Said[] = [
    ...region.agendas.map((agenda) => ({ at: agenda.place, lines: agendaLines(agenda) })),
    ...region.checkpoints.map((each) => ({ at: each.place, lines: checkpointLines(each, region.label) })),
    ...region.summaries.map((each) => ({ at: each.place, lines: summaryLines(each, region.label) })),
    ...region.worksheets.map((each) => ({ at: each.place, lines: worksheetLines(each) })),
    ...region.promises.map((each) => ({ at: each.place, lines: [promiseLine(copies.get(each)!)] })),
    ...region.rollingLists.map((each) => ({ at: each.title.place, lines: rollingLines(each, series) })),
    ...region.impossibleDates.map((each) => ({ at: each.place, lines: [`impossible: ${each.text}`] })),
    ...titledSections(region),
  ];
  const start = ({ at }: Said): number => spanOf(document.note, at)!.start;
  const inOrder = said.toSorted((a, b) => start(a) - start(b)).flatMap(({ lines }) => lines);
  if (region.kind === 'quarter') return [`quarter ${labelText(region.label!)}`, ...inOrder];
  return region.meeting === null ? inOrder : [meetingLine(region.meeting), ...inOrder];
}

/** Sections that mean something although the routine has no word of its own for them. */
function titledSections({ section }: Region): Said[] {
  const found: Said[] = [];
  const visit = (each: Section, isRoot: boolean): void => {
    const { meaning, isPrivate, title, place } = each;
    if (isPrivate && !(isRoot && section?.depth === each.depth && found.length === 0 && meaning !== 'private')) {
      found.push({ at: place, lines: [`private: ${title.text}`] });
      return;
    }
    if (meaning === 'career' || meaning === 'feedback') found.push({ at: place, lines: [`${meaning}: ${title.text}`] });
    for (const child of each.sections) if (!isPrivate) visit(child, false);
  };
  if (section !== null) visit(section, true);
  return found;
}

function meetingLine({ date, depth, section }: Meeting): string {
  const doubt = date.doubt === null ? '' : ` (${date.doubt})`;
  const extent = depth === 0 ? ' (whole file)' : '';
  const isPrivate = section.isPrivate ? ' (private)' : '';
  return `meeting ${date.day === null ? '?' : formatDay(date.day)}${doubt}${extent}${isPrivate}`;
}

function agendaLines({ items }: StandingAgenda): string[] {
  return [`agenda: ${items.map(({ text }) => text).join(' | ')}`];
}

function checkpointLines({ label, focusAreas }: Checkpoint, under: QuarterLabel | null): string[] {
  const of = label ?? under;
  return [`checkpoint${of === null ? '' : ` ${labelText(of)}`}`, ...focusAreas.flatMap(areaLines)];
}

function areaLines(area: FocusArea): string[] {
  const part = (name: string, found: Part | null): string[] =>
    found === null ? [] : [`    ${name}: ${found.entries.map(entryText).join(' | ')}`.trimEnd()];
  return [
    `  area ${area.isBlank ? '(blank) ' : ''}${area.title.text}`.trimEnd(),
    ...part('responsibility', area.responsibility),
    ...part('goals', area.goals),
    ...part('targets', area.targets),
    ...part('ideas', area.ideas),
  ];
}

function entryText({ text, checkbox }: Entry): string {
  return checkbox === null ? text : `[${checkbox.sign}] ${text}`;
}

function summaryLines({ label, isBare, entries }: Summary, under: QuarterLabel | null): string[] {
  const of = label ?? under;
  const titles = entries.map(({ title }) => title.text).join(' | ');
  return [`summary${of === null ? '' : ` ${labelText(of)}`}${isBare ? ' (bare)' : ''}: ${titles}`];
}

function worksheetLines({ columns, rows }: Worksheet): string[] {
  const labels = columns.map(({ label }) => labelText(label)).join(' ');
  return [`worksheet ${labels}: ${rows.map(({ title }) => title.text).join(' | ')}`];
}

function promiseLine({ written: { state, due, isPrivate }, owners, text }: PromiseCopy): string {
  const by = due === null ? '' : ` by ${formatDay(due)}`;
  return `promise ${state}${named(owners)}${by}: ${text}${isPrivate ? ' (private)' : ''}`;
}

function named(owners: readonly string[]): string {
  return owners.length === 0 ? '' : ` [${owners.join(', ')}]`;
}

function rollingLines({ title, items }: RollingList, series: Series): string[] {
  const cast = series.cast;
  return [
    `rolling list ${title.text}`,
    ...items.map((item) => {
      const replies = item.replies.map(({ text }) => ` => ${text}`).join('');
      return `  ${item.tag?.text ?? '-'} by ${writerOf(item, cast) ?? 'nobody'}: ${item.text}${replies}${item.isClosed ? ' (closed)' : ''}`;
    }),
  ];
}

function labelText({ year, number }: QuarterLabel): string {
  return `${year}-Q${number}`;
}
