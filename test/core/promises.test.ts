/** What is promised in notes, said in lines that a person can check at a glance. */
import assert from 'node:assert/strict';
import { formatDay } from '../../server/src/core/calendar.ts';
import type { PromiseThread, Series } from '../../server/src/core/model.ts';
import { ownersIn } from '../../server/src/core/promises/owners.ts';
import { openFixture } from '../workspace.ts';
import { checkLinear } from './linear.ts';

const people = '---\nreport: Dana Reyes\nmanager: Sam Osei\n---\n\n';

function seriesIn(source: string): Series {
  const { series } = openFixture(source, undefined, []);
  assert.equal(series.length, 1);
  return series[0]!;
}

/** `[sign] text — owners, due day`, one line a promise. */
function promised({ text, owners, due, state }: PromiseThread): string {
  const sign = { open: ' ', done: 'x', dropped: '-', moved: '>', 'in-progress': '/' }[state];
  const further = [owners.join(' + '), due === null ? '' : formatDay(due)].filter((each) => each !== '');
  return `[${sign}] ${text}${further.length === 0 ? '' : ` — ${further.join(', ')}`}`;
}

function lines(text: string): string[] {
  const all = text
    .replace(/^\n/, '')
    .replace(/\n\s*$/, '')
    .split('\n');
  const indent = /^ */.exec(all[0]!)![0].length;
  return text.trim() === '' ? [] : all.map((line) => line.slice(indent));
}

function checkPromises(source: string, expected: string): void {
  assert.deepEqual(seriesIn(source).promises.map(promised), lines(expected));
}

/** One item under `Action items`, in a meeting on Monday 2026-11-09. */
function checkItem(item: string, expected: string): void {
  checkPromises(`${people}## 2026-11-09\n\n### Action items\n\n${item}\n`, expected);
}

