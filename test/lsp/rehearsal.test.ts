import assert from 'node:assert/strict';
import type { MessageConnection } from 'vscode-jsonrpc';
import { checksWith } from '../../server/src/lsp/checks.ts';
import { clientOf } from '../../server/src/lsp/client.ts';
import { openDocuments } from '../../server/src/lsp/documents.ts';
import { noFiles } from '../../server/src/lsp/files.ts';
import { rehearsalWith } from '../../server/src/lsp/rehearsal.ts';
import { reportsMade } from '../../server/src/lsp/reports.ts';
import type { Session } from '../../server/src/lsp/session.ts';
import { settingsIn } from '../../server/src/lsp/settings.ts';
import { workspaceOf } from '../../server/src/lsp/workspace.ts';
import { fullCapabilities } from './client.ts';

const uri = 'file:///one-on-ones/dana.md';
const text = `---
report: Dana Reyes
manager: Sam Osei
---

## 2026-11-16

- [ ] Dana: Write the runbook by 2026-11-20
`;

/** A session whose connection must not be used, and how often it had rules run. */
function quietSession() {
  const told: string[] = [];
  const unused = new Proxy({} as MessageConnection, {
    get: (_, name) => () => told.push(String(name)),
  });
  let runs = 0;
  const real = checksWith((rule) => told.push(rule));
  type Given = Parameters<typeof real.series>;
  const checks = {
    ...real,
    series: (...given: Given) => (runs++, real.series(...given)),
    seriesInSteps: (...given: Given) => (runs++, real.seriesInSteps(...given)),
  };
  const documents = openDocuments();
  const client = clientOf({ capabilities: fullCapabilities, initializationOptions: { today: '2026-11-24' } });
  const parts = { checks, options: client.options, builtinRoles: null, filesIn: () => noFiles, saveMemory: () => {} };
  const workspace = workspaceOf({ ...parts, documents });
  const session: Session = {
    connection: unused,
    client,
    documents,
    workspace,
    reports: reportsMade(),
    asked: { views: false },
    settings: { current: settingsIn(undefined) },
    lenses: () => [],
    outline: { follow: () => {} } as Session['outline'],
    rest: { after: () => told.push('rest'), isTold: () => told.push('rest') },
    ready: () => Promise.resolve(),
  };
  const open = (file: string, content: string): void => {
    documents.open({ textDocument: { uri: file, version: 1, text: content } });
    workspace.edit(file);
  };
  return { session, open, told, opened: rehearsalWith(session, parts), runs: () => runs };
}

/** Until nothing was done for a while. */
async function settled(runs: () => number): Promise<void> {
  for (let before = -1; before !== runs();) {
    before = runs();
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

describe('the rehearsal', () => {
  it('runs the rules some dozens of times, once, and leaves the document and the client alone', async () => {
    const { session, open, opened, told, runs } = quietSession();
    open(uri, text);
    const messages = (): string[] => session.workspace.findings(uri).map(({ message }) => message);
    const before = messages();
    opened(uri);
    await settled(runs);
    const after = runs();
    assert.ok(after > 20, `${after} runs`);
    assert.deepEqual(messages(), before);
    assert.equal(session.documents.get(uri)?.text.toString(), text);
    opened(uri);
    await settled(runs);
    assert.equal(runs(), after);
    assert.deepEqual(told, []);
  });

  it('waits for a 1:1 document', async () => {
    const { open, opened, told, runs } = quietSession();
    open('file:///README.md', '# Readme\n\nWords.\n');
    opened('file:///README.md');
    await settled(runs);
    assert.equal(runs(), 0);
    open(uri, text);
    opened(uri);
    await settled(runs);
    assert.ok(runs() > 20);
    assert.deepEqual(told, []);
  });

  it('is given up in silence where it fails', async () => {
    const { open, opened, told, runs, session } = quietSession();
    open(uri, text);
    Object.assign(session, { client: null });
    opened(uri);
    await settled(runs);
    assert.deepEqual(told, []);
  });
});
