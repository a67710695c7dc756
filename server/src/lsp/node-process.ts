/** The process that the server is: its flags, its input, its parent. */
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import type { ByteStream } from './framing.ts';

declare const __dirname: string;

/** Beside the bundle, as it is shipped. */
export const builtinRoles: string = new URL('../roles', pathToFileURL(`${__dirname}/`)).toString();

/** Written into the bundle when it is built. */
export const version = process.env.ONE_ON_ONE_VERSION ?? '';

export const stdinBytes: ByteStream = {
  onData: (listener) => void process.stdin.on('data', listener),
  onEnd: (listener) => void process.stdin.on('end', listener).on('close', listener).on('error', listener),
};

/**
 * Much of the code runs only some hundred times while a document is opened, which is when somebody waits for it. Left to
 * itself, the runtime compiles a pattern twice, first to be interpreted, and optimises what ran for the shortest while:
 * all that takes as long as a quarter of the opening.
 */
export function compileForOpening(): void {
  setFlagsFromString('--no-regexp-tier-up');
  // Later versions have no such flag and say so on the standard error; they compile in more steps, and wait longer.
  if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=400000');
}

/**
 * What is read of a large folder of notes is let go again, most of it. Left to itself, the runtime clears up only once its
 * heap is some times as large as what was in use: for the findings of a thousand documents, 330 MB instead of 200.
 */
export function saveMemory(): void {
  setFlagsFromString('--heap-growing-percent=25');
}

export interface Flags {
  readonly isForked: boolean;
  readonly parentId: number | null;
}

const usage = `Usage: one-on-one-language-server [--stdio | --node-ipc] [--clientProcessId=ID]

A language server for 1:1 notes in markdown. Speaks the Language Server Protocol on standard input and output.
`;

/** Ends the process where there is nothing to serve. */
export function parseFlags(list: readonly string[]): Flags {
  let parentId: number | null = null;
  for (const flag of list) {
    if (flag === '--help') stop(process.stdout, usage, 0);
    if (flag === '--version') stop(process.stdout, `${version}\n`, 0);
    const [, id] = /^--clientProcessId=(\d+)$/.exec(flag) ?? [];
    if (id !== undefined) parentId = Number(id);
    else if (flag.startsWith('-') && flag !== '--stdio' && flag !== '--node-ipc') {
      stop(process.stderr, `There is no such flag.\n\n${usage}`, 2);
    }
  }
  return { isForked: list.includes('--node-ipc'), parentId };
}

function stop(stream: NodeJS.WriteStream, text: string, code: number): never {
  stream.write(text);
  process.exit(code);
}

const watchMilliseconds = 2000;

/** Ends the server within a few seconds of the end of the process that uses it. */
export function watchParent(processId: number): void {
  setInterval(() => {
    try {
      process.kill(processId, 0);
    } catch (error) {
      // A process of somebody else may not be signalled, but it is there.
      if ((error as NodeJS.ErrnoException).code !== 'EPERM') process.exit(1);
    }
  }, watchMilliseconds);
}