describe('the owner of a promise', () => {
  const spellings: readonly (readonly [string, string])[] = [
    ['- [ ] @dana Send the deck', 'Dana Reyes'],
    ['- [ ] @dana: Send the deck', 'Dana Reyes'],
    ['- [ ] @dana.reyes, @sam - Send the deck', 'Dana Reyes + Sam Osei'],
    ['- [ ] Send the deck @dana', 'Dana Reyes'],
    ['- [ ] Send the deck @dana @sosei', 'Dana Reyes + Sam Osei'],
    ['- [ ] Send the deck @dreyes.', 'Dana Reyes'],
    ['- [ ] Send the deck @priya', 'priya'],
    ['* [ ] Dana: Send the deck', 'Dana Reyes'],
    ['- Dana Reyes: Send the deck', 'Dana Reyes'],
    ['- [ ] dana: Send the deck', 'Dana Reyes'],
    ['- [ ] DR: Send the deck', 'Dana Reyes'],
    ['- [ ] **Dana:** Send the deck', 'Dana Reyes'],
    ['- [ ] **Dana**: Send the deck', 'Dana Reyes'],
    ['1. Dana : Send the deck', 'Dana Reyes'],
    ['- [ ] Dana + Sam: Send the deck', 'Dana Reyes + Sam Osei'],
    ['- [ ] Dana & Sam: Send the deck', 'Dana Reyes + Sam Osei'],
    ['- [ ] Dana/Sam: Send the deck', 'Dana Reyes + Sam Osei'],
    ['- [ ] Dana und Sam: Send the deck', 'Dana Reyes + Sam Osei'],
    ['- [ ] Dana + Priya: Send the deck', 'Dana Reyes + Priya'],
    ['- [ ] [Dana] Send the deck', 'Dana Reyes'],
    ['- [ ] [[Dana Reyes]] Send the deck', 'Dana Reyes'],
    ['- [Sam] Send the deck', 'Sam Osei'],
    ['- [ ] Send the deck [Dana]', 'Dana Reyes'],
    ['- [ ] Send the deck → Dana', 'Dana Reyes'],
    ['- [ ] Send the deck -> Sam & Dana', 'Sam Osei + Dana Reyes'],
    ['- [ ] Send the deck ➡️ @dana', 'Dana Reyes'],
    ['- [ ] Send the deck (Dana)', 'Dana Reyes'],
    ['- [ ] Send the deck (Dana, Sam)', 'Dana Reyes + Sam Osei'],
    ['- [ ] Send the deck (@dana)', 'Dana Reyes'],
    ['- [ ] Dana to Send the deck', 'Dana Reyes'],
    ['- [ ] me: Send the deck', 'me'],
    ['- [ ] Report: Send the deck', 'Dana Reyes'],
    ['- [ ] Send the deck (manager)', 'Sam Osei'],
    ['- [ ] Team: Send the deck', 'team'],
    ['- **Dana**\n  - [ ] Send the deck', 'Dana Reyes'],
    ['- Sam:\n  - Send the deck', 'Sam Osei'],
    ['#### Dana\n\n- Send the deck', 'Dana Reyes'],
    ['**Sam**\n\n- [ ] Send the deck', 'Sam Osei'],
    ['#### 👤 Dana & Sam\n\n- [ ] Send the deck', 'Dana Reyes + Sam Osei'],
    ["#### Dana's action items\n\n- Send the deck", 'Dana Reyes'],
    ['#### Next steps for Sam\n\n- Send the deck', 'Sam Osei'],
    ['#### Next steps (Sam)\n\n- Send the deck', 'Sam Osei'],
    ['#### My actions\n\n- Send the deck', 'me'],
  ];
  for (const [item, owners] of spellings) {
    it(`is read from ${JSON.stringify(item)}`, () => checkItem(item, `[ ] Send the deck — ${owners}`));
  }

  it('stands beside a due date on either side', () => {
    checkItem('- [ ] Dana: Send the deck by Friday', '[ ] Send the deck — Dana Reyes, 2026-11-13');
    checkItem('- [ ] Send the deck @dana (by Fri 2026-11-13)', '[ ] Send the deck — Dana Reyes, 2026-11-13');
    checkItem('- [ ] Send the deck (Dana, by Friday)', '[ ] Send the deck — Dana Reyes, 2026-11-13');
    checkItem('- [ ] Send the deck → Sam 📅 2026-11-13', '[ ] Send the deck — Sam Osei, 2026-11-13');
    checkItem('- [ ] @dana Send the deck due:2026-11-13', '[ ] Send the deck — Dana Reyes, 2026-11-13');
  });

  const noOwners = [
    'Note: the deck is late',
    'Decision: no deck',
    'FYI: the deck went out',
    'Budget: ask finance for more',
    'Talk to @priya',
    'Ask @sam about the deck',
    'Sync about the deck with @sam',
    'Read https://example.org/deck: it is good',
    'Move the deck from staging → Production',
    'Book a room (Berlin)',
    'Prepare the talk (Optional)',
    '10:30 call with finance',
    'Deploy [staging] once',
    'Mail dana@example.org',
  ];
  for (const text of noOwners) it(`is not read from "${text}"`, () => checkItem(`- [ ] ${text}`, `[ ] ${text}`));

  it('is looked for in time that grows with the text', () => {
    for (const piece of ['@a', '@a, ', '.', ' ', '(', '[', '\u2192', 'A ', 'A: ', 'to ', 'A to ', ',;:', '- '])
      checkLinear(piece, (text) => [ownersIn(text), ownersIn(`x${text}!`)]);
  });

  it('may be somebody else, where the notes use the name as an owner', () => {
    checkPromises(
      `${people}## 2026-11-09

### Actions

- [ ] Priya: book the room
- [ ] Budget: ask for more
- [ ] order lunch (Priya)
- [ ] Lee: pay for it
- [ ] tidy up @lee
`,
      `
      [ ] book the room — Priya
      [ ] Budget: ask for more
      [ ] order lunch — Priya
      [ ] pay for it — Lee
      [ ] tidy up — Lee
      `,
    );
  });

  it('is as written where two people share the name, and where nobody is known', () => {
    checkPromises(
      '---\nreport: Sam Reyes\nmanager: Sam Osei\n---\n\n## 2026-11-09\n\n- [ ] @sam Send it\n- [ ] Osei: Read it\n',
      `
      [ ] Send it — sam
      [ ] Read it — Sam Osei
      `,
    );
    checkPromises(
      '## 2026-11-09\n\n- [ ] Dana: Send it\n- [ ] @manager Read it\n',
      '[ ] Dana: Send it\n[ ] Read it — manager',
    );
  });

  it('may have a name that JavaScript objects have too', () => {
    checkPromises(
      '---\nreport: constructor\nmanager: __proto__\n---\n\n## 2026-11-09\n\n- [ ] constructor: Send it\n- [ ] toString: Read it\n',
      '[ ] Send it — constructor\n[ ] toString: Read it',
    );
  });
});

