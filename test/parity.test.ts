import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Diagnostic, WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver';
import { startWorker } from './browser/worker.ts';
import { ensureBuilt, root } from './lsp/built.ts';
import { folderWith, fullCapabilities, startEditor, stopServers, today } from './lsp/client.ts';
import { goodNote, keeperNote, noteWithoutCheckpoint, noteWithUnknownLevel, ownRole, readme } from './lsp/notes.ts';

const severities = ['', 'error', 'warning', 'info', 'hint'];

/** One line for each finding: what a person is told, and where. */
type Findings = readonly string[];

function lineOf(path: string, rule: unknown, severity: string, message: string, range: Diagnostic['range']): string {
  const { start, end } = range;
  return `${path} ${start.line}:${start.character}-${end.line}:${end.character} ${severity} ${String(rule)} ${message}`;
}

function reported(folder: string, items: readonly WorkspaceDocumentDiagnosticReport[]): Findings {
  return items
    .flatMap((report) => {
      const path = relative(fileURLToPath(folder), fileURLToPath(report.uri));
      const list = report.kind === 'full' ? report.items : [];
      return list.map(({ code, severity, message, range }) =>
        lineOf(path, code, severities[severity!]!, String(message), range),
      );
    })
    .sort();
}

async function fromServer(folder: string): Promise<Findings> {
  const editor = await startEditor({ folder });
  return reported(folder, (await editor.request('workspace/diagnostic', { previousResultIds: [] })).items);
}

async function fromWorker(folder: string): Promise<Findings> {
  const worker = startWorker();
  const builtinRoles = pathToFileURL(join(root, 'server/roles')).toString();
  const initializationOptions = { today, files: 'client', builtinRoles };
  try {
    await worker.request('initialize', {
      processId: null,
      rootUri: folder,
      capabilities: fullCapabilities,
      initializationOptions,
    });
    worker.tell('initialized', {});
    const { items } = await worker.request('workspace/diagnostic', { previousResultIds: [] });
    return reported(folder, items);
  } finally {
    await worker.stop();
  }
}

function fromCommandLine(folder: string): Findings {
  ensureBuilt('server/dist/cli.cjs');
  const flags = ['check', '.', '--format', 'json', '--today', today];
  const cwd = fileURLToPath(folder);
  const { stdout, stderr } = spawnSync(process.execPath, [join(root, 'server/dist/cli.cjs'), ...flags], {
    cwd,
    encoding: 'utf8',
  });
  assert.notEqual(stdout, '', stderr);
  const { files } = JSON.parse(stdout) as {
    files: {
      path: string;
      diagnostics: { rule: string; severity: string; message: string; range: Diagnostic['range'] }[];
    }[];
  };
  return files
    .flatMap(({ path, diagnostics }) =>
      diagnostics.map(({ rule, severity, message, range }) => lineOf(path, rule, severity, message, range)),
    )
    .sort();
}

const staffNote =
  '---\nreport: Kim\nmanager: Per\nrole: backend-engineer\nlevel: staff\nteam: keepers\n---\n\n## 2026-11-02\n\n- Rota\n';

const oddWorkspace = {
  '.one-on-one.yaml': 'cadense: weekly\nquarters: { startMonth: 2, named: end, label: "FY{yy}-Q{q}" }\n',
  'README.md': readme,
  'one-on-ones/ines.md': noteWithoutCheckpoint,
  'one-on-ones/ines-older.md': goodNote.replaceAll('2026-10-05', '2026-07-06'),
  'one-on-ones/windows.md': noteWithUnknownLevel.replaceAll('Ines Albrecht', 'Noor Haddad').replaceAll('\n', '\r\n'),
  'one-on-ones/marked \u{1F512} caf\u00e9.md': `\uFEFF${noteWithUnknownLevel.replaceAll('Ines Albrecht', 'constructor')}`,
  'roles/keeper.md': ownRole,
  'light/.one-on-one.yml': 'roles: ["keepers/*.md"]\nrules: { unknown-level: hint }\n',
  'light/keepers/keeper.md': ownRole.replace('Light**', 'Lamp**'),
  'light/1-1s/kim.md': keeperNote.replaceAll('Ines Albrecht', 'Kim').replace('level: intermediate', 'level: wizard'),
  'bakery/.one-on-one.yaml': 'teams: { keepers: { staffPlus: 0, justification: none } }\n',
  'bakery/1-1s/kim.md': staffNote,
  'bakery/1-1s/noor.md': staffNote.replace('Kim', 'Noor'),
  'bakery/1-1s/kim-intern.md': staffNote.replace('team: keepers', 'kind: internship'),
  'templates/1-1.md': '---\nreport: "{{name}}"\nmanager: me\n---\n',
  'node_modules/one-on-ones/x.md': noteWithUnknownLevel,
};

describe('parity: command line, server and worker find the same', () => {
  afterEach(stopServers);

  for (const [name, folder, rules] of [
    [
      'in the examples',
      () => pathToFileURL(join(root, 'examples')).toString(),
      ['missing-checkpoint', 'missing-summary'],
    ],
    [
      'in an odd workspace',
      () => folderWith(oddWorkspace),
      ['unknown-level', 'invalid-configuration', 'gearing-exceeded', 'internship-terms'],
    ],
  ] as const) {
    it(name, async () => {
      const address = folder();
      const expected = fromCommandLine(address);
      for (const rule of rules)
        assert.ok(
          expected.some((line) => line.includes(` ${rule} `)),
          `no ${rule}`,
        );
      assert.deepEqual(await fromServer(address), expected);
      assert.deepEqual(await fromWorker(address), expected);
    });
  }
});
