/** What is understood of a document, said in lines that a person can check at a glance. */
import assert from 'node:assert/strict';
import { formatDay, parseDay } from '../../server/src/core/calendar.ts';
import { defaultConfiguration } from '../../server/src/core/configuration.ts';
import { writeWeekday } from '../../server/src/core/dates.ts';
import type { Entry, FocusArea, Note, Part, Place } from '../../server/src/core/model.ts';
import { parseNote, spanOf } from '../../server/src/core/parse.ts';
import { readingOf } from '../../server/src/core/reading.ts';
import { recognise } from '../../server/src/core/recognise.ts';
import { textOf } from '../../server/src/core/text.ts';

function read(source: string, path = 'one-on-ones/dana.md'): Note {
  return parseNote(textOf(source), readingOf(defaultConfiguration, path));
}

/** The document in one line a thing: meetings, checkpoints with their areas, agendas, summaries. */
function understood(note: Note): string[] {
  const lines: string[] = [];
  const part = (name: string, found: Part | null): string =>
    found === null ? '' : ` ${name}=[${texts(found.entries)}]`;
  const area = (each: FocusArea): string =>
    `  area ${each.title.text || '(blank)'}${part('responsibility', each.responsibility)}${part('goals', each.goals)}${part('targets', each.targets)}${part('ideas', each.ideas)}`;
  for (const region of note.regions) {
    if (region.kind === 'quarter') lines.push(`quarter ${region.label!.year}-${region.label!.number}`);
    if (region.meeting !== null)
      lines.push(`meeting ${region.meeting.date.day === null ? '?' : formatDay(region.meeting.date.day)}`);
    for (const agenda of region.agendas) lines.push(`agenda ${agenda.items.map(({ text }) => text).join('; ')}`);
    for (const checkpoint of region.checkpoints) {
      const label = checkpoint.label ?? region.label;
      lines.push(
        `checkpoint${label === null ? '' : ` ${label.year}-${label.number}`}`,
        ...checkpoint.focusAreas.map(area),
      );
    }
    for (const summary of region.summaries)
      lines.push(`summary ${summary.entries.map(({ title }) => title.text).join('; ')}`);
    for (const worksheet of region.worksheets) {
      lines.push(
        `worksheet ${worksheet.columns.map(({ label }) => label.text).join(' ')}: ${worksheet.rows.map(({ title }) => title.text).join('; ')}`,
      );
    }
  }
  return lines;
}

function texts(entries: readonly Entry[]): string {
  return entries.map(({ text, checkbox }) => (checkbox === null ? text : `[${checkbox.sign}] ${text}`)).join(' | ');
}

function checkUnderstood(source: string, expected: string): void {
  const lines = expected.replace(/^\n/, '').replace(/\n\s*$/, '');
  const indent = /^ */.exec(lines)![0].length;
  assert.equal(
    understood(read(source)).join('\n'),
    lines
      .split('\n')
      .map((line) => line.slice(indent))
      .join('\n'),
  );
}

const canonical = `---
report: Dana Reyes
manager: Sam Osei
---

# 1:1 Dana Reyes / Sam Osei

## Standing agenda

- How are you?
- Focus area: Incident response

## 2026-10-05

### Checkpoint 2026-Q4

#### Focus area: Incident response

**Responsibility:** Perform and run blameless RCAs on incidents and outages

**Goals**

- Run an incident end to end as incident manager

**Targets**

- [ ] Lead two S2 incident reviews by 2026-12-15
- [x] Join the rota

**Ideas**

- Shadow the on-call in week 3

#### Focus area: Toil

##### Goals

- Halve the pages

##### Key results

1. Ten pages a week

### Notes

- Summer plans

## Thu, November 12, 2026 🎉

Short one.
`;

const canonicalUnderstood = `
  agenda How are you?; Focus area: Incident response
  meeting 2026-10-05
  checkpoint 2026-4
    area Incident response responsibility=[Perform and run blameless RCAs on incidents and outages] goals=[Run an incident end to end as incident manager] targets=[[ ] Lead two S2 incident reviews by 2026-12-15 | [x] Join the rota] ideas=[Shadow the on-call in week 3]
    area Toil goals=[Halve the pages] targets=[Ten pages a week]
  meeting 2026-11-12
`;

