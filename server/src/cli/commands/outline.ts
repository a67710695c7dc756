/** `one-on-one outline`: a document and its series as they are understood. */
import { join } from 'node:path';
import { exit, formatFlag, stdinPathFlag, UsageError } from '../command.ts';
import type { Call, Command } from '../command.ts';
import { pathBelow } from '../files.ts';
import { outlineJson } from '../outline.ts';
import { outlinePage } from '../outline-page.ts';
import { readDocument, seriesAround } from '../series.ts';
import { shownPath, targetOf, workspaceAround } from '../targets.ts';
import { safeJson } from '../terminal.ts';

export const outline: Command = {
  name: 'outline',
  operands: 'FILE',
  atLeast: 1,
  atMost: 1,
  summary: 'show a document and its series as they are understood',
  flags: { format: formatFlag, 'stdin-path': stdinPathFlag },
  notes: ['- as FILE reads standard input.'],
  async run(call) {
    const { path, outline: understood } = await outlineOf(call);
    const { output, values } = call;
    if (values.one('format') === 'json') output.write(`${safeJson(understood)}\n`);
    else output.write(outlinePage(understood, path, output.paint));
    return exit.clean;
  },
};

async function outlineOf(call: Call) {
  const target = await targetOf(call.operands[0]!, call);
  if (target.isFolder) throw new UsageError(`${JSON.stringify(target.given)} is a folder; outline needs a file.`);
  const workspace = workspaceAround([target], call);
  const path = pathBelow(workspace.folder, target.file)!;
  const territory = workspace.territoryAt(path);
  const document = readDocument(workspace, territory, path);
  if (!document)
    throw new UsageError(
      `${JSON.stringify(target.given)}: ${workspace.troubles.get(path)?.why ?? 'it cannot be read'}.`,
    );
  const series = seriesAround(workspace, territory, document);
  return {
    path: shownPath(target.file, [target], call),
    outline: outlineJson({
      document,
      series,
      context: territory.context,
      pathOf: (other) => shownPath(join(workspace.folder, other.path), [target], call),
    }),
  };
}
