/** Checklists of an internship document. */
import type { Module } from '../internship.ts';
import type { Note } from '../model.ts';
import { titleLine } from './checkpoint.ts';
import { blockAfter, blockBefore, listMarkOf, type Insertion } from './habits.ts';

/** The modules that are missing; the whole list of two ends with a line about access. */
export function preparationLines(modules: readonly Module[], listMark: string): string[] {
  const item = (text: string): string => `${listMark} [ ] ${text}`;
  const introduction = [item('Introduction module, in three sittings of about 5, 30 and 30 minutes')];
  const intermediate = [
    item('Intermediate module'),
    `  ${item('Architecture')}`,
    `  ${item('Metrics and logs')}`,
    `  ${item('Review of a past incident')}`,
    `  ${item('Sitting in on an incident')}`,
  ];
  return [
    ...(modules.includes('introduction') ? introduction : []),
    ...(modules.includes('intermediate') ? intermediate : []),
    ...(modules.length === 2 ? [item('Access requested where it is needed')] : []),
  ];
}

export function waysOfWorkingLines(listMark: string): string[] {
  return [
    `${listMark} [ ] Pair on an issue, or on work towards an OKR`,
    `${listMark} [ ] Shadow the on-call for two weeks, with somebody in a similar time zone`,
    `${listMark} [ ] Shadow the delivery team through a release`,
  ];
}

/** A section above the first meeting, at the level of that meeting's heading, or at the end. */
export function sectionAboveMeetings(note: Note, title: string, linesFor: (listMark: string) => string[]): Insertion[] {
  const meeting = note.regions.find(({ kind }) => kind === 'meeting' || kind === 'quarter');
  const depth = Math.max(2, meeting?.section?.depth ?? 2);
  const lines = [titleLine(title, depth), '', ...linesFor(listMarkOf(note))];
  if (meeting?.section != null) return [blockBefore(note, meeting.section.place, lines)];
  const last = note.regions.findLast(({ section }) => section !== null && section.place.end > section.place.start);
  if (last?.section != null) return [blockAfter(note, last.section.place, lines)];
  const { frontMatter } = note;
  return frontMatter === null ? [] : [blockAfter(note, frontMatter.place, lines)];
}
