/** Where a new meeting goes in a document: in its order, under its quarter heading, with its blank lines and rules. */
import { quarterOf } from '../calendar.ts';
import type { Context } from '../context.ts';
import { findQuarterLabel, writeQuarterLabel } from '../quarter-labels.ts';
import type { Day, Meeting, Note, Place, Region } from '../model.ts';
import { titleLine } from './checkpoint.ts';
import { sourceOf, type Insertion } from './habits.ts';

/** The edit that writes a meeting's lines. `model` is the latest meeting, whose level and group the new one shares. */
export function meetingInserted(
  note: Note,
  model: Meeting,
  lines: readonly string[],
  day: Day,
  context: Context,
): Insertion {
  const { regions } = note;
  const own = regions.findIndex((region) => region.meeting === model);
  const group = groupOf(regions, own, model.depth);
  const quarter = quarterOf(day, context.configuration.quarters);
  const label = group === null ? null : regions[group]!.label;
  const isSameGroup = label === null || (label.year === quarter.year && label.number === quarter.number);
  const isNewestFirst = note.order !== 'oldest-first';
  if (group === null || isSameGroup) {
    return isNewestFirst ? before(note, own, lines) : after(note, endOf(regions, own, model.depth), lines);
  }
  const title = regions[group]!.section!.title.text;
  const written = findQuarterLabel(title);
  const heading =
    written === null ? quarter.label : title.replace(written.text, () => writeQuarterLabel(quarter, written.form));
  const depth = regions[group]!.section!.depth;
  const grouped = [titleLine(heading, depth), '', ...lines];
  return isNewestFirst ? before(note, group, grouped) : after(note, endOf(regions, group, depth), grouped);
}

/** Lines after everything else in a note. */
export function appended(note: Note, lines: readonly string[]): Insertion {
  return after(note, note.regions.length, lines);
}

// ---------------------------------------------------------------------------------------------------------------

/** The quarter heading that a meeting stands under. */
function groupOf(regions: readonly Region[], own: number, depth: number): number | null {
  for (let at = own - 1; at >= 0; at--) {
    const region = regions[at]!;
    if (region.kind === 'quarter' && depthOf(region) < depth) return at;
    if (depthOf(region) > 0 && depthOf(region) < depth) return null;
  }
  return null;
}

/** The first region that no longer belongs to the one at `own`. */
function endOf(regions: readonly Region[], own: number, depth: number): number {
  let next = own + 1;
  while (next < regions.length && depthOf(regions[next]!) > depth) next++;
  return next;
}

function depthOf({ section, meeting }: Region): number {
  return meeting?.depth ?? section?.depth ?? 0;
}

function before(note: Note, index: number, lines: readonly string[]): Insertion {
  const { eol } = note.text;
  const { anchor } = note.regions[index]!;
  const at: Place = { anchor, start: 0, end: 0 };
  return { at, newText: lines.join(eol) + gapBetween(note, index) };
}

function after(note: Note, next: number, lines: readonly string[]): Insertion {
  const { eol } = note.text;
  const last = note.regions[next - 1]!;
  const source = wholeOf(note, last);
  const { length } = withoutRule(source);
  const gap = gapBetween(note, next - 1);
  return { at: { anchor: last.anchor, start: length, end: length }, newText: gap + lines.join(eol) };
}

/** What separates meetings in this document: a rule, where there is one above or below; else a blank line. */
function gapBetween(note: Note, index: number): string {
  const { eol } = note.text;
  const around = [note.regions[index - 1], note.regions[index]].flatMap((region) =>
    region?.meeting ? withoutRule(wholeOf(note, region)).rule : [],
  );
  const rule = around.find((each) => each !== '');
  return rule === undefined ? eol + eol : `${eol}${eol}${rule}${eol}${eol}`;
}

function wholeOf(note: Note, { anchor, length }: Region): string {
  return sourceOf(note, { anchor, start: 0, end: length });
}

/** How long a region's text is without the rule and the blank lines at its end. */
function withoutRule(source: string): { readonly length: number; readonly rule: string } {
  const text = source.trimEnd();
  const last = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
  const line = text.slice(last).trim();
  const above = text.slice(0, last);
  if (!/^(?:-{3,}|\*{3,}|_{3,})$/.test(line) || !/(?:\n|\r)[ \t]*(?:\r\n|\n|\r)$/.test(above))
    return { length: text.length, rule: '' };
  return { length: above.trimEnd().length, rule: line };
}
