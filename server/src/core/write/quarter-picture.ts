/**
 * The picture of a quarter: focus areas by week, filled where a meeting mentions them, with targets, checkpoint, summary
 * and promises. SVG without script, link or style sheet. Every text of the notes is escaped.
 */
import { civil, formatDay, weekOfQuarter } from '../calendar.ts';
import type { Day, TargetState } from '../model.ts';
import type { AreaProgress, QuarterProgress } from '../progress.ts';
import type { Say } from '../say.ts';
import { legend, type Key } from './quarter-legend.ts';
import { monthName, printed, themed, xml, type Colours } from './quarter-look.ts';
import * as marks from './quarter-marks.ts';
import {
  areaWords,
  meetingsWords,
  mentionsByWeek,
  promisesWords,
  quarterWords,
  spanText,
  targetsWords,
  weekNow,
  weeksWithMeetings,
} from './quarter-words.ts';

const columns = { label: 206, week: 30, targets: 134 };
const heights = { title: 52, head: 48, meetings: 34, area: 46, promises: 66, legend: 30 };
/** More boxes than this do not fit beside each other: then it is a bar. */
const mostBoxes = 6;
const longestTitle = 27;

/**
 * For a page of our own. Its colours are the CSS variables `--one-on-one-*` of that page; what a mark means is also its
 * shape. All that belongs to a week has its number as `data-week`.
 */
export function quarterSvg(progress: QuarterProgress, name: string, today: Day, say: Say): string {
  return picture(progress, name, today, { colours: themed, say });
}

/** For a file of its own: on white, under a title, in colours that every program knows. Ends with a line break. */
export function quarterSvgFile(progress: QuarterProgress, name: string, today: Day, say: Say): string {
  return `${picture(progress, name, today, { colours: printed, say })}\n`;
}

// ---------------------------------------------------------------------------------------------------------------

interface Look {
  readonly colours: Colours;
  readonly say: Say;
}

interface Drawing extends QuarterProgress, Look {
  readonly weeks: number;
  /** The middle of a week's column. */
  x(week: number): number;
  readonly width: number;
}

