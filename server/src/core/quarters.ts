/** What a series holds of each quarter: meetings, checkpoints, summaries; which meeting is first and last. */
import { nextMeetingDay, nextQuarter, previousQuarter, quarterAt, quarterOf } from './calendar.ts';
import type { Cadence } from './configuration.ts';
import type { Context } from './context.ts';
import type {
  Checkpoint,
  CheckpointRecord,
  DatedMeeting,
  Day,
  Document,
  HeldArea,
  Quarter,
  QuarterLabel,
  QuarterRecord,
  Region,
  Summary,
  SummaryRecord,
} from './model.ts';
import { fold } from './names.ts';
import { liesIn, privatePlacesIn } from './private.ts';

interface SeriesParts {
  readonly documents: readonly Document[];
  /** By day, earliest first. */
  readonly meetings: readonly DatedMeeting[];
  readonly cadence: Cadence;
}

/** Earliest first: every quarter with a meeting, a checkpoint or a summary, and the current one. */
export function quarterRecords(series: SeriesParts, context: Context): QuarterRecord[] {
  const { quarters: settings } = context.configuration;
  const drafts = new Map<string, Draft>();
  const draftOf = (quarter: Quarter): Draft => {
    const key = keyOf(quarter);
    const draft = drafts.get(key) ?? { quarter, meetings: [], checkpoints: [], summaries: [] };
    drafts.set(key, draft);
    return draft;
  };
  draftOf(quarterOf(context.today, settings));
  let held: Draft | null = null;
  for (const meeting of series.meetings) {
    if (held === null || meeting.day > held.quarter.end) held = draftOf(quarterOf(meeting.day, settings));
    held.meetings.push(meeting);
  }

  const labelled = (label: QuarterLabel | null): Quarter | null =>
    label === null ? null : quarterAt(label.year, label.number, settings);
  const isLastOfQuarter = (meeting: DatedMeeting, quarter: Quarter): boolean =>
    drafts.get(keyOf(quarter))?.meetings.at(-1) === meeting;

  /** In a meeting the meeting's quarter counts, unless its last meeting plans the next quarter ahead. */
  const quarterOfCheckpoint = (checkpoint: Checkpoint, meeting: DatedMeeting | null, region: Region): Quarter => {
    const own = labelled(checkpoint.label);
    if (meeting !== null) {
      const held = quarterOf(meeting.day, settings);
      const plansAhead =
        own !== null && own.start === nextQuarter(held, settings).start && isLastOfQuarter(meeting, held);
      return plansAhead ? own : held;
    }
    return labelled(region.label) ?? own ?? quarterOf(context.today, settings);
  };
  /** A summary may be written late, in the next quarter's first meeting: its label says what it sums up. */
  const quarterOfSummary = (summary: Summary, meeting: DatedMeeting | null, region: Region): Quarter =>
    labelled(summary.label) ??
    (meeting !== null
      ? quarterOf(meeting.day, settings)
      : (labelled(region.label) ?? quarterOf(context.today, settings)));

  const heldAs = ({ meeting }: Region): DatedMeeting | null => {
    const day = meeting?.date.day ?? null;
    if (day === null) return null;
    const quarter = drafts.get(keyOf(quarterOf(day, settings)))!;
    return quarter.meetings.find((dated) => dated.meeting === meeting) ?? null;
  };
  for (const document of series.documents) {
    for (const region of document.note.gathered(milestonesIn)) {
      const meeting = heldAs(region);
      for (const checkpoint of region.checkpoints) {
        draftOf(quarterOfCheckpoint(checkpoint, meeting, region)).checkpoints.push({
          checkpoint,
          document,
          region,
          meeting,
        });
      }
      for (const summary of region.summaries) {
        draftOf(quarterOfSummary(summary, meeting, region)).summaries.push({ summary, document, meeting });
      }
    }
  }
  const ordered = [...drafts.values()].sort((a, b) => a.quarter.start - b.quarter.start);
  return ordered.map((draft, index) => record(draft, ordered.slice(index + 1), series.cadence, context));
}

