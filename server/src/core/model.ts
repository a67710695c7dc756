/**
 * The vocabulary. Types only; every other file uses these words.
 *
 * Offsets count UTF-16 code units from 0; spans are half-open; lines count from 0; days are civil days
 * (see `calendar.ts`). Everything is plain, read-only data.
 */
import type { Cadence } from './configuration.ts';
import type { LabelIn } from './fiscal-labels.ts';
import type { Cast } from './promises/cast.ts';
import type { Standing } from './standing.ts';
import type { Text } from './text.ts';

/** A civil day: the number of days since 1970-01-01. No time of day, no time zone. */
export type Day = number;

/** A half-open stretch of text, in UTF-16 offsets from the start of whatever text is spoken of. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The identity of a stretch of one document that is read as one (see `Region`). Where it starts is known only to
 * the note that holds it, so an edit above it moves no position inside it. Compare anchors by `===`.
 */
export interface Anchor {
  readonly is: 'anchor';
}

/** Where something stands: a span counted from the start of its anchor. `spanOf(note, place)` makes it absolute. */
export interface Place extends Span {
  readonly anchor: Anchor;
}

/** A piece of text as a person reads it (marks removed, spaces collapsed), and where it stands. */
export interface Words {
  readonly text: string;
  readonly place: Place;
}

// ---------------------------------------------------------------------------------------------------------------
// Dates and quarters

/** A quarter of the configured (fiscal) year. Both days belong to it. */
export interface Quarter {
  /** The label in the configured form, such as `FY27-Q4`. */
  readonly label: string;
  /** The number of the configured year, and 1 to 4. */
  readonly year: number;
  readonly number: number;
  readonly start: Day;
  readonly end: Day;
}

/** A quarter label as written. `year` is the year of the label in four digits. */
export interface QuarterLabel {
  readonly year: number;
  readonly number: number;
  /** The label as written, and where. */
  readonly text: string;
  readonly place: Place;
}

/** A date as written. `day` is null where the text cannot be resolved to one day. */
export interface WrittenDate {
  readonly day: Day | null;
  readonly place: Place;
  readonly text: string;
  /** Which form it is written in, so that a fix can write the same: see `dates.ts`. */
  readonly form: string;
  /** Why `day` is null, or what was assumed to find it. */
  readonly doubt: 'impossible' | 'ambiguous' | 'no-year' | 'assumed-year' | null;
  /** What an assumed year was taken from. */
  readonly yearFrom?: 'heading above' | 'meetings around' | 'file name' | 'title';
  readonly weekday: WrittenWeekday | null;
  /** The readings that are possible, where there is more than one. */
  readonly candidates: readonly Day[];
}

/** The weekday written beside a date, 1 (Monday) to 7 (Sunday), and its form, so that a fix can write the same. */
export interface WrittenWeekday {
  readonly number: number;
  readonly place: Place;
  readonly text: string;
  readonly form: string;
}

// ---------------------------------------------------------------------------------------------------------------
// The content of a document

/** What a titled section is for, where its title is one of the known names (`names.ts`). */
export type Meaning =
  | 'checkpoint'
  | 'focus-areas'
  | 'focus-area'
  | 'responsibility'
  | 'goals'
  | 'targets'
  | 'ideas'
  | 'standing-agenda'
  | 'summary'
  | 'efw'
  | 'promises'
  | 'agenda'
  | 'career'
  | 'feedback'
  | 'private';

/** How a section says its title. */
export type SectionForm = 'heading' | 'bold' | 'label' | 'item';

/** A titled part of a region and all below it. The region itself is the outermost section. */
export interface Section {
  readonly title: Words;
  readonly form: SectionForm;
  /** 1 to 6 for a heading; the depth of the enclosing heading for the other forms; 0 where no heading encloses. */
  readonly depth: number;
  readonly meaning: Meaning | null;
  /** A quarter label in the title. */
  readonly label: QuarterLabel | null;
  /** Title and everything that belongs to it, up to the end of its last block (without the blank lines after). */
  readonly place: Place;
  /** List items, paragraph lines and table rows that stand directly in this section, in order, nested ones inside. */
  readonly entries: readonly Entry[];
  readonly tables: readonly Table[];
  readonly sections: readonly Section[];
  /** 🔒 in the title, a private name, or inside `<!-- private -->`: never written or quoted anywhere else. */
  readonly isPrivate: boolean;
}

