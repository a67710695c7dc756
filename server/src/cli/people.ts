/** Finding the series of a person that the command line names. */
import type { Context } from '../core/context.ts';
import type { Series } from '../core/model.ts';
import { fold } from '../core/names.ts';
import { isInternship } from '../core/query.ts';
import { didYouMean } from './arguments.ts';
import { UsageError, type Call } from './command.ts';
import { groupsOf, seriesIn } from './series.ts';
import { targetOf, workspaceAround } from './targets.ts';
import type { Workspace } from './workspace.ts';

export interface Person {
  readonly series: Series;
  readonly context: Context;
}

/** The person that the first operand names, among the notes around the current folder. Throws `UsageError`. */
export async function personHere(call: Call): Promise<Person & { readonly workspace: Workspace }> {
  const workspace = workspaceAround([await targetOf('.', call)], call);
  return { ...personNamed(call.operands[0]!, workspace), workspace };
}

/** By whole name or a part of it that only one has; internships are left aside. Throws `UsageError`. */
function personNamed(name: string, workspace: Workspace): Person {
  const people = peopleIn(workspace);
  const wanted = fold(name);
  const whole = people.filter(({ series }) => fold(series.report!) === wanted);
  const found = whole.length > 0 ? whole : people.filter(({ series }) => hasPart(series.report!, wanted));
  const [person] = found;
  const names = [...new Set(people.map(({ series }) => series.report!))];
  if (person === undefined)
    throw new UsageError(`No notes here are about ${JSON.stringify(name)}.${didYouMean(name, names)}`);
  if (found.length > 1) {
    const paths = found.map(({ series }) => `${series.report!} (${series.documents[0]!.path})`).join(', ');
    throw new UsageError(`${JSON.stringify(name)} could be more than one: ${paths}.`);
  }
  return person;
}

/** Everybody whose notes say whose they are. */
export function peopleIn(workspace: Workspace): Person[] {
  return workspace.territories.flatMap((territory) =>
    groupsOf(workspace, territory).flatMap((paths) =>
      seriesIn(workspace, territory, paths)
        .filter((series) => series.report !== null && !isInternship(series))
        .map((series) => ({ series, context: territory.context })),
    ),
  );
}

function hasPart(report: string, wanted: string): boolean {
  return fold(report).split(' ').includes(wanted);
}
