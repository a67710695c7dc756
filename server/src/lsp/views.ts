/** What the client's views ask for: people and what is due, and the picture of a quarter. */
import { formatDay, nextMeetingDay, quarterOf, weekOfQuarter } from '../core/calendar.ts';
import type { Context } from '../core/context.ts';
import { byUrgency, dueList, openPromises } from '../core/due-list.ts';
import type { Day, PromiseThread, QuarterRecord, Series } from '../core/model.ts';
import { isCurrent } from '../core/quarters.ts';
import { documentAt, hasContent, standingOf } from '../core/query.ts';
import { quarterProgress, type AreaProgress, type QuarterProgress } from '../core/progress.ts';
import { isOpen } from '../core/state.ts';
import { sayingWith } from '../core/say.ts';
import { quarterSvg } from '../core/write/quarter-picture.ts';
import { quarterMarkdown } from '../core/write/quarter-table.ts';
import type { Request } from '../features/request.ts';
import { rolePlace } from './known.ts';
import { objectIn, textIn } from './params.ts';
import { placeIn } from './places.ts';
import type {
  DocumentAnswer,
  DueView,
  FocusAreaView,
  PeopleAnswer,
  PersonQuarterView,
  PersonView,
  PromiseView,
  QuarterAnswer,
  ViewPlace,
} from './protocol.ts';
import type { Session } from './session.ts';

export async function peopleOf(session: Session, params: unknown): Promise<PeopleAnswer> {
  session.asked.views = true;
  await session.ready();
  const uri = params === null ? undefined : objectIn(params)['uri'];
  const { workspace } = session;
  const all = uri === undefined ? await workspace.everySeries(personIn) : [personIn(workspace.request(textIn(uri)))];
  const views = all.filter((view) => view !== null);
  return {
    today: formatDay(session.workspace.today()),
    people: views.map(({ person }) => person).sort((a, b) => a.name.localeCompare(b.name, 'en')),
    due: views
      .flatMap(({ due }) => due)
      .sort((a, b) => byUrgency(a.sort, b.sort))
      .map(({ view }) => view),
  };
}

export function documentFor({ workspace, asked }: Session, params: unknown): DocumentAnswer | null {
  asked.views = true;
  const request = workspace.request(textIn(objectIn(params)['uri']));
  if (request === null) return null;
  const standing = standingOf(request.series);
  return { person: personOf(request.series, request.context).person, role: standing && rolePlace(standing, workspace) };
}

export async function quarterFor(session: Session, params: unknown): Promise<QuarterAnswer | null> {
  const { workspace, asked, ready, client } = session;
  asked.views = true;
  // What quarters are called is in a file.
  await ready();
  const { uri, label } = objectIn(params);
  const request = workspace.request(textIn(uri));
  if (request === null) return null;
  const { series, context } = request;
  const record = recordFor(request, label === undefined ? null : textIn(label));
  if (record === null) return null;
  const progress = quarterProgress(record, series, context);
  const name = nameOf(series);
  const say = sayingWith(textsIn(client.options.texts));
  return {
    name,
    label: record.quarter.label,
    start: formatDay(record.quarter.start),
    end: formatDay(record.quarter.end),
    today: formatDay(context.today),
    quarters: series.quarters.map(({ quarter }) => quarter.label),
    ...writtenIn(progress),
    meetings: progress.meetings.map(({ dated, ...counts }) => ({
      date: formatDay(dated.day),
      ...counts,
      hasCheckpoint: progress.checkpoint?.meeting?.meeting === dated.meeting,
      hasSummary: progress.summary?.meeting?.meeting === dated.meeting,
      place: placeIn(dated.document, dated.meeting.heading?.place ?? dated.meeting.place),
    })),
    focusAreas: progress.areas.map((area) => areaView(area, context.today)),
    svg: quarterSvg(progress, name, context.today, say),
    markdown: quarterMarkdown(progress, name, context.today, say),
  };
}

// ---------------------------------------------------------------------------------------------------------------

