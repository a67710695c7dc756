/** Code lenses: how the quarter and its focus areas fare, above their headings; what is due, above the newest meeting. */
import type { CodeLens, Command } from 'vscode-languageserver-types';
import { dueList } from '../core/due-list.ts';
import type { Place } from '../core/model.ts';
import { spanOf } from '../core/parse.ts';
import { areaProgress, type AreaProgress } from '../core/progress.ts';
import { isCurrent, recentQuarters } from '../core/quarters.ts';
import { rangeOf } from './diagnostics.ts';
import type { Request } from './request.ts';
import { progressText } from './text/progress.ts';

/** What a lens does when it is chosen is the client's business: without these commands it only says something. */
export interface LensCommands {
  readonly showQuarter: string;
  readonly showDue: string;
}

/** Of this document, in the current and the past two quarters. */
export function codeLenses({ document, series, context }: Request, commands: LensCommands): CodeLens[] {
  const { note, uri } = document;
  const lensAt = (place: Place, title: string, command: string, ...args: unknown[]): CodeLens[] => {
    const span = spanOf(note, place);
    if (span === null) return [];
    const start = rangeOf(note.text, { start: span.start, end: span.start }).start;
    const run: Command = { title, command, arguments: args };
    return [{ range: { start, end: start }, command: run }];
  };
  const lenses = recentQuarters(series.quarters, context).flatMap((record) => {
    const areas = areaProgress(record, context);
    const { label } = record.quarter;
    const own = record.checkpoints.filter(
      (each) => each.document === document && !each.checkpoint.isPrivate && areas.length > 0,
    );
    return [
      ...own.flatMap(({ checkpoint }) =>
        lensAt(checkpoint.title.place, quarterText(areas), commands.showQuarter, { uri, label }),
      ),
      ...areas
        .filter((each) => each.document === document && each.area.form === 'heading')
        .map((each) => (isCurrent(record.quarter, context) ? each : { ...each, meetingsSince: 0 }))
        .flatMap((each) => lensAt(each.area.title.place, progressText(each), commands.showQuarter, { uri, label })),
    ];
  });
  const newest = series.meetings.findLast(({ day }) => day <= context.today);
  if (newest?.document !== document || newest.meeting.heading === null) return lenses;
  const due = dueList(series, context);
  const late = due.filter(({ isOverdue }) => isOverdue).length;
  if (due.length === 0) return lenses;
  const title = `${due.length} due${late > 0 ? `, ${late} of them late` : ''}`;
  return [...lenses, ...lensAt(newest.meeting.heading.place, title, commands.showDue, { uri })];
}

function quarterText(areas: readonly AreaProgress[]): string {
  const all = areas.reduce((sum, { area }) => sum + area.targetList.length, 0);
  const met = areas.reduce((sum, { targetsMet }) => sum + targetsMet, 0);
  const quiet = areas.filter(({ isQuiet }) => isQuiet).length;
  const parts = [`${areas.length} focus ${areas.length === 1 ? 'area' : 'areas'}`];
  if (all > 0) parts.push(`${met} of ${all} ${all === 1 ? 'target' : 'targets'} met`);
  if (quiet > 0) parts.push(`${quiet} gone quiet`);
  return parts.join(' \u00B7 ');
}
