/** The lines that open a meeting, written as the pair wrote those of their last meetings. */
import { formatDay } from '../calendar.ts';
import { commonForm, writeWeekday } from '../dates.ts';
import type { Day, Meeting, Note, Span } from '../model.ts';
import { spanOf } from '../parse.ts';
import { titleLine } from './checkpoint.ts';
import { writeBeside } from './dates.ts';

/** `models` are meetings of one note with a heading, the latest first. */
export function openingLines(note: Note, models: readonly Meeting[], day: Day): string[] {
  const [model, before] = models;
  const form = commonForm(note.meetings.map(({ date }) => date)) ?? '{yyyy}-{mm}-{dd}';
  const parts = model === undefined ? null : partsOf(note, model);
  if (model === undefined || parts === null) return [titleLine(formatDay(day), model?.depth ?? 2)];
  const earlier = before === undefined ? null : partsOf(note, before);
  const date =
    model.date.weekday === null
      ? parts.date
      : parts.date.replace(weekdayHole, () => writeWeekday(day, model.date.weekday!.form));
  const written =
    counted(parts.before, earlier?.before) +
    date.replace(dateHole, () => writeBeside(day, form, model.date.day)) +
    tail(parts.after, earlier?.after);
  return written.split(/\r\n|\n|\r/).map((line) => line.trimEnd());
}

// ---------------------------------------------------------------------------------------------------------------

const dateHole = '\uE001';
const weekdayHole = '\uE002';

interface Parts {
  /** From the heading's `#` to date or weekday, whichever comes first. */
  readonly before: string;
  /** Date and weekday as holes, and what stands between them. */
  readonly date: string;
  /** To the end of the line. */
  readonly after: string;
}

/** Null where marks stand inside the date, and for a heading that is underlined. */
function partsOf(note: Note, { date, heading, place }: Meeting): Parts | null {
  const whole = heading === null ? null : spanOf(note, place);
  const own = spanOf(note, date.place);
  if (whole === null || own === null) return null;
  const start = note.text.lineSpan(note.text.positionAt(whole.start).line).start;
  const end = note.text.lineSpan(note.text.positionAt(own.end).line).end;
  const source = note.text.slice(start, end);
  const holes = [holeAt(source, { start: own.start - start, end: own.end - start }, date.text, dateHole)];
  if (date.weekday !== null) {
    const at = spanOf(note, date.weekday.place);
    holes.push(at && holeAt(source, { start: at.start - start, end: at.end - start }, date.weekday.text, weekdayHole));
  }
  const found = holes.filter((hole) => hole !== null).sort((a, b) => a.start - b.start);
  if (found.length < holes.length || !source.startsWith('#')) return null;
  const [first, second] = found;
  const between = second === undefined ? '' : source.slice(first!.end, second.start) + second.hole;
  return {
    before: source.slice(0, first!.start),
    date: first!.hole + between,
    after: source.slice(found.at(-1)!.end),
  };
}

function holeAt(source: string, around: Span, text: string, hole: string): (Span & { readonly hole: string }) | null {
  const at = source.indexOf(text, around.start);
  return at < 0 || at + text.length > around.end ? null : { start: at, end: at + text.length, hole };
}

/** `12. ` after `11. ` is followed by `13. `. */
function counted(latest: string, before: string | undefined): string {
  const number = /\d+/.exec(latest)?.[0];
  const earlier = before === undefined ? undefined : /\d+/.exec(before)?.[0];
  if (number === undefined || Number(earlier) + 1 !== Number(number)) return latest;
  return latest.replace(number, String(Number(number) + 1).padStart(number.length, '0'));
}

/** What follows the date stays where two meetings have it; of one alone only what closes brackets and marks. */
function tail(latest: string, before: string | undefined): string {
  return latest === before ? latest : /^[\])}*_:]*/.exec(latest)![0];
}
