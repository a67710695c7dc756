/** What the light bulb offers, and that what it writes does what it says. */
import assert from 'node:assert/strict';
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver-types';
import { codeActions } from '../../server/src/features/code-actions.ts';
import { applyEdits, textOf } from '../../server/src/core/text.ts';
import { readFixture } from '../fixture.ts';
import { openWorkspace } from '../workspace.ts';

/** The actions at the cursor of marked text, by title. */
function actionsAt(
  source: string,
  { only = [] as string[], snippets = false, createsFiles = false } = {},
): Map<string, CodeAction> {
  const { files, cursor } = readFixture(source);
  const workspace = openWorkspace(files);
  const document = workspace.documents.find(({ path }) => path === cursor!.path)!;
  const actions = codeActions({
    uri: document.uri,
    version: 1,
    range: { start: cursor!.offset, end: cursor!.offset },
    diagnostics: workspace.diagnostics.filter(({ uri }) => uri === document.uri),
    only,
    textOf: (uri) => workspace.documents.find((each) => each.uri === uri)?.note.text ?? null,
    snippets,
    createsFiles,
    note: document.note,
  });
  return new Map(actions.map((action) => [action.title, action]));
}

/** The document after an action. */
function after(source: string, title: string): string {
  const action = actionsAt(source).get(title);
  assert.ok(action, `no action "${title}"`);
  const { text } = readFixture(source).files[0]!;
  const [change] = action.edit!.documentChanges as TextDocumentEdit[];
  const edits = change!.edits.map((edit) => {
    const { range } = edit;
    const span = { start: textOf(text).offsetAt(range.start), end: textOf(text).offsetAt(range.end) };
    return { span, newText: (edit as { newText: string }).newText };
  });
  return applyEdits(text, edits);
}

const note = `---
report: Dana Reyes
manager: Sam Osei
role: site-reliability-engineer
level: intermediate
---

# 1:1

Some words.

## 2026-$010-05

- Holiday plans
`;

describe('code actions', () => {
  it('are offered where the finding is, fixes first', () => {
    assert.deepEqual(
      [...actionsAt(note).keys()],
      [
        'Insert a checkpoint for 2026-Q4',
        'Insert a checkpoint for 2026-Q4 with focus areas of the next level (Senior Site Reliability Engineer)',
        'Ignore missing-checkpoint here',
        'Ignore missing-checkpoint in this section',
        'Ignore missing-checkpoint in this file',
      ],
    );
    assert.equal(actionsAt(note.replace('$0', '').replace('Some words', 'Some $0words')).size, 0);
  });

  for (const where of ['here', 'in this section', 'in this file']) {
    it(`hide the finding ${where}, and nothing is left to say of it`, () => {
      const text = after(note, `Ignore missing-checkpoint ${where}`);
      assert.deepEqual(openWorkspace([{ path: 'one-on-ones/note.md', text }]).diagnostics, []);
      assert.ok(text.includes('- Holiday plans\n') && text.includes('Some words.\n'));
      assert.match(text, /\n<!-- one-on-one-ignore-(?:next-line|section|file) missing-checkpoint -->\n/);
    });
  }

  it('carry tab stops where the client takes them, and clean text where not', () => {
    const title = 'Insert a checkpoint for 2026-Q4';
    const edit = (snippets: boolean): { newText?: string; snippet?: { value: string } } => {
      const [change] = actionsAt(note, { snippets }).get(title)!.edit!.documentChanges as TextDocumentEdit[];
      return change!.edits[0] as never;
    };
    assert.match(edit(true).snippet!.value, /#### Focus area: \$\{1\}\n/);
    assert.doesNotMatch(edit(false).newText!, /\$\{|[ \t]$/m);
  });

  it('are kept apart by the kind that is asked for', () => {
    assert.equal(actionsAt(note, { only: ['source.fixAll'] }).size, 0);
    assert.equal(actionsAt(note, { only: ['refactor'] }).size, 0);
    assert.ok(actionsAt(note, { only: ['quickfix'] }).size > 0);
  });
});
