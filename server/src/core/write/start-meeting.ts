/** Start Meeting: today's section, with the open promises and the standing agenda at hand. */
import { formatDay } from '../calendar.ts';
import type { Context } from '../context.ts';
import { fileNameDate, writeDate } from '../dates.ts';
import type { DatedMeeting, Day, Document, Meeting, Section, Series } from '../model.ts';
import { openAgendasOf } from '../private.ts';
import { carriedLines } from './carried.ts';
import { titleLine } from './checkpoint.ts';
import { blockAfter, listMarkOf, sourceOf } from './habits.ts';
import { meetingInserted } from './meeting-place.ts';
import { openingLines } from './opening.ts';
import { edits, impossible, unchanged, type Writing } from './writing.ts';

/**
 * A section for today in the document, or a file beside the others where each meeting has one. Changes nothing where
 * the series has a meeting today. Never throws. `front` is the document in front.
 */
export function startMeeting(front: Document, series: Series, context: Context): Writing {
  const { today } = context;
  const held = series.meetings.find(({ day }) => day === today);
  if (held !== undefined) return unchanged(held.document, held.meeting.heading?.place ?? held.meeting.date.place);
  const past = series.meetings.filter(({ day }) => day < today);
  const latest = past.at(-1) ?? null;
  if (latest !== null && hasOwnFile(latest)) return newFile(latest, past, series, context);
  const document = homeOf(front, past, today);
  const { note } = document;
  const models = past
    .filter((dated) => dated.document === document && dated.meeting.depth > 0)
    .map(({ meeting }) => meeting)
    .reverse();
  const [model] = models;
  const depth = model?.depth ?? 2;
  const promises = carriedLines(series, context, listMarkOf(note));
  const lines = [...openingLines(note, models, today), ...bodyLines(models, promises, series, depth)];
  const cursor = (newText: string): number => newText.trimEnd().length;
  if (model === undefined) {
    const region = note.regions.findLast(({ section }) => section !== null);
    if (region?.section == null)
      return impossible('There is nothing in this document that a meeting could be added to.');
    const edit = blockAfter(note, region.section.place, lines);
    return edits(document, [edit], cursor(edit.newText));
  }
  const edit = meetingInserted(note, model, lines, today, context);
  return edits(document, [edit], edit.newText.lastIndexOf(lines.at(-1)!) + lines.at(-1)!.length);
}

// ---------------------------------------------------------------------------------------------------------------

const someWeeks = 62;

/** The document in front, unless the pair has gone on in another one: last year's file, a page beside the log. */
function homeOf(front: Document, past: readonly DatedMeeting[], today: Day): Document {
  const latest = past.at(-1);
  if (latest === undefined || today - latest.day > someWeeks) return front;
  const own = past.findLast((dated) => dated.document === front);
  return own !== undefined && latest.day - own.day <= someWeeks ? front : latest.document;
}

/** The standing agenda as a comment, the sections that every meeting has, and the promises under the name for them. */
function bodyLines(models: readonly Meeting[], promises: readonly string[], series: Series, depth: number): string[] {
  const lines = agendaLines(series);
  const usual = usualSections(models);
  const own = usual.findLast(({ meaning }) => meaning === 'promises');
  for (const section of usual) {
    lines.push('', titleLine(section.title.text, section.depth));
    if (section === own && promises.length > 0) lines.push('', ...promises);
  }
  if (own !== undefined || promises.length === 0) return lines;
  const named = promisesTitle(series);
  return [...lines, ...(named === null ? [] : ['', titleLine(named, depth + 1)]), '', ...promises];
}

/**
 * A comment holds no structure: what is only on the agenda does not count as spoken of until somebody writes about it.
 */
function agendaLines(series: Series): string[] {
  const items = openAgendasOf(series).flatMap(({ agenda }) => agenda.items.map(({ text }) => text));
  if (items.length === 0) return [];
  return ['', '<!-- Standing agenda:', ...items.map((text) => `- ${text.replaceAll('--', '- -')}`), '-->'];
}

/** The headings that the last two meetings both have, checkpoints and summaries aside. */
function usualSections([latest, before]: readonly Meeting[]): Section[] {
  if (latest === undefined || before === undefined) return [];
  const titles = new Set(before.section.sections.map(({ title }) => title.text));
  return latest.section.sections.filter(
    ({ form, meaning, title, isPrivate }) =>
      form === 'heading' && !isPrivate && !isOfTheRoutine(meaning) && titles.has(title.text),
  );
}

function isOfTheRoutine(meaning: Section['meaning']): boolean {
  return meaning === 'checkpoint' || meaning === 'focus-areas' || meaning === 'focus-area' || meaning === 'summary';
}

/** What the pair calls their actions, in the latest meeting that has a heading for them. */
function promisesTitle(series: Series): string | null {
  for (const { meeting } of [...series.meetings].reverse()) {
    const section = meeting.section.sections.find(({ form, meaning }) => form === 'heading' && meaning === 'promises');
    if (section !== undefined) return section.title.text;
  }
  return null;
}

/** Its file holds nothing but this meeting: it has no heading, or the file is named for its day. */
function hasOwnFile({ meeting, document: { note, path }, day }: DatedMeeting): boolean {
  if (meeting.depth === 0) return true;
  return note.meetings.length === 1 && fileNameDate(path.slice(path.lastIndexOf('/') + 1))?.day === day;
}

/** Named and begun as the latest file is, with this day's date in place of its own. */
function newFile(latest: DatedMeeting, past: readonly DatedMeeting[], series: Series, context: Context): Writing {
  const { today } = context;
  const { path, note } = latest.document;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const { eol } = note.text;
  const head = headOf(latest, today);
  const models = past
    .filter(({ meeting }) => meeting.depth === 0)
    .map(({ meeting }) => meeting)
    .reverse();
  const promises = carriedLines(series, context, listMarkOf(note));
  const body = bodyLines(models, promises, series, 1);
  const text = [...head.split(/\r\n|\n|\r/), ...body].join(eol).trimEnd() + eol;
  return {
    is: 'new-file',
    path: path.slice(0, path.lastIndexOf('/') + 1) + nameFor(name, today),
    text,
    cursor: text.trimEnd().length,
  };
}

/** The date in the name becomes today's; a name without one gets it at its end, or before its extensions. */
function nameFor(name: string, today: Day): string {
  const date = fileNameDate(name);
  if (date !== null) return name.slice(0, date.start) + writeDate(today, date.form) + name.slice(date.end);
  const [stem = ''] = /^[^.]*/.exec(name)!;
  return `${stem}-${formatDay(today)}${name.slice(stem.length)}`;
}

/** Front matter and title, with their dates written anew: all of them, also where they disagreed. */
function headOf({ document: { note } }: DatedMeeting, today: Day): string {
  const fence = note.frontMatter === null ? '' : sourceOf(note, note.frontMatter.place);
  const title = note.title === null ? '' : `# ${sourceOf(note, note.title.place)}`;
  const dates = note.fileDates.filter(({ text }) => text !== '');
  const redated = (text: string): string =>
    dates.reduce((now, { text: written, form }) => now.replaceAll(written, () => writeDate(today, form)), text);
  return [redated(fence), redated(title)].filter((part) => part !== '').join('\n\n');
}
