/** From an argument list to a command and its flags; whatever is not understood is said, with the nearest name. */
import { parseArgs } from 'node:util';
import { nearest } from '../core/nearest.ts';
import type { Command, Flag, FlagValues } from './command.ts';
import { commonFlags, UsageError } from './command.ts';

export interface Arguments {
  /** Null where only `--help` or `--version` was asked. */
  readonly command: Command | null;
  readonly operands: readonly string[];
  readonly values: FlagValues;
}

/** The command is the first operand. Throws `UsageError`. */
export function readArguments(list: readonly string[], commands: readonly Command[]): Arguments {
  const anyFlag = Object.assign({}, ...commands.map((command) => command.flags), commonFlags);
  const name = tokensOf(list, anyFlag).find((token) => token.kind === 'positional')?.value;
  if (name === undefined) {
    const values = valuesOf(tokensOf(list, commonFlags), commonFlags, null);
    if (values.isSet('help') || values.isSet('version')) return { command: null, operands: [], values };
    throw new UsageError('Say which command to run.');
  }
  const command = commands.find((one) => one.name === name);
  if (!command) {
    const names = commands.map((one) => one.name);
    throw new UsageError(`There is no command ${quoted(name)}.${didYouMean(name, names)}`);
  }
  const flags = { ...command.flags, ...commonFlags };
  const tokens = tokensOf(list, flags);
  const values = valuesOf(tokens, flags, command);
  const operands = tokens.filter((token) => token.kind === 'positional').map((token) => token.value);
  operands.splice(operands.indexOf(name), 1);
  if (!values.isSet('help') && !values.isSet('version')) checkCount(command, operands);
  return { command, operands, values };
}

/** ` Did you mean …?`, or nothing where no name is near. */
export function didYouMean(name: string, names: readonly string[], mark = ''): string {
  const meant = nearest(name, names) ?? names.find((one) => name.length > 1 && one.startsWith(name.toLowerCase()));
  return meant === undefined ? '' : ` Did you mean ${mark}${meant}?`;
}

function tokensOf(list: readonly string[], flags: Readonly<Record<string, Flag>>) {
  const options = Object.fromEntries(
    Object.entries(flags).map(([name, flag]) => [
      name,
      {
        type: flag.value === null ? ('boolean' as const) : ('string' as const),
        ...(name === 'help' ? { short: 'h' } : {}),
      },
    ]),
  );
  return parseArgs({ args: [...list], options, strict: false, allowPositionals: true, tokens: true }).tokens;
}

function valuesOf(
  tokens: ReturnType<typeof tokensOf>,
  flags: Readonly<Record<string, Flag>>,
  command: Command | null,
): FlagValues {
  const found = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const flag = Object.hasOwn(flags, token.name) ? flags[token.name] : undefined;
    if (!flag) {
      const place = command ? ` for ${command.name}` : '';
      throw new UsageError(
        `There is no flag ${quoted(token.rawName)}${place}.${didYouMean(token.name, Object.keys(flags), '--')}`,
      );
    }
    found.set(token.name, [...(found.get(token.name) ?? []), checkedValue(token.rawName, flag, token)]);
  }
  return {
    isSet: (name) => found.has(name),
    one: (name) => found.get(name)?.at(-1) ?? null,
    all: (name) => found.get(name) ?? [],
  };
}

function checkedValue(
  name: string,
  flag: Flag,
  token: { value?: string | undefined; inlineValue?: boolean | undefined },
): string {
  if (flag.value === null) {
    if (token.value !== undefined) throw new UsageError(`${name} takes no value.`);
    return '';
  }
  // Without a value the next flag would be taken for it.
  const isMissing =
    token.value === undefined || (!token.inlineValue && token.value.length > 1 && token.value.startsWith('-'));
  if (isMissing) throw new UsageError(`${name} needs a value: ${name} ${flag.value}`);
  const value = token.value!;
  if (flag.choices && !flag.choices.includes(value)) {
    throw new UsageError(
      `${name} is one of ${flag.choices.join(', ')}; not ${quoted(value)}.${didYouMean(value, flag.choices)}`,
    );
  }
  return value;
}

function checkCount(command: Command, operands: readonly string[]): void {
  if (operands.length < command.atLeast) throw new UsageError(`${command.name} needs ${command.operands}.`);
  if (operands.length > command.atMost) {
    throw new UsageError(`${command.name} does not know what to do with ${quoted(operands[command.atMost]!)}.`);
  }
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
