/** `one-on-one role`: a role description as it is understood. */
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Role } from '../../core/model.ts';
import { findRole, hasContent, nearestRoles } from '../../core/roles/catalogue.ts';
import { partInForce } from '../../core/roles/join-levels.ts';
import { readRole } from '../../core/roles/read.ts';
import { exit, formatFlag, UsageError } from '../command.ts';
import type { Call, Command } from '../command.ts';
import { isFolder, pathBelow, readText, realPath } from '../files.ts';
import { roleJson } from '../role.ts';
import { shownPath, targetOf, workspaceAround } from '../targets.ts';
import { noRolePage, rolePage } from '../role-page.ts';
import { safeJson } from '../terminal.ts';

export const role: Command = {
  name: 'role',
  operands: 'ID|FILE',
  atLeast: 1,
  atMost: 1,
  summary: 'show a role as it is understood',
  flags: { format: formatFlag },
  notes: ['ID is the id, title or an alias of a role; `one-on-one roles` lists them. FILE is a role description.'],
  async run(call) {
    const { role: found, source } = await roleAt(call.operands[0]!, call);
    const { output, values } = call;
    if (values.one('format') === 'json') output.write(`${safeJson(roleJson(found, source))}\n`);
    else output.write(hasContent(found) ? rolePage(found, source, output.paint) : noRolePage(source));
    if (found.levels.length !== 1) return exit.clean;
    const { whole } = partInForce(found, await rolesHere(call));
    if (whole !== found)
      output.warn(`This file is one level of ${whole.title}: \`one-on-one role ${whole.id}\` shows all of them.`);
    return exit.clean;
  },
};

/** A path wins over an id, but only where a file is there. */
async function roleAt(given: string, call: Call): Promise<{ role: Role; source: string }> {
  const file = realPath(resolve(call.folder, given));
  if (file !== null && !isFolder(file)) {
    const target = await targetOf(given, call);
    const uri = pathToFileURL(file).href;
    const path = shownPath(file, [target], call);
    return { role: readRole(readText(file).text, { uri, path }), source: path };
  }
  const roles = await rolesHere(call);
  const found = findRole(roles, given);
  if (found) return { role: found, source: sourceOf(found, call) };
  const near = nearestRoles(roles, given).map(({ id }) => id);
  const advice = near.length > 0 ? `Did you mean ${near.join(', ')}?` : '`one-on-one roles` lists them.';
  throw new UsageError(`There is no role or role file ${JSON.stringify(given)}. ${advice}`);
}

/** The roles that are known in the current folder. */
export async function rolesHere(call: Call): Promise<readonly Role[]> {
  const here = await targetOf('.', call);
  const workspace = workspaceAround([here], call);
  return workspace.territoryAt(pathBelow(workspace.folder, join(here.file, 'any')) ?? '').context.roles;
}

/** `built-in`, or the path of the role's file. */
export function sourceOf(role: Role, call: Call): string {
  return role.isBuiltIn ? 'built-in' : shownPath(fileURLToPath(role.source.uri), [], call);
}
