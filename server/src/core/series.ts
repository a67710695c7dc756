/** All documents of one report, seen together. */
import type { Context } from './context.ts';
import { valueOf } from './front-matter.ts';
import { datedIn } from './chronology.ts';
import type { DatedMeeting, Day, Document, Note, Region, RegionReader, Series, SeriesValue } from './model.ts';
import { fold } from './names.ts';
import { cadenceOf } from './cadence.ts';
import { foreignLabel } from './fiscal-labels.ts';
import { followed, type Followed } from './promises.ts';
import { quarterRecords } from './quarters.ts';
import { isInternshipNote } from './recognise.ts';
import { stoodAs, type Stood } from './standing.ts';

/** Groups documents by report (case and spacing folded); a document without one is a series of its own. By path. */
export function seriesOf(documents: readonly Document[], context: Context): Series[] {
  const groups = new Map<string, Document[]>();
  for (const document of [...documents].sort(byPath)) {
    const key = seriesKey(document);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [document]);
    else group.push(document);
  }
  return [...groups.values()].map((group) => oneSeries(group, context));
}

/** The series of documents that belong together; what did not change is taken over from an earlier one of the same report. */
export function oneSeries(documents: readonly Document[], context: Context, before: Series | null = null): Series {
  return madeOf([...documents].sort(byPath), context, (before as MadeSeries | null)?.kept() ?? nothing);
}

/**
 * Documents with the same key are one series. An internship is apart from the report's 1:1s: it is another agreement,
 * with another manager for a while.
 */
export function seriesKey({ path, note }: { path: string; note: Pick<Note, 'report' | 'frontMatter'> }): string {
  const kind = isInternshipNote(note) ? 'internship' : 'report';
  return note.report === null ? `file ${path}` : `${kind} ${fold(note.report.text)}`;
}

interface MadeSeries extends Series {
  readonly kept: () => Kept;
}

/** What the next series is made from: of what this one was not asked for, what an earlier one knew. */
interface Kept {
  readonly followed: Followed | null;
  readonly stood: Stood | null;
}

const nothing: Kept = { followed: null, stood: null };

function madeOf(documents: readonly Document[], context: Context, before: Kept): MadeSeries {
  const meetings = documents
    .flatMap((document) =>
      document.note.gathered(datedIn).map(({ meeting, day }): DatedMeeting => ({ day, meeting, document })),
    )
    .sort((a, b) => a.day - b.day);
  const lastDays = new Map(documents.map((document) => [document, lastDay(document)]));
  const lastDayOf = (document: Document): number => lastDays.get(document)!;
  const newestFirst = [...documents].sort((a, b) => lastDayOf(b) - lastDayOf(a));
  const value = (key: string): SeriesValue | null => {
    for (const document of newestFirst) {
      const words = valueOf(document.note.frontMatter, key);
      if (words !== null) return { ...words, document };
    }
    return null;
  };
  const valueOn = (key: string, day: Day): SeriesValue | null => {
    const having = newestFirst.flatMap((document): { last: Day; value: SeriesValue }[] => {
      const words = valueOf(document.note.frontMatter, key);
      return words === null ? [] : [{ last: lastDayOf(document), value: { ...words, document } }];
    });
    return (having.find(({ last }) => last <= day) ?? having.at(-1))?.value ?? null;
  };
  const gathered = <T>(reader: RegionReader<T>): { held: T; document: Document }[] =>
    documents.flatMap((document) => document.note.gathered(reader).map((held) => ({ held, document })));
  const cadence = value('cadence');
  let follows: Followed | null = null;
  const promises = (): Followed => (follows ??= followed(documents, before.followed));
  let quarters: Series['quarters'] | undefined;
  let foreign: Series['foreignLabel'] | undefined;
  let agendas: Series['agendas'] | undefined;
  let worksheets: Series['worksheets'] | undefined;
  let rollingLists: Series['rollingLists'] | undefined;
  let openThreads: Series['openThreads'] | undefined;
  let stands: Stood | null = null;
  const named = { role: value('role'), level: value('level'), specialty: value('specialty') };
  const parts = {
    documents,
    meetings,
    cadence: (cadence === null ? null : cadenceOf(fold(cadence.text))) ?? context.configuration.cadence,
  };
  return {
    report: documents.find((document) => document.note.report !== null)?.note.report?.text ?? null,
    manager: newestFirst.find((document) => document.note.manager !== null)?.note.manager?.text ?? null,
    ...parts,
    // What stands in the text is read when somebody asks: a question about front matter has nothing to wait for.
    get quarters() {
      return (quarters ??= quarterRecords(parts, context));
    },
    get foreignLabel() {
      if (foreign === undefined) foreign = foreignLabel(this, context);
      return foreign;
    },
    get agendas() {
      return (agendas ??= gathered(agendasIn).map(({ held, document }) => ({ agenda: held, document })));
    },
    get worksheets() {
      return (worksheets ??= gathered(worksheetsIn).map(({ held, document }) => ({ worksheet: held, document })));
    },
    get rollingLists() {
      return (rollingLists ??= gathered(rollingListsIn).map(({ held, document }) => ({ list: held, document })));
    },
    // Following promises costs more than everything else here, and most requests do not ask for it.
    get promises() {
      return promises().threads;
    },
    get openThreads() {
      const { threads, open } = promises();
      return (openThreads ??= open.map((index) => threads[index]!));
    },
    get cast() {
      return promises().cast;
    },
    get standing() {
      return (stands ??= stoodAs(named, context, before.stood)).standing;
    },
    standingOn(day: Day) {
      const now = (stands ??= stoodAs(named, context, before.stood));
      if (documents.length === 1) return now.standing;
      const then = { role: valueOn('role', day), level: valueOn('level', day), specialty: valueOn('specialty', day) };
      return stoodAs(then, context, now).standing;
    },
    kept: () => ({ followed: follows ?? before.followed, stood: stands ?? before.stood }),
    ...named,
    team: value('team'),
  };
}

const agendasIn = ({ agendas }: Region): Region['agendas'] => agendas;
const worksheetsIn = ({ worksheets }: Region): Region['worksheets'] => worksheets;
const rollingListsIn = ({ rollingLists }: Region): Region['rollingLists'] => rollingLists;

/** Of the newest meeting; minus infinity where there is none. */
function lastDay({ note }: Document): number {
  let last = -Infinity;
  for (const { day } of note.gathered(datedIn)) if (day > last) last = day;
  return last;
}

function byPath(a: Document, b: Document): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
