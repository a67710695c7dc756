/** The quarter as markdown that also reads well as it is: a table by week, then each focus area with its targets. */
import { formatDay, weekOfQuarter } from '../calendar.ts';
import type { Day, TargetState } from '../model.ts';
import { targetsText, type AreaProgress, type QuarterProgress } from '../progress.ts';
import { areaWords, heldText, mentionsByWeek, spanText, weekNow, weeksWithMeetings } from './quarter-words.ts';

const signs: Record<TargetState, string> = { open: ' ', done: 'x', dropped: '-', moved: '>', 'in-progress': '/' };

/** Every text of the notes is escaped. Ends with a line break. */
export function quarterMarkdown(progress: QuarterProgress, name: string, today: Day): string {
  const { record, areas, checkpoint, summary } = progress;
  const week = weekNow(progress, today);
  const facts = [
    spanText(progress),
    ...(week === null ? [] : [`now in week ${week}`]),
    `${heldText(progress, today)} held`,
    written('checkpoint', checkpoint),
    written('summary', summary),
  ];
  const key = '\u25CF mentioned, \u25CB met without mentioning it, blank: no meeting in that week of the quarter.';
  return [
    `# ${markdown(name)}: ${markdown(record.quarter.label)}`,
    `${capitalised(facts.join(', '))}.`,
    ...(areas.length === 0 ? ['No focus areas yet.'] : []),
    ...(progress.meetings.length === 0 ? [] : [table(progress)]),
    ...(areas.length === 0 || progress.meetings.length === 0 ? [] : [key]),
    ...areas.map(areaText),
  ]
    .map((part) => `${part}\n`)
    .join('\n');
}

// ---------------------------------------------------------------------------------------------------------------

function written(what: string, record: { readonly meeting: { readonly day: Day } | null } | null): string {
  if (record === null) return `no ${what}`;
  return record.meeting === null ? `${what} written` : `${what} on ${formatDay(record.meeting.day)}`;
}

function table(progress: QuarterProgress): string {
  const { quarter } = progress.record;
  const weeks = Array.from({ length: weekOfQuarter(quarter.end, quarter) }, (_, index) => index + 1);
  const held = weeksWithMeetings(progress);
  const row = (first: string, cellOf: (week: number) => string, last = ''): string[] => [
    first,
    ...weeks.map(cellOf),
    last,
  ];
  const counts = (what: 'opened' | 'closed') => (week: number) => String(held.get(week)?.[what] || '');
  return aligned([
    row('Week', String, 'Targets'),
    ...progress.areas.map((area) => {
      const mentioned = mentionsByWeek(area, progress);
      const cellOf = (week: number): string => (mentioned.has(week) ? '\u25CF' : held.has(week) ? '\u25CB' : '');
      return row(markdown(area.area.title.text), cellOf, targetsText(area) ?? 'none');
    }),
    row('Promises given', counts('opened')),
    row('Promises closed', counts('closed')),
  ]);
}

/** The first row is the head; columns between the first and the last are centred. */
function aligned([head = [], ...rows]: string[][]): string {
  const widths = head.map((_, column) =>
    Math.max(
      column === 0 || column === head.length - 1 ? 3 : 2,
      ...[head, ...rows].map((row) => lengthOf(row[column])),
    ),
  );
  const line = (row: readonly string[]): string =>
    `| ${widths.map((width, column) => (row[column] ?? '') + ' '.repeat(width - lengthOf(row[column]))).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

function areaText(area: AreaProgress): string {
  const targets = area.area.targetList.map(({ state, text }) => `- [${signs[state]}] ${markdown(text)}`);
  const heading = `## ${markdown(area.area.title.text)}\n\n${capitalised(areaWords(area))}.`;
  return targets.length === 0 ? heading : `${heading}\n\n${targets.join('\n')}`;
}

function lengthOf(text = ''): number {
  return [...text].length;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Text of a note as text: no mark, link or HTML, and no cell of its own. */
function markdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()#+!|~<>$@]/g, '\\$&')
    .replace(/:\/\//g, ':\\/\\/')
    .replace(/\s+/g, ' ')
    .trim();
}