describe('a note', () => {
  it('is read in its canonical form', () => checkUnderstood(canonical, canonicalUnderstood));

  it('is read the same with CRLF, a byte order mark, and trailing blanks', () => {
    checkUnderstood(canonical.replaceAll('\n', '\r\n'), canonicalUnderstood);
    checkUnderstood(`\uFEFF${canonical}`, canonicalUnderstood);
    checkUnderstood(canonical.replaceAll('\n', '  \n'), canonicalUnderstood);
  });

  it('is read the same whatever the heading level and the list mark', () => {
    checkUnderstood(canonical.replaceAll(/^##/gm, '#'), canonicalUnderstood);
    checkUnderstood(canonical.replaceAll(/^- /gm, '* '), canonicalUnderstood);
  });

  it('gives exact positions in LF, CRLF and with a byte order mark', () => {
    for (const source of [canonical, canonical.replaceAll('\n', '\r\n'), `\uFEFF${canonical}`]) {
      const note = read(source);
      const at = (place: Place): string => source.slice(spanOf(note, place)!.start, spanOf(note, place)!.end);
      const [meeting] = note.meetings;
      const [area] = meeting!.checkpoints[0]!.focusAreas;
      assert.equal(at(note.report!.place), 'Dana Reyes');
      assert.equal(at(note.title!.place), '1:1 Dana Reyes / Sam Osei');
      assert.equal(at(meeting!.heading!.place), '2026-10-05');
      assert.equal(at(meeting!.checkpoints[0]!.title.place), 'Checkpoint 2026-Q4');
      assert.equal(at(area!.title.place), 'Incident response');
      assert.equal(
        at(area!.responsibility!.entries[0]!.words),
        'Perform and run blameless RCAs on incidents and outages',
      );
      assert.equal(at(area!.targets!.entries[1]!.place), '- [x] Join the rota');
      assert.equal(at(area!.targets!.entries[1]!.words), 'Join the rota');
      assert.equal(at(note.meetings[1]!.date.place), 'November 12, 2026');
      assert.equal(at(note.meetings[1]!.date.weekday!.place), 'Thu');
    }
  });

  it('reads focus areas as list items', () => {
    checkUnderstood(
      `## 2026-10-05

### Focus areas (2026-Q4)

1. Incident response
   - Responsibility: Perform and run blameless RCAs on incidents and outages
   - Goals: Run one end to end
   - Targets:
     - [ ] Two reviews
2. **Toil**
   - How: ask the platform team
`,
      `
      meeting 2026-10-05
      checkpoint 2026-4
        area Incident response responsibility=[Perform and run blameless RCAs on incidents and outages] goals=[Run one end to end] targets=[[ ] Two reviews]
        area Toil ideas=[ask the platform team]
      `,
    );
  });

  it('reads focus areas as table rows', () => {
    checkUnderstood(
      `## Checkpoint Q4 2026

| Focus area | Responsibility | Goals | Targets |
| --- | --- | --- | --- |
| Incidents | Perform RCAs | Run one<br>Teach one | two by 2026-12-15 |
| | | | |
`,
      `
      checkpoint 2026-4
        area Incidents responsibility=[Perform RCAs] goals=[Run one | Teach one] targets=[two by 2026-12-15]
      `,
    );
  });

  it('reads a checkpoint in bold labels and one-line labels', () => {
    checkUnderstood(
      `## 2026-10-05

**Checkpoint 2026-Q4**

**Focus area: Incident response**

Responsibility: Perform RCAs
Goals: Run one end to end

**Targets:** two reviews by 2026-12-15

**Focus area: Toil**

**Goals**

* Halve the pages

**Notes**

Holiday plans
`,
      `
      meeting 2026-10-05
      checkpoint 2026-4
        area Incident response responsibility=[Perform RCAs] goals=[Run one end to end] targets=[two reviews by 2026-12-15]
        area Toil goals=[Halve the pages]
      `,
    );
  });

  it('reads a checkpoint under a quarter heading, and a summary and a worksheet outside meetings', () => {
    checkUnderstood(
      `# 1:1

## FY27 Q4

### Checkpoint

- Focus area: Incidents
- Focus area: Toil

### 2026-11-02

- hello

### Checkpoint summary

- Incidents: went well

## EFW

| Area | FY27-Q3 | Notes | FY27-Q4 |
| --- | --- | --- | --- |
| Technical | growing | x | |
`,
      `
      quarter 2027-4
      checkpoint 2027-4
        area Incidents
        area Toil
      meeting 2026-11-02
      summary Incidents: went well
      worksheet FY27-Q3 FY27-Q4: Technical
      `,
    );
  });

  it('finds no structure in code, quotes and comments', () => {
    checkUnderstood(
      '## 2026-10-05\n\n```markdown\n### Checkpoint 2026-Q4\n```\n\n> ### Checkpoint 2026-Q4\n\n<!--\n### Checkpoint 2026-Q4\n-->\n',
      `
      meeting 2026-10-05
      `,
    );
  });

  it('ends a meeting at a heading of the same or a higher level, dated or not', () => {
    const note = read(
      '# 1:1\n\n## 2026-10-05\n\n### Notes\n\n- a\n\n## Reference: wiki (captured 2026-01-02)\n\n- b\n\n## 2026-10-12\n',
    );
    assert.deepEqual(
      note.meetings.map(({ place }) => note.text.slice(spanOf(note, place)!.start, spanOf(note, place)!.end)),
      ['## 2026-10-05\n\n### Notes\n\n- a', '## 2026-10-12'],
    );
  });

  it('is one meeting as a whole where only front matter, a date line, the title or the file name dates it', () => {
    const day = (source: string, path?: string): string => {
      const { meetings } = read(source, path);
      assert.equal(meetings.length, 1);
      return formatDay(meetings[0]!.date.day!);
    };
    assert.equal(day('---\ndate: 2026-11-09\n---\n\n## Notes\n\n- a\n'), '2026-11-09');
    assert.equal(day('# Weekly\n\n**Date:** 2026-11-09\n\n## Notes\n\n- a\n'), '2026-11-09');
    assert.equal(day('# 1:1 Prep - Nov 9, 2026 at 3pm\n\n- a\n'), '2026-11-09');
    assert.equal(day('## Notes\n\n- a\n', 'one-on-ones/dana/2026-11-09.md'), '2026-11-09');
  });
});

describe('recognition', () => {
  const why = (source: string, path: string): string | null => {
    const found = recognise(read(source, path), path, defaultConfiguration);
    return found.recognised ? found.by : null;
  };
  const declared = '---\nreport: Dana\nmanager: Sam\n---\n';
  it('goes by front matter, path, name and title', () => {
    assert.equal(why(declared, 'notes/dana.md'), 'front-matter');
    assert.equal(why('---\nkind: internship\n---\n', 'notes/dana.md'), 'front-matter');
    assert.equal(why('# Dana\n', '1-1s/dana.md'), 'path');
    assert.equal(why('# Dana\n', 'team__one-on-one/dana.md'), 'path');
    assert.equal(why('# Dana\n', 'notes/dana.1on1.md'), 'path');
    assert.equal(why('## 2026-11-09\n', '1-1 with Loren.md'), 'name');
    assert.equal(why('## 2026-11-09\n', 'Jo 2025 1-on-1s.md'), 'name');
    assert.equal(why('# 1:1 Dana Reyes / Sam Osei\n\n## 2026-11-09\n', 'notes/dana.md'), 'title');
  });
  it('leaves everything else alone', () => {
    assert.equal(why('# Changelog\n\n## 2026-11-09\n', 'CHANGELOG.md'), null);
    assert.equal(why('# How we do 1:1s\n', 'handbook/1-1.md'), null);
    assert.equal(why('# 1:1 Dana Reyes / Sam Osei\n', 'notes/dana.md'), null);
    assert.equal(why('---\nattendees: [Dana, Sam]\ndate: 2026-11-09\n---\n', 'minutes/board.md'), null);
    assert.equal(why('---\nreport: "{{report}}"\nmanager: x\n---\n', 'notes/new.md'), null);
    assert.equal(why(declared, 'templates/one-on-one.md'), null);
    assert.equal(why('# Engineer\n', 'roles/one-on-ones/engineer.md'), null);
  });
});

describe('the dates of a document', () => {
  const days = (source: string, path?: string): string[] =>
    read(source, path).meetings.map(({ date }) => (date.day === null ? `? ${date.doubt}` : formatDay(date.day)));

  it('are read in the order that the whole file makes possible', () => {
    assert.deepEqual(days('## 03/11/2026\n\n## 10/11/2026\n\n## 17/11/2026\n'), [
      '2026-11-03',
      '2026-11-10',
      '2026-11-17',
    ]);
    assert.deepEqual(days('## 03/04/2026\n'), ['? ambiguous']);
  });
  it('take a missing year from their neighbours, else from the file name', () => {
    assert.deepEqual(days('## January 5\n\n## December 29, 2025\n\n## Dec 22\n'), [
      '2026-01-05',
      '2025-12-29',
      '2025-12-22',
    ]);
    assert.deepEqual(days('## November 9\n', 'one-on-ones/Dana 2026.md'), ['2026-11-09']);
    assert.deepEqual(days('## November 9\n', 'one-on-ones/Dana.md'), ['? no-year']);
  });
  it('keep the form of the weekday beside them', () => {
    const [own] = read('## Mo., 02.11.2026\n\n## 2026-11-09\n').meetings;
    assert.deepEqual(
      [own!.date.weekday?.text, writeWeekday(parseDay('2026-11-03')!, own!.date.weekday!.form)],
      ['Mo', 'Di'],
    );
    assert.equal(read('# 1:1 Dana / Sam\n\nDate: Monday 2026-11-02\n').fileDates[0]!.weekday!.text, 'Monday');
  });
  it('of one file are all kept, so that a conflict can be said', () => {
    const note = read(
      '---\ndate: 2026-11-09\n---\n\n# 1:1 on 2026-11-10\n\nDate: 2026-11-09\n',
      'one-on-ones/2026-11-09.md',
    );
    assert.deepEqual(
      note.fileDates.map(({ source, day, place }) => [
        source,
        formatDay(day!),
        place === null ? null : note.text.slice(spanOf(note, place)!.start, spanOf(note, place)!.end),
      ]),
      [
        ['front matter', '2026-11-09', '2026-11-09'],
        ['date line', '2026-11-09', '2026-11-09'],
        ['title', '2026-11-10', '2026-11-10'],
        ['file name', '2026-11-09', null],
      ],
    );
  });
});
