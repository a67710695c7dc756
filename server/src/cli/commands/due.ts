/** `one-on-one due`: what needs attention, by person, over all documents of the workspace. */
import { join } from 'node:path';
import { formatDay } from '../../core/calendar.ts';
import { exit, formatFlag } from '../command.ts';
import type { Command } from '../command.ts';
import { personDue, type PersonDue } from '../due.ts';
import { duePage } from '../due-page.ts';
import { byPath } from '../files.ts';
import { groupsOf, seriesIn } from '../series.ts';
import { shownPath, targetOf, workspaceAround } from '../targets.ts';
import { oneLine, safeJson } from '../terminal.ts';
import type { Workspace } from '../workspace.ts';

export const due: Command = {
  name: 'due',
  operands: '',
  atLeast: 0,
  atMost: 0,
  summary: 'show what needs attention, by person',
  flags: { format: formatFlag },
  notes: [
    'Of all documents in the workspace: steps of the quarter, targets past their date, focus areas that went quiet,',
    'open promises by due day.',
    'Steps are the findings of `check` that say so; switching a rule off takes its step away.',
  ],
  async run(call) {
    const here = await targetOf('.', call);
    const workspace = workspaceAround([here], call);
    const shown = (path: string): string => shownPath(join(workspace.folder, path), [here], call);
    const people = peopleDue(workspace, shown);
    const { output, values, today } = call;
    for (const [path, { why }] of workspace.troubles) output.warn(`${oneLine(shown(path))}: ${why}`);
    if (values.one('format') === 'json') output.write(`${safeJson({ version: 1, today: formatDay(today), people })}\n`);
    else output.write(duePage(people, output.paint, output.width));
    // Somebody may wait for what stands in a file that could not be read.
    return [...workspace.troubles.values()].every(({ isHarmless }) => isHarmless) ? exit.clean : exit.failure;
  },
};

/** Every series of the workspace, by name, whether or not something is due. */
function peopleDue(workspace: Workspace, shown: (path: string) => string): PersonDue[] {
  const people = workspace.territories.flatMap((territory) =>
    groupsOf(workspace, territory).flatMap((paths) =>
      seriesIn(workspace, territory, paths).map((series) =>
        personDue(series, territory.context, ({ path }) => shown(path)),
      ),
    ),
  );
  return people.sort((a, b) => byPath(nameOf(a), nameOf(b)));
}

function nameOf({ report, paths }: PersonDue): string {
  return report ?? paths[0] ?? '';
}
