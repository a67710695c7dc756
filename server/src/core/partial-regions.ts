/** Regions of which only a part is looked at, so that the rest need not be read. */
import type { Anchor, Region, Section, Words } from './model.ts';
import { outlineOf } from './outline.ts';
import { MAKING, makingOf, outlineReadingOf, titled, type MadeRegion, type Making } from './region.ts';

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
  if (making === null) return region;
  const { kind, anchor, length, title, label, meeting } = region;
  let section: Section | null = null;
  const sectionIn = (): Section => (section ??= headingSection(making, anchor, title));
  return {
    ...emptyContent,
    kind,
    anchor,
    length,
    title,
    label,
    get section() {
      return sectionIn();
    },
    meeting: meeting && {
      ...emptyMeeting,
      date: meeting.date,
      heading: meeting.heading,
      depth: meeting.depth,
      get section() {
        return sectionIn();
      },
      get place() {
        return sectionIn().place;
      },
    },
  };
}

/** The region without its promises, which are not even looked for. The meeting that it holds stays the same object. */
export function withoutPromises(region: Region): Region {
  const making = makingOf(region);
  if (making === null) return region;
  const own: Pick<MadeRegion, 'promises' | 'impossibleDates' | typeof MAKING> = {
    promises: [],
    get impossibleDates() {
      return making.impossibleInTargets();
    },
    [MAKING]: { ...making, isDone: making.hasContent },
  };
  // Whatever else it says, the region itself is asked for, once somebody asks.
  return Object.create(region, Object.getOwnPropertyDescriptors(own)) as Region;
}

// ---------------------------------------------------------------------------------------------------------------

const emptyMeeting = { checkpoints: [], summaries: [], promises: [], ungiven: [], spoken: [] };

function headingSection({ plan, reading }: Making, anchor: Anchor, title: Words | null): Section {
  const blocks = plan.start.heading === null ? [] : [plan.start.heading.block];
  const pieces = [{ blocks, offset: plan.parts[0]?.offset ?? 0 }];
  return titled(outlineOf(pieces, outlineReadingOf(plan, anchor, reading)).section, title);
}
