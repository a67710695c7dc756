/**
 * What the notes hold of a focus area in one quarter: the pair's own words, and where they stand. Nothing private,
 * nothing made up. Summaries and records are written from it.
 */
import { passagesOn, names, type Passage } from './mentions.ts';
import type {
  DatedMeeting,
  Document,
  Entry,
  FocusArea,
  Note,
  Place,
  PromiseCopy,
  PromiseThread,
  QuarterRecord,
  Series,
  TargetState,
  Words,
} from './model.ts';
import { liesIn, privatePlaces } from './private.ts';
import { documentAt } from './query.ts';
import { withoutMarks } from './roles/normalise.ts';
import { sourceOf } from './write/habits.ts';

export interface Evidence {
  readonly area: FocusArea;
  /** Where the area stands. */
  readonly document: Document;
  readonly goals: readonly string[];
  readonly targets: readonly { readonly text: string; readonly state: TargetState }[];
  /** What was noted, in the order of the meetings. `text` is empty where a meeting's heading says all. */
  readonly remarks: readonly { readonly meeting: DatedMeeting; readonly text: string }[];
  /** Promises that name the area or stand below its name, each once; `meeting` is the last one of the quarter with it. */
  readonly promises: readonly {
    readonly meeting: DatedMeeting;
    readonly text: string;
    readonly state: TargetState;
  }[];
}

/** `document` is the one that holds the focus area. Texts are markdown as the pair typed it, on one line. */
export function evidenceOf(
  area: FocusArea,
  document: Document,
  record: Pick<QuarterRecord, 'meetings'>,
  series: Series,
): Evidence {
  const hidden = privatePlaces(document);
  const open = <T extends Entry>(entries: readonly T[]): T[] => entries.filter(({ place }) => !liesIn(place, hidden));
  const passages = record.meetings.map((meeting) => ({
    meeting,
    passages: [...passagesOn(area, meeting.meeting)].filter(({ isPrivate }) => !isPrivate),
  }));
  return {
    area,
    document,
    goals: open(area.goals?.entries ?? []).map((entry) => markdownOf(entry, document.note)),
    targets: open(area.targetList).map((target) => ({
      text: markdownOf(target, document.note),
      state: target.state,
    })),
    remarks: passages.flatMap(({ meeting, passages: here }) => remarksOf(area, meeting, here)),
    promises: promisesOn(area, passages, series),
  };
}

/** The words as typed, links and marks included, on one line; as read where the source is not all of them. */
export function markdownOf({ text, words }: Pick<Entry, 'text' | 'words'>, note: Note): string {
  const source = sourceOf(note, words).replace(/\s+/g, ' ').trim();
  // A comment is for those who read the source.
  if (source.includes('<!--')) return text;
  return withoutMarks(source) === withoutMarks(text) ? source : text;
}

/** Without the area's own name before a colon: the text stands under that name already. */
export function withoutOwnName(text: string, area: FocusArea): string {
  const colon = text.indexOf(':');
  const label = colon > 0 && colon < 80 ? text.slice(0, colon) : '';
  return label !== '' && names(area, label, []) ? text.slice(colon + 1).replace(/^[*_\s]+/, '') : text;
}

// ---------------------------------------------------------------------------------------------------------------

type Remark = Evidence['remarks'][number];
type KeptPromise = Evidence['promises'][number];

function remarksOf(area: FocusArea, meeting: DatedMeeting, passages: readonly Passage[]): Remark[] {
  const { note } = meeting.document;
  const promised = meeting.meeting.promises.map(({ place }) => place);
  const isPromise = (place: Place): boolean => liesIn(place, promised);
  const texts = passages.flatMap(({ of }): string[] => {
    if ('cell' in of) return isPromise(of.cell.place) ? [] : [lineOf(of.cell, note)];
    if ('entry' in of) return isPromise(of.entry.place) ? [] : said(of.entry, note, area);
    if (of.section === meeting.meeting.section) return [''];
    return of.section.entries.filter(({ place }) => !isPromise(place)).map((entry) => markdownOf(entry, note));
  });
  return texts.map((text) => ({ meeting, text }));
}

/** What is nested follows it. */
function said(entry: Entry, note: Note, area: FocusArea): string[] {
  const rest = withoutOwnName(markdownOf(entry, note), area);
  const isOnlyName = withoutMarks(rest) === area.title.text || rest === '';
  const nested = entry.entries
    .filter(({ mark, checkbox }) => mark !== null && checkbox === null)
    .map((child) => markdownOf(child, note));
  return [...(isOnlyName && nested.length > 0 ? [] : [isOnlyName ? '' : rest]), ...nested];
}

function lineOf({ text, place }: Words, note: Note): string {
  return markdownOf({ text, words: place }, note);
}

function promisesOn(
  area: FocusArea,
  passages: readonly { readonly meeting: DatedMeeting; readonly passages: readonly Passage[] }[],
  series: Series,
): KeptPromise[] {
  const meetings = new Map(passages.map(({ meeting }) => [meeting.meeting, meeting]));
  const places = passages.flatMap(({ meeting, passages: here }) =>
    here.flatMap(({ of }) => {
      if ('entry' in of) return [of.entry.place];
      return 'section' in of && of.section !== meeting.meeting.section ? [of.section.place] : [];
    }),
  );
  const isOn = ({ written }: PromiseCopy): boolean => names(area, written.text, []) || liesIn(written.place, places);
  return series.promises.flatMap((thread): KeptPromise[] => {
    if (thread.isPrivate) return [];
    const copies = thread.copies.filter((copy) => copy.meeting !== null && meetings.has(copy.meeting));
    const copy = copies.at(-1);
    if (copy === undefined || !copies.some(isOn)) return [];
    return [{ meeting: meetings.get(copy.meeting!)!, text: promiseText(copy, thread, series), state: thread.state }];
  });
}

/** As written; with its owner where only a column or a title says whose it is. */
function promiseText(copy: PromiseCopy, { owners }: PromiseThread, series: Series): string {
  const { written, ownerForm, uri } = copy;
  const isItem = written.stateAt?.form !== 'cell' && ownerForm !== 'column';
  const text = isItem
    ? sourceOf(documentAt(series, uri).note, written.words).replace(/\s+/g, ' ').trim()
    : written.text;
  const isNamed = ownerForm !== null && ownerForm !== 'column' && ownerForm !== 'title';
  return isNamed || owners.length === 0 ? text : `${owners.join(' and ')}: ${text}`;
}