describe('promises', () => {
  it('are checkboxes anywhere in a meeting but under topics and in the routine', () => {
    checkPromises(
      `${people}## Standing agenda

- [ ] How are you?

## 2026-11-09

- [ ] Straight under the date

### Agenda

- [ ] A topic
  - [ ] A part of it

### ✅ Checklist (optional)

- [ ] Read last week's notes

### Prep

- [ ] Think of wins

### Notes

- We talked about the rota
  - [ ] Below a note
- A plain note

### Private 🔒

- [ ] Not for others

### Checkpoint 2026-Q4

#### Focus area: Toil

**Targets**

- [ ] Ten pages a week by 2026-11-01

**Actions**

- [ ] Ask around

### Checkpoint summary

- [ ] Toil: done

## Ideas for later

- [ ] Not a promise outside meetings
`,
      `
      [ ] Straight under the date
      [ ] Below a note
      [ ] Not for others
      `,
    );
  });

  it('are all items under a name for actions, in six languages, in and outside meetings', () => {
    const names = [
      'Actions',
      '📌 Action Items:',
      'Next steps',
      'To-do',
      'Follow-ups',
      'Aufgaben',
      'Nächste Schritte',
      'Prochaines étapes',
      'Próximos pasos',
      'Prossimi passi',
      'Próximos passos',
      'Open actions',
      'Action items from last week',
    ];
    for (const name of names) {
      const expected = '[ ] Send the deck\n[ ] Read it';
      checkPromises(
        `${people}## 2026-11-09\n\n### ${name}\n\n- Send the deck\n  - the new one\n+ [ ] Read it\n`,
        expected,
      );
      checkPromises(`${people}## ${name}\n\n- Send the deck\n- [ ] Read it\n\n## 2026-11-09\n\nShort.\n`, expected);
    }
    checkPromises(`${people}## 2026-11-09\n\n**Next steps:** Send the deck\n\n**Notes:** none\n`, '[ ] Send the deck');
    checkPromises(
      `${people}## 2026-11-09\n\n- Topics\n  - [ ] Rota\n- Action items:\n  - Send the deck\n`,
      '[ ] Send the deck',
    );
  });

  it('have a state by sign', () => {
    checkItem(
      [
        '- [ ] open',
        '- [x] done',
        '- [X] done too',
        '- [-] dropped',
        '- [~] dropped too',
        '- [>] moved',
        '- [/] under way',
        '- ~~struck out~~',
        '- [ ] ~~struck out too~~',
        '- ✅ ticked',
        '- sent (done)',
      ].join('\n'),
      `
      [ ] open
      [x] done
      [x] done too
      [-] dropped
      [-] dropped too
      [>] moved
      [/] under way
      [-] struck out
      [-] struck out too
      [x] ticked
      [x] sent
      `,
    );
  });

  it('are not there where nothing is written', () => {
    checkItem('- [ ]\n- [ ] …\n- none\n- N/A\n- [ ] <action>\n- {{action}}\n- keine\n- [ ] TBD', '');
  });

  it('are TODO and DOTO items of a meeting', () => {
    checkPromises(
      `${people}## 2026-11-09

### Agenda

- TODO Dana: ask for access
- DOTO: ask finance by Friday
- TODOs are many
- todo lists are fine
`,
      `
      [ ] ask for access — Dana Reyes
      [ ] ask finance — Sam Osei, 2026-11-13
      `,
    );
  });

  it('are rows of a table', () => {
    checkPromises(
      `${people}## 2026-11-09

| # | Action | Owner | Due | Status |
| - | --- | --- | --- | --- |
| 1 | Send the deck | Dana | 2026-11-13 | in progress |
| 2 | Read it | @sam / Priya | Friday | ✅ Done |
| 3 | Tell finance | TBD | | Won't do |
| | | | | |

| Risk | Level |
| --- | --- |
| Rota | high |

### Aufgaben

| Was | Wer | Bis | Erledigt |
| --- | --- | --- | --- |
| Folien senden | Dana | 13.11.2026 | x |
`,
      `
      [/] Send the deck — Dana Reyes, 2026-11-13
      [x] Read it — Sam Osei + Priya, 2026-11-13
      [-] Tell finance
      [x] Folien senden — Dana Reyes, 2026-11-13
      `,
    );
  });

  it('of a German pair are read', () => {
    checkPromises(
      '---\r\nreport: Jörg Müller\r\nmanager: Anaïs Lefèvre\r\n---\r\n\r\n## 9. November 2026\r\n\r\n### Nächste Schritte\r\n\r\n- [ ] Jörg: Folien bis Freitag an Anaïs schicken 🙏\r\n- [x] **Anaïs:** Budget klären\r\n',
      `
      [ ] Folien an Anaïs schicken 🙏 — Jörg Müller, 2026-11-13
      [x] Budget klären — Anaïs Lefèvre
      `,
    );
  });
});
