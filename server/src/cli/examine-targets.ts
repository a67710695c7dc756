/** `examine` for the paths of a command: finds their workspaces, and tells on standard error what a report has no place for. */
import { join } from 'node:path';
import type { RuleLevel } from '../rules/rule.ts';
import type { Call } from './command.ts';
import { examine } from './examine.ts';
import type { Examination } from './examine.ts';
import { byPath, pathBelow } from './files.ts';
import type { FileReport } from './reporters/reporter.ts';
import { readDocument } from './series.ts';
import { covers, shownPath, workspaceAround, workspaceFolder } from './targets.ts';
import type { Target } from './targets.ts';
import { count, oneLine } from './terminal.ts';
import { programName } from './usage.ts';
import type { Workspace } from './workspace.ts';

export interface CheckOptions {
  /** Levels that go before those of every configuration. */
  readonly overrides: ReadonlyMap<string, RuleLevel>;
  /** How many threads may work at once; null for as many as pay. */
  readonly jobs: number | null;
}

/** Workspace by workspace: each is read once, whatever the number of paths in it. */
export async function examineTargets(
  targets: readonly Target[],
  call: Call,
  { overrides, jobs }: CheckOptions,
  onTrouble: (path: string, why: string) => void,
): Promise<Examination> {
  const files = new Map<string, FileReport>();
  let fixes = 0;
  let fixedFiles = 0;
  for (const folder of new Set(targets.map((target) => workspaceFolder(target, call)))) {
    const own = targets.filter((target) => workspaceFolder(target, call) === folder);
    const workspace = workspaceAround(own, call, overrides);
    const shown = (path: string) => shownPath(join(folder, path), own, call);
    const isAsked = (path: string) => own.some((target) => covers(target, join(folder, path)));
    const examined = await examine(workspace, {
      isAsked,
      fixes: call.values.isSet('fix') ? 'write' : 'leave',
      jobs,
      onTrouble: (path, why) => onTrouble(shown(path), why),
    });
    for (const file of examined.files) files.set(shown(file.path), { ...file, path: shown(file.path) });
    fixes += examined.fixes;
    fixedFiles += examined.fixedFiles;
    for (const [path, { why, isHarmless }] of workspace.troubles) {
      if (isAsked(path) && !isHarmless) onTrouble(shown(path), why);
      else call.output.warn(`${oneLine(shown(path))}: ${why}`);
    }
    const checked = new Set(examined.files.map(({ path }) => path));
    for (const path of filesAmong(own, folder)) {
      if (checked.has(path) || workspace.troubles.has(path)) continue;
      call.output.warn(`${oneLine(shown(path))} is not a 1:1 document. ${whyNot(workspace, path)}`.trimEnd());
    }
    for (const remark of configurationRemarks(workspace, isAsked, shown)) call.output.warn(remark);
  }
  return { files: [...files.values()].sort((a, b) => byPath(a.path, b.path)), fixes, fixedFiles };
}

/** The paths in the workspace of those targets that are files. */
function filesAmong(targets: readonly Target[], folder: string): string[] {
  return targets.flatMap((target) => (target.isFolder ? [] : (pathBelow(folder, target.file) ?? [])));
}

function whyNot(workspace: Workspace, path: string): string {
  const recognition = readDocument(workspace, workspace.territoryAt(path), path)?.recognition;
  return recognition && !recognition.recognised ? recognition.why : '';
}

/** What would otherwise go unseen: problems of a configuration that is in force but was not asked for. */
function configurationRemarks(
  workspace: Workspace,
  isAsked: (path: string) => boolean,
  shown: (path: string) => string,
): string[] {
  return workspace.territories.flatMap(({ file, paths }) => {
    if (!file || file.problems.length === 0 || isAsked(file.path) || !paths.some(isAsked)) return [];
    const path = oneLine(shown(file.path));
    return [`${path}: ${count(file.problems.length, 'problem')}; \`${programName} check ${path}\` tells more`];
  });
}
