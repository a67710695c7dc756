/** `one-on-one config`: whether a file is a 1:1 document and why, which configuration is in force, and where each value comes from. */
import { dirname, join } from 'node:path';
import { exit, formatFlag } from '../command.ts';
import type { Call, Command } from '../command.ts';
import { explainConfiguration, explainFor } from '../../core/explain-configuration.ts';
import type { ExplainedValue } from '../../core/explain-configuration.ts';
import { pathBelow } from '../files.ts';
import { readDocument } from '../series.ts';
import { shownPath, targetOf, workspaceAround } from '../targets.ts';
import { count, oneLine, safeJson } from '../terminal.ts';
import { programName } from '../usage.ts';

const markdownName = /\.(?:md|markdown)$/i;

export const config: Command = {
  name: 'config',
  operands: '[FILE]',
  atLeast: 0,
  atMost: 1,
  summary: 'show whether FILE is a 1:1 document, which configuration applies to it, and why each value',
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
  /** Whether it is a 1:1 document, and why or why not; null for the current folder. */
  readonly recognised: boolean | null;
  readonly recognisedWhy: string | null;
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
  const path = pathBelow(workspace.folder, at) ?? '';
  const territory = workspace.territoryAt(path);
  const { file, context } = territory;
  const document = target.isFolder || !markdownName.test(path) ? null : readDocument(workspace, territory, path);
  const trouble = markdownName.test(path) ? workspace.troubles.get(path)?.why : 'It is no markdown file';
  const recognition = document?.recognition ?? { recognised: false, why: `${trouble ?? 'It cannot be read'}.` };
  const values = explainConfiguration(context.configuration, file);
  const shown = file && shownPath(join(workspace.folder, file.path), [target], call);
  return {
    path: given === undefined ? null : shownPath(target.file, [target], call),
    recognised: target.isFolder ? null : recognition.recognised,
    recognisedWhy: target.isFolder ? null : recognition.why,
    file: shown,
    why: whyOf(shown, call),
    problems: file?.problems.length ?? 0,
    values: document?.recognition.recognised === true ? explainFor(document.note, values) : values,
  };
}

function whyOf(shown: string | null, call: Call): string {
  if (call.values.isSet('config')) return 'it was given with --config';
  if (shown === null) return 'there is no .one-on-one.yaml in the folder or above it, so the defaults apply';
  return dirname(shown) === '.' ? 'it is in the current folder' : 'it is the nearest one upwards';
}

function page(
  { path, recognised, recognisedWhy, file, why, problems, values }: Explanation,
  { output: { paint } }: Call,
): string {
  const width = Math.max(...values.map(({ key }) => key.length));
  const originWidth = Math.max(...values.map(({ source, line }) => originOf(source, line).length));
  const lines = values.map(({ key, value, source, line }) => {
    const origin = originOf(source, line).padEnd(originWidth);
    const painted = paint(source === 'default' ? 'dim' : 'green', origin);
    return `  ${paint('bold', key.padEnd(width))}  ${painted}  ${oneLine(written(value))}`;
  });
  const trouble = `${count(problems, 'problem')}: \`${programName} check ${file}\` tells more. Values that are not valid do not count.`;
  const what = recognised === true ? 'a 1:1 document' : 'not a 1:1 document';
  return [
    ...(path === null || recognised === null
      ? []
      : [`${paint('underline', oneLine(path))}: ${what}. ${oneLine(recognisedWhy ?? '')}`]),
    file === null ? `No configuration file: ${why}.` : `${paint('underline', oneLine(file))}: ${why}.`,
    ...(problems > 0 ? [paint('yellow', oneLine(trouble))] : []),
    '',
    ...lines,
    '',
  ].join('\n');
}

/** Lines count from 1 here, as in an editor. */
function originOf(source: ExplainedValue['source'], line: number | null): string {
  if (line === null) return 'default';
  return source === 'front matter' ? `front matter, line ${line + 1}` : `line ${line + 1}`;
}

/** As it could stand in the file: JSON is YAML. */
function written(value: unknown): string {
  if (value === null || JSON.stringify(value) === '{}') return 'none';
  return typeof value === 'string' && /^[\w{}-]+$/.test(value) ? value : JSON.stringify(value);
}
