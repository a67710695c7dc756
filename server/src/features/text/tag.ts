/** Tags of the rolling list as hover text: what they ask for, and who may do what. */
import { formatDay } from '../../core/calendar.ts';
import type { Context } from '../../core/context.ts';
import type { RollingItem, Series } from '../../core/model.ts';
import { escape, paragraphs } from './markdown.ts';

type Meaning = (report: string, manager: string) => string;

const meanings: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ['TODO', (report) => `${report} does it.`],
  ['DOTO', (_, manager) => `${manager} does it: a TODO the other way round.`],
  ['DISCUSS', () => 'To be talked about in the next meeting.'],
  ['REVIEW', () => 'The other one is asked to look at it.'],
  ['HELP', () => 'Whoever wrote it is stuck and asks for help.'],
  ['FYI', () => 'For the other one to know. Whoever did not write it may remove it once it is read.'],
  ['DONE', () => 'It is done. Whoever wrote it may remove it.'],
  ['MOVE', () => 'It belongs into another list or document.'],
  ['DUPLICATE', () => 'The same stands elsewhere on the list.'],
  ['WONT', () => 'It will not be done. The reason belongs beside it.'],
  ['WHY', () => 'The reason for something is asked for.'],
  ['THINK', () => 'To be thought about before anybody answers.'],
  ['IDEA', () => 'A thought that asks for nothing yet.'],
  ['SING', () => 'Something to be proud of, and to be told to others.'],
  ['FEEDBACK', () => 'Feedback for the other one.'],
  ['THANKS', () => 'A thank-you.'],
  ['SORRY', () => 'An apology.'],
]);

const habits =
  '_New items go to the end, and the list is talked through from its end. Each item and each reply says whose it is; `=>` begins a reply._';

/** Null for an item without a tag. */
export function tagText({ tag, day }: RollingItem, series: Series, context: Context): string | null {
  if (tag === null) return null;
  const meaning = meanings.get(tag.text);
  const text =
    meaning === undefined
      ? laterText(day, context)
      : meaning(escape(series.report ?? 'The report'), escape(series.manager ?? 'The manager'));
  return paragraphs(`**${escape(tag.text)}**: ${text}`, habits);
}

/** A day, a month or a release number says when. */
function laterText(day: number | null, { today }: Context): string {
  if (day === null) return 'It waits for this release.';
  if (day > today)
    return `It waits until ${formatDay(day)}, in ${day - today === 1 ? '1 day' : `${day - today} days`}.`;
  return day === today ? 'It is due today.' : `It has been due since ${formatDay(day)}.`;
}
