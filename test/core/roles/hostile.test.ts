import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { mergeRoles } from '../../../server/src/core/roles/catalogue.ts';
import { matchResponsibility } from '../../../server/src/core/roles/match.ts';
import { normalise, withoutMarks } from '../../../server/src/core/roles/normalise.ts';
import type { Role } from '../../../server/src/core/model.ts';
import { linesOf, roleOf } from './check.ts';

const folder = new URL('files/', import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => ({ name, source: readFileSync(new URL(name, folder), 'utf8') }));

/** All of a role but where things stand. */
function withoutSpans(role: Role): string {
  return JSON.stringify(role, (key, value: unknown) => (key === 'span' ? undefined : value));
}

/** Every span lies in the text, and every item's is the text it was read from. */
function checkSpans(role: Role, source: string): void {
  const check = (span: { start: number; end: number }): void => {
    assert.ok(0 <= span.start && span.start <= span.end && span.end <= source.length, JSON.stringify(span));
  };
  const blocks = [role.shared, ...role.levels.map(({ own }) => own), ...role.specialties.map(({ block }) => block)];
  for (const { areas } of blocks) {
    for (const area of areas) {
      check(area.span);
      for (const item of area.items) check(item.span);
    }
  }
  for (const level of role.levels) {
    check(level.span);
    for (const reference of level.extends) check(reference.span);
  }
}

/** What holds of any role: ids are unique, references and next levels exist, nothing is empty. */
function checkSound(role: Role): void {
  const ids = role.levels.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  const items = new Set<string>();
  for (const level of role.levels) {
    for (const next of level.next) assert.ok(ids.includes(next) && next !== level.id);
    for (const { resolved } of level.extends) {
      if (resolved.to === 'level') assert.ok(ids.includes(resolved.level) && resolved.level !== level.id);
    }
    for (const { items: own } of level.own.areas) {
      for (const item of own) {
        assert.notEqual(item.text.trim(), '');
        items.add(item.id);
      }
    }
  }
  assert.ok(items.size <= 100_000);
}

const piece = fc.constantFrom(
  ...[
    '# ',
    '## ',
    '### ',
    '#### ',
    '- ',
    '  - ',
    '* ',
    '\n',
    '\n\n',
    '**',
    '| ',
    ' |',
    '| --- | --- |\n',
    '---\n',
    '<!--',
    '-->',
    '<% ',
    ' %>',
  ],
  ...[
    'Senior Baker',
    'Baker',
    'Staff Baker',
    'Responsibilities',
    'Requirements',
    'Levels',
    'Specialties',
    'Job Grade',
    'grade 7',
    'L3',
  ],
  ...[
    'Extends the Senior Baker responsibilities',
    'Career Ladder',
    '<table><tr><td>',
    '</td></tr></table>',
    ': ',
    '[x](#y)',
    '{:toc}',
    'title: X\n',
  ],
  ...['\r\n', '\r', '\t', '\uFEFF', '\u2028', '\u{1F35E}', 'constructor', '__proto__', '> ', '1. ', '```\n'],
);
const texts = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

const runs = Number(process.env['RUNS'] ?? 100);

describe('any text as a role description', () => {
  it('is read without an error, with sound ids and spans', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'binary', maxLength: 200 })), (source) => {
        const role = roleOf(source);
        checkSpans(role, source);
        checkSound(role);
      }),
      { numRuns: runs },
    );
  });

  it('is read when cut off anywhere, or put into another', () => {
    const file = fc.constantFrom(...files);
    fc.assert(
      fc.property(file, file, fc.nat(), fc.nat(), (one, other, start, end) => {
        const prefix = one.source.slice(0, start % (one.source.length + 1));
        for (const source of [prefix, prefix + other.source.slice(end % (other.source.length + 1))]) {
          const role = roleOf(source, one.name);
          checkSpans(role, source);
          checkSound(role);
          for (const joined of mergeRoles([], [role, roleOf(other.source, other.name)])) checkSound(joined);
        }
      }),
      { numRuns: runs },
    );
  });

  for (const { name, source } of files) {
    it(`is the same in LF, CRLF, and with a byte order mark: ${name}`, () => {
      const plain = withoutSpans(roleOf(source, name));
      const crlf = source.replaceAll('\n', '\r\n');
      assert.equal(withoutSpans(roleOf(crlf, name)), plain);
      assert.equal(withoutSpans(roleOf(`\uFEFF${source}`, name)), plain);
      checkSpans(roleOf(crlf, name), crlf);
    });
  }
});