/** What a client may send is of any shape: only texts are taken. */
function textsIn(given: unknown): ReadonlyMap<string, string> {
  return new Map(Object.entries(Object(given)).filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
}

function recordFor({ series, context }: Request, label: string | null): QuarterRecord | null {
  const { quarters } = series;
  if (label !== null) return quarters.find(({ quarter }) => quarter.label === label) ?? null;
  return quarters.find(({ quarter }) => isCurrent(quarter, context)) ?? quarters.at(-1) ?? null;
}

interface SortableDue {
  readonly view: DueView;
  readonly sort: { readonly due: Day | null };
}

/** Null where there is nothing to show. */
function personIn(request: Request | null): PersonAndDue | null {
  return request !== null && hasContent(request.series) ? personOf(request.series, request.context) : null;
}

interface PersonAndDue {
  readonly person: PersonView;
  readonly due: readonly SortableDue[];
}

function personOf(series: Series, context: Context): PersonAndDue {
  const id = series.documents[0]!.uri;
  const name = nameOf(series);
  const due = dueList(series, context).map(({ document, place, ...item }): SortableDue => {
    const view = { ...item, person: id, name, due: dayOrNull(item.due), place: placeIn(document, place) };
    return { view, sort: { due: item.due } };
  });
  const held = series.meetings.filter(({ day }) => day <= context.today);
  const last = held.at(-1)?.day ?? null;
  const planned = series.meetings.find(({ day }) => day > context.today)?.day ?? null;
  const person: PersonView = {
    id,
    name,
    manager: series.manager,
    role: series.role?.text ?? null,
    level: series.level?.text ?? null,
    place: placeOf(series),
    uris: series.documents.map(({ uri }) => uri),
    lastMeeting: dayOrNull(last),
    nextMeeting: dayOrNull(planned ?? (last === null ? null : nextMeetingDay(last, series.cadence))),
    quarter: quarterView(series, context),
    promises: openPromises(series, context).map((thread) => promiseView(thread, series, context.today)),
    dueCount: due.length,
  };
  return { person, due };
}

/** The report; where nobody is named, the name of the file. */
function nameOf({ report, documents }: Series): string {
  if (report !== null) return report;
  const { path } = documents[0]!;
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:md|markdown)$/i, '');
}

function placeOf({ meetings, documents }: Series): ViewPlace {
  const newest = meetings.at(-1);
  if (newest !== undefined) return placeIn(newest.document, newest.meeting.heading?.place ?? newest.meeting.place);
  const start = { line: 0, character: 0 };
  return { uri: documents[0]!.uri, range: { start, end: start } };
}

function quarterView(series: Series, context: Context): PersonQuarterView {
  const { today } = context;
  const quarter = quarterOf(today, context.configuration.quarters);
  const record = series.quarters.find((each) => each.quarter.start === quarter.start) ?? null;
  const progress = record === null ? null : quarterProgress(record, series, context);
  return {
    label: quarter.label,
    week: weekOfQuarter(today, quarter),
    weeks: weekOfQuarter(quarter.end, quarter),
    meetings: record?.meetings.filter(({ day }) => day <= today).length ?? 0,
    ...writtenIn(progress),
    focusAreas: progress?.areas.map((area) => areaView(area, today)) ?? [],
  };
}

function writtenIn(progress: QuarterProgress | null): Pick<PersonQuarterView, 'checkpoint' | 'summary'> {
  const { checkpoint, summary } = progress ?? { checkpoint: null, summary: null };
  return {
    checkpoint: checkpoint && placeIn(checkpoint.document, checkpoint.checkpoint.title.place),
    summary: summary && placeIn(summary.document, summary.summary.title.place),
  };
}

function areaView(progress: AreaProgress, today: Day): FocusAreaView {
  const { area, document, mentions, lastMentioned, meetingsSince, isQuiet, targetsMet } = progress;
  return {
    title: area.title.text,
    place: placeIn(document, area.title.place),
    targets: area.targetList.map(({ text, state, due, words }) => ({
      text,
      state,
      due: dayOrNull(due),
      isOverdue: isOpen(state) && due !== null && due < today,
      place: placeIn(document, words),
    })),
    targetsMet,
    mentions: mentions.map(({ meeting, place }) => ({
      date: formatDay(meeting.day),
      place: placeIn(meeting.document, place),
    })),
    lastMentioned: dayOrNull(lastMentioned),
    meetingsSince,
    isQuiet,
  };
}

function promiseView(thread: PromiseThread, series: Series, today: Day): PromiseView {
  const { text, owners, state, due, firstSeen, carried, newest } = thread;
  return {
    text,
    owners,
    state,
    due: dayOrNull(due),
    firstSeen: dayOrNull(firstSeen),
    carried,
    isOverdue: due !== null && due < today,
    place: placeIn(documentAt(series, newest.uri), newest.written.words),
  };
}

function dayOrNull(day: Day | null): string | null {
  return day === null ? null : formatDay(day);
}
