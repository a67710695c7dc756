/** The bundle that translators start from holds every text of the client, and nothing else. `UPDATE=1` writes it. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const bundle = new URL('../l10n/bundle.l10n.json', import.meta.url);
const sources = new URL('../client/src/', import.meta.url);

function textsOf(source: string): string[] {
  // A text is one string in the source: no template, and nothing added to it.
  return [...source.matchAll(/\bl10n\.t\(\s*('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")/g)].map(([, text]) =>
    JSON.parse(
      `"${text!
        .slice(1, -1)
        .replace(/\\'/g, "'")
        .replace(/(?<!\\)"/g, '\\"')}"`,
    ),
  );
}

describe('texts of the client', () => {
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const code = files.map((name) => readFileSync(new URL(name, sources), 'utf8'));

  it('are all in the bundle, and nothing else is', () => {
    const texts = [...new Set(code.flatMap(textsOf))].sort();
    assert.ok(texts.length > 50);
    const expected = `${JSON.stringify(Object.fromEntries(texts.map((text) => [text, text])), null, 2)}\n`;
    if (process.env['UPDATE']) writeFileSync(bundle, expected);
    assert.equal(readFileSync(bundle, 'utf8'), expected, 'UPDATE=1 writes it');
  });

  it('are each one string, so that they can be found', () => {
    for (const [index, source] of code.entries()) {
      const all = [...source.matchAll(/\bl10n\.t\(/g)].length;
      assert.equal(textsOf(source).length, all, files[index]);
    }
  });
});