describe('text that is built to be slow', () => {
  /** Each text grows with `thousand`, whole in every size: the first quarter of a wide table would be no table. */
  const hostile = (thousand: number): Record<string, string> => ({
    quotes: '>'.repeat(8 * thousand),
    'spaced quotes': '> '.repeat(8 * thousand),
    'nested items': '* '.repeat(8 * thousand),
    'items nested by indentation': Array.from(
      { length: 0.6 * thousand },
      (_, depth) => `${' '.repeat(depth * 2)}- a`,
    ).join('\n'),
    'ordered items': '1. '.repeat(8 * thousand),
    comments: 'a <!--'.repeat(16 * thousand),
    emphasis: '*a_ '.repeat(16 * thousand),
    brackets: '['.repeat(64 * thousand),
    links: '[a]('.repeat(16 * thousand),
    'a long line': 'a '.repeat(64 * thousand),
    'many lines': 'a\n'.repeat(64 * thousand),
    'many items': '- a\n'.repeat(10 * thousand),
    'many headings': '## Senior Baker\n'.repeat(4 * thousand),
    'many sections': '## Responsibilities\n- a\n'.repeat(3 * thousand),
    'a wide table': `${'| Senior '.repeat(3 * thousand)}|\n${'| --- '.repeat(3 * thousand)}|\n| a |\n`,
    'a long table': `| Area | Senior A | Staff A |\n| --- | --- | --- |\n${'| a | b | c |\n'.repeat(4 * thousand)}`,
    'open tables': '<table><tr><td>'.repeat(8 * thousand),
    'open tags': '<li'.repeat(32 * thousand),
    'keys in front matter': `---\n${Array.from({ length: 9 * thousand }, (_, key) => `k${key}: 1`).join('\n')}\n---\n# A\n`,
    'open ERB': '<% '.repeat(32 * thousand),
    'extends and extends': `## Senior A\n${'- Extends the the the responsibilities\n'.repeat(2 * thousand)}`,
    'next and next': `## Senior A\n\nGrade 7\n\n${'next step for '.repeat(4 * thousand)}\n`,
    diagram: `\`\`\`mermaid\n${'a-->'.repeat(16 * thousand)}\n\`\`\`\n## Senior A\n\nGrade 7\n`,
    underscores: '_'.repeat(32 * thousand),
    rules: '- - '.repeat(8 * thousand),
    definitions: '[a]: b\n'.repeat(8 * thousand),
  });
  const [quarters, wholes] = [hostile(250), hostile(1000)];
  const bakery = roleOf('## Responsibilities\n\n- Bake bread\n- Sell bread\n');
  const uses: Record<string, (text: string) => void> = {
    'is read': (text) => void linesOf(roleOf(text)),
    'is folded': (text) => void normalise(withoutMarks(text)),
    'is matched': (text) =>
      void matchResponsibility({ text, links: [{ target: text }] }, bakery, bakery.levels[0]!, null),
  };
  for (const [use, run] of Object.entries(uses)) {
    for (const [name, source] of Object.entries(wholes)) {
      it(`${use} in proportion to its length: ${name}`, () => {
        const quarter = processorTime(() => run(quarters[name]!));
        const whole = processorTime(() => run(source));
        // Four times as much is expected; with the square of the length it would be sixteen times.
        assert.ok(whole < 50 || whole < 10 * quarter, `${quarter} ms for a quarter, ${whole} ms for the whole`);
      });
    }
  }
});

/** In milliseconds, the best of a few runs, so that what else the machine does counts little. */
function processorTime(run: () => void): number {
  const times = [1, 2, 3].map(() => {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}
