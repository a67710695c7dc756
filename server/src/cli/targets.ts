/** The paths that a command was given, and the workspaces that they are in. */
import { basename, dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ConfigurationFile } from '../core/configuration.ts';
import { readConfiguration } from '../core/read-configuration.ts';
import { ruleIds } from '../rules/index.ts';
import type { RuleLevel } from '../rules/rule.ts';
import type { Call } from './command.ts';
import { UsageError } from './command.ts';
import { isFolder, pathBelow, readText, realPath, textOfBytes, withSlashes, workspaceFolderOf } from './files.ts';
import type { FileText } from './files.ts';
import { openWorkspace } from './workspace.ts';
import type { Workspace } from './workspace.ts';

export interface Target {
  /** As it was given. */
  readonly given: string;
  /** Absolute, without symbolic links. */
  readonly file: string;
  readonly isFolder: boolean;
  /** Standard input, in place of what `file` holds. */
  readonly instead: FileText | null;
}

/** What `-` stands for where `--stdin-path` does not say. */
const nameOfInput = 'stdin.md';

/** Throws `UsageError` where nothing is at the path. */
export async function targetOf(given: string, call: Call): Promise<Target> {
  if (given === '-') return inputTarget(call);
  const file = realPath(resolve(call.folder, given));
  if (file === null) throw new UsageError(`There is no file or folder ${JSON.stringify(given)}.`);
  return { given, file, isFolder: isFolder(file), instead: null };
}

/** The workspace around a target, with the call's day and configuration. */
export function workspaceAround(
  targets: readonly Target[],
  call: Call,
  levels: ReadonlyMap<string, RuleLevel> = new Map(),
): Workspace {
  const folder = workspaceFolder(targets[0]!, call);
  const instead = new Map(
    targets.flatMap((target) => (target.instead ? [[pathBelow(folder, target.file)!, target.instead] as const] : [])),
  );
  return openWorkspace({
    folder,
    named: targets.filter((target) => !target.isFolder).map((target) => target.file),
    today: call.today,
    home: call.home,
    configuration: givenConfiguration(folder, call),
    levels,
    instead,
  });
}

/** The nearest folder upwards that is a workspace, else the current folder, else the target's own. */
export function workspaceFolder({ file, isFolder }: Target, { folder }: Call): string {
  const start = isFolder ? file : dirname(file);
  const isHere = start === folder || pathBelow(folder, start) !== null;
  return workspaceFolderOf(start) ?? (isHere ? folder : start);
}

/**
 * A file's path for people and programs: relative to the current folder where the file is in it, else as the target
 * that it belongs to was given. With forward slashes.
 */
export function shownPath(file: string, targets: readonly Target[], { folder }: Call): string {
  const here = pathBelow(folder, file);
  if (here !== null) return here;
  for (const { given, file: from } of targets) {
    if (from === file) return withSlashes(given);
    const rest = pathBelow(from, file);
    if (rest !== null) return withSlashes(join(given, rest));
  }
  return withSlashes(relative(folder, file));
}

export function covers(target: Target, file: string): boolean {
  return target.file === file || (target.isFolder && pathBelow(target.file, file) !== null);
}

async function inputTarget(call: Call): Promise<Target> {
  const given = call.values.one('stdin-path') ?? nameOfInput;
  const path = resolve(call.folder, given);
  // The file need not exist, but its folder is looked at, so links are followed as far as there is something.
  const parent = realPath(dirname(path)) ?? dirname(path);
  const file = realPath(path) ?? join(parent, basename(path));
  return { given, file, isFolder: false, instead: textOfBytes(await call.readInput()) };
}

function givenConfiguration(folder: string, call: Call): ConfigurationFile | null {
  const given = call.values.one('config');
  if (given === null) return null;
  const file = realPath(resolve(call.folder, given));
  if (file === null || isFolder(file)) throw new UsageError(`There is no configuration file ${JSON.stringify(given)}.`);
  const path = pathBelow(folder, file) ?? withSlashes(relative(folder, file));
  return readConfiguration(readText(file).text, { uri: pathToFileURL(file).href, path }, ruleIds);
}
