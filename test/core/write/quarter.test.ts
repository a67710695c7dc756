/** The quarter as a picture and as a table, over marked text. */
import assert from 'node:assert/strict';
import { quarterProgress, type QuarterProgress } from '../../../server/src/core/progress.ts';
import { inEnglish } from '../../../server/src/core/say.ts';
import { printed } from '../../../server/src/core/write/quarter-look.ts';
import { quarterSvg, quarterSvgFile } from '../../../server/src/core/write/quarter-picture.ts';
import { quarterMarkdown } from '../../../server/src/core/write/quarter-table.ts';
import { openFixture } from '../../workspace.ts';

const note = `---
report: Dana Reyes
manager: Sam Osei
---

# 1:1 Dana Reyes / Sam Osei

## 2026-10-05

### Checkpoint 2026-Q4

#### Focus area: Toil

**Targets**

- [x] Half the pages
- [/] A tenth of them by 2026-12-15
- [-] None at all

#### Focus area: Incident lead

**Targets**

- [ ] Lead one by 2026-11-20

## 2026-10-12

- Toil: fewer pages
- [x] @Sam asks for the budget
- [ ] @Dana writes the page

## 2026-10-14

- Toil again

## 2026-12-21

### Summary 2026-Q4

- Toil: done
- Incident lead: not yet
`;

function progressOf(text: string, today = '2026-11-24'): QuarterProgress & { readonly day: number } {
  const { series, context } = openFixture(text, today);
  const [first] = series;
  const record = first!.quarters.find(({ quarter }) => quarter.label === '2026-Q4')!;
  return { ...quarterProgress(record, first!, context), day: context.today };
}

function drawn(text: string, today?: string): string {
  const progress = progressOf(text, today);
  return quarterSvg(progress, 'Dana Reyes', progress.day, inEnglish);
}

/** What the marks of one week say, in drawing order. */
function weekSays(svg: string, week: number): string[] {
  return [...svg.matchAll(new RegExp(`data-week="${week}"[^>]*><title>([^<]*)</title>`, 'g'))].map(
    ([, title]) => title!,
  );
}

