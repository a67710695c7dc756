/** What a command is. One command a file; the list is `commands/index.ts`. */
import type { Day } from '../core/model.ts';
import type { Paint } from './terminal.ts';

export interface Flag {
  /** What stands after the flag in the usage; null for a switch. */
  readonly value: string | null;
  readonly summary: string;
  /** The only values allowed. */
  readonly choices?: readonly string[];
  readonly isRepeatable?: boolean;
}

export interface Command {
  readonly name: string;
  /** As in the usage line: `[path…]`. */
  readonly operands: string;
  readonly atLeast: number;
  readonly atMost: number;
  /** In a few words, as a command is described in a list: `check documents`. */
  readonly summary: string;
  /** Lines at the end of its help. */
  readonly notes?: readonly string[];
  /** Its own flags; every command has those of `commonFlags` as well. */
  readonly flags: Readonly<Record<string, Flag>>;
  /** Gives the exit code. Throws `UsageError` for what the user can put right. */
  run(call: Call): Promise<number>;
}

/** One call of a command: what was asked, and the world around it. */
export interface Call {
  readonly operands: readonly string[];
  readonly values: FlagValues;
  /** The day given with `--today`, else the clock's. */
  readonly today: Day;
  readonly version: string;
  /** The folder of the program's own files: `roles` and `dist` are in it. */
  readonly home: string;
  /** The folder that relative paths start from, absolute and without symbolic links. */
  readonly folder: string;
  readonly output: Output;
  readonly readInput: () => Promise<Buffer>;
}

export interface FlagValues {
  isSet(flag: string): boolean;
  /** The last value given. */
  one(flag: string): string | null;
  all(flag: string): readonly string[];
}

export interface Output {
  readonly paint: Paint;
  /** Columns of the terminal; null where the output is no terminal. */
  readonly width: number | null;
  /** To standard output. */
  write(text: string): void;
  /** A line to standard error. */
  warn(text: string): void;
}

/** Exit codes are a contract with scripts. */
export const exit = { clean: 0, findings: 1, failure: 2 } as const;

/** Something that the caller has to put right: told in plain words, exit code 2. */
export class UsageError extends Error {}

export const commonFlags: Readonly<Record<string, Flag>> = {
  today: { value: 'YYYY-MM-DD', summary: 'the day to take for today (default: the clock)' },
  config: { value: 'FILE', summary: 'the configuration to use, instead of the nearest .one-on-one.yaml' },
  help: { value: null, summary: 'show this help' },
  version: { value: null, summary: 'show the version' },
};

export const formatFlag: Flag = {
  value: 'pretty|json',
  choices: ['pretty', 'json'],
  summary: 'how to print it (default: pretty)',
};

export const stdinPathFlag: Flag = {
  value: 'NAME',
  summary: 'the file that standard input stands for, with - as FILE',
};
