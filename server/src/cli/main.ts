/** The command line program. */
import { dirname } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { dayOf, parseDay } from '../core/calendar.ts';
import type { Day } from '../core/model.ts';
import type { Arguments } from './arguments.ts';
import { readArguments } from './arguments.ts';
import type { FlagValues, Output } from './command.ts';
import { exit, UsageError } from './command.ts';
import { commands } from './commands/index.ts';
import { workInCrew } from './crew.ts';
import { realPath } from './files.ts';
import { colourPaint, oneLine, plainPaint, wantsColour } from './terminal.ts';
import { commandHelp, overview, programName, usageLine } from './usage.ts';

// This file runs as `dist/cli.cjs`, a CommonJS bundle.
declare const __dirname: string;
const home = dirname(__dirname);
/** Written into the bundle when it is built. */
const version = process.env.ONE_ON_ONE_VERSION ?? '';

const output = outputOf(process.stdout);
// Whoever reads may have seen enough: `one-on-one rules | head -3`.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

if (isMainThread) {
  // Set, not called with `process.exit`, so that everything that was written arrives.
  void run(process.argv.slice(2)).then((code) => (process.exitCode = code));
} else {
  workInCrew();
}

async function run(list: readonly string[]): Promise<number> {
  let told: Arguments | null = null;
  try {
    told = readArguments(list, commands);
    return await answer(told);
  } catch (error) {
    if (error instanceof UsageError) {
      output.warn(`${programName}: ${oneLine(error.message)}`);
      const command = told?.command ?? commands.find(({ name }) => list.includes(name));
      output.warn(command ? `Usage: ${usageLine(command)}` : `\n${overview(commands, plainPaint)}`);
    } else {
      output.warn(`${programName}: this should not have happened.\n${traceOf(error)}`);
    }
    return exit.failure;
  }
}

async function answer({ command, operands, values }: Arguments): Promise<number> {
  if (values.isSet('help')) {
    output.write(command ? commandHelp(command, output.paint) : overview(commands, output.paint));
    return exit.clean;
  }
  if (values.isSet('version') || !command) {
    output.write(`${version}\n`);
    return exit.clean;
  }
  return command.run({
    operands,
    values,
    today: todayOf(values),
    version,
    home,
    folder: realPath(process.cwd()) ?? process.cwd(),
    output,
    readInput,
  });
}

/** What to put into a bug report: the kind of error and where. Its message is left out, because it may quote a note. */
function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line));
  return [error.name, ...frames.slice(0, 8)].join('\n');
}

/** The only place that asks the clock. */
function todayOf(values: FlagValues): Day {
  const given = values.one('today');
  if (given === null) {
    const now = new Date();
    return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate())!;
  }
  const day = parseDay(given);
  if (day === null) throw new UsageError(`--today needs a day such as 2026-11-24, not ${JSON.stringify(given)}.`);
  return day;
}

async function readInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function outputOf(stream: NodeJS.WriteStream): Output {
  return {
    paint: wantsColour(process.env, stream.isTTY === true) ? colourPaint : plainPaint,
    width: stream.isTTY ? stream.columns : null,
    write: (text) => void stream.write(text),
    warn: (text) => void process.stderr.write(`${text}\n`),
  };
}
