/** The commands, in the order of the help. */
import type { Command } from '../command.ts';
import { check } from './check.ts';
import { config } from './config.ts';
import { due } from './due.ts';
import { languageServer } from './language-server.ts';
import { newCommand } from './new.ts';
import { outline } from './outline.ts';
import { quarter } from './quarter.ts';
import { record } from './record.ts';
import { role } from './role.ts';
import { roles } from './roles.ts';
import { rules } from './rules.ts';

export const commands: readonly Command[] = [
  check,
  due,
  newCommand,
  quarter,
  record,
  outline,
  role,
  roles,
  rules,
  config,
  languageServer,
];
