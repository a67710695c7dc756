/** The commands that write: what each one writes, and that every other byte stays as it was. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { formatDay } from '../../../server/src/core/calendar.ts';
import { spanOf } from '../../../server/src/core/parse.ts';
import { isOpen } from '../../../server/src/core/state.ts';
import { applyEdits } from '../../../server/src/core/text.ts';
import { closePromise } from '../../../server/src/core/write/close-promise.ts';
import { newDocumentText } from '../../../server/src/core/write/new-document.ts';
import type { Closing } from '../../../server/src/core/write/promises.ts';
import type { Writing } from '../../../server/src/core/write/writing.ts';
import { writingOf } from '../../../server/src/features/commands.ts';
import type { Request } from '../../../server/src/features/request.ts';
import { readFixture } from '../../fixture.ts';
import { corpus, seriesFolders } from '../../notes.ts';
import { openWorkspace, type File, type Workspace } from '../../workspace.ts';

const commands = [
  'oneOnOne.startMeeting',
  'oneOnOne.startQuarter',
  'oneOnOne.closeQuarter',
  'oneOnOne.insertStandingAgenda',
] as const;

type Command = (typeof commands)[number];

/** Asked in the first file, or in that of a path. */
function run(command: Command, workspace: Workspace, path = workspace.documents[0]!.path): Writing {
  return writingOf(command, requestFor(workspace, path)!)!;
}

/** Null where the file is no 1:1 document. */
function requestFor({ documents, series, context }: Workspace, path: string): Request | null {
  const document = documents.find((each) => each.path === path)!;
  const own = series.find((each) => each.documents.includes(document));
  return own === undefined ? null : { document, series: own, context };
}

/** The files after what was written. */
function after(files: readonly File[], writing: Writing): File[] {
  if (writing.is === 'new-file') {
    const { path, text } = writing;
    return files.some((file) => file.path === path) ? [...files] : [...files, { path, text }];
  }
  if (writing.is !== 'edits') return [...files];
  return [writing, ...writing.elsewhere].reduce<File[]>(
    (now, { document, edits }) => {
      const spans = edits.map(({ at, newText }) => ({ span: spanOf(document.note, at)!, newText }));
      const text = applyEdits(document.note.text.toString(), spans);
      return now.map((file) => (file.path === document.path ? { ...file, text } : file));
    },
    [...files],
  );
}

/** The command writes exactly this into the first file. */
function checkWriting(command: Command, source: string, expected: string, today?: string): void {
  const { files } = readFixture(source);
  const writing = run(command, openWorkspace(files, today));
  assert.equal(writing.is, 'edits', JSON.stringify(writing.is === 'impossible' ? writing.reason : writing.is));
  assert.equal(after(files, writing)[0]!.text, readFixture(expected).files[0]!.text);
}

/** Nothing that was there is gone or changed, and doing it again changes nothing. */
function checkOwned(command: Command, files: readonly File[], today: string, path?: string): void {
  const writing = run(command, openWorkspace(files, today), path);
  if (writing.is === 'edits') {
    for (const { document, edits } of [writing, ...writing.elsewhere]) {
      for (const { at, newText } of edits) {
        assert.equal(at.start, at.end, 'it inserts and replaces nothing');
        assert.ok(
          !newText.replaceAll(document.note.text.eol, '').match(/[\r\n]/),
          'it breaks lines as the document does',
        );
        assert.ok(!/[\uE000-\uE0FF]/.test(newText), 'it leaves no marks of ours');
      }
    }
  }
  const written = after(files, writing);
  const again = run(command, openWorkspace(written, today), path);
  assert.deepEqual(after(written, again), written, 'doing it again changes nothing');
}

const head = `---
report: Dana Reyes
manager: Sam Osei
---

# 1:1 Dana Reyes / Sam Osei
`;