function picture(progress: QuarterProgress, name: string, today: Day, look: Look): string {
  const { record, areas } = progress;
  const { colours, say } = look;
  const { quarter } = record;
  const weeks = weekOfQuarter(quarter.end, quarter);
  const drawing: Drawing = {
    ...progress,
    ...look,
    weeks,
    x: (week) => columns.label + (week - 0.5) * columns.week,
    width: columns.label + weeks * columns.week + columns.targets,
  };
  const top = colours.paper === null ? 0 : heights.title;
  const rowsAt = top + heights.head;
  const areasAt = rowsAt + heights.meetings;
  const promisesAt = areasAt + Math.max(1, areas.length) * heights.area;
  const bottom = promisesAt + heights.promises;
  const keys = legend(keysOf(drawing, today), drawing.width - 24, colours);
  const height = bottom + heights.legend + keys.height;
  const title = `${name}: ${quarter.label}`;
  const parts = [
    `<title id="one-on-one-title">${xml(title)}</title>`,
    `<desc id="one-on-one-desc">${xml(quarterWords(progress, today, say))}</desc>`,
    ...(colours.paper === null ? [] : [titleOnPaper(title, spanText(progress, say), drawing.width, height, colours)]),
    ...weekColumns(drawing, rowsAt, bottom, weekNow(progress, today)),
    ...monthsAndWeeks(drawing, top, weekNow(progress, today)),
    ...meetingsRow(drawing, rowsAt + heights.meetings / 2),
    ...areas.flatMap((area, row) => areaRow(drawing, area, areasAt + row * heights.area)),
    ...(areas.length === 0
      ? [line(drawing, areasAt), label(say('No focus areas yet'), areasAt + heights.area / 2 + 4, colours.dim)]
      : []),
    ...promisesRow(drawing, promisesAt),
    `<g transform="translate(12 ${bottom + heights.legend - 6})">${keys.svg}</g>`,
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${drawing.width} ${height}" width="${drawing.width}" height="${height}" role="img" aria-labelledby="one-on-one-title one-on-one-desc" font-family="system-ui, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif" font-size="12" fill="${colours.text}">${parts.join('')}</svg>`;
}

function titleOnPaper(title: string, span: string, width: number, height: number, { paper, dim }: Colours): string {
  return `<rect width="${width}" height="${height}" fill="${paper}"/><text x="12" y="26" font-size="16" font-weight="600">${xml(title)}</text><text x="12" y="44" fill="${dim}">${xml(span)}</text>`;
}

/** Behind everything: a column for each week, which says what it is, the current one shaded. */
function weekColumns(drawing: Drawing, top: number, bottom: number, now: number | null): string[] {
  const { colours, weeks, x, record, say } = drawing;
  const held = weeksWithMeetings(drawing);
  return Array.from({ length: weeks }, (_, index) => {
    const week = index + 1;
    const start = record.quarter.start + index * 7;
    const end = Math.min(start + 6, record.quarter.end);
    const what = meetingsWords(held.get(week)?.meetings ?? 0, say);
    const title = say('Week {0}, {1} to {2}: {3}', week, formatDay(start), formatDay(end), what);
    const look =
      week === now
        ? `fill="${colours.band}" stroke="${colours.bandLine}" stroke-dasharray="3 3"`
        : 'fill="transparent"';
    const from = week === now ? top - heights.head / 2 : top;
    return `<rect data-week="${week}" x="${x(week) - columns.week / 2}" y="${from}" width="${columns.week}" height="${bottom - from}" rx="4" ${look}><title>${xml(title)}</title></rect>`;
  });
}

/** The name of a month stands above the week in which it begins. */
function monthsAndWeeks({ record, colours, weeks, x, say }: Drawing, top: number, now: number | null): string[] {
  const { start, end } = record.quarter;
  const parts: string[] = [];
  for (let day = start; day <= end; day++) {
    const { day: dayOfMonth, month } = civil(day);
    if (dayOfMonth === 1) {
      const at = x(weekOfQuarter(day, record.quarter)) - columns.week / 2 + 6;
      parts.push(`<text x="${at}" y="${top + 16}" font-weight="600">${xml(monthName(month, say))}</text>`);
    }
  }
  const middle = top + 38;
  parts.push(label(say('Week'), middle, colours.dim));
  for (let week = 1; week <= weeks; week++) {
    const look = week === now ? 'font-weight="700"' : `fill="${colours.dim}"`;
    parts.push(`<text x="${x(week)}" y="${middle}" text-anchor="middle" ${look}>${week}</text>`);
  }
  return parts;
}

function meetingsRow(drawing: Drawing, y: number): string[] {
  const { colours, x, checkpoint, summary, say } = drawing;
  const flags = [
    { week: weekIn(drawing, checkpoint?.meeting?.day), title: say('Checkpoint'), mark: marks.checkpoint },
    { week: weekIn(drawing, summary?.meeting?.day), title: say('Summary'), mark: marks.summary },
  ];
  const flagged = new Set(flags.map(({ week }) => week));
  const dots = [...weeksWithMeetings(drawing)].flatMap(([week, { meetings }]) =>
    flagged.has(week) ? [] : [inWeek(week, meetingsWords(meetings, say), marks.meeting(x(week), y, meetings, colours))],
  );
  const both = flags[0]!.week !== null && flags[0]!.week === flags[1]!.week ? 8 : 0;
  return [
    line(drawing, y - heights.meetings / 2),
    label(say('Meetings'), y + 4, colours.text),
    ...dots,
    ...flags.flatMap(({ week, title, mark }, index) =>
      week === null ? [] : [inWeek(week, title, mark(x(week) + (index === 0 ? -both : both), y, colours))],
    ),
  ];
}

function areaRow(drawing: Drawing, area: AreaProgress, top: number): string[] {
  const { colours, x, weeks, say } = drawing;
  const { text } = area.area.title;
  const y = top + heights.area / 2;
  const mentioned = mentionsByWeek(area, drawing);
  const chosen = weekIn(drawing, drawing.checkpoint?.meeting?.day) ?? 0;
  const cells = [...weeksWithMeetings(drawing)].flatMap(([week]) => {
    const times = mentioned.get(week) ?? 0;
    // Up to its checkpoint, nobody missed it.
    if (times === 0 && week <= chosen) return [];
    const title = times === 0 ? say('Week {0}: not mentioned', week) : say('Week {0}: mentioned', week);
    return inWeek(week, title, marks.cell(x(week), y, times, colours));
  });
  const { lastMentioned, isQuiet } = area;
  const last = lastMentioned === null ? null : formatDay(lastMentioned);
  const spoken = last === null ? say('not mentioned yet') : say('last mentioned {0}', last);
  const silent = last === null ? say('gone quiet') : say('gone quiet since {0}', last);
  const under = isQuiet
    ? `<text x="12" y="${y + 13}" font-size="11" fill="${colours.quiet}" font-style="italic">${xml(silent)}</text>`
    : `<text x="12" y="${y + 13}" font-size="11" fill="${colours.dim}">${xml(spoken)}</text>`;
  const targetsAt = columns.label + weeks * columns.week + 16;
  const { targetList } = area.area;
  const boxes =
    targetList.length > mostBoxes
      ? [marks.share(targetsAt, y - 14, 106, area.targetsMet / targetList.length, colours)]
      : targetList.map(({ state, text: words }, index) =>
          titled(
            say('Target {0}: {1}', stateWord(state, say), words),
            marks.target(targetsAt + index * 19, y - 15, state, colours),
          ),
        );
  return [
    line(drawing, top),
    titled(
      `${text}: ${areaWords(area, say)}`,
      `<text x="12" y="${y - 3}" font-size="13">${xml(shortened(text))}</text>`,
    ),
    under,
    ...cells,
    ...boxes,
    `<text x="${targetsAt}" y="${y + 13}" font-size="11" fill="${colours.dim}">${xml(targetsWords(area, say) ?? say('no targets'))}</text>`,
  ];
}

/** Bars up for what was promised, down for what was closed. */
function promisesRow(drawing: Drawing, top: number): string[] {
  const { colours, x, say } = drawing;
  const y = top + heights.promises / 2;
  const held = [...weeksWithMeetings(drawing)];
  const most = Math.max(1, ...held.flatMap(([, { opened, closed }]) => [opened, closed]));
  const bars = held.flatMap(([week, { opened, closed }]) =>
    opened + closed === 0
      ? []
      : [
          inWeek(
            week,
            say('Week {0}: {1}', week, promisesWords(opened, closed, say)),
            marks.promises(x(week), y, { opened: opened / most, closed: closed / most }, { opened, closed }, colours),
          ),
        ],
  );
  const from = columns.label;
  const to = drawing.x(drawing.weeks) + columns.week / 2;
  return [
    line(drawing, top),
    label(say('Promises given'), y - 6, colours.text),
    label(say('Promises closed'), y + 14, colours.text),
    `<path d="M${from} ${y}H${to}" stroke="${colours.line}"/>`,
    ...bars,
  ];
}

/** Only what can be seen in this picture, and what it will show next. */
function keysOf({ areas, colours, checkpoint, summary, meetings, say }: Drawing, today: Day): Key[] {
  const states = new Set(areas.flatMap(({ area }) => area.targetList.map(({ state }) => state)));
  const key = (text: string, draw: (y: number) => string): Key => ({ text, draw });
  const order: readonly TargetState[] = ['done', 'open', 'in-progress', 'moved', 'dropped'];
  const isHeld = meetings.some(({ dated }) => dated.day <= today);
  return [
    ...(checkpoint === null ? [] : [key(say('checkpoint'), (y) => marks.checkpoint(9, y, colours))]),
    ...(summary === null ? [] : [key(say('summary'), (y) => marks.summary(9, y, colours))]),
    ...(areas.length > 0 && isHeld
      ? [
          key(say('mentioned'), (y) => marks.cell(9, y, 1, colours, 16)),
          key(say('meeting without it'), (y) => marks.cell(9, y, 0, colours, 16)),
        ]
      : []),
    ...order
      .filter((state) => states.has(state))
      .map((state) => key(say('target {0}', stateWord(state, say)), (y) => marks.target(2, y - 7, state, colours))),
    key(say('promises given'), (y) => marks.bar(4, y - 6, 10, 12, 'opened', colours)),
    key(say('closed'), (y) => marks.bar(4, y - 6, 10, 12, 'closed', colours)),
  ];
}

/** Null where the day is in another quarter: a checkpoint may be planned ahead, a summary written late. */
function weekIn({ record: { quarter } }: QuarterProgress, day: Day | undefined): number | null {
  return day === undefined || day < quarter.start || day > quarter.end ? null : weekOfQuarter(day, quarter);
}

function stateWord(state: TargetState, say: Say): string {
  const words: Readonly<Record<TargetState, string>> = {
    open: say('open'),
    done: say('met'),
    dropped: say('dropped'),
    moved: say('moved'),
    'in-progress': say('in progress'),
  };
  return words[state];
}

function inWeek(week: number, title: string, mark: string): string {
  return `<g data-week="${week}"><title>${xml(title)}</title>${mark}</g>`;
}

function titled(title: string, mark: string): string {
  return `<g><title>${xml(title)}</title>${mark}</g>`;
}

function line({ width, colours }: Drawing, y: number): string {
  return `<path d="M12 ${y}H${width - 12}" stroke="${colours.line}"/>`;
}

function label(text: string, y: number, colour: string): string {
  return `<text x="12" y="${y}" fill="${colour}">${xml(text)}</text>`;
}

function shortened(text: string): string {
  const letters = [...text];
  return letters.length <= longestTitle
    ? text
    : `${letters
        .slice(0, longestTitle - 1)
        .join('')
        .trimEnd()}\u2026`;
}
