/** `one-on-one quarter`: the picture of a person's quarter, as an SVG file or as markdown. */
import type { Series } from '../../core/model.ts';
import { quarterProgress } from '../../core/progress.ts';
import { inEnglish } from '../../core/say.ts';
import { isCurrent } from '../../core/quarters.ts';
import { quarterSvgFile } from '../../core/write/quarter-picture.ts';
import { quarterMarkdown } from '../../core/write/quarter-table.ts';
import type { Context } from '../../core/context.ts';
import { exit, UsageError } from '../command.ts';
import type { Call, Command } from '../command.ts';
import { writeOwn } from '../output-file.ts';
import { personHere } from '../people.ts';

export const quarter: Command = {
  name: 'quarter',
  operands: 'REPORT',
  atLeast: 1,
  atMost: 1,
  summary: "show a person's quarter: focus areas by week, targets, promises",
  flags: {
    format: {
      value: 'svg|md',
      choices: ['svg', 'md'],
      summary: 'a picture or a table (default: as the name after --output ends, else md)',
    },
    quarter: { value: 'LABEL', summary: 'which quarter (default: the current one)' },
    output: { value: 'FILE', summary: 'where to write it (default: standard output)' },
  },
  notes: [
    'REPORT is a name, or a part of one that only one person has. Private text is left out. An earlier picture is written',
    'over; any other file is left alone.',
  ],
  async run(call) {
    const { series, context } = await personHere(call);
    const { output } = call;
    const given = call.values.one('output');
    const progress = quarterProgress(recordFor(series, context, call), series, context);
    const write = formatOf(call) === 'svg' ? quarterSvgFile : quarterMarkdown;
    const text = write(progress, series.report!, context.today, inEnglish);
    if (given === null) output.write(text);
    else writeOwn(given, text, isOwn, call);
    return exit.clean;
  },
};

function formatOf({ values }: Call): string {
  return values.one('format') ?? (/\.svg$/i.test(values.one('output') ?? '') ? 'svg' : 'md');
}

/** The quarter with the label, spaces and case aside. Throws `UsageError`. */
function recordFor({ quarters }: Series, context: Context, { values }: Call): Series['quarters'][number] {
  const wanted = values.one('quarter');
  // There always is a current one.
  if (wanted === null) return quarters.find((each) => isCurrent(each.quarter, context))!;
  const plain = (label: string): string => label.replace(/[^a-z0-9]/gi, '').toLowerCase();
  const found = quarters.find((each) => plain(each.quarter.label) === plain(wanted));
  if (found !== undefined) return found;
  const known = quarters.map((each) => each.quarter.label).join(', ');
  throw new UsageError(`These notes have no quarter ${JSON.stringify(wanted)}. They have ${known}.`);
}

/** A picture or a table of this command's. */
function isOwn(text: string): boolean {
  if (text.startsWith('<svg ')) return text.includes('<title id="one-on-one-title">');
  return /^# [^\n]+\n\n\d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d, /.test(text);
}
