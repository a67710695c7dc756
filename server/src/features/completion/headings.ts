/** Names of headings, dates of the next meeting, and quarter labels behind the name of a checkpoint or summary. */
import { formatDay, nextMeetingDay, nextQuarter, previousQuarter, quarterOf } from '../../core/calendar.ts';
import type { Day, Quarter } from '../../core/model.ts';
import { findQuarterLabel, writeQuarterLabel } from '../../core/quarter-labels.ts';
import { openingLines } from '../../core/write/opening.ts';
import type { Request } from '../request.ts';
import { choice, type Offer } from './line.ts';

/** Behind the signs of a heading. */
export const headingOffer: Offer = ({ request, before, toEnd, toCursor }) => {
  const heading = /^(?<signs>#{1,6})[ \t]+/.exec(before);
  if (heading === null) return null;
  const titled =
    /^#{1,6}[ \t]+(?:quarterly |checkpoint |quarter |progress )?(?:checkpoint|focus areas|summary|review)[ \t]+(?=[^ \t]*$)/i.exec(
      before,
    );
  if (titled !== null)
    return labels(request).map(([label, detail], index) => choice(label, detail, index, toCursor(titled[0].length)));
  const range = toEnd(heading[0].length);
  const found = [...dates(request, heading.groups!.signs!.length), ...titles(request)];
  return found.map(([text, detail], index) => choice(text, detail, index, range));
};

type Choice = readonly [text: string, detail: string];

/** Today, and the day that the cadence leads to: only at the level that meetings have here. */
function dates({ document: { note }, series, context }: Request, depth: number): Choice[] {
  const { today } = context;
  const models = series.meetings
    .filter(({ document, meeting }) => document.note === note && meeting.depth > 0)
    .map(({ meeting }) => meeting)
    .reverse();
  if (depth !== (models[0]?.depth ?? 2)) return [];
  const last = series.meetings.findLast(({ day }) => day <= today)?.day ?? null;
  const planned = last === null ? null : nextAfter(last, today, series.cadence);
  const days: (readonly [Day, string])[] = [[today, 'a meeting today']];
  if (planned !== null && planned !== today) days.push([planned, 'the next meeting by your cadence']);
  const held = new Set(series.meetings.map(({ day }) => day));
  return days
    .filter(([day]) => !held.has(day))
    .map(([day, detail]) => [
      openingLines(note, models, day)[0]!.replace(/^#{1,6}[ \t]*/, ''),
      `${detail}, ${formatDay(day)}`,
    ]);
}

function nextAfter(last: Day, today: Day, cadence: Request['series']['cadence']): Day {
  let day = nextMeetingDay(last, cadence);
  // A year without a meeting is no cadence any more.
  for (let count = 0; day < today && count < 400; count++) day = nextMeetingDay(day, cadence);
  return day;
}

function titles(request: Request): Choice[] {
  const { label } = quarterOf(request.context.today, request.context.configuration.quarters);
  const written = labels(request)[0]?.[0] ?? label;
  return [
    [`Checkpoint ${written}`, 'the focus areas of the quarter'],
    [`Summary ${written}`, 'what came of them'],
    ['Focus area: ', 'in a checkpoint'],
    ['Standing agenda', 'what every meeting comes back to'],
    ['Actions', 'what was promised'],
    ['EFW', 'the worksheet of ratings'],
    ['Private', 'never written anywhere else'],
  ];
}

/** This quarter, the next one and the one before, in the form of the last label here. */
function labels({ series, context }: Request): Choice[] {
  const { quarters } = context.configuration;
  const current = quarterOf(context.today, quarters);
  const written = series.quarters
    .flatMap(({ checkpoints }) => checkpoints.flatMap(({ checkpoint }) => checkpoint.label?.text ?? []))
    .at(-1);
  const form = written === undefined ? null : (findQuarterLabel(written)?.form ?? null);
  const text = (quarter: Quarter): string => (form === null ? quarter.label : writeQuarterLabel(quarter, form));
  return [
    [text(current), 'this quarter'],
    [text(nextQuarter(current, quarters)), 'the next quarter'],
    [text(previousQuarter(current, quarters)), 'the last quarter'],
  ];
}
