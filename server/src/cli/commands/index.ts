/** The commands, in the order of the help. */
import type { Command } from '../command.ts';
import { check } from './check.ts';
import { config } from './config.ts';
import { due } from './due.ts';
import { languageServer } from './language-server.ts';
import { outline } from './outline.ts';
import { role } from './role.ts';
import { roles } from './roles.ts';
import { rules } from './rules.ts';

export const commands: readonly Command[] = [check, outline, role, roles, due, rules, config, languageServer];
