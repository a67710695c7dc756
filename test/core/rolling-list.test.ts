/** The undated rolling list, said in lines that a person can check at a glance. */
import assert from 'node:assert/strict';
import { formatDay } from '../../server/src/core/calendar.ts';
import { writerOf } from '../../server/src/core/rolling-list.ts';
import { openFixture } from '../workspace.ts';

const people = '---\nreport: Dana Reyes\nmanager: Sam Osei\n---\n\n';

/** `tag | writer | text => replies`, one line an item, under its list's title. */
function checkLists(source: string, expected: readonly string[]): void {
  for (const text of [source, source.replaceAll('\n', '\r\n'), source.replaceAll(/^- /gm, '* ')]) {
    const [series] = openFixture(text, undefined, []).series;
    const cast = series!.cast;
    const found = series!.rollingLists.flatMap(({ list }) => [
      `# ${list.title.text}`,
      ...list.items.map((item) => {
        const day = item.day === null ? '' : ` (${formatDay(item.day)})`;
        const replies = item.replies.map((reply) => ` => ${reply.label ?? '?'}`).join('');
        return `${item.tag?.text ?? '?'}${day} | ${writerOf(item, cast) ?? '?'} | ${item.text}${replies}`;
      }),
    ]);
    assert.deepEqual(found, expected);
  }
}

const list = `${people}## Performance management

- TODO Dana: update the worksheet
- 2026-12-01 Sam: compa review
- FYI Sam I am out on Friday 🌴 => Dana: thanks
- DR: no tag here

## Career development

- IDEA @dana a talk in March
  - => Sam: which one?
    => Dana: the cache
- 2027-01 Dana Reyes - where next?
- **DISCUSS** Priya: the staff path
- 17.4 Sam: clean up
`;

describe('a rolling list', () => {
  it('has sections, tags, writers and replies', () =>
    checkLists(list, [
      '# Performance management',
      'TODO | Dana Reyes | Dana: update the worksheet',
      '2026-12-01 (2026-12-01) | Sam Osei | Sam: compa review',
      'FYI | Sam Osei | Sam I am out on Friday 🌴 => Dana',
      '? | Dana Reyes | DR: no tag here',
      '# Career development',
      'IDEA | Dana Reyes | @dana a talk in March => Sam => Dana',
      '2027-01 (2027-01-01) | Dana Reyes | Dana Reyes - where next?',
      'DISCUSS | Priya | Priya: the staff path',
      '17.4 | Sam Osei | Sam: clean up',
    ]));

  it('is a standing agenda as well where it is about the career, and has promises', () => {
    const [series] = openFixture(`${list}- DOTO Dana: ask about the budget\n`, undefined, []).series;
    assert.deepEqual(
      series!.agendas.map(({ agenda }) => agenda.title.text),
      ['Career development'],
    );
    assert.deepEqual(
      series!.promises.map(({ text, owners }) => [text, ...owners]),
      [
        ['update the worksheet', 'Dana Reyes'],
        ['ask about the budget', 'Sam Osei'],
      ],
    );
  });

  it('is no list in a meeting, no agenda, no promise list, no short list, and none where fewer than half are tagged', () => {
    const items = '- TODO Dana: a\n- FYI Sam: b\n- REVIEW Dana: c\n';
    for (const source of [
      `## 2026-11-16\n\n${items}`,
      `## Standing agenda\n\n${items}`,
      `## Action items\n\n${items}`,
      '## Hallway\n\n- TODO Dana: a\n- FYI Sam: b\n',
      '## Links\n\n- TODO Dana: a\n- the wiki\n- the board\n',
      '## Reading\n\n- Todo lists\n- Reviewing code\n- FYI-style notes\n',
    ])
      checkLists(people + source, []);
  });

  it('takes no date that does not exist', () =>
    checkLists(`${people}## Hallway\n\n- 2026-13 Dana: a\n- 2026-02-30 Dana: b\n- FYI Dana: c\n`, [
      '# Hallway',
      '2026-13 | Dana Reyes | Dana: a',
      '2026-02-30 | Dana Reyes | Dana: b',
      'FYI | Dana Reyes | Dana: c',
    ]));
});
