/** One region, read when it is first asked what it holds: many are not, while a long document is being opened. */
import type { Anchor, Meeting, Place, Region, Section, Words } from './model.ts';
import { spokenIn } from './mentions.ts';
import type { Reading } from './reading.ts';
import {
  contentOf,
  outlined,
  promisedBy,
  titleOf,
  type Content,
  type Outlined,
  type Plan,
  type Promised,
} from './region-content.ts';
import { writtenDate } from './region-dates.ts';
import type { SettledDate } from './settle.ts';

/** How a region came about and how far it is read: no part of what it says. */
export interface Making {
  readonly plan: Plan;
  readonly reading: Reading;
  /** What there is to find once the slices are read, one after the other. */
  readonly steps: readonly Step[];
  readonly impossibleInTargets: () => readonly Words[];
}

/** Not to be interrupted: of a region that is made to be large, each takes some tenth of a second. */
export interface Step {
  readonly isDone: () => boolean;
  readonly take: () => void;
}

export const MAKING = Symbol('making');

export interface MadeRegion extends Region {
  readonly [MAKING]: Making;
}

/** Null for front matter, which is made of no slices. */
export function makingOf(region: Region): Making | null {
  return (region as Partial<MadeRegion>)[MAKING] ?? null;
}

/** Whether its text has been read, so that asking what it holds costs nothing. Front matter always is. */
export function isRead(region: Region): boolean {
  return makingOf(region)?.plan.parts.every(({ slice }) => slice.isRead) ?? true;
}

/** Reads a region slice by slice until the time is up, one at least. Gives whether any of it may be left. */
export function readOn(region: Region, isTimeUp: () => boolean): boolean {
  const making = makingOf(region);
  const steps = making?.steps.filter(({ isDone }) => !isDone()) ?? [];
  if (making === null || steps.length === 0) return false;
  for (const { slice } of making.plan.parts) {
    if (slice.isRead) continue;
    void slice.facts;
    if (isTimeUp()) return true;
  }
  for (const { take } of steps) {
    take();
    if (isTimeUp()) return true;
  }
  return false;
}

/** Reads nothing yet. */
export function regionOf(plan: Plan, reading: Reading): Region {
  return new LazyRegion(plan, reading);
}

// ---------------------------------------------------------------------------------------------------------------

/**
 * Read when it is first asked what it holds. A class, because a long document has thousands, and an object literal with
 * accessors takes many times as long to make.
 */
class LazyRegion implements MadeRegion {
  readonly kind: Region['kind'];
  readonly anchor: Anchor;
  readonly length: number;
  readonly title: Words | null;
  readonly meeting: Meeting | null;
  readonly label: Region['label'];
  readonly #plan: Plan;
  readonly #reading: Reading;
  #outlined: Outlined | null = null;
  #content: Content | null = null;
  #promised: Promised | null = null;

  constructor(plan: Plan, reading: Reading) {
    const { start, length, date } = plan;
    const under = start.quarter?.label ?? null;
    this.#plan = plan;
    this.#reading = reading;
    this.kind = start.kind;
    this.anchor = { is: 'anchor' };
    this.length = length;
    this.title = titleOf(plan, this.anchor);
    this.label = under === null || this.title === null ? null : { ...under, place: this.title.place };
    this.meeting = start.kind === 'meeting' && date !== null ? new LazyMeeting(this, plan, date) : null;
  }

  get [MAKING](): Making {
    return {
      plan: this.#plan,
      reading: this.#reading,
      steps: [
        { isDone: () => this.#outlined !== null, take: () => void this.#outline() },
        { isDone: () => this.#content !== null, take: () => void this.#read() },
        { isDone: () => this.#promised !== null, take: () => void this.#promisedIn() },
      ],
      impossibleInTargets: () => this.#read().impossibleInTargets,
    };
  }

  get section(): Section {
    return this.#outline().section;
  }

  get checkpoints(): Region['checkpoints'] {
    return this.#read().checkpoints;
  }

  get summaries(): Region['summaries'] {
    return this.#read().summaries;
  }

  get agendas(): Region['agendas'] {
    return this.#read().agendas;
  }

  get worksheets(): Region['worksheets'] {
    return this.#read().worksheets;
  }

  get promises(): Region['promises'] {
    return this.#promisedIn().promises;
  }

  get rollingLists(): Region['rollingLists'] {
    return this.#read().rollingLists;
  }

  get comments(): Region['comments'] {
    return this.#outline().comments;
  }

  get payFigures(): Region['payFigures'] {
    return this.#read().payFigures;
  }

  get ungiven(): Region['ungiven'] {
    return this.#read().ungiven;
  }

  get impossibleDates(): Region['impossibleDates'] {
    return this.#promisedIn().impossibleDates;
  }

  get unread(): Region['unread'] {
    return this.#read().unread;
  }

  #outline(): Outlined {
    return (this.#outlined ??= outlined(this.#plan, this.anchor, this.title, this.#reading));
  }

  #read(): Content {
    return (this.#content ??= contentOf(this.#outline(), this.#plan, this.anchor, this.#reading));
  }

  #promisedIn(): Promised {
    return (this.#promised ??= promisedBy(this.#outline(), this.#read(), this.#plan, this.#reading));
  }
}

/** What its region holds, as a meeting. */
class LazyMeeting implements Meeting {
  readonly date: Meeting['date'];
  readonly heading: Words | null;
  readonly depth: number;
  readonly #region: LazyRegion;
  #spoken: Meeting['spoken'] | null = null;

  constructor(region: LazyRegion, plan: Plan, date: SettledDate) {
    const { start } = plan;
    this.#region = region;
    this.date = writtenDate(date, plan, region.anchor);
    this.heading = start.date === null ? null : region.title;
    this.depth = start.date === null ? 0 : start.depth;
  }

  get place(): Place {
    return this.section.place;
  }

  get section(): Section {
    return this.#region.section;
  }

  get checkpoints(): Meeting['checkpoints'] {
    return this.#region.checkpoints;
  }

  get summaries(): Meeting['summaries'] {
    return this.#region.summaries;
  }

  get promises(): Meeting['promises'] {
    return this.#region.promises;
  }

  get ungiven(): Meeting['ungiven'] {
    return this.#region.ungiven;
  }

  get spoken(): Meeting['spoken'] {
    return (this.#spoken ??= spokenIn(this.section));
  }
}
