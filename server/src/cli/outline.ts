/** A document and its series in the shape of `outline --format json`. Members are only ever added. Pure. */
import { formatDay, quarterAt, quarterOf } from '../core/calendar.ts';
import type { Context } from '../core/context.ts';
import { mentionsOf, names } from '../core/mentions.ts';
import type {
  CheckpointRecord,
  Day,
  Document,
  Entry,
  FocusArea,
  Meeting,
  Place,
  PromiseThread,
  QuarterRecord,
  Section,
  Series,
  SummaryRecord,
  Target,
  Worksheet,
} from '../core/model.ts';
import { spanOf } from '../core/parse.ts';
import { focusAreasOf, matchesOf, standingOf } from '../core/query.ts';
import type { Standing } from '../core/query.ts';
import { matchResponsibility } from '../core/roles/match.ts';
import type { Candidate, Match } from '../core/roles/match.ts';

export interface OutlineRequest {
  readonly document: Document;
  readonly series: Series;
  readonly context: Context;
  /** The path to show for a document that is not this one. */
  readonly pathOf: (document: Document) => string;
}

/**
 * `meetings` are this document's; quarters, agenda, promises and worksheet are the series'. Lines count from 0.
 * Nothing private is in it.
 */
export function outlineJson(request: OutlineRequest) {
  const { document, series, context } = request;
  const standing = standingOf(series, context);
  return {
    version: 1,
    recognised: document.recognition.recognised,
    why: document.recognition.why,
    report: series.report,
    manager: series.manager,
    role: standing?.role.id ?? series.role?.text ?? null,
    level: standing?.level?.id ?? series.level?.text ?? null,
    specialty: standing?.specialty?.id ?? series.specialty?.text ?? null,
    team: series.team?.text ?? null,
    order: document.note.order,
    meetings: document.note.meetings.map((meeting) => meetingJson(meeting, request)),
    standingAgenda: agendaJson(request),
    quarters: series.quarters.map((record) => quarterJson(record, standing, request)),
    promises: series.promises.filter(({ isPrivate }) => !isPrivate).map((thread) => promiseJson(thread, request)),
    efw: worksheetJson(standing, request),
  };
}

function meetingJson(meeting: Meeting, { document, context }: OutlineRequest) {
  const { day } = meeting.date;
  const isPrivate = meeting.section.isPrivate;
  return {
    date: day === null ? null : formatDay(day),
    heading: isPrivate ? null : (meeting.heading?.text ?? null),
    line: lineOf(meeting.heading?.place ?? meeting.place, document),
    level: meeting.depth,
    quarter: day === null ? null : quarterOf(day, context.configuration.quarters).label,
    sections: isPrivate ? [] : meeting.section.sections.flatMap((section) => sectionsJson(section, document)),
  };
}

/** The section and those inside it, in the order of the document: their levels say how they nest. */
function sectionsJson(
  section: Section,
  document: Document,
): { title: string; meaning: string | null; line: number; level: number }[] {
  if (section.isPrivate) return [];
  const { title, meaning, depth } = section;
  return [
    { title: title.text, meaning, line: lineOf(title.place, document), level: depth },
    ...section.sections.flatMap((child) => sectionsJson(child, document)),
  ];
}

/** All agenda sections count as one: it stands where the first of them does. */
function agendaJson(request: OutlineRequest) {
  const { series } = request;
  const first = series.agendas[0];
  if (!first) return null;
  const areas = series.quarters.flatMap((record) => focusAreasOf(record).map(({ area }) => area));
  return {
    ...at(first.agenda.place, first.document, request),
    items: series.agendas.flatMap(({ agenda, document }) =>
      agenda.items.map((item) => ({
        text: item.text,
        ...at(item.place, document, request),
        // The newest focus area of that name, should there be several.
        focusArea: areas.findLast((area) => names(area, item.text, item.links))?.title.text ?? null,
      })),
    ),
  };
}

function quarterJson(record: QuarterRecord, standing: Standing | null, request: OutlineRequest) {
  const { quarter, first, last } = record;
  const checkpoint = record.checkpoints.find((one) => !one.checkpoint.isPrivate);
  const summary = record.summaries.find((one) => !one.summary.isPrivate);
  return {
    label: quarter.label,
    start: formatDay(quarter.start),
    end: formatDay(quarter.end),
    first: first && formatDay(first.day),
    last: last && formatDay(last.day),
    checkpoint: checkpoint ? checkpointJson(checkpoint, record, standing, request) : null,
    summary: summary ? summaryJson(summary, request) : null,
  };
}

