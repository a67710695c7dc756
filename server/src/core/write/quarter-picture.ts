/**
 * The picture of a quarter: focus areas by week, filled where a meeting mentions them, with targets, checkpoint, summary
 * and promises. As SVG without script, link or style sheet, and as markdown. Every text of the notes is escaped.
 */
import { formatDay, weekOfQuarter } from '../calendar.ts';
import type { Day } from '../model.ts';
import { targetsText, type AreaProgress, type QuarterProgress } from '../progress.ts';

const wide = { label: 210, week: 30, targets: 130 };
const rowHeight = 30;
const top = 56;

/**
 * Colours are `currentColor` and the CSS variables `--one-on-one-mention`, `--one-on-one-met`, `--one-on-one-quiet` and
 * `--one-on-one-grid`, so that the page around it decides. What a mark means is also its shape and its title.
 */
export function quarterSvg(progress: QuarterProgress, name: string, today: Day): string {
  const { record, areas } = progress;
  const weeks = weekOfQuarter(record.quarter.end, record.quarter);
  const x = (week: number): number => wide.label + (week - 1) * wide.week + wide.week / 2;
  const width = wide.label + weeks * wide.week + wide.targets;
  const rows = Math.max(1, areas.length);
  const promisesAt = top + rows * rowHeight;
  const height = promisesAt + rowHeight + 12;
  const parts = [
    `<title id="one-on-one-title">${xml(`${name}: ${record.quarter.label}`)}</title>`,
    `<desc id="one-on-one-desc">${xml(description(progress, today))}</desc>`,
    ...weekLines(progress, weeks, x, promisesAt, today),
    ...(areas.length === 0
      ? [label('No focus areas yet', 8, rowAt(0))]
      : areas.flatMap((area, row) => areaRow(area, row, progress, x, weeks))),
    ...promisesRow(progress, x, promisesAt + rowHeight / 2),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="one-on-one-title one-on-one-desc" font-family="system-ui, sans-serif" font-size="12" fill="currentColor">${parts.join('')}</svg>`;
}

/** A table with a row for each focus area, and what was recorded when. Ends with a line break. */
export function quarterMarkdown(progress: QuarterProgress, name: string, today: Day): string {
  const { record, areas, meetings } = progress;
  const lines = [
    `# ${markdown(name)}: ${markdown(record.quarter.label)}`,
    '',
    markdown(description(progress, today)),
    '',
  ];
  if (areas.length > 0) {
    const weeks = [...new Set(meetings.map(({ week }) => week))];
    lines.push(
      `| Focus area | ${weeks.map((week) => `W${week}`).join(' | ')}${weeks.length > 0 ? ' | ' : ''}Targets |`,
    );
    lines.push(`| --- | ${weeks.map(() => ':-:').join(' | ')}${weeks.length > 0 ? ' | ' : ''}--- |`);
    for (const area of areas) {
      const mentioned = mentionedWeeks(area, progress);
      const cells = weeks.map((week) => (mentioned.has(week) ? '\u25CF' : '\u00B7'));
      const targets = area.area.targetList.map(({ state }) =>
        state === 'done' ? '\u2611' : state === 'dropped' ? '\u2612' : '\u2610',
      );
      const last = [targets.join(''), targetsText(area) ?? 'no targets'].filter((part) => part !== '').join(' ');
      lines.push(`| ${[markdown(area.area.title.text), ...cells, last].join(' | ')} |`);
    }
    lines.push('');
  }
  for (const { dated, promisesOpened, promisesClosed } of meetings) {
    if (promisesOpened + promisesClosed === 0) continue;
    lines.push(`- ${formatDay(dated.day)}: ${promisesText(promisesOpened, promisesClosed)}`);
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

// ---------------------------------------------------------------------------------------------------------------

/** The whole picture in words, for people who hear it. */
function description({ record, areas, checkpoint, summary, meetings }: QuarterProgress, today: Day): string {
  const { quarter } = record;
  const isNow = quarter.start <= today && today <= quarter.end;
  const held = meetings.filter(({ dated }) => dated.day <= today).length;
  return [
    `${quarter.label}, ${formatDay(quarter.start)} to ${formatDay(quarter.end)}${isNow ? `, now in week ${weekOfQuarter(today, quarter)}` : ''}.`,
    `${held} ${held === 1 ? 'meeting' : 'meetings'} held.`,
    `${checkpoint === null ? 'No checkpoint' : 'Checkpoint written'}, ${summary === null ? 'no summary' : 'summary written'}.`,
    ...areas.map((area) => `${area.area.title.text}: ${areaText(area)}.`),
  ].join(' ');
}

function areaText(area: AreaProgress): string {
  const { mentions, lastMentioned, isQuiet } = area;
  const times = mentions.length;
  const spoken =
    lastMentioned === null
      ? 'not mentioned yet'
      : `mentioned in ${times} ${times === 1 ? 'meeting' : 'meetings'}, last on ${formatDay(lastMentioned)}`;
  return [spoken, targetsText(area), isQuiet ? 'has gone quiet' : null].filter((part) => part !== null).join(', ');
}

function weekLines(
  { record, checkpoint, summary, meetings }: QuarterProgress,
  weeks: number,
  x: (week: number) => number,
  bottom: number,
  today: Day,
): string[] {
  const { quarter } = record;
  const parts: string[] = [];
  const held = new Set(meetings.map(({ week }) => week));
  for (let week = 1; week <= weeks; week++) {
    parts.push(
      `<text x="${x(week)}" y="38" text-anchor="middle"${held.has(week) ? '' : ' opacity="0.5"'}>${week}</text>`,
    );
    parts.push(
      `<line x1="${x(week)}" y1="${top}" x2="${x(week)}" y2="${bottom}" stroke="var(--one-on-one-grid, currentColor)" stroke-opacity="0.2"/>`,
    );
  }
  parts.push(label('Week', 8, 38));
  const mark = (day: Day | undefined, letter: string, title: string): void => {
    if (day === undefined || day < quarter.start || day > quarter.end) return;
    const at = x(weekOfQuarter(day, quarter));
    parts.push(
      `<g><title>${xml(title)}</title><text x="${at}" y="20" text-anchor="middle" font-weight="bold">${letter}</text></g>`,
    );
  };
  mark(checkpoint?.meeting?.day, 'C', 'Checkpoint');
  mark(summary?.meeting?.day, 'S', 'Summary');
  if (quarter.start <= today && today <= quarter.end) {
    const at = x(weekOfQuarter(today, quarter));
    parts.push(
      `<line x1="${at}" y1="44" x2="${at}" y2="${bottom}" stroke="currentColor" stroke-dasharray="3 3"><title>This week</title></line>`,
    );
  }
  return parts;
}

function areaRow(
  area: AreaProgress,
  row: number,
  progress: QuarterProgress,
  x: (week: number) => number,
  weeks: number,
): string[] {
  const y = rowAt(row);
  const mentioned = mentionedWeeks(area, progress);
  const { text } = area.area.title;
  const quiet = area.isQuiet ? ' fill="var(--one-on-one-quiet, currentColor)" font-style="italic"' : '';
  const parts = [
    `<g><title>${xml(`${text}: ${areaText(area)}`)}</title><text x="8" y="${y + 4}"${quiet}>${xml(shortened(text))}</text></g>`,
  ];
  for (const week of new Set(progress.meetings.map((meeting) => meeting.week))) {
    const has = mentioned.has(week);
    const look = has
      ? 'fill="var(--one-on-one-mention, currentColor)"'
      : 'fill="none" stroke="currentColor" stroke-opacity="0.6"';
    parts.push(
      `<circle cx="${x(week)}" cy="${y}" r="${has ? 8 : 5}" ${look}><title>${xml(`Week ${week}: ${has ? 'mentioned' : 'not mentioned'}`)}</title></circle>`,
    );
  }
  const start = wide.label + weeks * wide.week + 12;
  area.area.targetList.slice(0, 6).forEach(({ state, text: words }, index) => {
    const at = start + index * 18;
    const isMet = state === 'done';
    const fill = isMet ? 'fill="var(--one-on-one-met, currentColor)"' : 'fill="none"';
    const cross = state === 'dropped' ? `<path d="M${at} ${y - 6}l12 12m0 -12l-12 12" stroke="currentColor"/>` : '';
    parts.push(
      `<g><title>${xml(`Target ${isMet ? 'met' : state}: ${words}`)}</title><rect x="${at}" y="${y - 6}" width="12" height="12" rx="2" stroke="currentColor" ${fill}/>${cross}</g>`,
    );
  });
  return parts;
}

function promisesRow({ meetings }: QuarterProgress, x: (week: number) => number, y: number): string[] {
  const byWeek = new Map<number, { opened: number; closed: number }>();
  for (const { week, promisesOpened, promisesClosed } of meetings) {
    const sum = byWeek.get(week) ?? { opened: 0, closed: 0 };
    byWeek.set(week, { opened: sum.opened + promisesOpened, closed: sum.closed + promisesClosed });
  }
  const texts = [...byWeek].flatMap(([week, { opened, closed }]) =>
    opened + closed === 0
      ? []
      : `<g><title>${xml(`Week ${week}: ${promisesText(opened, closed)}`)}</title><text x="${x(week)}" y="${y}" text-anchor="middle" font-size="10">${opened === 0 ? '' : `+${opened}`}<tspan x="${x(week)}" dy="11">${closed === 0 ? '' : `\u2713${closed}`}</tspan></text></g>`,
  );
  return [label('Promises', 8, y + 4), ...texts];
}

function promisesText(opened: number, closed: number): string {
  const count = (number: number, what: string): string => `${number} ${number === 1 ? 'promise' : 'promises'} ${what}`;
  if (opened === 0) return count(closed, 'closed');
  return closed === 0 ? count(opened, 'given') : `${count(opened, 'given')}, ${closed} closed`;
}

function mentionedWeeks({ mentions }: AreaProgress, { record }: QuarterProgress): Set<number> {
  return new Set(mentions.map(({ meeting }) => weekOfQuarter(meeting.day, record.quarter)));
}

function rowAt(row: number): number {
  return top + row * rowHeight + rowHeight / 2;
}

function label(text: string, x: number, y: number): string {
  return `<text x="${x}" y="${y}">${xml(text)}</text>`;
}

function shortened(text: string): string {
  const letters = [...text];
  return letters.length <= 30 ? text : `${letters.slice(0, 29).join('')}\u2026`;
}

/** Also safe inside an attribute. What XML does not allow at all is left out. */
function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
}

/** Text of a note as text: no mark, link or HTML, and no cell of its own. */
function markdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()#+!|~<>$@]/g, '\\$&')
    .replace(/:\/\//g, ':\\/\\/')
    .replace(/\s+/g, ' ')
    .trim();
}
