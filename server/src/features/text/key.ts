/** Keys of the front matter as hover text, those of roles, teams and ratings aside: what they are for and how they are read. */
import { formatDay, nextMeetingDay } from '../../core/calendar.ts';
import { cadenceOf } from '../../core/cadence.ts';
import type { Cadence } from '../../core/configuration.ts';
import type { Context } from '../../core/context.ts';
import { findDates } from '../../core/dates.ts';
import { valueOf } from '../../core/front-matter.ts';
import type { Series } from '../../core/model.ts';
import { fold } from '../../core/names.ts';
import type { Request } from '../request.ts';
import { dayText, distanceText, weekdayName } from './date.ts';
import { escape, paragraphs } from './markdown.ts';

/** Null for a key that there is nothing to say of. */
export function keyText(key: string, written: string, request: Request): string | null {
  const { document, series, context } = request;
  switch (key) {
    case 'report':
      return paragraphs(`**${escape(written)}** is the report: the person the document is about.`, seriesText(series));
    case 'manager':
      return `**${escape(written)}** is the manager.`;
    case 'cadence':
      return cadenceText(written, series, context);
    case 'kind':
      return kindText(written);
    case 'started':
    case 'ends':
      return dayIn(written, context);
    case 'created':
      return createdText(request);
    case 'date':
      return document.note.meetings.length > 1 ? 'Not used: the headings of this file date its meetings.' : null;
    default:
      return null;
  }
}

function seriesText({ documents, meetings }: Series): string {
  const files = documents.length === 1 ? 'this file' : `${documents.length} files`;
  const [first, last] = [meetings[0], meetings.at(-1)];
  if (first === undefined || last === undefined) return `No dated meeting is in ${files} yet.`;
  if (meetings.length === 1) return `1 meeting in ${files}, of ${formatDay(first.day)}.`;
  return `${meetings.length} meetings in ${files}, from ${formatDay(first.day)} to ${formatDay(last.day)}.`;
}

function cadenceText(written: string, { cadence, meetings }: Series, { today }: Context): string {
  const isRead = cadenceOf(fold(written)) !== null;
  const how = isRead ? '' : `"${escape(written)}" is no cadence that is known, so another one counts: `;
  const last = meetings.findLast(({ day }) => day <= today)?.day;
  const next = last === undefined ? null : nextMeetingDay(last, cadence);
  return paragraphs(
    `${how}**${cadenceName(cadence)}**`,
    next !== null &&
      `The last meeting was on ${formatDay(last!)}: the next one would be on ${formatDay(next)}, ${weekdayName(next)}, ${distanceText(next, today)}.`,
  );
}

function cadenceName(cadence: Cadence): string {
  if (cadence.every === 'month') return 'You meet once a month';
  return cadence.days === 7 ? 'You meet every week' : `You meet every ${cadence.days} days`;
}

/** Nothing is guessed in silence: that a file was made on a day says little of when the pair met. */
function createdText({ document: { note }, context }: Request): string | null {
  const [only, ...others] = note.meetings;
  const entry = valueOf(note.frontMatter, 'created');
  const isTaken = others.length === 0 && only !== undefined && entry !== null && only.date.place === entry.place;
  if (!isTaken || only.date.day === null) return null;
  return paragraphs(
    dayText(only.date.day, context),
    'Nothing else says when this meeting was, so the day on which the file was made is taken. Write `date:` to say another one.',
  );
}

function dayIn(written: string, context: Context): string | null {
  const [date] = findDates(written, { numericOrder: context.configuration.dates.numericOrder });
  return date === undefined || date.day === null ? null : dayText(date.day, context);
}

function kindText(written: string): string | null {
  switch (fold(written)) {
    case 'one-on-one':
      return '**one-on-one**: these are the 1:1 notes of a report and their manager.';
    case 'internship':
      return '**internship**: an internship for learning. Its dates, promises and terms are looked at; the routine of quarters is not asked of it.';
    default:
      return null;
  }
}
