/** Behind the signs of a heading: days of the next meeting, the pair's own headings, the names of the routine, quarter labels. */
import { formatDay } from '../../core/calendar.ts';
import { meetingDays } from '../../core/meeting-days.ts';
import type { Meaning, Region, Section } from '../../core/model.ts';
import { fold, meaningOf } from '../../core/names.ts';
import { quarterChoices } from '../../core/quarter-choices.ts';
import { readingOf } from '../../core/reading.ts';
import { openingLines } from '../../core/write/opening.ts';
import type { Request } from '../request.ts';
import { choice, regionAt, type Offer } from './line.ts';

export const headingOffer: Offer = ({ request, offset, before, toEnd, toCursor }) => {
  const heading = /^(?<signs>#{1,6})[ \t]+/.exec(before);
  if (heading === null) return null;
  const name = before.slice(heading[0].length).replace(/[^ \t]*$/, '');
  if (name !== '' && takesLabel(name, request))
    return quarterChoices(request.series, request.context).map(([text, detail], index) =>
      choice(text, detail, index, toCursor(heading[0].length + name.length)),
    );
  const depth = heading.groups!.signs!.length;
  const region = regionAt(request, offset);
  const found = [
    ...dates(request, depth),
    ...quarterHeadings(request, depth),
    ...usualTitles(request, depth, region),
    ...routineTitles(request, region),
  ];
  const texts = new Set<string>();
  return found
    .filter(([text]) => !texts.has(fold(text)) && texts.add(fold(text)))
    .map(([text, detail], index) => choice(text, detail, index, toEnd(heading[0].length)));
};

// ---------------------------------------------------------------------------------------------------------------

type Choice = readonly [text: string, detail: string];

/** The name of a checkpoint or summary in any language or spelling that is read. */
function takesLabel(name: string, { document, context }: Request): boolean {
  const { aliases } = readingOf(context.configuration, document.path);
  const meaning = meaningOf(name.trim(), null, 'meeting', aliases);
  return meaning === 'checkpoint' || meaning === 'focus-areas' || meaning === 'summary';
}

/** Written as the other meetings are, and only at their level. */
function dates(request: Request, depth: number): Choice[] {
  const { document, series } = request;
  const models = series.meetings
    .filter((dated) => dated.document === document && dated.meeting.depth > 0)
    .map(({ meeting }) => meeting)
    .reverse();
  if (depth !== (models[0]?.depth ?? 2)) return [];
  return meetingDays(series, request.context).map(({ day, detail }) => [
    openingLines(document.note, models, day)[0]!.replace(/^#{1,6}[ \t]*/, ''),
    `${detail}, ${formatDay(day)}`,
  ]);
}

/** Only in a document that groups its meetings by quarter, at the level of those headings. */
function quarterHeadings(request: Request, depth: number): Choice[] {
  const headings = request.document.note.regions.filter(
    ({ kind, section }) => kind === 'quarter' && section?.depth === depth,
  );
  const written = new Set(headings.map(({ section }) => fold(section!.title.text)));
  return headings.length === 0
    ? []
    : quarterChoices(request.series, request.context).filter(([text]) => !written.has(fold(text)));
}

/** Titles that stand in at least two other meetings at this level, the most frequent first; nothing private. */
function usualTitles({ series }: Request, depth: number, here: Region | null): Choice[] {
  if (here?.meeting == null) return [];
  const own = new Set(titlesIn(here.meeting.section, depth).map(fold));
  const counts = new Map<string, { text: string; count: number }>();
  for (const { meeting } of series.meetings.slice(-recentMeetings)) {
    if (meeting === here.meeting) continue;
    for (const text of new Set(titlesIn(meeting.section, depth)))
      counts.set(fold(text), { text, count: (counts.get(fold(text))?.count ?? 0) + 1 });
  }
  return [...counts.values()]
    .filter(({ text, count }) => count > 1 && !own.has(fold(text)))
    .sort((a, b) => b.count - a.count)
    .slice(0, mostTitles)
    .map(({ text, count }) => [text, `in ${count} other meetings`]);
}

const recentMeetings = 30;
const mostTitles = 8;

/** Headings of parts of the routine say their quarter or area, which is another one each time. */
function titlesIn({ isPrivate, sections }: Section, depth: number): string[] {
  if (isPrivate) return [];
  return sections.flatMap((section) => {
    if (section.isPrivate || section.label !== null || (section.meaning !== null && ofQuarter.has(section.meaning)))
      return [];
    const own = section.form === 'heading' && section.depth === depth ? [section.title.text] : [];
    return [...own, ...titlesIn(section, depth)].filter((text) => text !== '');
  });
}

const ofQuarter: ReadonlySet<Meaning> = new Set<Meaning>([
  'checkpoint',
  'focus-areas',
  'focus-area',
  'summary',
  'private',
]);

/** Where each belongs: in a meeting, outside meetings, or in a checkpoint. */
function routineTitles(request: Request, region: Region | null): Choice[] {
  const label = quarterChoices(request.series, request.context)[0]![0];
  const isMeeting = region?.meeting != null;
  return [
    ...((region?.checkpoints.length ?? 0) > 0 ? [['Focus area: ', 'in a checkpoint'] as const] : []),
    [`Checkpoint ${label}`, 'the focus areas of the quarter'],
    [`Summary ${label}`, 'what came of them'],
    ...(isMeeting
      ? [['Actions', 'what was promised'] as const]
      : [
          ['Standing agenda', 'what every meeting comes back to'] as const,
          ['EFW', 'the worksheet of ratings'] as const,
        ]),
    ['Private', 'never written anywhere else'],
  ];
}
