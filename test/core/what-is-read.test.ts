/** Each row of docs/what-is-read.md is read as it says, in LF and CRLF. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { openWorkspace } from '../workspace.ts';
import { understood } from './understood.ts';

const page = readFileSync(new URL('../../docs/what-is-read.md', import.meta.url), 'utf8');
const sections = page.split(/^## (?=[A-Z])/m).slice(1);

/** The code spans of a cell, a line each; between two breaks without one stands an empty line. */
function linesOf(cell: string): string[] {
  const lines = [''];
  for (const [token, long, short] of cell.replaceAll('\\|', '|').matchAll(/``\s(.*?)\s``|`([^`]*)`|<br>/g)) {
    if (token === '<br>') lines.push('');
    else lines[lines.length - 1] = long ?? short!;
  }
  return lines;
}

function cellsOf(row: string): string[] {
  return row
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}

function read(text: string, path = 'one-on-ones/dana.md'): string[] {
  const { documents, series } = openWorkspace([{ path, text }], undefined, []);
  return understood(documents[0]!, series[0] ?? null).map((line) => line.trimEnd());
}

describe('docs/what-is-read.md', () => {
  it('has many examples', () => {
    assert.ok(page.match(/^\| /gm)!.length > 150);
  });

  for (const section of sections) {
    const title = section.slice(0, section.indexOf('\n'));
    const frame = /^```markdown\n(?<frame>[\s\S]*?)```$/m.exec(section)?.groups?.frame;
    const rows = section.split('\n').filter((line) => /^\|(?! --| What | File )/.test(line));
    if (frame !== undefined) {
      const empty = read(frame.replace('…', ''));
      for (const row of rows) {
        const [, written, expected] = cellsOf(row).map(linesOf);
        it(`${title}: ${written!.find((line) => line !== '')}`, () => {
          const source = frame.replace('…', () => written!.join('\n'));
          for (const text of [source, source.replaceAll('\n', '\r\n')]) {
            const found = read(text);
            // What the frame says by itself is not the example's.
            for (const line of empty) if (found.includes(line)) found.splice(found.indexOf(line), 1);
            assert.deepEqual(
              found,
              expected!.filter((line) => line !== ''),
            );
          }
        });
      }
    } else {
      for (const row of rows) {
        const [path, written, expected] = cellsOf(row).map(linesOf);
        it(`${title}: ${path![0]}`, () => {
          const { documents } = openWorkspace([{ path: path![0]!, text: written!.join('\n') }], undefined, []);
          const { recognised, why } = documents[0]!.recognition;
          assert.deepEqual([`${recognised ? 'read' : 'left alone'}: ${why}`], expected);
        });
      }
    }
  }
});
