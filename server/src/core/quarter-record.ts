/** One quarter of a series: which meeting is its first and its last, what is planned in it and what sums it up. */
import { nextMeetingDay } from './calendar.ts';
import type { Cadence } from './configuration.ts';
import type { CheckpointRecord, DatedMeeting, Day, HeldArea, Quarter, QuarterRecord, SummaryRecord } from './model.ts';
import { fold } from './names.ts';

/** What was found of a quarter. */
export interface QuarterDraft {
  readonly quarter: Quarter;
  /** By day, earliest first. */
  meetings: readonly DatedMeeting[];
  readonly checkpoints: CheckpointRecord[];
  /** Whatever may be one. */
  readonly summaries: SummaryRecord[];
}

export interface RecordSurroundings {
  readonly today: Day;
  readonly cadence: Cadence;
  /** The newest quarter with meetings; null where there are none. */
  readonly newest: Quarter | null;
}

/**
 * A meeting that lies ahead is neither first nor last while the quarter has one that was held: people prepare next
 * week's heading. A class, because decades have many quarters of which a keystroke asks for few: the rest is not worked
 * out.
 */
export class RecordedQuarter implements QuarterRecord {
  readonly quarter: Quarter;
  readonly meetings: readonly DatedMeeting[];
  readonly checkpoints: readonly CheckpointRecord[];
  readonly #draft: QuarterDraft;
  readonly #surroundings: RecordSurroundings;
  #summaries: readonly SummaryRecord[] | null = null;
  #focusAreas: readonly HeldArea[] | null = null;
  #openFocusAreas: readonly HeldArea[] | null = null;

  constructor(draft: QuarterDraft, surroundings: RecordSurroundings) {
    this.quarter = draft.quarter;
    this.meetings = draft.meetings;
    this.checkpoints = draft.checkpoints;
    this.#draft = draft;
    this.#surroundings = surroundings;
  }

  get first(): DatedMeeting | null {
    return this.meetings[0] ?? null;
  }

  get last(): DatedMeeting | null {
    const { today } = this.#surroundings;
    const held = this.meetings.findLast(({ day }) => day <= today);
    return held ?? this.meetings.at(-1) ?? null;
  }

  get isLastKnown(): boolean {
    const { quarter, last } = this;
    const { today, newest, cadence } = this.#surroundings;
    if (last === null) return false;
    if (newest!.start > quarter.start || today > quarter.end) return true;
    return last === this.meetings.at(-1) && last.day <= today && !anotherFits(last, quarter, cadence, today);
  }

  get summaries(): readonly SummaryRecord[] {
    const { last } = this;
    return (this.#summaries ??= this.#draft.summaries.filter((entry) => countsAsSummary(entry, this.#draft, last)));
  }

  get focusAreas(): readonly HeldArea[] {
    return (this.#focusAreas ??= this.checkpoints.flatMap(({ areas, document }) =>
      areas.map((area) => ({ area, document })),
    ));
  }

  get openFocusAreas(): readonly HeldArea[] {
    return (this.#openFocusAreas ??= this.checkpoints.flatMap(({ openAreas, document }) =>
      openAreas.map((area) => ({ area, document })),
    ));
  }
}

/** A pair that fell silent is not asked to close the quarter before it ends: the cadence counts from today then. */
function anotherFits(last: DatedMeeting, quarter: Quarter, cadence: Cadence, today: Day): boolean {
  return Math.max(nextMeetingDay(last.day, cadence), today) <= quarter.end;
}

/** Plain `Summary` is an ordinary heading: it counts in the last meeting or outside meetings, if it names a focus area. */
function countsAsSummary({ summary, meeting }: SummaryRecord, draft: QuarterDraft, last: DatedMeeting | null): boolean {
  if (!summary.isBare) return true;
  if (meeting !== null && meeting !== last) return false;
  const titles = draft.checkpoints.flatMap(({ checkpoint }) =>
    checkpoint.focusAreas.map((area) => fold(area.title.text)),
  );
  return summary.entries.some((entry) =>
    titles.some((title) => title !== '' && fold(entry.title.text).includes(title)),
  );
}
