/** A role in lines that a person can compare with the file at a glance. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Block, Level, Reference, Role } from '../../../server/src/core/model.ts';
import { gradeText } from '../../../server/src/core/roles/grade.ts';
import { readRole } from '../../../server/src/core/roles/read.ts';

/** Reads an invented role description of `files/`. */
export function roleFile(name: string): Role {
  return roleOf(readFileSync(new URL(`files/${name}`, import.meta.url), 'utf8'), name);
}

export function roleOf(source: string, name = 'role.md'): Role {
  return readRole(source, { uri: `file:///team/roles/${name}`, path: `roles/${name}` });
}

/**
 * Compares with lines such as `senior 7 > staff, manager: Technical 2, requirement Requirements 1; extends intermediate`,
 * `shared: …`, `specialty sea: …`. Responsibility areas are named without their kind.
 */
export function checkRole(role: Role, lines: readonly string[]): void {
  assert.deepEqual(linesOf(role), lines);
}

export function linesOf(role: Role): string[] {
  const shared = areasOf(role.shared);
  return [
    ...(shared === '' ? [] : [`shared: ${shared}`]),
    ...role.levels.map(levelLine),
    ...role.specialties.map(
      ({ id, block, sameAs }) => `specialty ${id}: ${sameAs === null ? areasOf(block) : `same as ${sameAs}`}`,
    ),
  ];
}

/** The texts of a level's own items, in order. */
export function textsOf(role: Role, level: string): string[] {
  const own = role.levels.find(({ id }) => id === level)?.own ?? assert.fail(`No level ${level}`);
  return own.areas.flatMap(({ items }) => items.map(({ text }) => text));
}

function levelLine(level: Level): string {
  const head = [level.id, gradeText(level)].filter((part) => part !== null).join(' ');
  const next = level.next.length === 0 ? '' : ` > ${level.next.join(', ')}`;
  const extended = level.extends.length === 0 ? '' : `; extends ${level.extends.map(referenceOf).join(', ')}`;
  return `${head}${next}: ${areasOf(level.own)}${extended}`;
}

function referenceOf({ kind, resolved }: Reference): string {
  const target = resolved.to === 'level' ? resolved.level : resolved.to;
  return kind === undefined ? target : `${kind} of ${target}`;
}

function areasOf(block: Block): string {
  const areas = block.areas.map(
    ({ kind, name, items }) => `${kind === 'responsibility' ? '' : `${kind} `}${name} ${items.length}`,
  );
  return areas.join(', ');
}
