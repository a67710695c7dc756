/** Help texts, made from the commands' own words. */
import type { Command, Flag } from './command.ts';
import { commonFlags } from './command.ts';
import type { Paint } from './terminal.ts';

export const programName = 'one-on-one';

export function overview(commands: readonly Command[], paint: Paint): string {
  const rows = commands.map((command): Row => [`${command.name} ${command.operands}`.trimEnd(), command.summary]);
  return [
    'Checks one-on-one notes kept in markdown.',
    '',
    heading('Usage', paint) + ` ${programName} COMMAND [flags]`,
    '',
    heading('Commands', paint),
    ...aligned(rows, paint),
    '',
    heading('Flags of every command', paint),
    ...aligned(flagRows(commonFlags), paint),
    '',
    `\`${programName} COMMAND --help\` tells more about a command.`,
    '',
  ].join('\n');
}

export function commandHelp(command: Command, paint: Paint): string {
  const own = flagRows(command.flags);
  return [
    `${capitalised(command.summary)}.`,
    '',
    heading('Usage', paint) + ` ${usageLine(command)}`,
    '',
    ...(own.length > 0 ? [heading('Flags', paint), ...aligned(own, paint), ''] : []),
    heading('Flags of every command', paint),
    ...aligned(flagRows(commonFlags), paint),
    '',
    ...(command.notes ? [...command.notes, ''] : []),
  ].join('\n');
}

export function usageLine(command: Command): string {
  return [programName, command.name, command.operands, '[flags]'].filter((part) => part !== '').join(' ');
}

type Row = readonly [name: string, summary: string];

function flagRows(flags: Readonly<Record<string, Flag>>): Row[] {
  return Object.entries(flags).map(([name, flag]) => [
    `--${name}${flag.value === null ? '' : ` ${flag.value}`}`,
    `${flag.summary}${flag.isRepeatable ? '; repeatable' : ''}`,
  ]);
}

function aligned(rows: readonly Row[], paint: Paint): string[] {
  const width = Math.max(...rows.map(([name]) => name.length).filter((length) => length <= 32));
  // A long name gets its line for itself.
  return rows.flatMap(([name, summary]) =>
    name.length > width
      ? [`  ${paint('bold', name)}`, `  ${' '.repeat(width)}  ${summary}`]
      : [`  ${paint('bold', name)}${' '.repeat(width - name.length)}  ${summary}`],
  );
}

function heading(text: string, paint: Paint): string {
  return paint('underline', `${text}:`);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
