/** `one-on-one roles`: which roles are known here. */
import { exit, formatFlag } from '../command.ts';
import type { Command } from '../command.ts';
import { oneLine, safeJson } from '../terminal.ts';
import { rolesHere, sourceOf } from './role.ts';

export const roles: Command = {
  name: 'roles',
  operands: '',
  atLeast: 0,
  atMost: 0,
  summary: 'list the roles that are known here',
  flags: { format: formatFlag },
  notes: ['These are the built-in roles and those of the workspace around the current folder.'],
  async run(call) {
    const { output, values } = call;
    const list = (await rolesHere(call)).map((role) => ({
      id: role.id,
      title: role.title,
      source: sourceOf(role, call),
      levels: role.levels.map(({ id }) => id),
      specialties: role.specialties.map(({ id }) => id),
    }));
    if (values.one('format') === 'json') {
      output.write(`${safeJson({ version: 1, roles: list })}\n`);
      return exit.clean;
    }
    const width = Math.max(0, ...list.map(({ id }) => oneLine(id).length));
    for (const { id, title, source, levels, specialties } of list) {
      const more = specialties.length > 0 ? `; specialties: ${specialties.join(', ')}` : '';
      output.write(
        `${output.paint('bold', oneLine(id).padEnd(width))}  ${oneLine(title)}  ${output.paint('dim', oneLine(source))}\n` +
          `${' '.repeat(width)}  ${output.paint('dim', oneLine(`${levels.join(', ')}${more}`))}\n`,
      );
    }
    return exit.clean;
  },
};
