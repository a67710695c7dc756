/** What a series holds of each quarter: meetings, checkpoints, summaries; which meeting is first and last. */
import { nextMeetingDay, quarterStart, quarterTable } from './calendar.ts';
import type { Cadence } from './configuration.ts';
import type { Context } from './context.ts';
import type {
  Checkpoint,
  CheckpointRecord,
  DatedMeeting,
  Day,
  Document,
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
  const { of: quarterOf, at: quarterAt } = quarterTable(context.configuration.quarters);
  const drafts = new Map<Quarter, Draft>();
  const draftOf = (quarter: Quarter): Draft => {
    const known = drafts.get(quarter);
    if (known !== undefined) return known;
    const draft: Draft = { quarter, meetings: [], checkpoints: [], summaries: [] };
    drafts.set(quarter, draft);
    return draft;
  };
  draftOf(quarterOf(context.today));
  const { meetings } = series;
  for (let from = 0; from < meetings.length;) {
    const quarter = quarterOf(meetings[from]!.day);
    let to = from + 1;
    while (to < meetings.length && meetings[to]!.day <= quarter.end) to++;
    draftOf(quarter).meetings = meetings.slice(from, to);
    from = to;
  }

  const labelled = (label: QuarterLabel | null): Quarter | null =>
    label === null ? null : quarterAt(label.year, label.number);
  const isLastOfQuarter = (meeting: DatedMeeting, quarter: Quarter): boolean =>
    drafts.get(quarter)?.meetings.at(-1) === meeting;

  /** In a meeting the meeting's quarter counts, unless its last meeting plans the next quarter ahead. */
  const quarterOfCheckpoint = (checkpoint: Checkpoint, meeting: DatedMeeting | null, region: Region): Quarter => {
    const own = labelled(checkpoint.label);
    if (meeting !== null) {
      const held = quarterOf(meeting.day);
      const plansAhead =
        own !== null && own === quarterAt(held.year, held.number + 1) && isLastOfQuarter(meeting, held);
      return plansAhead ? own : held;
    }
    return labelled(region.label) ?? own ?? quarterOf(context.today);
  };
  /** A summary may be written late, in the next quarter's first meeting: its label says what it sums up. */
  const quarterOfSummary = (summary: Summary, meeting: DatedMeeting | null, region: Region): Quarter =>
    labelled(summary.label) ??
    (meeting !== null ? quarterOf(meeting.day) : (labelled(region.label) ?? quarterOf(context.today)));

  const heldAs = ({ meeting }: Region): DatedMeeting | null => {
    const day = meeting?.date.day ?? null;
    if (day === null) return null;
    const quarter = drafts.get(quarterOf(day))!;
    return quarter.meetings.find((dated) => dated.meeting === meeting) ?? null;
  };
  for (const document of series.documents) {
    for (const { region, checkpoints } of document.note.gathered(milestonesIn)) {
      const meeting = heldAs(region);
      for (const found of checkpoints) {
        const { checkpoints: of } = draftOf(quarterOfCheckpoint(found.checkpoint, meeting, region));
        of.push({ ...found, document, region, meeting });
      }
      for (const summary of region.summaries) {
        draftOf(quarterOfSummary(summary, meeting, region)).summaries.push({ summary, document, meeting });
      }
    }
  }
  const ordered = [...drafts.values()].sort((a, b) => a.quarter.start - b.quarter.start);
  const newest = ordered.findLast(({ meetings }) => meetings.length > 0) ?? null;
  return ordered.map((draft) => record(draft, newest, series.cadence, context));
}

/** The current quarter and the two before it: what the routine's rules look at. Earliest first. */
export function recentQuarters(records: readonly QuarterRecord[], context: Context): QuarterRecord[] {
  const from = startOfRecent(context);
  return records.filter(({ quarter }) => quarter.start >= from && quarter.start <= context.today);
}

/** The first day of the quarter before the last one. */
export function startOfRecent({ today, configuration }: Context): Day {
  return quarterStart(today, configuration.quarters, 2);
}

export function isCurrent(quarter: Quarter, context: Context): boolean {
  return quarter.start <= context.today && context.today <= quarter.end;
}

// ---------------------------------------------------------------------------------------------------------------

/** A region that holds a checkpoint or a summary. */
interface Milestones {
  readonly region: Region;
  readonly checkpoints: readonly Pick<CheckpointRecord, 'checkpoint' | 'areas' | 'openAreas'>[];
}

function milestonesIn(region: Region): readonly Milestones[] {
  if (region.checkpoints.length === 0 && region.summaries.length === 0) return [];
  const hidden = privatePlacesIn(region);
  const checkpoints = region.checkpoints.map((checkpoint) => {
    const areas = checkpoint.focusAreas.filter((area) => !area.isBlank);
    return { checkpoint, areas, openAreas: areas.filter(({ title }) => !liesIn(title.place, hidden)) };
  });
  return [{ region, checkpoints }];
}

interface Draft {
  readonly quarter: Quarter;
  meetings: readonly DatedMeeting[];
  readonly checkpoints: CheckpointRecord[];
  readonly summaries: SummaryRecord[];
}

/**
 * A meeting that lies ahead is neither first nor last while the quarter has one that was held: people prepare next
 * week's heading. `newest` is the newest quarter with meetings.
 */
function record(draft: Draft, newest: Draft | null, cadence: Cadence, context: Context): QuarterRecord {
  const isPast = ({ day }: DatedMeeting): boolean => day <= context.today;
  const held = draft.meetings.every(isPast) ? draft.meetings : draft.meetings.filter(isPast);
  const candidates = held.length > 0 ? held : draft.meetings;
  const last = candidates.at(-1) ?? null;
  const summaries = draft.summaries.filter((entry) => countsAsSummary(entry, draft, last));
  const { quarter, meetings, checkpoints } = draft;
  return {
    quarter,
    meetings,
    checkpoints,
    summaries,
    focusAreas: checkpoints.flatMap(({ areas, document }) => areas.map((area) => ({ area, document }))),
    openFocusAreas: checkpoints.flatMap(({ openAreas, document }) => openAreas.map((area) => ({ area, document }))),
    first: candidates[0] ?? null,
    last,
    isLastKnown:
      last !== null &&
      (newest!.quarter.start > quarter.start ||
        context.today > draft.quarter.end ||
        (held.length === draft.meetings.length && !anotherFits(last, draft.quarter, cadence, context))),
  };
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
