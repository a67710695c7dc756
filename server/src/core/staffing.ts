/** Staff-plus gearing: how many Staff-and-above engineers a team may have, and who has or wants such a seat. */
import type { Team } from './configuration.ts';
import type { Context } from './context.ts';
import type { Level, Series, Span } from './model.ts';
import { fold } from './names.ts';
import { spanOf } from './parse.ts';
import { isCurrent } from './quarters.ts';
import { focusAreasOf, isInternship, matchesOf, standingOf, type Standing } from './query.ts';
import { suppressionsOf } from './suppressions.ts';

/** What one series says about the gearing of its team: small, so that those of all series can be kept together. */
export interface Seat {
  /** The name of the team in the configuration. */
  readonly team: string;
  /** The report, or the path of the document where nobody is named. */
  readonly person: string;
  /** The title of the person's level. */
  readonly level: string;
  readonly isStaffPlus: boolean;
  /** The title of the Staff-plus level that a focus area of the current quarter comes from. */
  readonly reachesFor: string | null;
  /** Where the level is written. */
  readonly at: { readonly uri: string; readonly path: string; readonly span: Span };
  /** The ids of the rules that the document suppresses there. */
  readonly ignores: ReadonlySet<string>;
}

/** The configured team that a series names; null where it names none or an unknown one. */
export function teamOf({ team }: Series, { configuration }: Context): Team | null {
  if (team === null) return null;
  return [...configuration.teams.values()].find(({ name }) => fold(name) === fold(team.text)) ?? null;
}

/** Null for a person without a configured team or a known level, and for an internship. */
export function seatOf(series: Series, context: Context): Seat | null {
  const team = teamOf(series, context);
  if (team === null || series.level === null || isInternship(series)) return null;
  const standing = standingOf(series);
  const { document, place } = series.level;
  const span = spanOf(document.note, place);
  if (standing?.level == null || span === null) return null;
  const { level } = standing;
  const hidden = suppressionsOf(document).filter(({ covers }) => covers.start <= span.start && span.start < covers.end);
  return {
    team: team.name,
    person: series.report ?? document.path,
    level: level.title,
    isStaffPlus: isStaffPlus(level),
    reachesFor: isStaffPlus(level) ? null : reachedLevel(series, standing, context),
    at: { uri: document.uri, path: document.path, span },
    ignores: new Set(hidden.map(({ id }) => id)),
  };
}

/** By grade, or by its name where the role gives no grade; managers have no seat of this kind. */
export function isStaffPlus({ title, grade, track }: Level): boolean {
  if (track !== 'ic') return false;
  return (grade !== null && grade >= 8) || /(?<!\p{L})(?:staff|principal|distinguished|fellow)(?!\p{L})/iu.test(title);
}

/** Those of a team who have a seat. */
export function takenSeats(team: Team, seats: readonly Seat[]): Seat[] {
  return seats.filter((seat) => seat.team === team.name && seat.isStaffPlus);
}

/** A Senior is not asked all year: only a focus area of the quarter says that the seat is wanted. */
function reachedLevel(series: Series, standing: Standing, context: Context): string | null {
  for (const record of series.quarters.filter(({ quarter }) => isCurrent(quarter, context))) {
    for (const { area } of focusAreasOf(record)) {
      for (const { match } of matchesOf(area, standing)) {
        if (match.kind !== 'found' || match.at !== 'next level' || match.level === null) continue;
        if (isStaffPlus(match.level)) return match.level.title;
      }
    }
  }
  return null;
}
