/** `one-on-one config`: which configuration is in force, and where each value comes from. */
import { dirname, join } from 'node:path';
import { exit, formatFlag } from '../command.ts';
import type { Call, Command } from '../command.ts';
import { explainConfiguration } from '../explain.ts';
import type { ExplainedValue } from '../explain.ts';
import { pathBelow } from '../files.ts';
import { shownPath, targetOf, workspaceAround } from '../targets.ts';
import { count, oneLine, safeJson } from '../terminal.ts';
import { programName } from '../usage.ts';

export const config: Command = {
  name: 'config',
  operands: '[FILE]',
  atLeast: 0,
  atMost: 1,
  summary: 'show which configuration applies to FILE, and why each value',
  flags: { format: formatFlag },
  notes: ['Without FILE it is the configuration of the current folder.'],
  async run(call) {
    const explained = await explanation(call);
    const isJson = call.values.one('format') === 'json';
    call.output.write(isJson ? `${safeJson({ version: 1, ...explained })}\n` : page(explained, call));
    return exit.clean;
  },
};

interface Explanation {
  /** The file that was asked about; null for the current folder. */
  readonly path: string | null;
  /** The configuration file; null where the defaults are in force. */
  readonly file: string | null;
  readonly why: string;
  readonly problems: number;
  readonly values: readonly ExplainedValue[];
}

async function explanation(call: Call): Promise<Explanation> {
  const given = call.operands[0];
  const target = await targetOf(given ?? '.', call);
  const workspace = workspaceAround([target], call);
  const at = target.isFolder ? join(target.file, 'any') : target.file;
  const { file, context } = workspace.territoryAt(pathBelow(workspace.folder, at) ?? '');
  const shown = file && shownPath(join(workspace.folder, file.path), [target], call);
  return {
    path: given === undefined ? null : shownPath(target.file, [target], call),
    file: shown,
    why: whyOf(shown, call),
    problems: file?.problems.length ?? 0,
    values: explainConfiguration(context.configuration, file),
  };
}

function whyOf(shown: string | null, call: Call): string {
  if (call.values.isSet('config')) return 'it was given with --config';
  if (shown === null) return 'there is no .one-on-one.yaml in the folder or above it, so the defaults apply';
  return dirname(shown) === '.' ? 'it is in the current folder' : 'it is the nearest one upwards';
}

function page({ file, why, problems, values }: Explanation, { output: { paint } }: Call): string {
  const width = Math.max(...values.map(({ key }) => key.length));
  const lines = values.map(({ key, value, source, line }) => {
    const origin = (source === 'default' ? 'default' : `line ${line! + 1}`).padEnd(8);
    const painted = paint(source === 'default' ? 'dim' : 'green', origin);
    return `  ${paint('bold', key.padEnd(width))}  ${painted}  ${oneLine(written(value))}`;
  });
  const trouble = `${count(problems, 'problem')}: \`${programName} check ${file}\` tells more. Values that are not valid do not count.`;
  return [
    file === null ? `No configuration file: ${why}.` : `${paint('underline', oneLine(file))}: ${why}.`,
    ...(problems > 0 ? [paint('yellow', oneLine(trouble))] : []),
    '',
    ...lines,
    '',
  ].join('\n');
}

/** As it could stand in the file: JSON is YAML. */
function written(value: unknown): string {
  return typeof value === 'string' && /^[\w{}-]+$/.test(value) ? value : JSON.stringify(value);
}
