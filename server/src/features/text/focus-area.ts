/** A focus area as hover text. */
import type { Context } from '../../core/context.ts';
import type { FocusArea, QuarterRecord, Series } from '../../core/model.ts';
import { areaProgress } from '../../core/progress.ts';
import { matchesOf, standingOf } from '../../core/query.ts';
import type { Candidate, Match } from '../../core/roles/match.ts';
import { normalise } from '../../core/roles/normalise.ts';
import { sameAreaIn } from '../../core/same-area.ts';
import { plainText } from '../../core/write/areas.ts';
import type { Request } from '../request.ts';
import { bullets, escape, paragraphs } from './markdown.ts';
import { progressText } from './progress.ts';
import { sourceLink } from './role.ts';

/** The responsibility in full, whose level it is, how it fares, and whether it was in focus before. Null for a blank one. */
export function focusAreaText(area: FocusArea, { series, context }: Request): string | null {
  if (area.isBlank) return null;
  const standing = standingOf(series);
  const texts = matchesOf(area, standing).flatMap(({ match }) => matchText(match) ?? []);
  return paragraphs(
    `**${escape(area.title.text)}**`,
    ...texts,
    ownQuarterText(area, series.quarters, context),
    historyText(area, series),
    standing !== null && texts.length > 0 && sourceLink(standing.role),
  );
}

function ownQuarterText(area: FocusArea, quarters: readonly QuarterRecord[], context: Context): string | null {
  const record = recordWith(area, quarters);
  const progress = record && areaProgress(record, context).find((each) => each.area === area);
  return progress === undefined ? null : `In focus in ${escape(record!.quarter.label)}: ${progressText(progress)}`;
}

function matchText(match: Match): string | null {
  switch (match.kind) {
    case 'unknown':
      return null;
    case 'communication':
      return 'Communication is part of every role: it may always be worked on.';
    case 'ambiguous':
      return `It could mean more than one responsibility:\n\n${bullets(match.candidates.map(candidateText))}`;
    case 'other-level': {
      const where = match.specialty?.title ?? match.level?.title ?? 'another level';
      return `${candidateText(match)}\n\n_Expected at ${escape(where)}: neither this level nor the next_`;
    }
    case 'found': {
      const level =
        match.level === null ? '' : match.at === 'next level' ? `: ${match.level.title}` : ` (${match.level.title})`;
      return `${candidateText(match)}\n\n_${escape(`${match.area.name} · ${match.at}${level}`)}_`;
    }
  }
}

function candidateText({ item, area }: Candidate): string {
  if (item !== null) return escape(plainText(item.text));
  return `The area ${escape(area.name)}:\n\n${bullets(area.items.map(({ text }) => escape(plainText(text))))}`;
}

/** Under another title too, where it names the same responsibility: then the title is said. */
function historyText(area: FocusArea, series: Series): string | null {
  const own = recordWith(area, series.quarters);
  if (own === undefined) return null;
  const name = normalise(area.title.text);
  const said = series.quarters.flatMap((record) => {
    const same = sameAreaIn(record, area, own, series)?.area.title.text;
    if (same === undefined) return [];
    return [escape(record.quarter.label) + (normalise(same) === name ? '' : ` ("${escape(same)}")`)];
  });
  return said.length === 0 ? null : `Also in focus in ${said.join(', ')}.`;
}

function recordWith(area: FocusArea, quarters: readonly QuarterRecord[]): QuarterRecord | undefined {
  return quarters.find(({ checkpoints }) => checkpoints.some(({ checkpoint }) => checkpoint.focusAreas.includes(area)));
}
