/** `one-on-one record`: what the notes of a period hold for a person's 360 feedback, with links back. */
import { relative, resolve } from 'node:path';
import { parseDay } from '../../core/calendar.ts';
import type { Day } from '../../core/model.ts';
import { recordText, usualPeriod } from '../../core/write/record.ts';
import { exit, UsageError } from '../command.ts';
import type { Call, Command } from '../command.ts';
import { withSlashes } from '../files.ts';
import { writeOwn } from '../output-file.ts';
import { personHere } from '../people.ts';

export const record: Command = {
  name: 'record',
  operands: 'REPORT',
  atLeast: 1,
  atMost: 1,
  summary: "gather a person's record for the 360 feedback",
  flags: {
    from: {
      value: 'YYYY-MM-DD',
      summary: 'the first day (default: as the feedback window looks back, else a year ago)',
    },
    to: { value: 'YYYY-MM-DD', summary: 'the last day (default: today)' },
    output: { value: 'FILE', summary: 'where to write it (default: standard output)' },
  },
  notes: [
    'Focus areas with what was noted on them, promises kept, feedback and ratings: their own words, with links to the',
    'notes. Private text is left out. An earlier record is written over; any other file is left alone.',
  ],
  async run(call) {
    const { series, context, workspace } = await personHere(call);
    const usual = usualPeriod(context);
    const to = dayGiven('to', call) ?? usual.to;
    const from = dayGiven('from', call) ?? Math.min(usual.from, to);
    if (from > to) throw new UsageError('--from is a later day than --to.');
    const given = call.values.one('output');
    const file = resolve(call.folder, given ?? 'record.md');
    const path = withSlashes(relative(workspace.folder, file));
    const text = recordText(series, { from, to }, path, context);
    if (given === null) call.output.write(text);
    else writeOwn(given, text, (before) => before.startsWith('# 360 record: '), call);
    return exit.clean;
  },
};

function dayGiven(flag: string, { values }: Call): Day | null {
  const given = values.one(flag);
  if (given === null) return null;
  const day = parseDay(given);
  if (day === null) throw new UsageError(`--${flag} is a day such as 2026-11-02, not ${JSON.stringify(given)}.`);
  return day;
}
