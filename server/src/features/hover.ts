/** Hover: what stands under the cursor, explained. */
import { MarkupKind, type Hover } from 'vscode-languageserver-types';
import { dateAt } from '../core/date-at.ts';
import { names } from '../core/mentions.ts';
import type { AgendaItem, Note, Place, PromiseCopy, Region } from '../core/model.ts';
import { levelWordAt } from '../core/level-word.ts';
import { spanOf } from '../core/parse.ts';
import { openFocusAreasOf } from '../core/private.ts';
import { standingOf } from '../core/query.ts';
import { findLevel, findRole, findSpecialty } from '../core/roles/catalogue.ts';
import { teamOf } from '../core/staffing.ts';
import { thingAt, type Thing } from '../core/thing-at.ts';
import { promiseAt } from '../core/write/close-promise.ts';
import { rangeOf } from './diagnostics.ts';
import type { Request } from './request.ts';
import { dateText } from './text/date.ts';
import { focusAreaText } from './text/focus-area.ts';
import { quarterPartText, sectionText, titleText, undatedText } from './text/heading.ts';
import { keyText } from './text/key.ts';
import { paragraphs } from './text/markdown.ts';
import { promiseText } from './text/promise.ts';
import { quarterText } from './text/quarter.ts';
import { compaText, ratingColumnText, ratingText } from './text/rating.ts';
import { levelText, roleText, specialtyText } from './text/role.ts';
import { tagText } from './text/tag.ts';
import { teamText } from './text/team.ts';

export function hover(request: Request, offset: number): Hover | null {
  const { note } = request.document;
  for (const explain of explanations) {
    const found = explain(request, offset);
    const span = found === null ? null : spanOf(note, found.place);
    if (found === null || span === null) continue;
    return { contents: { kind: MarkupKind.Markdown, value: found.text }, range: rangeOf(note.text, span) };
  }
  return null;
}

interface Explained {
  readonly text: string;
  readonly place: Place;
}

/** The first that has something to say is shown: the smaller thing before the one that it is part of. */
const explanations: readonly ((request: Request, offset: number) => Explained | null)[] = [
  (request, offset) => thingHere(request, offset, isSmall),
  untitledMeetingHere,
  dateHere,
  (request, offset) => thingHere(request, offset, () => true),
  promiseHere,
  levelHere,
];

/** Smaller than any date in it. */
function isSmall({ is }: Thing): boolean {
  return is === 'key' || is === 'tag' || is === 'rating' || is === 'rating-column' || is === 'quarter';
}

function dateHere({ document, series, context }: Request, offset: number): Explained | null {
  const date = dateAt(document, context.configuration, offset);
  return date === null ? null : { text: dateText(date, series, context), place: date.place };
}

/** A file of one meeting without a title says on its first line of text what dates it, before what that line is. */
function untitledMeetingHere(request: Request, offset: number): Explained | null {
  const { note } = request.document;
  const first = note.regions.find(({ kind }) => kind !== 'front-matter');
  const place = note.title !== null || first === undefined ? null : firstLineIn(note, first);
  const span = place === null ? null : spanOf(note, place);
  if (place === null || span === null || offset < span.start || span.end < offset) return null;
  const meeting = titleText(request.document, request.context);
  if (meeting === null) return null;
  const own = dateHere(request, offset) ?? thingHere(request, offset, () => true) ?? promiseHere(request, offset);
  return { text: own === null ? meeting : paragraphs(own.text, meeting), place: own?.place ?? place };
}

/** The first line of a region that is not blank. */
function firstLineIn(note: Note, { anchor, length }: Region): Place | null {
  const start = note.offsetOf(anchor)!;
  const text = note.text.slice(start, start + length);
  const found = /\S[^\r\n]*/.exec(text);
  return found === null ? null : { anchor, start: found.index, end: found.index + found[0].length };
}

function thingHere(request: Request, offset: number, fits: (thing: Thing) => boolean): Explained | null {
  const thing = thingAt(request.document, offset);
  const text = thing === null || !fits(thing) ? null : textOf(thing, request);
  return thing === null || text === null ? null : { text, place: thing.place };
}

function promiseHere({ document, series, context }: Request, offset: number): Explained | null {
  const thread = promiseAt(document, series, offset);
  const here = thread?.copies.find((copy) => copy.uri === document.uri && isOnLine(document.note, copy, offset));
  if (thread === null || here === undefined) return null;
  return { text: promiseText(thread, here, context), place: here.written.words };
}

function levelHere({ document, series }: Request, offset: number): Explained | null {
  const standing = standingOf(series);
  const word = standing === null ? null : levelWordAt(document, offset, standing.role);
  if (standing === null || word === null) return null;
  return { text: levelText(standing.role, word.level, standing.specialty), place: word.place };
}

/** What is nested below a promise is not the promise. */
function isOnLine(note: Note, { written: { words } }: PromiseCopy, offset: number): boolean {
  const span = spanOf(note, words);
  if (span === null) return false;
  const line = note.text.lineSpan(note.text.positionAt(span.start).line);
  return line.start <= offset && offset <= Math.max(span.end, line.end);
}

function textOf(thing: Thing, request: Request): string | null {
  const { document, series, context } = request;
  switch (thing.is) {
    case 'focus-area':
      return focusAreaText(thing.area, request);
    case 'agenda-item':
      return agendaItemText(thing.item, request);
    case 'rating':
      return ratingText(thing.text, thing.row, thing.worksheet, context);
    case 'rating-column':
      return ratingColumnText(thing.column, thing.worksheet, context);
    case 'tag':
      return tagText(thing.item, series, context);
    case 'quarter':
      return quarterText(thing.label, series, context);
    case 'checkpoint':
    case 'summary':
      return quarterPartText(thing, thing.region, series, context);
    case 'title':
      return titleText(document, context);
    case 'undated':
      return undatedText(thing.title);
    case 'section':
      return sectionText(thing.meaning);
    case 'key': {
      const written = thing.entry.value?.text;
      if (written === undefined) return null;
      return keyText(thing.key, written, request) ?? standingText(thing.key, written, request);
    }
  }
}

/** An item of the standing agenda that names a focus area, the newest of that name. */
function agendaItemText({ text, links }: AgendaItem, request: Request): string | null {
  const areas = request.series.quarters.flatMap((record) => openFocusAreasOf(record));
  const named = areas.findLast(({ area }) => names(area, text, links));
  return named === undefined ? null : focusAreaText(named.area, request);
}

function standingText(key: string, written: string, { series, context, seats }: Request): string | null {
  if (key === 'compa') return compaText(written, series, context);
  if (key === 'team') {
    const team = teamOf(series, context);
    return team === null ? null : teamText(team, seats?.() ?? []);
  }
  const role = key === 'role' ? findRole(context.roles, written) : (standingOf(series)?.role ?? null);
  if (role === null) return null;
  if (key === 'role') return roleText(role);
  if (key === 'level') {
    const level = findLevel(role, written);
    const specialty = standingOf(series)?.specialty ?? null;
    return level === null || level === 'ambiguous' ? null : levelText(role, level, specialty);
  }
  if (key !== 'specialty') return null;
  const specialty = findSpecialty(role, written);
  if (specialty === null) return null;
  return specialtyText(role, specialty);
}
