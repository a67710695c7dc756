/** Nothing private is in anything that is written elsewhere: records, packs, pictures, tables, lists, meetings, summaries. */
import assert from 'node:assert/strict';
import { personDue } from '../../../server/src/cli/due.ts';
import { parseDay } from '../../../server/src/core/calendar.ts';
import { quarterProgress } from '../../../server/src/core/progress.ts';
import { handOverText } from '../../../server/src/core/write/hand-over.ts';
import { inEnglish } from '../../../server/src/core/say.ts';
import { quarterSvgFile } from '../../../server/src/core/write/quarter-picture.ts';
import { quarterMarkdown } from '../../../server/src/core/write/quarter-table.ts';
import { recordText } from '../../../server/src/core/write/record.ts';
import { writingOf } from '../../../server/src/features/commands.ts';
import { privateNotes } from '../../features/private-notes.ts';
import { openFixture } from '../../workspace.ts';

const { series: all, context } = openFixture(privateNotes);
const series = all[0]!;

/** What a command puts into the notes, or into a new file, after some parts were taken out of them. */
function newTexts(
  command: string,
  { without = [], today }: { without?: readonly string[]; today?: string } = {},
): string[] {
  for (const part of without) assert.ok(privateNotes.includes(part), part);
  const opened = openFixture(
    without.reduce((text, part) => text.replace(part, ''), privateNotes),
    today,
  );
  const request = { document: opened.documents[0]!, series: opened.series[0]!, context: opened.context };
  const writing = writingOf(command, request);
  if (writing?.is === 'new-file') return [writing.text];
  assert.ok(writing?.is === 'edits', `${command}: ${writing?.is}`);
  return writing.edits.map(({ newText }) => newText);
}

const written: Record<string, () => unknown> = {
  'the 360 record': () =>
    recordText(series, { from: parseDay('2026-01-01')!, to: context.today }, 'record.md', context),
  'the hand-over pack': () => handOverText(series, 'pack.md', context),
  'what is due': () => personDue(series, context, ({ path }) => path),
  'the new meeting': () => newTexts('oneOnOne.startMeeting'),
  'the new quarter': () => newTexts('oneOnOne.startQuarter', { today: '2027-01-12' }),
  'the drafted summary': () =>
    newTexts('oneOnOne.closeQuarter', {
      without: ['### Summary 2026-Q4\n\n- Plum\n', '### Summary 2026-Q4\n\n#### Toil\n\nWent well.\n'],
    }),
  'the standing agenda': () =>
    newTexts('oneOnOne.insertStandingAgenda', {
      without: ['## Standing agenda\n\n- Focus area: Toil\n', '### Standing agenda\n\n- Focus area: Plum agenda\n'],
    }),
  'the pictures of quarters': () =>
    series.quarters.map((record) =>
      quarterSvgFile(quarterProgress(record, series, context), 'Dana', context.today, inEnglish),
    ),
  'the tables of quarters': () =>
    series.quarters.map((record) =>
      quarterMarkdown(quarterProgress(record, series, context), 'Dana', context.today, inEnglish),
    ),
};

describe('what is written elsewhere', () => {
  for (const [name, write] of Object.entries(written)) {
    it(`holds nothing private: ${name}`, () => {
      const text = JSON.stringify(write());
      const at = text.search(/plum/i);
      assert.ok(at < 0, `…${text.slice(Math.max(0, at - 120), at + 60)}…`);
    });
  }

  it('holds what is not private', () => {
    const pack = JSON.stringify(written['the hand-over pack']!());
    for (const open of ['files the report', 'opens the window', 'closes the window'])
      assert.ok(pack.includes(open), open);
  });
});
