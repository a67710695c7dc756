import assert from 'node:assert/strict';
import { processorTime } from '../time.ts';
import { readFileSync } from 'node:fs';
import { contributions, countMatches, markdownGrammar, rawGrammar, tokensOf } from './grammar.ts';
import type { IGrammar } from 'vscode-textmate';

const own = /\.one-on-one$/;

describe('injection grammar', () => {
  let grammar: IGrammar;
  let plain: IGrammar;

  before(async () => {
    grammar = await markdownGrammar(contributions);
    plain = await markdownGrammar([]);
  });

  /** Checks everything that is marked in a text, as `kind: text`, in order. Extents (`meta.`) are left out. */
  function checkMarks(text: string, expected: string[]): void {
    const marks: string[] = [];
    for (const token of tokensOf(grammar, text)) {
      for (const scope of token.scopes) {
        if (!own.test(scope) || scope.startsWith('meta.') || scope.startsWith('punctuation.')) continue;
        marks.push(`${scope.replace(own, '').split('.').at(-1)}: ${token.text}`);
      }
    }
    assert.deepEqual(marks, expected);
  }

  /** Checks that every character has the scopes that it has without this extension. */
  function checkUntouched(text: string): void {
    assert.deepEqual(scopesIn(grammar, text), scopesIn(plain, text));
  }

  /** Checks that the scopes of markdown stay what they are, ours aside. */
  function checkMarkdownKept(text: string): void {
    assert.deepEqual(scopesIn(grammar, text, own), scopesIn(plain, text, own));
  }

  /** One line for each stretch of the same scopes, as `text: scopes`. */
  function scopesIn(by: IGrammar, text: string, without: RegExp | null = null): string[] {
    const stretches: { line: number; text: string; scopes: string }[] = [];
    for (const token of tokensOf(by, text)) {
      const scopes = token.scopes.filter((scope) => !without?.test(scope)).join(' ');
      const last = stretches.at(-1);
      if (last?.line === token.line && last.scopes === scopes) last.text += token.text;
      else stretches.push({ line: token.line, text: token.text, scopes });
    }
    return stretches.map((stretch) => `${stretch.text}: ${stretch.scopes}`);
  }

  describe('headings', () => {
    for (const [line, marks] of [
      ['## 2026-11-02', ['date: 2026-11-02']],
      ['## 1:1 2026-11-02', ['date: 2026-11-02']],
      ['# 1-on-1 \u2013 2026-11-02 with Sam', ['date: 2026-11-02']],
      ['## November 5, 2026', ['date: November 5, 2026']],
      ['## Thu, 5 Nov 2026: planning', ['date: 5 Nov 2026']],
      ['## 2nd Sept. 2026', ['date: 2nd Sept. 2026']],
      ['## 2026-Q4', ['quarter: 2026-Q4']],
      ['## Q4 FY27 ##', ['quarter: Q4 FY27']],
      ["## Q4'26", ["quarter: Q4'26"]],
      ['### Checkpoint 2026-Q4', ['checkpoint: Checkpoint', 'quarter: 2026-Q4']],
      ['### Checkpoint (FY27-Q4)', ['checkpoint: Checkpoint', 'quarter: FY27-Q4']],
      ['### Quarterly checkpoint', ['checkpoint: Quarterly checkpoint']],
      ['### 2026-Q4 checkpoint', ['quarter: 2026-Q4', 'checkpoint: checkpoint']],
      ['### Checkpoint summary', ['checkpoint: Checkpoint summary']],
      ['### Summary 2026-Q4', ['checkpoint: Summary', 'quarter: 2026-Q4']],
      ['### Focus areas FY27-Q4', ['checkpoint: Focus areas', 'quarter: FY27-Q4']],
      ['#### Focus area: Incident response', ['focus-area: Focus area', 'focus-area: Incident response']],
      ['#### Focus area 2: Caf\u00e9 \u{1F680}', ['focus-area: Focus area', 'focus-area: Caf\u00e9 \u{1F680}']],
    ] as const) {
      it(line, () => {
        checkMarks(line, [...marks]);
        checkMarkdownKept(line);
      });
    }

    for (const line of [
      '## Checkpoint',
      '## Checkpoints 2026-Q4',
      '## Summary',
      '## Focus areas',
      '## Goals',
      '## Roadmap for Q4 2026',
      '## [1.2.0] - 2026-11-02',
      '## [2026-11-02] Planning',
      '## Reference (captured 2026-01-02)',
      '## May 2026',
      '## March 5 of 2026',
      '## Released November 5, 2026',
      '## TODO',
      '## By @dana',
      '## 2026-11-02-notes.md',
    ]) {
      it(`leaves ${line} alone`, () => checkUntouched(line));
    }

    it('keeps links and bold text in the name of a focus area', () => {
      checkMarkdownKept('#### Focus area: [Incident **response**](roles/sre.md#incidents)');
    });
  });

  describe('parts of a focus area', () => {
    const canonical = [
      '### Checkpoint 2026-Q4',
      '',
      '#### Focus area: Incident response',
      '',
      '**Responsibility:** Perform **blameless** reviews',
      '',
      '**Goals**',
      '',
      '- Run an incident end to end',
      '',
      'Targets:',
      '',
      '- [ ] Lead two reviews by 2026-12-15',
      '',
      '##### Ideas',
      '',
      '- Shadow the on-call',
      '',
      '#### Focus area: Second',
      '',
      'Goals: be calm and [kind](x.md)',
      '**Targets**:',
      '**Ideas:**',
      '',
      '### Notes',
      '',
      '**Goals**',
      '',
      'Goals: of the project',
    ].join('\n');

    it('are marked inside it and nowhere else', () => {
      checkMarks(canonical, [
        'checkpoint: Checkpoint',
        'quarter: 2026-Q4',
        'focus-area: Focus area',
        'focus-area: Incident response',
        'part: Responsibility',
        'part: Goals',
        'part: Targets',
        'date: 2026-12-15',
        'part: Ideas',
        'focus-area: Focus area',
        'focus-area: Second',
        'part: Goals',
        'part: Targets',
        'part: Ideas',
      ]);
    });

    it('keep bold text, links and headings', () => {
      const scopesOf = (text: string) => tokensOf(grammar, canonical).find((token) => token.text === text)!.scopes;
      assert.ok(scopesOf('Goals').includes('markup.bold.markdown'));
      assert.ok(scopesOf('blameless').includes('markup.bold.markdown'));
      assert.ok(scopesOf('kind').includes('string.other.link.title.markdown'));
      assert.ok(scopesOf('Ideas').includes('entity.name.section.markdown'));
    });

    it('end with the focus area, not with a deeper heading or a fence', () => {
      const text = '## Focus area: X\n\n### Log\n\n```\n# not a heading\n```\n\n**Goals**\n\n## Log\n\n**Goals**\n';
      checkMarks(text, ['focus-area: Focus area', 'focus-area: X', 'part: Goals']);
    });

    it('are only names that stand alone or before a colon', () => {
      const text =
        '#### Focus area: X\n\nGoals are good\n\n**Goals** are good\n\nGoals:x\n\n> **Goals**\n\n    Goals:\n';
      checkMarks(text, ['focus-area: Focus area', 'focus-area: X']);
    });
  });

  describe('list items', () => {
    for (const [line, marks] of [
      ['- TODO Dana: read the runbook', ['tag: TODO']],
      ['* DISCUSS: on-call load', ['tag: DISCUSS']],
      ['1. DOTO Sam asks HR', ['tag: DOTO']],
      ['- [ ] TODO read', ['tag: TODO']],
      ['- 2026-11-09 Dana: look again', ['date: 2026-11-09']],
      ['- [ ] Review @pat', ['owner: pat']],
      ['- [x] @dana: write the review due 2026-11-09', ['owner: dana', 'date: 2026-11-09']],
      [
        '- [ ] Write it (@dana, @j\u00f6rg-p; due: 2026-11-09)',
        ['owner: dana', 'owner: j\u00f6rg-p', 'date: 2026-11-09'],
      ],
      ['- [ ] Ask (by Fri 2026-11-09).', ['date: 2026-11-09']],
      ['- [ ] Ask due:2026-11-09', ['date: 2026-11-09']],
      ['* [ ] Booked by the job by December 18, 2026', ['date: December 18, 2026']],
      ['* [ ] In\u00e8s: get it (by Fri, 27 November 2026)', ['date: 27 November 2026']],
      ['- [ ] Ask \u{1F4C5} 2026-11-09', ['date: 2026-11-09']],
      ['- Focus area: Incident response', ['focus-area: Focus area', 'focus-area: Incident response']],
      ['- **Focus area:** Incident response', ['focus-area: Focus area', 'focus-area: Incident response']],
      ['- [ ] Ask @constructor and @__proto__', ['owner: constructor']],
    ] as const) {
      it(line, () => {
        checkMarks(line, [...marks]);
        checkMarkdownKept(line);
      });
    }

    it('marks items in items', () => {
      checkMarks('- Actions\n  - [ ] Review @pat\n  - TODO Sam: ask\n', ['owner: pat', 'tag: TODO']);
    });

    for (const text of [
      '- TODOs of the team',
      '- a TODO for later',
      '- see\n  TODO later',
      '- mail dana@example.com',
      '- install @types/node and @scope/name',
      '- released on 2026-11-02',
      '- 2026-11-02',
      '- `@dana` and `TODO`',
      '- [@dana](https://example.com/@dana)',
      '- <https://example.com/@dana>',
      '- ![@dana](x.png)',
      '- ```\n  TODO x @dana\n  ```',
      '- <img alt="by 2026-11-02 @dana">',
      '> - TODO quoted @dana',
      '- standby 2026-11-09',
    ]) {
      it(`leaves ${JSON.stringify(text)} alone`, () => checkUntouched(text));
    }
  });

  describe('suppressions', () => {
    it('are marked in their comments', () => {
      checkMarks('<!-- one-on-one-ignore-next-line vague-target: agreed -->', ['ignore: one-on-one-ignore-next-line']);
      checkMarks('  <!--one-on-one-ignore-file-->', ['ignore: one-on-one-ignore-file']);
    });

    it('stay comments', () => {
      const tokens = tokensOf(grammar, '<!-- one-on-one-ignore-section pay-figure -->');
      assert.ok(tokens.every(({ scopes }) => scopes.includes('comment.block.html')));
    });

    for (const text of [
      '<!-- one-on-one-ignore-next-line',
      '<!-- one-on-one-ignore-everything x -->',
      '<!-- TODO -->',
    ]) {
      it(`leaves ${text} alone`, () => checkUntouched(`${text}\n- TODO`));
    }
  });

  describe('other text', () => {
    for (const [name, text] of [
      ['paragraphs', 'TODO @dana 2026-11-02 due 2026-11-02\n\n**Goals**\n\nGoals:\n\nFocus area: X\n'],
      ['fences', '```md\n## 2026-11-02\n#### Focus area: X\n**Goals**\n- TODO @dana\n```\n'],
      ['comments', '<!--\n## 2026-11-02\n#### Focus area: X\n- TODO @dana\n-->\n'],
      ['indented code', 'Text\n\n    #### Focus area: X\n    - TODO @dana\n'],
      ['front matter', '---\n# Focus area: X\nattendees:\n- TODO @dana\n---\n\n**Goals**\n'],
      ['tables', '| Who | When |\n| --- | --- |\n| @dana | due 2026-11-02 |\n'],
      ['quotes', '> ## 2026-11-02\n> #### Focus area: X\n'],
    ] as const) {
      it(`leaves ${name} alone`, () => checkUntouched(text));
    }

    it('leaves the README of a real project alone', () => {
      const path = new URL('../../node_modules/mocha/README.md', import.meta.url);
      checkUntouched(readFileSync(path, 'utf8'));
    });
  });

  describe('rules', () => {
    it('use names that themes know', () => {
      const known =
        /^(?:keyword\.(?:other|control)|entity\.name\.(?:type|section)|constant\.numeric|variable\.other|comment\.block|markup\.(?:bold|heading)|punctuation|meta)\./;
      for (const contribution of contributions) {
        const names = [...JSON.stringify(rawGrammar(contribution)).matchAll(/"name":"([^"]+)"/g)].map(
          (match) => match[1]!,
        );
        for (const name of names.flatMap((one) => one.split(' '))) assert.match(name, known);
      }
    });

    it('take no time on a long line', function () {
      // What is held to a limit is the processor's time; a busy machine may take its own.
      this.timeout(120_000);
      const patterns = contributions.flatMap((contribution) =>
        [...JSON.stringify(rawGrammar(contribution)).matchAll(/"(?:match|begin|end)":("(?:[^"\\]|\\.)*")/g)].map(
          (match) => (JSON.parse(match[1]!) as string).replaceAll('\\1', '##'),
        ),
      );
      assert.ok(patterns.length > 10);
      const pieces = [
        '- @a',
        '@a.',
        '## 2026-',
        ' FY 26',
        '- [ ] ',
        'by Fri ',
        '<!-- one-on-one-ignore-file ',
        '**Goals',
        ' ',
        '-',
      ];
      for (const pattern of patterns) {
        for (const piece of pieces) {
          const line = `${piece.trim() || '#'} ${piece.repeat(10_000 / piece.length)}`;
          const taken = processorTime(() => countMatches(pattern, line), 2);
          assert.ok(taken < 1_000, `${pattern} is slow on ${piece}: ${taken} ms`);
        }
      }
    });
  });
});