/** The current quarter and the two before it: what the routine's rules look at. Earliest first. */
export function recentQuarters(records: readonly QuarterRecord[], context: Context): QuarterRecord[] {
  const current = quarterOf(context.today, context.configuration.quarters);
  const from = startOfRecent(context);
  return records.filter(({ quarter }) => quarter.start >= from && quarter.start <= current.start);
}

/** The first day of the quarter before the last one. */
export function startOfRecent({ today, configuration: { quarters: settings } }: Context): Day {
  const current = quarterOf(today, settings);
  return previousQuarter(previousQuarter(current, settings), settings).start;
}

export function isCurrent(quarter: Quarter, context: Context): boolean {
  return quarter.start <= context.today && context.today <= quarter.end;
}

// ---------------------------------------------------------------------------------------------------------------

/** The region itself, where it holds a checkpoint or a summary. */
function milestonesIn(region: Region): readonly Region[] {
  return region.checkpoints.length === 0 && region.summaries.length === 0 ? [] : [region];
}

interface Draft {
  readonly quarter: Quarter;
  readonly meetings: DatedMeeting[];
  readonly checkpoints: CheckpointRecord[];
  readonly summaries: SummaryRecord[];
}

/**
 * A meeting that lies ahead is neither first nor last while the quarter has one that was held: people prepare next
 * week's heading.
 */
function record(draft: Draft, later: readonly Draft[], cadence: Cadence, context: Context): QuarterRecord {
  const held = draft.meetings.filter((meeting) => meeting.day <= context.today);
  const candidates = held.length > 0 ? held : draft.meetings;
  const last = candidates.at(-1) ?? null;
  const summaries = draft.summaries.filter((entry) => countsAsSummary(entry, draft, last));
  let focusAreas: QuarterRecord['focusAreas'] | null = null;
  let openFocusAreas: QuarterRecord['openFocusAreas'] | null = null;
  return {
    ...draft,
    summaries,
    // Many ask for them, and of most quarters nobody does.
    get focusAreas() {
      return (focusAreas ??= draft.checkpoints.flatMap(writtenAreasIn));
    },
    get openFocusAreas() {
      return (openFocusAreas ??= draft.checkpoints.flatMap(openAreasIn));
    },
    first: candidates[0] ?? null,
    last,
    isLastKnown:
      last !== null &&
      (later.some((other) => other.meetings.length > 0) ||
        context.today > draft.quarter.end ||
        (held.length === draft.meetings.length && !anotherFits(last, draft.quarter, cadence, context))),
  };
}

function writtenAreasIn({ checkpoint, document }: CheckpointRecord): HeldArea[] {
  return checkpoint.focusAreas.filter((area) => !area.isBlank).map((area) => ({ area, document }));
}

function openAreasIn(record: CheckpointRecord): HeldArea[] {
  const hidden = privatePlacesIn(record.region);
  return writtenAreasIn(record).filter(({ area }) => !liesIn(area.title.place, hidden));
}

/** A pair that fell silent is not asked to close the quarter before it ends: the cadence counts from today then. */
function anotherFits(last: DatedMeeting, quarter: Quarter, cadence: Cadence, context: Context): boolean {
  const next = nextMeetingDay(last.day, cadence);
  return Math.max(next, context.today) <= quarter.end;
}

/** Plain `Summary` is an ordinary heading: it counts in the last meeting or outside meetings, if it names a focus area. */
function countsAsSummary({ summary, meeting }: SummaryRecord, draft: Draft, last: DatedMeeting | null): boolean {
  if (!summary.isBare) return true;
  if (meeting !== null && meeting !== last) return false;
  const titles = draft.checkpoints.flatMap(({ checkpoint }) =>
    checkpoint.focusAreas.map((area) => fold(area.title.text)),
  );
  return summary.entries.some((entry) =>
    titles.some((title) => title !== '' && fold(entry.title.text).includes(title)),
  );
}

function keyOf(quarter: Quarter): string {
  return `${quarter.year}-${quarter.number}`;
}
