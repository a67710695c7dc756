/**
 * Regions of which only a part is looked at, so that the rest need not be read. Classes, as a region is: a long document
 * has thousands of them.
 */
import type { Anchor, Meeting, Region, Section, Words } from './model.ts';
import { outlineOf } from './outline.ts';
import { outlineReadingOf, titled } from './region-content.ts';
import { MAKING, makingOf, type MadeRegion, type Making } from './region.ts';

/** What a region holds that says nothing. */
export const emptyContent = {
  checkpoints: [],
  summaries: [],
  agendas: [],
  worksheets: [],
  promises: [],
  rollingLists: [],
  comments: [],
  payFigures: [],
  ungiven: [],
  impossibleDates: [],
  unread: [],
};

/** Its text as written, and perhaps some of its neighbours': whole slices. Reads nothing. */
export function writtenAround(region: Region): readonly string[] {
  return makingOf(region)?.plan.parts.map(({ slice }) => slice.source) ?? [];
}

/** The region as its heading and date alone say it: at the same place and as long, with nothing in it. Reads nothing. */
export function headingAlone(region: Region): Region {
  const making = makingOf(region);
  return making === null ? region : new HeadingAlone(region, making);
}

/** The region without its promises, which are not even looked for. The meeting that it holds stays the same object. */
export function withoutPromises(region: Region): Region {
  const making = makingOf(region);
  return making === null ? region : new WithoutPromises(region, making);
}

// ---------------------------------------------------------------------------------------------------------------

const NOTHING: readonly never[] = [];

class HeadingAlone implements Region {
  readonly kind: Region['kind'];
  readonly anchor: Anchor;
  readonly length: number;
  readonly title: Words | null;
  readonly label: Region['label'];
  readonly meeting: Meeting | null;
  readonly checkpoints = NOTHING;
  readonly summaries = NOTHING;
  readonly agendas = NOTHING;
  readonly worksheets = NOTHING;
  readonly promises = NOTHING;
  readonly rollingLists = NOTHING;
  readonly comments = NOTHING;
  readonly payFigures = NOTHING;
  readonly ungiven = NOTHING;
  readonly impossibleDates = NOTHING;
  readonly unread = NOTHING;
  readonly #making: Making;
  #section: Section | null = null;

  constructor({ kind, anchor, length, title, label, meeting }: Region, making: Making) {
    this.kind = kind;
    this.anchor = anchor;
    this.length = length;
    this.title = title;
    this.label = label;
    this.meeting = meeting && new MeetingAlone(this, meeting);
    this.#making = making;
  }

  get section(): Section {
    return (this.#section ??= headingSection(this.#making, this.anchor, this.title));
  }
}

class MeetingAlone implements Meeting {
  readonly date: Meeting['date'];
  readonly heading: Words | null;
  readonly depth: number;
  readonly checkpoints = NOTHING;
  readonly summaries = NOTHING;
  readonly promises = NOTHING;
  readonly ungiven = NOTHING;
  readonly spoken = NOTHING;
  readonly #region: HeadingAlone;

  constructor(region: HeadingAlone, { date, heading, depth }: Meeting) {
    this.date = date;
    this.heading = heading;
    this.depth = depth;
    this.#region = region;
  }

  get section(): Section {
    return this.#region.section;
  }

  get place(): Meeting['place'] {
    return this.section.place;
  }
}

/** Whatever else it says, the region itself is asked for, once somebody asks. */
class WithoutPromises implements MadeRegion {
  readonly kind: Region['kind'];
  readonly anchor: Anchor;
  readonly length: number;
  readonly title: Words | null;
  readonly label: Region['label'];
  readonly meeting: Meeting | null;
  readonly promises = NOTHING;
  readonly [MAKING]: Making;
  readonly #whole: Region;

  constructor(whole: Region, making: Making) {
    this.kind = whole.kind;
    this.anchor = whole.anchor;
    this.length = whole.length;
    this.title = whole.title;
    this.label = whole.label;
    this.meeting = whole.meeting;
    // The last step finds promises.
    this[MAKING] = { ...making, steps: making.steps.slice(0, -1) };
    this.#whole = whole;
  }

  get section(): Region['section'] {
    return this.#whole.section;
  }

  get checkpoints(): Region['checkpoints'] {
    return this.#whole.checkpoints;
  }

  get summaries(): Region['summaries'] {
    return this.#whole.summaries;
  }

  get agendas(): Region['agendas'] {
    return this.#whole.agendas;
  }

  get worksheets(): Region['worksheets'] {
    return this.#whole.worksheets;
  }

  get rollingLists(): Region['rollingLists'] {
    return this.#whole.rollingLists;
  }

  get comments(): Region['comments'] {
    return this.#whole.comments;
  }

  get payFigures(): Region['payFigures'] {
    return this.#whole.payFigures;
  }

  get ungiven(): Region['ungiven'] {
    return this.#whole.ungiven;
  }

  get impossibleDates(): Region['impossibleDates'] {
    return this[MAKING].impossibleInTargets();
  }

  get unread(): Region['unread'] {
    return this.#whole.unread;
  }
}

function headingSection({ plan, reading }: Making, anchor: Anchor, title: Words | null): Section {
  const blocks = plan.start.heading === null ? [] : [plan.start.heading.block];
  const pieces = [{ blocks, offset: plan.parts[0]?.offset ?? 0 }];
  return titled(outlineOf(pieces, outlineReadingOf(plan, anchor, reading)).section, title);
}
