/** Headings as hover text: what was decided about them that their words do not say. */
import { quarterAt, quarterOf } from '../../core/calendar.ts';
import type { Context } from '../../core/context.ts';
import { findDates } from '../../core/dates.ts';
import type {
  Checkpoint,
  Document,
  FileDate,
  Meaning,
  Quarter,
  QuarterLabel,
  Region,
  Series,
  Summary,
} from '../../core/model.ts';
import { dayText } from './date.ts';
import { escape, paragraphs } from './markdown.ts';
import { quarterText } from './quarter.ts';

type Part = { readonly checkpoint: Checkpoint } | { readonly summary: Summary };

/** Which quarter a checkpoint or summary belongs to, and why that one where no label says it. */
export function quarterPartText(part: Part, region: Region, series: Series, context: Context): string {
  const isCheckpoint = 'checkpoint' in part;
  const label = isCheckpoint ? part.checkpoint.label : part.summary.label;
  const record = series.quarters.find(({ checkpoints, summaries }) =>
    isCheckpoint
      ? checkpoints.some(({ checkpoint }) => checkpoint === part.checkpoint)
      : summaries.some(({ summary }) => summary === part.summary),
  );
  if (record === undefined)
    return "Read as an ordinary heading: a plain Summary closes a quarter only in the quarter's last meeting or under a quarter heading, and only if it names a focus area.";
  return paragraphs(
    quarterText(record.quarter, series, context),
    reasonFor(isCheckpoint ? 'checkpoint' : 'summary', label, record.quarter, region, context),
  );
}

/** The title of a document: who it is about and when, where its own words or the file's name say it. */
export function titleText({ note }: Document, context: Context): string | null {
  const { title, report, manager, meetings, fileDates } = note;
  const isFromTitle = title !== null && report?.place === title.place && manager !== null;
  const [only] = meetings;
  const isOneMeeting = meetings.length === 1 && only!.depth === 0 && only!.date.day !== null;
  const source = fileDates[0]?.source;
  return (
    paragraphs(
      isFromTitle &&
        `Read as the 1:1 of **${escape(report.text)}**, the report, and **${escape(manager.text)}**, the manager: a title names the report first. If it is the other way round, write \`report:\` and \`manager:\` in the front matter.`,
      isOneMeeting && paragraphs(`This file is one meeting.`, dayText(only!.date.day!, context)),
      isOneMeeting && source !== undefined && `Its date is taken from ${sourceNames[source]}.`,
    ) || null
  );
}

/** A heading among the meetings that is none of them. */
export function undatedText(title: string): string {
  const isDatedLater = findDates(title).length > 0;
  return isDatedLater
    ? 'No meeting: a date makes a meeting only at the start of its heading. This heading ends the meeting above it.'
    : 'No meeting: this heading has no date. It ends the meeting above it.';
}

/** What a known name makes of a section; null where a finer hover says it. */
export function sectionText(meaning: Meaning): string | null {
  return sectionTexts.get(meaning) ?? null;
}

// ---------------------------------------------------------------------------------------------------------------

const sectionTexts: ReadonlyMap<Meaning, string> = new Map<Meaning, string>([
  ['responsibility', 'Read as the **responsibility** of the focus area: what it is in the role description.'],
  ['goals', 'Read as the **goals** of the focus area.'],
  ['targets', 'Read as the **targets** of the focus area: a tick says that one is met.'],
  ['ideas', 'Read as **ideas** for working on the focus area.'],
  [
    'standing-agenda',
    'Read as the **standing agenda**: what every meeting comes back to, the focus areas of the quarter among it.',
  ],
  ['efw', 'Read as the **worksheet**: a row for each responsibility, and a column of ratings for each quarter.'],
  ['promises', 'Read as what was **promised**: each item is a promise, with or without a checkbox.'],
  ['agenda', 'Read as **topics**: a checkbox here is a topic, not a promise.'],
  ['career', 'Read as **career talk**, which is to touch a focus area of the quarter.'],
  ['feedback', 'Read as **feedback**.'],
  ['private', 'Read as **private**: nothing below it is written, quoted or listed anywhere else.'],
]);

const sourceNames: Readonly<Record<FileDate['source'], string>> = {
  'front matter': 'the front matter',
  'date line': 'its `Date:` line',
  title: 'the title',
  'file name': "the file's name",
};

/** Null where a label in the title says it. */
function reasonFor(
  what: 'checkpoint' | 'summary',
  label: QuarterLabel | null,
  quarter: Quarter,
  { meeting, label: above }: Region,
  { today, configuration }: Context,
): string | null {
  const labelled = label === null ? null : quarterAt(label.year, label.number, configuration.quarters);
  if (labelled !== null && labelled.start === quarter.start) {
    const day = meeting?.date.day ?? null;
    const held = day === null ? null : quarterOf(day, configuration.quarters);
    if (held === null || held.start === quarter.start) return null;
    return held.start < quarter.start
      ? `Planned ahead: it stands in a meeting of ${escape(held.label)}, and its label counts.`
      : `Written late: it stands in a meeting of ${escape(held.label)}, and its label counts.`;
  }
  const instead = labelled === null ? 'No label says so' : `Its label says ${escape(labelled.label)}`;
  if (meeting !== null && meeting.date.day !== null)
    return `${instead}: this ${what} counts for the quarter of the meeting it stands in.`;
  if (above !== null) return `${instead}: this ${what} counts for the quarter of the heading above it.`;
  const isNow = quarter.start <= today && today <= quarter.end;
  return isNow ? `${instead}, and it stands in no dated meeting: this ${what} counts for the quarter of today.` : null;
}
