/** How the focus areas of a quarter fare: what lenses, views and the picture of the quarter show. Nothing private. */
import { weekOfQuarter } from './calendar.ts';
import type { Context } from './context.ts';
import { isMentionedInAny, mentionsOf, type Mention } from './mentions.ts';
import type {
  CheckpointRecord,
  DatedMeeting,
  Day,
  Document,
  FocusArea,
  QuarterRecord,
  Series,
  SummaryRecord,
  TargetState,
} from './model.ts';
import { openCheckpointsOf, openFocusAreasOf } from './private.ts';
import { isCurrent } from './quarters.ts';
import { isClosed } from './state.ts';

export interface AreaProgress {
  readonly area: FocusArea;
  readonly document: Document;
  /** Earliest first. */
  readonly mentions: readonly Mention[];
  readonly lastMentioned: Day | null;
  /** How many meetings were held since it was last mentioned, or else since its checkpoint. */
  readonly meetingsSince: number;
  /** In the current quarter: as many as `followThrough.meetings`, and no later meeting, in its preparation, takes it up. An area whose targets are all closed has earned it. */
  readonly isQuiet: boolean;
  readonly targetsMet: number;
}

export interface MeetingProgress {
  readonly dated: DatedMeeting;
  /** From 1. */
  readonly week: number;
  readonly promisesOpened: number;
  readonly promisesClosed: number;
}

export interface QuarterProgress {
  readonly record: QuarterRecord;
  readonly checkpoint: CheckpointRecord | null;
  readonly summary: SummaryRecord | null;
  readonly areas: readonly AreaProgress[];
  /** By day. */
  readonly meetings: readonly MeetingProgress[];
}

/** Never throws. */
export function quarterProgress(record: QuarterRecord, series: Series, context: Context): QuarterProgress {
  return {
    record,
    checkpoint: openCheckpointsOf(record)[0] ?? null,
    summary: record.summaries.find(({ summary }) => !summary.isPrivate) ?? null,
    areas: areaProgress(record, context),
    meetings: meetingProgress(record, series),
  };
}

/** Of the checkpoints that are not private, in their order. */
export function areaProgress(record: QuarterRecord, context: Context): AreaProgress[] {
  const decided = Math.min(...openCheckpointsOf(record).map(({ meeting }) => meeting?.day ?? record.quarter.start - 1));
  const after = record.meetings.filter(({ day }) => day > decided);
  return openFocusAreasOf(record).map(({ area, document }): AreaProgress => {
    const mentions = mentionsOf(area, record);
    const held = mentions.filter(({ meeting }) => meeting.day <= context.today);
    const lastMentioned = held.at(-1)?.meeting.day ?? null;
    const later = after.filter(({ day }) => day > (lastMentioned ?? decided));
    const since = later.filter(({ day }) => day <= context.today);
    // Spoken of in private still is spoken of: it is not shown, and it is not quiet.
    const isSpokenOf = (): boolean => isMentionedInAny(area, later);
    const isReached = area.targetList.length > 0 && area.targetList.every(({ state }) => isClosed(state));
    return {
      area,
      document,
      mentions,
      lastMentioned,
      meetingsSince: since.length,
      isQuiet:
        isCurrent(record.quarter, context) &&
        since.length >= context.configuration.followThrough.meetings &&
        !isReached &&
        !isSpokenOf(),
      targetsMet: area.targetList.filter(({ state }) => state === 'done').length,
    };
  });
}

/** Promises that were first written, or whose newest copy was closed, in each meeting. */
function meetingProgress(record: QuarterRecord, series: Series): MeetingProgress[] {
  const opened = new Map<Day, number>();
  const closed = new Map<Day, number>();
  const count = (counts: Map<Day, number>, day: Day | null): void => {
    if (day !== null) counts.set(day, (counts.get(day) ?? 0) + 1);
  };
  for (const { isPrivate, firstSeen, state, newest } of series.promises) {
    if (isPrivate) continue;
    count(opened, firstSeen);
    if (isClosed(state)) count(closed, newest.day);
  }
  return record.meetings.map((dated) => ({
    dated,
    week: weekOfQuarter(dated.day, record.quarter),
    promisesOpened: opened.get(dated.day) ?? 0,
    promisesClosed: closed.get(dated.day) ?? 0,
  }));
}

/** `2 of 3 targets met`; null where there is no target. */
export function targetsText({ area, targetsMet }: Pick<AreaProgress, 'area' | 'targetsMet'>): string | null {
  const all = area.targetList.length;
  return all === 0 ? null : `${targetsMet} of ${all} ${all === 1 ? 'target' : 'targets'} met`;
}

/** Words for a state, in pictures and tables. */
export function stateText(state: TargetState): string {
  return state === 'in-progress' ? 'in progress' : state;
}
