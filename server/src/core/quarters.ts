/** What a series holds of each quarter: meetings, checkpoints, summaries. */
import { quarterStart, quarterTable } from './calendar.ts';
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
} from './model.ts';
import { liesIn, privatePlacesIn } from './private.ts';
import { RecordedQuarter, type QuarterDraft } from './quarter-record.ts';

interface SeriesParts {
  readonly documents: readonly Document[];
  /** By day, earliest first. */
  readonly meetings: readonly DatedMeeting[];
  readonly cadence: Cadence;
}

/** Earliest first: every quarter with a meeting, a checkpoint or a summary, and the current one. */
export function quarterRecords(series: SeriesParts, context: Context): QuarterRecord[] {
  const quarters = quarterTable(context.configuration.quarters);
  const drafts = new Map<Quarter, QuarterDraft>();
  const draftOf = (quarter: Quarter): QuarterDraft => {
    const known = drafts.get(quarter);
    if (known !== undefined) return known;
    const draft: QuarterDraft = { quarter, meetings: [], checkpoints: [], summaries: [] };
    drafts.set(quarter, draft);
    return draft;
  };
  const current = quarters.of(context.today);
  draftOf(current);
  const { meetings } = series;
  for (let from = 0; from < meetings.length;) {
    const quarter = quarters.of(meetings[from]!.day);
    let to = from + 1;
    while (to < meetings.length && meetings[to]!.day <= quarter.end) to++;
    draftOf(quarter).meetings = meetings.slice(from, to);
    from = to;
  }

  const labelled = (label: QuarterLabel | null): Quarter | null =>
    label === null ? null : quarters.at(label.year, label.number);
  /** In a meeting the meeting's quarter counts, unless its last meeting plans the next quarter ahead. */
  const quarterOfCheckpoint = ({ label }: Checkpoint, region: Region, held: HeldIn | null): Quarter => {
    const own = labelled(label);
    if (held === null) return labelled(region.label) ?? own ?? current;
    const { quarter, meetings } = held.draft;
    const isNext = own !== null && own === quarters.at(quarter.year, quarter.number + 1);
    return isNext && meetings.at(-1) === held.meeting ? own : quarter;
  };
  /** A summary may be written late, in the next quarter's first meeting: its label says what it sums up. */
  const quarterOfSummary = ({ label }: Summary, region: Region, held: HeldIn | null): Quarter =>
    labelled(label) ?? held?.draft.quarter ?? labelled(region.label) ?? current;
  const heldIn = ({ meeting }: Region): HeldIn | null => {
    const day = meeting?.date.day ?? null;
    if (day === null) return null;
    const draft = draftOf(quarters.of(day));
    return { draft, meeting: draft.meetings.find((dated) => dated.meeting === meeting)! };
  };
  for (const document of series.documents) {
    for (const { region, checkpoints } of document.note.gathered(milestonesIn)) {
      const held = heldIn(region);
      const meeting = held?.meeting ?? null;
      for (const { checkpoint, areas, openAreas } of checkpoints) {
        const { checkpoints: own } = draftOf(quarterOfCheckpoint(checkpoint, region, held));
        own.push({ checkpoint, areas, openAreas, document, region, meeting });
      }
      for (const summary of region.summaries) {
        draftOf(quarterOfSummary(summary, region, held)).summaries.push({ summary, document, meeting });
      }
    }
  }
  const newest = meetings.length === 0 ? null : quarters.of(meetings.at(-1)!.day);
  const surroundings = { today: context.today, cadence: series.cadence, newest };
  return [...drafts.values()]
    .sort((a, b) => a.quarter.start - b.quarter.start)
    .map((draft) => new RecordedQuarter(draft, surroundings));
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

/** A meeting, and its quarter. */
interface HeldIn {
  readonly draft: QuarterDraft;
  readonly meeting: DatedMeeting;
}

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
