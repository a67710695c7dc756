/** What the server keeps of files that are not open: whose they are, and what was asked of each series. */
import assert from 'node:assert/strict';
import { textOf } from '../../server/src/core/text.ts';
import { checksWith } from '../../server/src/lsp/checks.ts';
import type { NoteFile } from '../../server/src/lsp/note-groups.ts';
import { notesIn } from '../../server/src/lsp/notes.ts';
import { bareContext } from '../context.ts';

const checks = checksWith(assert.fail, []);
const never = (): boolean => false;

describe('the index of a folder', () => {
  it('reads a file with front matter no further than that', () => {
    const notes = notesIn(() => bareContext, checks);
    const file = fileNamed('dana.md', 'Dana');
    notes.add('dana', {
      ...file,
      get text(): never {
        throw new Error('nobody asked for its lines');
      },
    });
    assert.equal(notes.readSome(never), false);
    assert.equal(notes.isDocument('dana'), true);
    assert.deepEqual(notes.beside('dana'), ['dana']);
  });

  it('asks each series once, and again where a file changed', () => {
    const notes = notesIn(() => bareContext, checks);
    for (const name of ['Dana', 'Lee', 'Kim']) notes.add(name, fileNamed(`${name}.md`, name));
    notes.readSome(never);
    const asked: (string | null)[] = [];
    const look = ({ series }: { series: { report: string | null } }): string | null => {
      asked.push(series.report);
      return series.report;
    };
    assert.deepEqual(answers(notes.everySeries(look)), ['Dana', 'Lee', 'Kim']);
    assert.deepEqual(answers(notes.everySeries(look)), ['Dana', 'Lee', 'Kim']);
    assert.deepEqual(asked, ['Dana', 'Lee', 'Kim']);
    notes.add('Lee', fileNamed('Lee.md', 'Lea'));
    notes.readSome(never);
    assert.deepEqual(answers(notes.everySeries(look)), ['Dana', 'Kim', 'Lea']);
    assert.deepEqual(asked.slice(3), ['Lea']);
  });

  it('asks a series with an open document each time', () => {
    const notes = notesIn(() => bareContext, checks);
    notes.edit('Dana', fileNamed('Dana.md', 'Dana'));
    let asked = 0;
    const look = (): number => ++asked;
    assert.deepEqual([answers(notes.everySeries(look)), answers(notes.everySeries(look))], [[1], [2]]);
  });
});

function answers<T>(given: Iterable<{ answer: T } | null>): T[] {
  return [...given].flatMap((one) => (one === null ? [] : [one.answer]));
}

function fileNamed(path: string, report: string): NoteFile {
  const source = `---\nreport: ${report}\nmanager: Sam\n---\n\n## 2026-11-02\n\n- Talked\n`;
  return { uri: `file:///${path}`, path, text: textOf(source), source: () => source };
}
