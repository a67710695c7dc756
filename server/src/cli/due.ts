/** What one person's series waits for, in the shape of `due --format json`. Members are only ever added. Pure. */
import { formatDay } from '../core/calendar.ts';
import type { Context } from '../core/context.ts';
import { isLate, openPromises, openTargets, quietAreas, type OpenTarget } from '../core/due-list.ts';
import type { Day, Document, PromiseThread, Series } from '../core/model.ts';
import type { AreaProgress } from '../core/progress.ts';
import { documentAt } from '../core/query.ts';
import { rules } from '../rules/index.ts';
import { checkSeries } from '../rules/run.ts';
import { lineOf } from './outline-place.ts';

/** The rules whose findings say that a step of the quarter is to be taken. */
const steps: ReadonlySet<string> = new Set([
  'missing-checkpoint',
  'missing-standing-agenda',
  'missing-summary',
  'summary-without-focus-area',
  'efw-not-updated',
  '360-unprepared',
]);
const stepRules = rules.filter(({ id }) => steps.has(id));

export type PersonDue = ReturnType<typeof personDue>;

/** Lines count from 0. Nothing private is in it. */
export function personDue(series: Series, context: Context, pathOf: (document: Document) => string) {
  return {
    report: series.report,
    manager: series.manager,
    paths: series.documents.map(pathOf),
    steps: stepsDue(series, context, pathOf),
    targets: openTargets(series, context)
      .filter(({ target }) => isLate(target.due, context.today))
      .map((late) => targetJson(late, pathOf)),
    quiet: quietAreas(series, context).map((quiet) => quietJson(quiet, pathOf)),
    promises: openPromises(series, context).map((thread) => promiseJson(thread, series, context, pathOf)),
  };
}

export function isWaitedFor({ steps: toTake, targets, quiet, promises }: PersonDue): boolean {
  return toTake.length + targets.length + quiet.length + promises.length > 0;
}

/** What is only hinted at is not due: nothing says that the pair keeps the routine. */
function stepsDue(series: Series, context: Context, pathOf: (document: Document) => string) {
  const documents = new Map(series.documents.map((document) => [document.uri, document]));
  return checkSeries(series, context, stepRules)
    .filter(({ severity }) => severity !== 'hint')
    .map(({ rule, message, uri, span }) => {
      const document = documents.get(uri)!;
      return { rule, message, path: pathOf(document), line: document.note.text.positionAt(span.start).line };
    });
}

function targetJson({ target, area, quarter, document }: OpenTarget, pathOf: (document: Document) => string) {
  return {
    text: target.text,
    focusArea: area.title.text,
    quarter: quarter.label,
    due: dayJson(target.due),
    path: pathOf(document),
    line: lineOf(target.place, document),
  };
}

function quietJson({ area, document, lastMentioned }: AreaProgress, pathOf: (document: Document) => string) {
  return {
    focusArea: area.title.text,
    lastMentioned: dayJson(lastMentioned),
    path: pathOf(document),
    line: lineOf(area.title.place, document),
  };
}

function promiseJson(thread: PromiseThread, series: Series, context: Context, pathOf: (document: Document) => string) {
  const { text, owners, due, carried, newest } = thread;
  const document = documentAt(series, newest.uri);
  return {
    text,
    owners: [...owners],
    due: dayJson(due),
    overdue: isLate(due, context.today),
    carried,
    path: pathOf(document),
    line: lineOf(newest.written.place, document),
  };
}

function dayJson(day: Day | null): string | null {
  return day === null ? null : formatDay(day);
}
