/** What is due, for people: by person, what is late first. */
import type { PersonDue } from './due.ts';
import { isWaitedFor } from './due.ts';
import { count, oneLine, wrap } from './terminal.ts';
import type { Colour, Paint } from './terminal.ts';

interface Row {
  readonly what: string;
  readonly colour: Colour;
  readonly when: string;
  readonly text: string;
  /** Where it stands, with the line counted from 1, as in an editor. */
  readonly at: string;
}

/** `width` is that of the terminal; null where lines may be of any length. */
export function duePage(people: readonly PersonDue[], paint: Paint, width: number | null): string {
  if (people.length === 0) return 'No 1:1 documents here.\n';
  const waiting = people.filter(isWaitedFor);
  const blocks = waiting.map((person) => personBlock(person, paint, width));
  return [...blocks, paint('dim', closing(people, waiting))].join('\n');
}

/** How much it is altogether, and for how many there is nothing. */
function closing(people: readonly PersonDue[], waiting: readonly PersonDue[]): string {
  const rest = people.length - waiting.length;
  if (waiting.length === 0) return `Nothing is due: ${counted(people.length, 'person', 'people')} looked at.\n`;
  const sum = (of: (person: PersonDue) => number): number => waiting.reduce((total, person) => total + of(person), 0);
  const parts = [
    [sum(({ steps }) => steps.length), 'step'],
    [sum(({ targets }) => targets.length), 'late target'],
    [sum(({ quiet }) => quiet.length), 'quiet focus area'],
    [sum(({ promises }) => promises.filter(({ overdue }) => overdue).length), 'overdue promise'],
    [sum(({ promises }) => promises.filter(({ overdue }) => !overdue).length), 'open promise'],
  ] as const;
  const said = parts.filter(([number]) => number > 0).map(([number, noun]) => count(number, noun));
  const others = rest === 0 ? '' : ` Nothing is due for ${rest === 1 ? '1 other person' : `${rest} others`}.`;
  return `${counted(waiting.length, 'person', 'people')}: ${said.join(', ')}.${others}\n`;
}

function counted(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** Narrower than this, wrapping does more harm than good. */
const leastTextWidth = 30;

function personBlock(person: PersonDue, paint: Paint, width: number | null): string {
  const { report, manager, paths } = person;
  const name = paint('bold', oneLine(report ?? paths[0] ?? ''));
  const manages = manager === null ? '' : `  ${paint('dim', `with ${oneLine(manager)}`)}`;
  const rows = rowsOf(person);
  const whatWidth = Math.max(...rows.map(({ what }) => what.length));
  const whenWidth = Math.max(...rows.map(({ when }) => when.length));
  const indent = 2 + whatWidth + 2 + (whenWidth === 0 ? 0 : whenWidth + 2);
  const room = width === null ? Infinity : Math.max(width - indent, leastTextWidth);
  const lines = rows.map(({ what, colour, when, text, at }) => {
    const head = `  ${paint(colour, what.padEnd(whatWidth))}  ${whenWidth === 0 ? '' : `${when.padEnd(whenWidth)}  `}`;
    const place = oneLine(at);
    const shown = wrap(oneLine(text), room);
    const last = shown.at(-1)!;
    if (last.length + 2 + place.length <= room) shown[shown.length - 1] = `${last}  ${paint('dim', place)}`;
    else shown.push(paint('dim', place));
    return `${head}${shown.join(`\n${' '.repeat(indent)}`)}\n`;
  });
  return `${name}${manages}\n${lines.join('')}`;
}

function rowsOf({ steps, targets, quiet, promises }: PersonDue): Row[] {
  return [
    ...steps.map(({ message, ...where }): Row => ({
      what: 'step',
      colour: 'yellow',
      when: '',
      text: message,
      at: placeOf(where),
    })),
    ...targets.map(({ text, focusArea, due, ...where }): Row => ({
      what: 'target',
      colour: 'red',
      when: due ?? '',
      text: `${focusArea}: ${text}`,
      at: placeOf(where),
    })),
    ...quiet.map(({ focusArea, lastMentioned, ...where }): Row => ({
      what: 'quiet',
      colour: 'cyan',
      when: '',
      text: `${focusArea}: ${lastMentioned === null ? 'not mentioned yet' : `last mentioned on ${lastMentioned}`}`,
      at: placeOf(where),
    })),
    ...promises.map(({ text, owners, due, overdue, carried, ...where }): Row => ({
      what: overdue ? 'overdue' : 'promise',
      colour: overdue ? 'red' : 'blue',
      when: due ?? 'no date',
      text: `${owners.length === 0 ? '' : `${owners.join(', ')}: `}${text}${carriedOver(carried)}`,
      at: placeOf(where),
    })),
  ];
}

function carriedOver(times: number): string {
  if (times === 0) return '';
  return times === 1 ? ' (carried over once)' : ` (carried over ${times} times)`;
}

function placeOf({ path, line }: { readonly path: string; readonly line: number }): string {
  return `${path}:${line + 1}`;
}
