/** Threads that examine groups of files at the same time, where there is enough to do for them. */
import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { examineGroup } from './examined.ts';
import type { Examined, FixMode, Group } from './examined.ts';
import { openWorkspace } from './workspace.ts';
import type { Workspace, WorkspaceRequest } from './workspace.ts';

export interface Crew {
  /** What is found in one of the groups that the crew was made for. */
  examined(paths: readonly string[]): Promise<Examined>;
  goHome(): Promise<unknown>;
}

/**
 * With fewer bytes of notes than this, a thread costs more than it spares: each has the same code compiled anew, which
 * the runtime does on another core while a single thread already reads.
 */
const worthAThread = 3 * 1024 * 1024;

/** This file runs as `dist/cli.cjs`, a CommonJS bundle, which is also what a thread runs. */
declare const __filename: string;

/**
 * Starts threads, which take the groups one after the other. Null where one thread is enough: there is little to read,
 * or files are to be written, which is done in order.
 */
export function crewFor(
  workspace: Workspace,
  groups: readonly (readonly string[])[],
  { isAsked, fixes, jobs }: { isAsked: (path: string) => boolean; fixes: FixMode; jobs: number | null },
): Crew | null {
  const most = jobs ?? Math.min(availableParallelism(), Math.floor(bytesOf(workspace, groups) / worthAThread));
  const size = Math.min(most, groups.length);
  if (size < 2 || fixes === 'write') return null;
  const answers = new Map(groups.map((paths) => [paths, promised<Examined>()]));
  const rest = groups.values();
  const threads = Array.from({ length: size }, () => new Worker(__filename, { workerData: workspace.request }));
  for (const thread of threads) {
    let current: Promised<Examined> | null = null;
    const takeNext = (): void => {
      const { value: paths, done } = rest.next();
      current = done ? null : answers.get(paths)!;
      if (!done) thread.postMessage({ paths, asked: paths.filter(isAsked) } satisfies Group);
    };
    thread.on('message', (examined: Examined) => {
      current?.resolve(examined);
      takeNext();
    });
    thread.on('error', (error) => answers.forEach((answer) => answer.reject(error)));
    takeNext();
  }
  return {
    examined: (paths) => answers.get(paths)!.promise,
    goHome: () => Promise.all(threads.map((thread) => thread.terminate())),
  };
}

/** What a thread does: opens the workspace itself, and examines the groups that it is sent. */
export function workInCrew(): void {
  const workspace = openWorkspace(workerData as WorkspaceRequest);
  parentPort!.on('message', (group: Group) => parentPort!.postMessage(examineGroup(workspace, group, 'leave')));
}

function bytesOf({ folder }: Workspace, groups: readonly (readonly string[])[]): number {
  return groups.flat().reduce((sum, path) => sum + sizeOf(join(folder, path)), 0);
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

interface Promised<T> {
  readonly promise: Promise<T>;
  resolve(value: T): void;
  reject(error: unknown): void;
}

function promised<T>(): Promised<T> {
  let settle: Omit<Promised<T>, 'promise'>;
  const promise = new Promise<T>((resolve, reject) => (settle = { resolve, reject }));
  // One that nobody waits for yet may be refused.
  promise.catch(() => undefined);
  return { promise, ...settle! };
}
