/** What a series holds of each quarter, and its worksheet, in the shape of `outline --format json`. Pure. */
import { formatDay, quarterAt } from '../core/calendar.ts';
import type { Context } from '../core/context.ts';
import { mentionsOf } from '../core/mentions.ts';
import type {
  CheckpointRecord,
  Document,
  Entry,
  FocusArea,
  QuarterRecord,
  SummaryRecord,
  Target,
  Worksheet,
} from '../core/model.ts';
import { openWorksheetsOf } from '../core/private.ts';
import { matchesOf } from '../core/query.ts';
import type { Standing } from '../core/query.ts';
import { matchResponsibility } from '../core/roles/match.ts';
import type { Candidate, Match } from '../core/roles/match.ts';
import { at } from './outline-place.ts';
import type { Outlining } from './outline-place.ts';

export function quarterJson(record: QuarterRecord, standing: Standing | null, request: Outlining) {
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
  request: Outlining,
) {
  return {
    ...at(checkpoint.place, document, request),
    focusAreas: checkpoint.focusAreas
      .filter((area) => !area.isBlank && !request.isPrivate(area.title.place, document))
      .map((area) => ({
        title: area.title.text,
        ...at(area.place, document, request),
        responsibility: responsibilityJson(area, standing),
        goals: entriesJson(area.goals?.entries ?? [], document, request),
        targets: area.targetList
          .filter(({ text, words }) => text !== '' && !request.isPrivate(words, document))
          .map(targetJson),
        ideas: entriesJson(area.ideas?.entries ?? [], document, request),
        mentions: mentionsOf(area, record).map(({ meeting, place }) => ({
          date: formatDay(meeting.day),
          ...at(place, meeting.document, request),
        })),
      })),
  };
}

function entriesJson(entries: readonly Entry[], document: Document, request: Outlining) {
  return entries
    .filter(({ text, words }) => text !== '' && !request.isPrivate(words, document))
    .map((entry) => ({ text: entry.text, ...at(entry.words, document, request) }));
}

function targetJson({ text, state, due }: Target) {
  return { text, state, due: due === null ? null : formatDay(due) };
}

function summaryJson({ summary, document }: SummaryRecord, request: Outlining) {
  return {
    ...at(summary.place, document, request),
    focusAreas: summary.entries
      .filter(({ title }) => !request.isPrivate(title.place, document))
      .map(({ title, place }) => ({ title: title.text, ...at(place, document, request) })),
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
export function worksheetJson(standing: Standing | null, request: Outlining) {
  const newest = openWorksheetsOf(request.series).at(-1);
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
