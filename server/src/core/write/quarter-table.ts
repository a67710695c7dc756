/** The quarter as markdown that also reads well as it is: a table by week, then each focus area with its targets. */
import { formatDay, weekOfQuarter } from '../calendar.ts';
import type { Day, TargetState } from '../model.ts';
import type { AreaProgress, QuarterProgress } from '../progress.ts';
import type { Say } from '../say.ts';
import {
  areaWords,
  heldText,
  mentionsByWeek,
  spanText,
  targetsWords,
  weekNow,
  weeksWithMeetings,
} from './quarter-words.ts';

const signs: Record<TargetState, string> = { open: ' ', done: 'x', dropped: '-', moved: '>', 'in-progress': '/' };

/** Every text of the notes is escaped. Ends with a line break. */
export function quarterMarkdown(progress: QuarterProgress, name: string, today: Day, say: Say): string {
  const { record, areas, checkpoint, summary } = progress;
  const week = weekNow(progress, today);
  const facts = [
    spanText(progress, say),
    ...(week === null ? [] : [say('now in week {0}', week)]),
    heldText(progress, today, say),
    checkpointWords(checkpoint, say),
    summaryWords(summary, say),
  ];
  const key = say('● mentioned, ○ met without mentioning it, blank: no meeting in that week of the quarter.');
  return [
    `# ${markdown(name)}: ${markdown(record.quarter.label)}`,
    `${capitalised(facts.join(', '))}.`,
    ...(areas.length === 0 ? [`${say('No focus areas yet')}.`] : []),
    ...(progress.meetings.length === 0 ? [] : [table(progress, say)]),
    ...(areas.length === 0 || progress.meetings.length === 0 ? [] : [key]),
    ...areas.map((area) => areaText(area, say)),
  ]
    .map((part) => `${part}\n`)
    .join('\n');
}

// ---------------------------------------------------------------------------------------------------------------

function checkpointWords(record: QuarterProgress['checkpoint'], say: Say): string {
  if (record === null) return say('no checkpoint');
  const { meeting } = record;
  return meeting === null ? say('checkpoint written') : say('checkpoint on {0}', formatDay(meeting.day));
}

function summaryWords(record: QuarterProgress['summary'], say: Say): string {
  if (record === null) return say('no summary');
  const { meeting } = record;
  return meeting === null ? say('summary written') : say('summary on {0}', formatDay(meeting.day));
}

function table(progress: QuarterProgress, say: Say): string {
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
    row(say('Week'), String, say('Targets')),
    ...progress.areas.map((area) => {
      const mentioned = mentionsByWeek(area, progress);
      const cellOf = (week: number): string => (mentioned.has(week) ? '\u25CF' : held.has(week) ? '\u25CB' : '');
      return row(markdown(area.area.title.text), cellOf, targetsWords(area, say) ?? say('none'));
    }),
    row(say('Promises given'), counts('opened')),
    row(say('Promises closed'), counts('closed')),
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

function areaText(area: AreaProgress, say: Say): string {
  const targets = area.area.targetList.map(({ state, text }) => `- [${signs[state]}] ${markdown(text)}`);
  const heading = `## ${markdown(area.area.title.text)}\n\n${capitalised(areaWords(area, say))}.`;
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
