/** Role descriptions over the protocol: what an edit of one changes, where definitions lead, and what a rename carries along. */
import assert from 'node:assert/strict';
import { renameSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Editor } from './client.ts';
import { folderWith, fullCapabilities, startEditor, stopServers } from './client.ts';
import { applied } from './notes.ts';

const gardener = `# Gardener

## Gardener

Grade 6

### Technical

- **Pruning**: Prune every tree before the frost

## Senior Gardener

Grade 7

### Technical

- **Planning**: Plan three seasons ahead

## Specialties

### Glass

- Keep the orchids alive
`;

const note = `---
report: Ines Albrecht
manager: Per Lund
role: ../roles/gardener.md
level: intermediate
specialty: glass
---

## 2026-10-05

### Checkpoint 2026-Q4

- Focus area: Pruning
- Focus area: Plan three seasons ahead
- Focus area: Grafting
`;

const capabilities = {
  ...fullCapabilities,
  workspace: { ...fullCapabilities.workspace, fileOperations: { willRename: true } },
};

async function opened(files: Readonly<Record<string, string>> = { 'roles/gardener.md': gardener }) {
  const folder = folderWith({ 'one-on-ones/ines.md': note, ...files });
  const editor = await startEditor({ folder, capabilities });
  const uri = `${folder}/one-on-ones/ines.md`;
  editor.open(uri, note);
  return { editor, folder, uri };
}

function at(uri: string, part: string) {
  const before = note.slice(0, note.indexOf(part) + part.length).split('\n');
  return { textDocument: { uri }, position: { line: before.length - 1, character: before.at(-1)!.length } };
}

async function unknown(editor: Editor, uri: string): Promise<string[]> {
  const found = await editor.pull(uri);
  return found
    .filter(({ code }) => code === 'unknown-responsibility' || code === 'unknown-level')
    .map(({ message }) => /"([^"]+)"/.exec(message as string)![1]!);
}

describe('role descriptions over the protocol', () => {
  afterEach(stopServers);

  it('are read as they are typed, before they are saved, and as they are saved once they are closed', async () => {
    const { editor, folder, uri } = await opened();
    assert.deepEqual(await unknown(editor, uri), ['Grafting']);
    const role = `${folder}/roles/gardener.md`;
    editor.open(role, gardener);
    const end = { line: gardener.split('\n').length - 1, character: 0 };
    const line = gardener.split('\n').findIndex((text) => text.startsWith('- **Pruning'));
    editor.change(role, {
      range: { start: { line, character: 0 }, end: { line, character: 0 } },
      text: '- **Grafting**: Graft the pear trees\n',
    });
    assert.deepEqual(await unknown(editor, uri), []);
    const hover = await editor.request('textDocument/hover', at(uri, 'area: Graf'));
    assert.match(hover.contents.value, /Graft the pear trees/);
    const target = await editor.request('textDocument/definition', at(uri, 'area: Graf'));
    assert.equal(target.uri, role);
    assert.deepEqual(target.range.start, { line, character: 2 });
    const { items } = await editor.request('textDocument/completion', at(uri, '- Focus area: '));
    const offered = items.map(({ label }: { label: string }) => label);
    assert.ok(offered.includes('Grafting'), offered.join(', '));
    editor.change(role, {
      range: { start: { line: 0, character: 0 }, end: { ...end, line: end.line + 1 } },
      text: '# Nothing\n',
    });
    assert.deepEqual(await unknown(editor, uri), []);
    editor.close(role);
    // What is saved has to be read from the disk again.
    for (let tries = 0; tries < 400 && (await unknown(editor, uri)).length === 0; tries++) await sleep(20);
    assert.deepEqual(await unknown(editor, uri), ['Grafting']);
  });

  it('are where definitions lead, to the line', async () => {
    const { editor, folder, uri } = await opened();
    await editor.pull(uri);
    const role = `${folder}/roles/gardener.md`;
    const lineOf = async (part: string): Promise<string> => {
      const target = await editor.request('textDocument/definition', at(uri, part));
      assert.equal(target.uri, role);
      return gardener.split('\n')[target.range.start.line]!.slice(target.range.start.character);
    };
    assert.equal(await lineOf('role: ../ro'), '# Gardener');
    assert.match(await lineOf('level: inter'), /Gardener$/);
    assert.match(await lineOf('specialty: gl'), /Glass$/);
    assert.equal(await lineOf('area: Prun'), '**Pruning**: Prune every tree before the frost');
    assert.equal(await lineOf('area: Plan'), '**Planning**: Plan three seasons ahead');
  });

  it('may be moved: paths in notes go along', async () => {
    const { editor, folder, uri } = await opened();
    await editor.pull(uri);
    const rename = async (from: string, to: string): Promise<string> => {
      const files = [{ oldUri: `${folder}/${from}`, newUri: `${folder}/${to}` }];
      const edit = await editor.request('workspace/willRenameFiles', { files });
      const edits = edit?.changes?.[uri] ?? edit?.documentChanges?.[0]?.edits ?? [];
      return /^role: (.*)$/m.exec(applied(note, edits))![1]!;
    };
    assert.equal(
      await rename('roles/gardener.md', 'handbook/roles/head gardener.md'),
      '../handbook/roles/head gardener.md',
    );
    assert.equal(await rename('roles', 'job-families'), '../job-families/gardener.md');
    assert.equal(await rename('one-on-ones', 'people/one-on-ones'), '../../roles/gardener.md');
    assert.equal(await rename('roles/other.md', 'roles/miller.md'), '../roles/gardener.md');
  });

  it('may hold one level each', async () => {
    const { editor, folder, uri } = await opened({
      'roles/gardener.md': '# Gardener\n\n[Next: Senior Gardener](senior-gardener.md)\n\n## Technical\n\n- Prune\n',
      'roles/senior-gardener.md':
        '# Senior Gardener\n\n[Previous](gardener.md)\n\n## Technical\n\n- Plan three seasons ahead\n',
    });
    assert.deepEqual(await unknown(editor, uri), ['Pruning', 'Grafting']);
    const { contents } = await editor.request('textDocument/hover', at(uri, 'area: Plan'));
    assert.match(contents.value, /next level: Senior Gardener/);
    const target = await editor.request('textDocument/definition', at(uri, 'area: Plan'));
    assert.equal(target.uri, `${folder}/roles/senior-gardener.md`);
  });

  it('are not read again when a note changes', async () => {
    const { editor, folder, uri } = await opened();
    assert.deepEqual(await unknown(editor, uri), ['Grafting']);
    // A file that is gone without a word from the editor is missed only by who reads it.
    renameSync(new URL(`${folder}/roles/gardener.md`), new URL(`${folder}/gone.md`));
    editor.change(uri, {
      range: { start: { line: 8, character: 13 }, end: { line: 8, character: 13 } },
      text: ' with Per',
    });
    assert.deepEqual(await unknown(editor, uri), ['Grafting']);
  });
});