/** A list item, a line of a paragraph, or the one line after a label. */
export interface Entry {
  /** Plain text without list mark and checkbox. */
  readonly text: string;
  /** The whole entry with its mark and everything nested in it. */
  readonly place: Place;
  /** Only the first line's or paragraph's text, without mark and checkbox. */
  readonly words: Place;
  /** `-`, `*`, `+`, `1.` or `1)`; null for a paragraph line. */
  readonly mark: string | null;
  readonly checkbox: { readonly sign: string; readonly place: Place } | null;
  /** The whole text is struck out. */
  readonly struck: boolean;
  readonly links: readonly Link[];
  readonly entries: readonly Entry[];
}

export interface Link {
  readonly text: string;
  readonly target: string;
  readonly place: Place;
}

export interface Table {
  readonly place: Place;
  readonly header: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A table cell. `parts` are its texts between `<br>`s: a cell without a break has one part, an empty one none. */
export interface Cell extends Words {
  readonly parts: readonly Words[];
  readonly links: readonly Link[];
}

/** An HTML comment; suppressions are written in them. */
export interface Comment {
  readonly text: string;
  readonly place: Place;
}

// ---------------------------------------------------------------------------------------------------------------
// The routine

export type TargetState = 'open' | 'done' | 'dropped' | 'moved' | 'in-progress';

/** `Goals`, `Targets`, `Ideas` or `Responsibility` of a focus area. */
export interface Part {
  readonly title: Words;
  readonly form: SectionForm | 'column';
  readonly place: Place;
  readonly entries: readonly Entry[];
}

export interface Target extends Entry {
  readonly state: TargetState;
  readonly due: Day | null;
}

/** One responsibility area that the pair chose for a quarter, as written in the checkpoint. */
export interface FocusArea {
  readonly title: Words;
  readonly form: SectionForm | 'column';
  readonly depth: number;
  readonly place: Place;
  readonly links: readonly Link[];
  readonly responsibility: Part | null;
  readonly goals: Part | null;
  readonly targets: Part | null;
  readonly ideas: Part | null;
  /** The entries of `targets`, with their state and due day. */
  readonly targetList: readonly Target[];
  /** The title is missing or is a placeholder, as in a checkpoint that was just inserted. */
  readonly isBlank: boolean;
}

export interface Checkpoint {
  readonly title: Words;
  readonly form: SectionForm;
  readonly depth: number;
  readonly label: QuarterLabel | null;
  readonly place: Place;
  readonly focusAreas: readonly FocusArea[];
  readonly isPrivate: boolean;
}

/** What was written of a focus area at the end of a quarter. */
export interface SummaryEntry {
  readonly title: Words;
  readonly place: Place;
}

export interface Summary {
  readonly title: Words;
  readonly depth: number;
  readonly label: QuarterLabel | null;
  readonly place: Place;
  readonly entries: readonly SummaryEntry[];
  /** A heading that says only `Summary`: counts as one under the conditions of `quarters.ts`. */
  readonly isBare: boolean;
  readonly isPrivate: boolean;
}

export interface AgendaItem {
  readonly text: string;
  readonly place: Place;
  readonly words: Place;
  readonly links: readonly Link[];
}

export interface StandingAgenda {
  readonly title: Words;
  readonly depth: number;
  readonly place: Place;
  readonly items: readonly AgendaItem[];
}

/** The worksheet: one row per responsibility, one column per quarter. */
export interface Worksheet {
  readonly title: Words;
  readonly place: Place;
  readonly columns: readonly { readonly label: QuarterLabel; readonly index: number }[];
  readonly rows: readonly { readonly title: Words; readonly cells: readonly Cell[] }[];
}

/** Where and in which spelling a promise names its owner. */
export type OwnerForm =
  | 'handle-first'
  | 'handle-last'
  | 'label'
  | 'brackets'
  | 'arrow'
  | 'parentheses'
  | 'sentence'
  | 'title'
  | 'column'
  | 'tag';

/** One reading of a promise's text: these words as its owners, and the text without them. */
export interface WrittenOwner {
  readonly form: OwnerForm;
  /** As written; a handle with its `@`. */
  readonly names: readonly string[];
  readonly text: string;
  /** `text`, folded for comparison. */
  readonly key: string;
}

/** One copy of an action item, as its own region says. Who its owner is depends on the series: see `PromiseCopy`. */
export interface WrittenPromise {
  /** Without due date and marks, but with whatever may be its owner. */
  readonly text: string;
  readonly key: string;
  /** Readings of the text, the likeliest first. */
  readonly owners: readonly WrittenOwner[];
  /** The titles above it that may name its owner, the nearest first. */
  readonly titles: readonly string[];
  readonly due: Day | null;
  readonly state: TargetState;
  /** The whole item or row. */
  readonly place: Place;
  /** Only its text, without mark and checkbox. */
  readonly words: Place;
  /** Where its state is written: a checkbox, the cell of a column, or `TODO`; null for a plain item. */
  readonly stateAt: { readonly form: 'checkbox' | 'cell' | 'tag'; readonly place: Place } | null;
  /** Where its due date is written, if in a cell of its own. */
  readonly dueAt: Place | null;
  readonly isPrivate: boolean;
}

// ---------------------------------------------------------------------------------------------------------------
// The undated rolling list

/** A list outside meetings whose items start with a tag and the writer's name. */
export interface RollingList {
  readonly title: Words;
  readonly depth: number;
  readonly items: readonly RollingItem[];
  readonly isPrivate: boolean;
}

export interface RollingItem {
  /** `TODO`, `FYI` and the like, a day, a month, or a release number; null where the item has none. */
  readonly tag: Words | null;
  /** The day of a tag that is a date; a month's is its first. */
  readonly day: Day | null;
  /** What follows the tag up to the first reply, with the writer's name. */
  readonly text: string;
  /** `Word:` right after the tag. Without a colon only the series knows: see `writerOf`. */
  readonly label: string | null;
  readonly replies: readonly RollingReply[];
  /** Struck out or ticked off. */
  readonly isClosed: boolean;
  readonly place: Place;
  readonly words: Place;
  /** The item as its list has it. */
  readonly entry: Entry;
}

/** What follows a `=>`. */
export interface RollingReply {
  readonly label: string | null;
  readonly text: string;
}

// ---------------------------------------------------------------------------------------------------------------
// A document

/** What a region is: front matter, the part with the title, a meeting, a quarter heading, or anything else. */
export type RegionKind = 'front-matter' | 'title' | 'meeting' | 'quarter' | 'standing';

/**
 * A stretch of a document that is read as one, whatever stands around it. Regions follow one another without gaps.
 * A region whose text did not change is the same object in the next note.
 */
export interface Region {
  readonly kind: RegionKind;
  readonly anchor: Anchor;
  readonly length: number;
  /** The heading that it starts with, if it does. */
  readonly title: Words | null;
  /** Heading and everything below it. Front matter has none. */
  readonly section: Section | null;
  readonly meeting: Meeting | null;
  readonly label: QuarterLabel | null;
  readonly checkpoints: readonly Checkpoint[];
  readonly summaries: readonly Summary[];
  readonly agendas: readonly StandingAgenda[];
  readonly worksheets: readonly Worksheet[];
  /** Those of the meeting, too. */
  readonly promises: readonly WrittenPromise[];
  readonly rollingLists: readonly RollingList[];
  readonly comments: readonly Comment[];
  /** Figures of somebody's pay: see `pay.ts`. */
  readonly payFigures: readonly Place[];
  /** Those of the meeting, too. */
  readonly ungiven: readonly UngivenMark[];
  /** Dates of targets and promises that do not exist, such as 30 February. */
  readonly impossibleDates: readonly Words[];
  /** Stretches that were left unread because they are beyond the bounds of hostile input. */
  readonly unread: readonly Place[];
}

/**
 * What somebody looks for in each region: a pure function of the region alone. What it finds is kept under the function
 * itself, so it has to be a constant of its module.
 */
export type RegionReader<T> = (region: Region) => readonly T[];

export interface Meeting {
  readonly date: WrittenDate;
  /** Null where the whole file is one meeting. */
  readonly heading: Words | null;
  /** 0 where the whole file is one meeting. */
  readonly depth: number;
  readonly place: Place;
  readonly section: Section;
  readonly checkpoints: readonly Checkpoint[];
  readonly summaries: readonly Summary[];
  readonly promises: readonly WrittenPromise[];
  readonly ungiven: readonly UngivenMark[];
  /** In document order; checkpoints and summaries are left out. */
  readonly spoken: readonly Spoken[];
}

/** A title, item or cell of a meeting, folded to be looked at for the names of focus areas: see `mentions.ts`. */
export interface Spoken {
  /** Words between single spaces, with one at each end. */
  readonly words: string;
  readonly links: readonly Link[];
  readonly place: Place;
  readonly isPrivate: boolean;
  readonly of: SpokenOf;
  /** How many of those after it belong to it: what stands under the title, or in the item. */
  readonly below: number;
}

export type SpokenOf = { readonly entry: Entry } | { readonly section: Section } | { readonly cell: Cell };

/** Feedback that says of itself that it is not yet given. */
export interface UngivenMark {
  /** The mark alone. */
  readonly place: Place;
  /** The feedback without it, folded for comparison. */
  readonly key: string;
}

export interface FrontMatterEntry {
  readonly key: Words;
  /** The key, folded for comparison. */
  readonly name: string;
  /** The value as text: a scalar as written; null for an empty value, a list or a mapping. */
  readonly value: Words | null;
  readonly kind: 'scalar' | 'list' | 'mapping' | 'empty';
  /** The scalars of a list. */
  readonly items: readonly Words[];
}

export interface FrontMatter {
  /** From the opening fence to the end of the closing one. */
  readonly place: Place;
  readonly entries: readonly FrontMatterEntry[];
  readonly problems: readonly { readonly message: string; readonly place: Place }[];
  /** Where a new line goes: the start of the closing fence. */
  readonly end: Place;
}

/** A date that dates a whole file. In the file's name it has no place. */
export interface FileDate extends Omit<WrittenDate, 'place'> {
  readonly source: 'front matter' | 'date line' | 'title' | 'file name';
  readonly place: Place | null;
}

export type Order = 'newest-first' | 'oldest-first' | 'unknown';

/** A document, read. A pure function of its text and of how to read it. */
export interface Note {
  readonly text: Text;
  readonly frontMatter: FrontMatter | null;
  readonly title: Words | null;
  readonly report: Words | null;
  readonly manager: Words | null;
  /** All of the text, in order. */
  readonly regions: readonly Region[];
  /** In document order. */
  readonly meetings: readonly Meeting[];
  /** What a reader finds in all regions, in document order. Of a region that an edit did not touch, what it found before. */
  readonly gathered: <T>(reader: RegionReader<T>) => readonly T[];
  readonly order: Order;
  /** Every date that dates the whole file, where it holds one meeting; the first one counts. See `settle.ts`. */
  readonly fileDates: readonly FileDate[];
  /** Where the region of an anchor starts; null for an anchor of another document. */
  readonly offsetOf: (anchor: Anchor) => number | null;
}

/** Why a file is a 1:1 document, or why it is not. */
export interface Recognition {
  readonly recognised: boolean;
  readonly why: string;
  /** Recognised by front matter, or by path or name alone: the latter needs content before anything is said. */
  readonly by: 'front-matter' | 'path' | 'name' | 'title' | null;
}

/** A note in its workspace. */
export interface Document {
  readonly uri: string;
  /** Relative to the workspace folder, with forward slashes. */
  readonly path: string;
  readonly note: Note;
  readonly recognition: Recognition;
}

// ---------------------------------------------------------------------------------------------------------------
// A series: all documents of one report

export interface DatedMeeting {
  readonly day: Day;
  readonly meeting: Meeting;
  readonly document: Document;
}

export interface CheckpointRecord {
  readonly checkpoint: Checkpoint;
  readonly document: Document;
  readonly region: Region;
  /** Its focus areas, those left blank aside. */
  readonly areas: readonly FocusArea[];
  /** Those of them that may be named elsewhere: none of private parts. */
  readonly openAreas: readonly FocusArea[];
  /** The meeting it stands in; null under a quarter heading or in the standing part. */
  readonly meeting: DatedMeeting | null;
}

/** A focus area, and where its checkpoint stands. */
export interface HeldArea {
  readonly area: FocusArea;
  readonly document: Document;
}

export interface SummaryRecord {
  readonly summary: Summary;
  readonly document: Document;
  readonly meeting: DatedMeeting | null;
}

/** One copy of an action item, with its owners as the series knows them. */
export interface PromiseCopy {
  readonly written: WrittenPromise;
  /** Without owner, due date and marks. */
  readonly text: string;
  /** `text`, folded for comparison. */
  readonly key: string;
  /** Full names of the series' people, else as written. */
  readonly owners: readonly string[];
  /** How the owner is written; null where there is none. */
  readonly ownerForm: OwnerForm | null;
  /** Of the document that it stands in (`documentAt`): the copy outlives one version of it. */
  readonly uri: string;
  /** Null outside meetings. */
  readonly meeting: Meeting | null;
  /** The meeting's day. */
  readonly day: Day | null;
}

/** The same promise, written again from meeting to meeting. What it says is what its newest copy says. */
export interface PromiseThread {
  readonly text: string;
  /** Of the newest copy that names any. */
  readonly owners: readonly string[];
  readonly due: Day | null;
  readonly state: TargetState;
  /** Days of the first and last meeting that has it; null where it stands only outside dated meetings. */
  readonly firstSeen: Day | null;
  readonly lastSeen: Day | null;
  /** In how many further meetings it appears. */
  readonly carried: number;
  /** Oldest first; what stands outside dated meetings comes last. */
  readonly copies: readonly PromiseCopy[];
  readonly newest: PromiseCopy;
  /** All of its copies are private, or none. */
  readonly isPrivate: boolean;
}

/** What the series holds of one quarter. */
export interface QuarterRecord {
  readonly quarter: Quarter;
  /** By day, earliest first. */
  readonly meetings: readonly DatedMeeting[];
  readonly first: DatedMeeting | null;
  readonly last: DatedMeeting | null;
  /** `last` is known to be the last: see `quarters.ts`. */
  readonly isLastKnown: boolean;
  /** In document order; more than one is a finding. */
  readonly checkpoints: readonly CheckpointRecord[];
  readonly summaries: readonly SummaryRecord[];
  /** Of all its checkpoints, those left blank aside. */
  readonly focusAreas: readonly HeldArea[];
  /** Those of them that may be named elsewhere: none of private parts. */
  readonly openFocusAreas: readonly HeldArea[];
}

/** A front-matter value that holds for the series, and where it is written. */
export interface SeriesValue extends Words {
  readonly document: Document;
}

export interface Series {
  /** The name of the report, where known. */
  readonly report: string | null;
  readonly manager: string | null;
  /** By path. */
  readonly documents: readonly Document[];
  /** By day, earliest first; undated ones are left out. */
  readonly meetings: readonly DatedMeeting[];
  /** Earliest first: every quarter with a meeting or a checkpoint, and the current one. */
  readonly quarters: readonly QuarterRecord[];
  /** Set where labels of a fiscal year stand in the notes and nobody says when it starts: see `fiscal-labels.ts`. */
  readonly foreignLabel: LabelIn | null;
  readonly agendas: readonly { readonly agenda: StandingAgenda; readonly document: Document }[];
  readonly worksheets: readonly { readonly worksheet: Worksheet; readonly document: Document }[];
  readonly rollingLists: readonly { readonly list: RollingList; readonly document: Document }[];
  /** In the order in which they were first seen. A thread that an edit did not touch is the same object in the next series. */
  readonly promises: readonly PromiseThread[];
  /** Those of them that are open. */
  readonly openThreads: readonly PromiseThread[];
  /** The people that the series knows: its report and manager, and whoever else its promises show. */
  readonly cast: Cast;
  /** How often the pair meets: front matter before configuration. */
  readonly cadence: Cadence;
  /** The values in force today. */
  readonly role: SeriesValue | null;
  readonly level: SeriesValue | null;
  readonly specialty: SeriesValue | null;
  readonly team: SeriesValue | null;
  /** What role, level and specialty are in the catalogue; null where the role is not known. */
  readonly standing: Standing | null;
  /** The same on an earlier day, by the newest document up to it that says so; by the oldest where none does. */
  readonly standingOn: (day: Day) => Standing | null;
}

// ---------------------------------------------------------------------------------------------------------------
// Role descriptions. Spans are offsets in the role's own file.

export interface Role {
  readonly id: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly source: { readonly uri: string; readonly span: Span };
  /** Written by us and shipped with the product; a workspace role with the same id replaces it. */
  readonly isBuiltIn: boolean;
  readonly shared: Block;
  /** In document order; `Level.order` is the ladder's. */
  readonly levels: readonly Level[];
  readonly specialties: readonly Specialty[];
  /** Where a file holds one level only: its links to the files of others. */
  readonly links?: LevelLinks;
}

/** Targets as written: previous and next levels, and a list of the levels there are. */
export interface LevelLinks {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly beside: readonly string[];
}

export type Track = 'ic' | 'manager' | 'other';

export interface Level {
  readonly id: string;
  readonly title: string;
  /** The lowest, where the text names several: "grade 11 or 12". */
  readonly grade: number | null;
  readonly highestGrade?: number;
  readonly track: Track;
  /** Position on its ladder, from 0. */
  readonly order: number;
  /** Ids of the levels that may come next: a set, because Senior leads to Staff or to Manager. */
  readonly next: readonly string[];
  readonly extends: readonly Reference[];
  readonly own: Block;
  readonly span: Span;
  /** The file it stands in, where the role has a file for each level. */
  readonly uri?: string;
}

export interface Block {
  readonly areas: readonly Area[];
}

export type AreaKind = 'responsibility' | 'requirement' | 'nice-to-have';

export interface Area {
  /** `Technical`; `Responsibilities` where the list is flat. */
  readonly name: string;
  readonly kind: AreaKind;
  readonly items: readonly Item[];
  readonly span: Span;
  /** The address of its heading within the file, as renderers make it (`senior-responsibilities-1`). */
  readonly anchor?: string;
  /** The file it stands in, where the role has a file for each level. */
  readonly uri?: string;
}

export interface Item {
  /** Stable: role/level/area/slug, or an ordinal where the slug repeats. */
  readonly id: string;
  /** Markdown as written. */
  readonly text: string;
  /** Normalised for comparison: see `roles/normalise.ts`. */
  readonly plain: string;
  /** The label of `**Label**: rest`. */
  readonly label: string | null;
  /** The label, normalised like `plain`. */
  readonly plainLabel: string | null;
  /** Nested bullets, as details. */
  readonly details: readonly string[];
  /** The same text stands in most levels: never suggested. */
  readonly isBoilerplate: boolean;
  readonly span: Span;
}

export interface Specialty {
  readonly id: string;
  readonly title: string;
  readonly block: Block;
  readonly sameAs: string | null;
  /** Its title. */
  readonly span: Span;
}

/** What a level says it builds on. */
export interface Reference {
  readonly text: string;
  /** The kind of areas that are taken over; all where it is absent. */
  readonly kind?: AreaKind;
  readonly span: Span;
  readonly resolved:
    | { readonly to: 'level'; readonly level: string }
    | { readonly to: 'shared' }
    | { readonly to: 'other-file' }
    | { readonly to: 'ambiguous' }
    | { readonly to: 'unresolved' };
}