describe('start meeting', () => {
  it('goes first where the newest is first, with open promises and the agenda at hand', () => {
    const source = `${head}
## Standing agenda

- How are you?
- Focus area: Toil

## 2026-11-16

- [ ] @Sam asks for the budget by Friday
- [x] @Dana writes the page

## 2026-11-09

- Nothing
`;
    const expected = source.replace(
      '## 2026-11-16',
      `## 2026-11-24

<!-- Standing agenda:
- How are you?
- Focus area: Toil
-->

- [ ] @Sam asks for the budget (due 2026-11-20)

## 2026-11-16`,
    );
    checkWriting('oneOnOne.startMeeting', source, expected);
  });

  it('leaves promises of long ago where they are', () => {
    const source = `${head}
## 2026-11-16

- [ ] Ask for the budget

## 2025-11-17

- [ ] Write the page
- [ ] Plan the year by 2026-10-30
`;
    const expected = source.replace(
      '## 2026-11-16',
      `## 2026-11-24

- [ ] Plan the year by 2026-10-30
- [ ] Ask for the budget

## 2026-11-16`,
    );
    checkWriting('oneOnOne.startMeeting', source, expected);
  });

  it('goes last where the oldest is first, in the form of the other dates, with rule and headings', () => {
    const source = `${head}
## Mon, November 9, 2026

### Topics

* Holidays

### Actions

* [ ] Dana: write the page

---

## Mon, November 16, 2026

### Topics

* More

### Actions

* [ ] Dana: write the page
`;
    const expected = `${source.trimEnd()}

---

## Tue, November 24, 2026

### Topics

### Actions

* [ ] Dana: write the page
`;
    checkWriting('oneOnOne.startMeeting', source, expected);
  });

  it('opens a quarter heading where meetings are grouped and the quarter is new', () => {
    const source = `${head}
## 2026-Q3

### 2026-09-21

- Fine
`;
    const expected = source.replace('## 2026-Q3', '## 2026-Q4\n\n### 2026-11-24\n\n## 2026-Q3');
    checkWriting('oneOnOne.startMeeting', source, expected);
  });

  it('counts on where meetings are numbered', () => {
    const source = `${head}
## 12. 2026-11-16 (Mon)

- a

## 11. 2026-11-09 (Mon)

- b
`;
    const expected = source.replace('## 12.', '## 13. 2026-11-24 (Tue)\n\n## 12.');
    checkWriting('oneOnOne.startMeeting', source, expected);
  });

  it('carries nothing private', () => {
    const source = `${head}
## 2026-11-16

### Private

- [ ] @Sam asks for the plum report
`;
    const { files } = readFixture(source);
    const [file] = after(files, run('oneOnOne.startMeeting', openWorkspace(files)));
    assert.equal(file!.text.split('plum').length, 2);
  });

  it('makes a file where each meeting has one, named and begun as the last one', () => {
    const files = ['2026-11-09', '2026-11-16'].map((date) => ({
      path: `one-on-ones/dana-${date}.md`,
      text: `---\nreport: Dana Reyes\nmanager: Sam Osei\ndate: ${date}\n---\n\n# 1:1 ${date}\n\n- [ ] @Dana writes the page\n`,
    }));
    const writing = run('oneOnOne.startMeeting', openWorkspace(files));
    assert.equal(writing.is, 'new-file');
    const made = writing.is === 'new-file' ? writing : null;
    assert.equal(made!.path, 'one-on-ones/dana-2026-11-24.md');
    assert.equal(
      made!.text,
      '---\nreport: Dana Reyes\nmanager: Sam Osei\ndate: 2026-11-24\n---\n\n# 1:1 2026-11-24\n\n- [ ] @Dana writes the page\n',
    );
    checkOwned('oneOnOne.startMeeting', files, '2026-11-24');
  });

  it('makes a file beside one that holds a meeting without a date in its name, once', () => {
    const files = [{ path: 'one-on-ones/dana.md', text: '# 1:1 Dana, 2026-11-17\n\n- Fine\n' }];
    const writing = run('oneOnOne.startMeeting', openWorkspace(files));
    assert.ok(writing.is === 'new-file');
    assert.equal(writing.path, 'one-on-ones/dana-2026-11-24.md');
    assert.equal(writing.text, '# 1:1 Dana, 2026-11-24\n');
    checkOwned('oneOnOne.startMeeting', files, '2026-11-24');
  });

  it('writes the year where dates have none and it is another one now', () => {
    const source = `${head}\n## December 21\n\n- a\n\n## December 14, 2026\n\n- b\n`;
    checkWriting(
      'oneOnOne.startMeeting',
      source,
      source.replace('## December 21', '## January 4, 2027\n\n## December 21'),
      '2027-01-04',
    );
  });

  it('goes on in the file that the pair went on in', () => {
    const note = (date: string): string => `${head}\n## ${date}\n\n- a\n`;
    const source = `//- one-on-ones/dana-2025.md\n${note('2025-11-24')}//- one-on-ones/dana-2026.md\n${note('2026-11-17')}`;
    const { files } = readFixture(source);
    const [old, current] = after(files, run('oneOnOne.startMeeting', openWorkspace(files)));
    assert.equal(old!.text, files[0]!.text);
    assert.match(current!.text, /## 2026-11-24\n\n## 2026-11-17/);
  });

  it('starts the first meeting of a document', () => {
    checkWriting('oneOnOne.startMeeting', `${head}\nHello.\n`, `${head}\nHello.\n\n## 2026-11-24\n`);
  });
});

describe('start quarter', () => {
  it('writes the checkpoint into the first meeting of the quarter, without blanks at line ends', () => {
    const source = `${head}\n## 2026-10-05\n\n- Holidays\n\n## 2026-09-28\n\n- Late\n`;
    const { files } = readFixture(source);
    const [file] = after(files, run('oneOnOne.startQuarter', openWorkspace(files)));
    assert.match(file!.text, /- Holidays\n\n### Checkpoint 2026-Q4\n\n#### Focus area:\n\n\*\*Responsibility:\*\*\n/);
    assert.ok(!/[ \t]$/m.test(file!.text));
  });

  it('plans no quarter in a meeting further back than the quarter before', () => {
    const source = `${head}\n## 2026-06-28\n\n- Late\n`;
    assert.equal(run('oneOnOne.startQuarter', openWorkspace(readFixture(source).files)).is, 'impossible');
  });

  it('plans ahead in the newest meeting where the quarter has none', () => {
    const source = `${head}\n## 2026-09-28\n\n- Late\n`;
    checkOwned('oneOnOne.startQuarter', readFixture(source).files, '2026-11-24');
  });
});

describe('close quarter', () => {
  const checkpoint = `### Checkpoint 2026-Q4

| Focus area | Goals | Targets | Ideas |
| --- | --- | --- | --- |
| Toil reduction | Halve the pages | 10 pages a week | Ask |
`;

  it('adds the column of the worksheet behind the last one, whatever the pipes look like', () => {
    const source = `${head}
## EFW

| Area | 2026-Q3 | Notes |
|---|---|---
| Toil | growing | a \\| b |
| Alerts

## 2026-11-23

${checkpoint}
### Summary 2026-Q4

- Toil reduction: fine
`;
    const expected = source
      .replace('| 2026-Q3 |', '| 2026-Q3 | 2026-Q4 |')
      .replace('|---|---|---\n', '|---|---| --- |---\n')
      .replace('| growing |', '| growing | |')
      .replace('| Alerts\n', '| Alerts | |\n');
    checkWriting('oneOnOne.closeQuarter', source, expected);
  });

  it('writes the summary in the last meeting and the column in the page beside it, at once', () => {
    const page = `${head}\n## EFW\n\n| Area | 2026-Q3 |\n| --- | --- |\n| Toil reduction | growing |\n`;
    const meeting = `---\nreport: Dana Reyes\nmanager: Sam Osei\n---\n\n# 2026-11-23\n\n${checkpoint}\n- Toil reduction: less\n`;
    const { files } = readFixture(`//- one-on-ones/dana.md\n${page}//- one-on-ones/dana/2026-11-23.md\n${meeting}`);
    const [pageAfter, meetingAfter] = after(files, run('oneOnOne.closeQuarter', openWorkspace(files)));
    assert.match(pageAfter!.text, /\| Area \| 2026-Q3 \| 2026-Q4 \|/);
    assert.match(meetingAfter!.text, /## Summary 2026-Q4/);
    checkOwned('oneOnOne.closeQuarter', files, '2026-11-24');
  });

  it('drafts the summary in the last meeting', () => {
    const source = `${head}\n## 2026-10-05\n\n${checkpoint}\n## 2026-11-23\n\n- Toil reduction: less\n`;
    const { files } = readFixture(source);
    const [file] = after(files, run('oneOnOne.closeQuarter', openWorkspace(files)));
    assert.ok(file!.text.indexOf('### Summary 2026-Q4') > file!.text.indexOf('- Toil reduction: less'));
    checkOwned('oneOnOne.closeQuarter', files, '2026-11-24');
  });
});

describe('close promise', () => {
  /** The promise on the line of `$0`. */
  function closed(source: string, closing: Closing): string | null {
    const { files, cursor } = readFixture(source);
    const workspace = openWorkspace(files);
    const writing = closePromise(workspace.documents[0]!, workspace.series[0]!, cursor!.offset, closing);
    return writing.is === 'edits' ? after(files, writing)[0]!.text : null;
  }
  const forms: readonly (readonly [string, string, string, string | null])[] = [
    ['- [ ] Dana: write', '- [x] Dana: write', '- [-] Dana: write', '- [>] Dana: write'],
    ['- [/] Dana: write', '- [x] Dana: write', '- [-] Dana: write', '- [>] Dana: write'],
    ['* TODO write it', '* [x] TODO write it', '* [-] TODO write it', '* [>] TODO write it'],
  ];
  for (const [written, done, dropped, moved] of forms) {
    it(`writes into ${written}`, () => {
      const note = (line: string): string => `${head}\n## 2026-11-16\n\n${line}\n`;
      assert.equal(closed(note(`${written}$0`), 'done'), note(done));
      assert.equal(closed(note(`${written}$0`), 'dropped'), note(dropped));
      assert.equal(closed(note(`${written}$0`), 'moved'), moved === null ? null : note(moved));
    });
  }

  it('writes the status of a table row in its own case', () => {
    const note = (status: string): string =>
      `${head}\n## 2026-11-16\n\n| Action | Owner | Status |\n| --- | --- | --- |\n| Write $0it down | Dana | ${status} |\n`;
    assert.equal(closed(note('Open'), 'done'), note('Done').replace('$0', ''));
  });

  it('closes the newest copy, wherever the cursor is in the thread', () => {
    const source = `${head}\n## 2026-11-23\n\n- [ ] @Dana writes the page\n\n## 2026-11-16\n\n- [ ] @Dana $0writes the page\n`;
    const expected = source.replace('$0', '').replace('- [ ]', '- [x]');
    assert.equal(closed(source, 'done'), expected);
  });
});

describe('new document', () => {
  it('is a 1:1 document in which today has been started', () => {
    const name = fc
      .string({ unit: 'grapheme', maxLength: 30 })
      .filter((text) => /\p{L}/u.test(text) && !/[{<$]/.test(text));
    fc.assert(
      fc.property(name, name, (report, manager) => {
        const text = newDocumentText({ report, manager }, 20000);
        const { series, documents } = openWorkspace([{ path: 'people/x.md', text }], formatDay(20000));
        assert.ok(documents[0]!.recognition.recognised);
        assert.equal(series[0]!.report, report.replace(/\s+/g, ' ').trim());
        assert.equal(series[0]!.meetings.length, 1);
        assert.equal(series[0]!.agendas.length, 1);
      }),
    );
  });
});

describe('every command', () => {
  const folder = new URL('../../../examples/one-on-ones/', import.meta.url);
  const examples = readdirSync(folder).map((name) => {
    const path = `one-on-ones/${name}`;
    return { path, files: [{ path, text: readFileSync(new URL(name, folder), 'utf8') }] };
  });
  const brought = corpus
    .filter(({ isPartOfSeries }) => !isPartOfSeries)
    .map(({ path, text, settings }) => ({ path, files: [...settings, { path, text }] }));
  const together = seriesFolders.flatMap(({ files }) =>
    files.filter(({ path }) => path.endsWith('.md')).map(({ path }) => ({ path, files })),
  );
  const all = [...examples, ...brought, ...together].flatMap(({ path, files }) => {
    const request = requestFor(openWorkspace(files), path);
    return request === null ? [] : [{ path, files, request, days: daysAfter(request) }];
  });

  it('is tried on many documents', () => assert.ok(all.length >= 60, String(all.length)));

  const isLong = process.env['LONG'] !== undefined;
  const often = isLong ? 'on every day and with both line breaks' : 'on one day each (LONG=1: on all of them)';
  for (const [which, command] of commands.entries()) {
    it(`${command} owns what it inserts and nothing else, and is done once, in every document, ${often}`, () => {
      for (const [index, { path, files, days }] of all.entries()) {
        const breaks = files.map((file) => ({ ...file, text: file.text.replace(/\r?\n/g, '\r\n') }));
        const tries = days.flatMap((day) => [files, breaks].map((text) => ({ day, text })));
        const own = isLong ? tries : [tries[(index + which) % tries.length]!];
        for (const { day, text } of own) checkOwned(command, text, day, path);
      }
    }).timeout(60_000);
  }

  it('closing a promise changes its sign and nothing else, once, in every document', () => {
    for (const { path, files, request } of all) {
      const { document, series } = request;
      for (const [index, { newest, state }] of series.promises.entries()) {
        if (newest.uri !== document.uri || !isOpen(state)) continue;
        const closing = index % 2 === 0 ? 'done' : 'dropped';
        const writing = closePromise(document, series, spanOf(document.note, newest.written.words)!.start, closing);
        assert.ok(writing.is === 'edits' && writing.edits.length === 1, path);
        const { at, newText } = writing.edits[0]!;
        assert.ok(at.end - at.start <= '[in progress]'.length, path);
        assert.match(newText, /^(?:\[[x>-]\] ?|[\u2705\u274C] |\w+|\|? \w+ \|?)$/);
        const again = requestFor(openWorkspace(after(files, writing)), path)!;
        assert.equal(again.series.promises[index]!.state, closing, `${path}: ${again.series.promises[index]!.text}`);
      }
    }
  }).timeout(60_000);
});

/** The day of the newest meeting, a week later, and after the quarter. */
function daysAfter({ series, context }: Request): string[] {
  const last = series.meetings.at(-1)?.day ?? context.today;
  return [last, last + 7, last + 95].map(formatDay);
}
