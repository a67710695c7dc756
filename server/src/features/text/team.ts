/** A team's Staff-plus gearing as hover text. */
import type { Team } from '../../core/configuration.ts';
import { takenSeats, type Seat } from '../../core/staffing.ts';
import { bullets, escape, paragraphs } from './markdown.ts';

/** `seats` are those of all teams. */
export function teamText(team: Team, seats: readonly Seat[]): string {
  const { name, staffPlus, justification, archetypes, expected } = team;
  const taken = takenSeats(team, seats);
  const free = staffPlus - taken.length;
  const reaching = seats.filter((seat) => seat.team === name && seat.reachesFor !== null);
  return paragraphs(
    `**${escape(name)}**: ${staffPlus} Staff-and-above ${staffPlus === 1 ? 'seat' : 'seats'}, ${taken.length} taken, ${free < 0 ? `${-free} too many` : `${free} free`}`,
    taken.length === 0
      ? null
      : paragraphs('Taken by:', bullets(taken.map((seat) => `${escape(seat.person)} (${escape(seat.level)})`))),
    reaching.length === 0
      ? null
      : paragraphs(
          'Working towards one this quarter:',
          bullets(reaching.map((seat) => `${escape(seat.person)} (${escape(seat.reachesFor!)})`)),
        ),
    archetypes.length === 0 ? null : `Archetypes: ${archetypesText(archetypes)}`,
    justification === null ? null : `Why ${staffPlus}: ${escape(justification)}`,
    expected === null
      ? null
      : `Expected to become ${expected.staffPlus}${expected.when === null ? '' : `: ${escape(expected.when)}`}`,
    staffPlus === 1
      ? null
      : '_One a team is usual; any other number is an exception that needs a justification. It permits positions, and funds none._',
  );
}

/** `2 × solver, 1 × architect`. */
function archetypesText(archetypes: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const archetype of archetypes) counts.set(archetype, (counts.get(archetype) ?? 0) + 1);
  return [...counts].map(([archetype, count]) => `${count} \u00D7 ${escape(archetype)}`).join(', ');
}
