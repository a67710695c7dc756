/** `one-on-one new`: a new 1:1 document, beside those that are there. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fold } from '../../core/names.ts';
import type { Role } from '../../core/model.ts';
import { findLevel, findRole, nearestLevels, nearestRoles } from '../../core/roles/catalogue.ts';
import { newDocumentPath, newDocumentText } from '../../core/write/new-document.ts';
import { exit, UsageError } from '../command.ts';
import type { Command } from '../command.ts';
import { pathBelow } from '../files.ts';
import { peopleIn } from '../people.ts';
import { shownPath, targetOf, workspaceAround } from '../targets.ts';
import { oneLine } from '../terminal.ts';

export const newCommand: Command = {
  name: 'new',
  operands: 'REPORT',
  atLeast: 1,
  atMost: 1,
  summary: 'write a new 1:1 document for a person',
  flags: {
    manager: { value: 'NAME', summary: 'the manager' },
    role: { value: 'ID', summary: 'the role, by id, title or alias' },
    level: { value: 'ID', summary: 'the level of that role' },
  },
  notes: ['It is written beside the documents that are there, else in one-on-ones/. No file is written over.'],
  async run(call) {
    const { output, values, today } = call;
    const report = call.operands[0]!.trim();
    if (report === '') throw new UsageError('new needs REPORT.');
    const here = await targetOf('.', call);
    const workspace = workspaceAround([here], call);
    const people = peopleIn(workspace);
    const shown = (path: string): string => oneLine(shownPath(join(workspace.folder, path), [here], call));
    const known = people.find(({ series }) => fold(series.report!) === fold(report));
    if (known !== undefined)
      throw new UsageError(`${report} has notes already: ${shown(known.series.documents[0]!.path)}.`);
    const { context } = workspace.territoryAt(pathBelow(workspace.folder, join(here.file, 'any')) ?? '');
    const { role, level } = placeInRoles(values.one('role'), values.one('level'), context.roles);
    const path = newDocumentPath(
      report,
      people.flatMap(({ series }) => series.documents.map((document) => document.path)),
      context.configuration,
    );
    const file = join(workspace.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    try {
      writeFileSync(file, newDocumentText({ report, manager: values.one('manager'), role, level }, today), {
        flag: 'wx',
      });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      throw new UsageError(`${shown(path)} is there already. Move it, or add the meeting in it.`);
    }
    output.write(`${shown(path)}\n`);
    return exit.clean;
  },
};

/** The ids, as front matter has them. Throws `UsageError` for what is not known. */
function placeInRoles(
  given: string | null,
  level: string | null,
  roles: readonly Role[],
): { readonly role: string | null; readonly level: string | null } {
  if (given === null) {
    if (level !== null) throw new UsageError('--level needs --role: a level is one of a role.');
    return { role: null, level: null };
  }
  const role = findRole(roles, given);
  if (role === null)
    throw new UsageError(`There is no role ${JSON.stringify(given)}.${meant(nearestRoles(roles, given))}`);
  if (level === null) return { role: role.id, level: null };
  const found = findLevel(role, level);
  if (found === 'ambiguous')
    throw new UsageError(`${JSON.stringify(level)} could be more than one level of ${role.id}. Write its title.`);
  if (found === null)
    throw new UsageError(`${role.id} has no level ${JSON.stringify(level)}.${meant(nearestLevels(role, level))}`);
  return { role: role.id, level: found.id };
}

function meant(nearest: readonly { readonly id: string }[]): string {
  return nearest.length === 0 ? '' : ` Did you mean ${nearest.map(({ id }) => id).join(' or ')}?`;
}