/** Fails where elements are not closed, or closed in another order. */
function checkWellFormed(svg: string): void {
  const open: string[] = [];
  for (const [, closes, name, , ends] of svg.matchAll(/<(\/?)([a-z]+)((?:\s[\w:-]+="[^"<>]*")*)\s*(\/?)>|[<>]/g)) {
    assert.ok(name, `a bare bracket in ${svg}`);
    if (closes) assert.equal(open.pop(), name);
    else if (!ends) open.push(name);
  }
  assert.deepEqual(open, []);
}

describe('the picture of a quarter', () => {
  it('says what each week held', () => {
    const svg = drawn(note);
    assert.deepEqual(weekSays(svg, 1), ['Week 1, 2026-10-01 to 2026-10-07: 1 meeting', 'Checkpoint']);
    assert.deepEqual(weekSays(svg, 2), [
      'Week 2, 2026-10-08 to 2026-10-14: 2 meetings',
      '2 meetings',
      'Week 2: mentioned',
      'Week 2: not mentioned',
      'Week 2: 2 promises given, 1 closed',
    ]);
    assert.deepEqual(weekSays(svg, 3), ['Week 3, 2026-10-15 to 2026-10-21: no meetings']);
    assert.deepEqual(weekSays(svg, 12).slice(0, 2), ['Week 12, 2026-12-17 to 2026-12-23: 1 meeting', 'Summary']);
    for (const title of ['Target met: Half the pages', 'Target in progress: A tenth', 'Target dropped: None at all']) {
      assert.ok(svg.includes(`<title>${title}`), title);
    }
  });

  it('is described in words for those who do not see it', () => {
    const svg = drawn(note);
    assert.match(svg, /role="img" aria-labelledby="one-on-one-title one-on-one-desc"/);
    assert.match(svg, /<title id="one-on-one-title">Dana Reyes: 2026-Q4<\/title>/);
    const description = /<desc id="one-on-one-desc">([^<]*)</.exec(svg)?.[1];
    assert.equal(
      description,
      '2026-Q4, 2026-10-01 to 2026-12-31, now in week 8. 3 meetings held. Checkpoint written, summary written. ' +
        'Toil: mentioned in 2 meetings, last on 2026-10-14, 1 of 3 targets met. ' +
        'Incident lead: not mentioned yet, 0 of 1 target met.',
    );
  });

  it('shades the current week, and no week of a quarter that is over', () => {
    const shaded = (svg: string): string[] =>
      [...svg.matchAll(/<rect data-week="(\d+)"[^>]*one-on-one-band/g)].map(([, week]) => week!);
    assert.deepEqual(shaded(drawn(note)), ['8']);
    assert.deepEqual(shaded(drawn(note, '2027-01-11')), []);
  });

  it('has a legend for what is in it and for nothing else', () => {
    const legend = (svg: string): string[] =>
      [...svg.matchAll(/<text x="24" font-size="11"[^>]*>([^<]*)</g)].map(([, text]) => text!);
    assert.deepEqual(legend(drawn(note)), [
      ...['checkpoint', 'summary', 'mentioned', 'meeting without it', 'target met', 'target open'],
      ...['target in progress', 'target dropped', 'promises given', 'closed'],
    ]);
    const plain = note.replace(/### Checkpoint[\s\S]*?(?=## 2026-10-12)/, '').replace(/### Summary[\s\S]*/, '');
    assert.deepEqual(legend(drawn(plain)), ['promises given', 'closed']);
    assert.match(drawn(plain), />No focus areas yet</);
  });

  it('asks the page around it for every colour', () => {
    const colours = [...drawn(note).matchAll(/ (?:fill|stroke)="([^"]*)"/g)].map(([, colour]) => colour!);
    for (const colour of new Set(colours)) {
      assert.match(colour, /^(?:none|transparent|currentColor|var\(--one-on-one-[a-z-]+, [\w#]+\))$/);
    }
  });

  it('is in plain colours on white as a file of its own', () => {
    const progress = progressOf(note);
    const svg = quarterSvgFile(progress, 'Dana Reyes', progress.day, inEnglish);
    assert.ok(svg.endsWith('</svg>\n'));
    assert.match(svg, />Dana Reyes: 2026-Q4<\/text><text[^>]*>2026-10-01 to 2026-12-31</);
    const colours = [...svg.matchAll(/ (?:fill|stroke)="([^"]*)"/g)].map(([, colour]) => colour!);
    const known: readonly unknown[] = [...Object.values(printed), 'none', 'transparent'];
    for (const colour of new Set(colours)) assert.ok(known.includes(colour), colour);
  });

  it('counts many targets in a bar and words', () => {
    const many = Array.from({ length: 20 }, (_, index) => `- [${index < 7 ? 'x' : ' '}] Page ${index}`).join('\n');
    const svg = drawn(note.replace('- [ ] Lead one by 2026-11-20', many));
    assert.match(svg, />7 of 20 targets met</);
    assert.doesNotMatch(svg, /Page 3/);
  });

  it('holds no script, link, style or address, whatever a note says', () => {
    const nasty = note
      .replaceAll('Incident lead', '<script>alert(1)</script> & "quoted" \'too\' \u0007\uFFFE')
      .replace('Half the pages', '</title></svg><img src=https://example.com onerror=x>');
    const progress = progressOf(nasty);
    for (const svg of [
      quarterSvg(progress, 'A <b> & "C"', progress.day, inEnglish),
      quarterSvgFile(progress, 'A <b> & "C"', progress.day, inEnglish),
    ]) {
      checkWellFormed(svg.trim());
      assert.doesNotMatch(svg, /<(?:script|style|a|img|image|use|foreignObject)\b/i);
      assert.doesNotMatch(svg, /<[^>]*\s(?:on\w+|href|style|src)=/i);
      assert.deepEqual(
        svg.match(/https?:[^"<]*/g)?.filter((address) => !/^http:\/\/www\.w3\.org/.test(address)),
        ['https://example.com onerror=x&#62;'],
      );
      // eslint-disable-next-line no-control-regex
      assert.doesNotMatch(svg, /[\u0000-\u0008\uFFFE]/);
    }
  });

  it('leaves out what is private', () => {
    const hidden = note.replace('- Toil again', '### Private\n\n- Toil plum\n- [ ] @Sam the plum');
    const progress = progressOf(hidden);
    const all = drawn(hidden) + quarterMarkdown(progress, 'Dana Reyes', progress.day, inEnglish);
    assert.doesNotMatch(all, /plum/);
    assert.deepEqual(weekSays(drawn(hidden), 2).at(-1), 'Week 2: 2 promises given, 1 closed');
  });
});

describe('the table of a quarter', () => {
  it('reads well as plain text', () => {
    const short = note.replace('## 2026-12-21\n\n### Summary 2026-Q4\n\n- Toil: done\n- Incident lead: not yet\n', '');
    const progress = progressOf(short, '2026-10-20');
    assert.equal(
      quarterMarkdown(progress, 'Dana Reyes', progress.day, inEnglish),
      `# Dana Reyes: 2026-Q4

2026-10-01 to 2026-12-31, now in week 3, 3 meetings held, checkpoint on 2026-10-05, no summary.

| Week            | 1  | 2  | 3  | 4  | 5  | 6  | 7  | 8  | 9  | 10 | 11 | 12 | 13 | 14 | Targets            |
| --------------- | -- | -- | -- | -- | -- | -- | -- | -- | -- | -- | -- | -- | -- | -- | ------------------ |
| Toil            | ○  | ●  |    |    |    |    |    |    |    |    |    |    |    |    | 1 of 3 targets met |
| Incident lead   | ○  | ○  |    |    |    |    |    |    |    |    |    |    |    |    | 0 of 1 target met  |
| Promises given  |    | 2  |    |    |    |    |    |    |    |    |    |    |    |    |                    |
| Promises closed |    | 1  |    |    |    |    |    |    |    |    |    |    |    |    |                    |

● mentioned, ○ met without mentioning it, blank: no meeting in that week of the quarter.

## Toil

Mentioned in 2 meetings, last on 2026-10-14, 1 of 3 targets met.

- [x] Half the pages
- [/] A tenth of them by 2026-12-15
- [-] None at all

## Incident lead

Not mentioned yet, 0 of 1 target met.

- [ ] Lead one by 2026-11-20
`,
    );
  });

  it('says so where there is nothing to show', () => {
    const progress = progressOf('---\nreport: Dana Reyes\nmanager: Sam Osei\n---\n\n## 2026-08-03\n\n- Hello\n');
    assert.equal(
      quarterMarkdown(progress, 'Dana Reyes', progress.day, inEnglish),
      '# Dana Reyes: 2026-Q4\n\n2026-10-01 to 2026-12-31, now in week 8, 0 meetings held, no checkpoint, no summary.\n\nNo focus areas yet.\n',
    );
  });
});
