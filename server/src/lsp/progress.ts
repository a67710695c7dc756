/** What a preview shows beside the focus areas of a document. */
import { formatDay } from '../core/calendar.ts';
import { areaProgress } from '../core/progress.ts';
import { objectIn, textIn } from './params.ts';
import { placeIn } from './places.ts';
import type { ProgressAnswer } from './protocol.ts';
import type { Session } from './session.ts';

export function progressFor({ workspace, asked }: Session, params: unknown): ProgressAnswer | null {
  asked.views = true;
  const request = workspace.request(textIn(objectIn(params)['uri']));
  if (request === null) return null;
  const { document, series, context } = request;
  const all = series.quarters.flatMap((record) => areaProgress(record, context));
  const areas = all.flatMap((each) => {
    const { area, targetsMet, lastMentioned, isQuiet } = each;
    if (each.document !== document) return [];
    return [
      {
        title: area.title.text,
        line: placeIn(document, area.title.place).range.start.line,
        targets: area.targetList.length,
        targetsMet,
        lastMentioned: lastMentioned === null ? null : formatDay(lastMentioned),
        isQuiet,
      },
    ];
  });
  return { areas: areas.sort((a, b) => a.line - b.line) };
}