function checkpointJson(
  { checkpoint, document }: CheckpointRecord,
  record: QuarterRecord,
  standing: Standing | null,
  request: OutlineRequest,
) {
  return {
    ...at(checkpoint.place, document, request),
    focusAreas: checkpoint.focusAreas
      .filter((area) => !area.isBlank)
      .map((area) => ({
        title: area.title.text,
        ...at(area.place, document, request),
        responsibility: responsibilityJson(area, standing),
        goals: entriesJson(area.goals?.entries ?? [], document, request),
        targets: area.targetList.map(targetJson),
        ideas: entriesJson(area.ideas?.entries ?? [], document, request),
        mentions: mentionsOf(area, record).map(({ meeting, place }) => ({
          date: formatDay(meeting.day),
          ...at(place, meeting.document, request),
        })),
      })),
  };
}

function entriesJson(entries: readonly Entry[], document: Document, request: OutlineRequest) {
  return entries
    .filter(({ text }) => text !== '')
    .map((entry) => ({ text: entry.text, ...at(entry.words, document, request) }));
}

function targetJson({ text, state, due }: Target) {
  return { text, state, due: due === null ? null : formatDay(due) };
}

function summaryJson({ summary, document }: SummaryRecord, request: OutlineRequest) {
  return {
    ...at(summary.place, document, request),
    focusAreas: summary.entries.map(({ title, place }) => ({ title: title.text, ...at(place, document, request) })),
  };
}

function promiseJson(thread: PromiseThread, { pathOf }: OutlineRequest) {
  const { text, owners, due, state, firstSeen, lastSeen, carried, copies } = thread;
  const dayText = (day: Day | null): string | null => (day === null ? null : formatDay(day));
  return {
    text,
    owners,
    due: dayText(due),
    state,
    firstSeen: dayText(firstSeen),
    lastSeen: dayText(lastSeen),
    carried,
    at: copies.map(({ written, document }) => ({ path: pathOf(document), line: lineOf(written.place, document) })),
  };
}

/**
 * What the focus area names in the role, the first of several; null where it names nothing, or it is not clear which
 * of several things. Communication, which everybody may work on, has no place in the role where it is not listed.
 */
function responsibilityJson(area: FocusArea, standing: Standing | null) {
  const found = matchesOf(area, standing)
    .map(({ match }) => candidateIn(match))
    .find((candidate) => candidate !== null);
  if (!standing || !found) return null;
  return {
    role: standing.role.id,
    level: found.level?.id ?? standing.level?.id ?? null,
    area: found.area.name,
    text: found.item?.text ?? null,
  };
}

function candidateIn(match: Match): Candidate | null {
  return match.kind === 'found' || match.kind === 'other-level' ? match : null;
}

/** The newest worksheet of the series. */
function worksheetJson(standing: Standing | null, request: OutlineRequest) {
  const newest = request.series.worksheets.at(-1);
  if (!newest) return null;
  const { worksheet, document } = newest;
  const labels = labelsOf(worksheet, request.context);
  return {
    ...at(worksheet.title.place, document, request),
    columns: labels,
    rows: worksheet.rows.map(({ title, cells }) => ({
      title: title.text,
      responsibility: rowResponsibility(title.text, standing),
      ratings: Object.fromEntries(
        worksheet.columns.map(({ index }, column) => [labels[column]!, ratingIn(cells[index]?.text ?? '')]),
      ),
    })),
  };
}

function rowResponsibility(title: string, standing: Standing | null): string | null {
  if (!standing) return null;
  const { role, level, specialty } = standing;
  const found = candidateIn(matchResponsibility({ text: title, links: [] }, role, level, specialty));
  return found && (found.item?.text ?? found.area.name);
}

/** In the configured form, so that they are those of `quarters`. */
function labelsOf(worksheet: Worksheet, { configuration }: Context): string[] {
  return worksheet.columns.map(({ label }) => quarterAt(label.year, label.number, configuration.quarters).label);
}

/** A dash says that there is none. */
function ratingIn(cell: string): string | null {
  return /^(?:[-\u2013\u2014]*|n\/a)$/i.test(cell.trim()) ? null : cell.trim();
}

/** Where something begins; with the path only where that is another file than the one asked about. */
function at(
  place: Place,
  document: Document,
  { document: own, pathOf }: OutlineRequest,
): { line: number; path?: string } {
  const line = lineOf(place, document);
  return document === own ? { line } : { line, path: pathOf(document) };
}

function lineOf(place: Place, { note }: Document): number {
  return note.text.positionAt(spanOf(note, place)?.start ?? 0).line;
}
