/** A document and its series in the shape of `outline --format json`. Members are only ever added. Pure. */
import { formatDay, quarterOf } from '../core/calendar.ts';
import { names } from '../core/mentions.ts';
import type { Day, Document, Meeting, PromiseThread, Section } from '../core/model.ts';
import { openAgendasOf, openFocusAreasOf, privacy } from '../core/private.ts';
import { documentAt, standingOf } from '../core/query.ts';
import { at, lineOf } from './outline-place.ts';
import type { OutlineRequest, Outlining } from './outline-place.ts';
import { quarterJson, worksheetJson } from './outline-quarters.ts';

/**
 * `meetings` are this document's; quarters, agenda, promises and worksheet are the series'. Lines count from 0.
 * Nothing private is in it.
 */
export function outlineJson(asked: OutlineRequest) {
  const request: Outlining = { ...asked, isPrivate: privacy() };
  const { document, series } = request;
  const standing = standingOf(series);
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
function agendaJson(request: Outlining) {
  const { series } = request;
  const agendas = openAgendasOf(series);
  const first = agendas[0];
  if (!first) return null;
  const areas = series.quarters.flatMap((record) => openFocusAreasOf(record).map(({ area }) => area));
  return {
    ...at(first.agenda.place, first.document, request),
    items: agendas.flatMap(({ agenda, document }) =>
      agenda.items.map((item) => ({
        text: item.text,
        ...at(item.place, document, request),
        // The newest focus area of that name, should there be several.
        focusArea: areas.findLast((area) => names(area, item.text, item.links))?.title.text ?? null,
      })),
    ),
  };
}

function promiseJson(thread: PromiseThread, { series, pathOf }: OutlineRequest) {
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
    at: copies.map(({ written, uri }) => {
      const document = documentAt(series, uri);
      return { path: pathOf(document), line: lineOf(written.place, document) };
    }),
  };
}
