/** What is due, for people: by person, what is late first. */
import type { PersonDue } from './due.ts';
import { isWaitedFor } from './due.ts';
import { oneLine } from './terminal.ts';
import type { Colour, Paint } from './terminal.ts';

interface Row {
  readonly what: string;
  readonly colour: Colour;
  readonly when: string;
  readonly text: string;
  /** Where it stands, with the line counted from 1, as in an editor. */
  readonly at: string;
}

export function duePage(people: readonly PersonDue[], paint: Paint): string {
  if (people.length === 0) return 'No 1:1 documents here.\n';
  const waiting = people.filter(isWaitedFor);
  const blocks = waiting.map((person) => personBlock(person, paint));
  const rest = people.length - waiting.length;
  const closing =
    waiting.length === 0
      ? `Nothing is due: ${people.length === 1 ? '1 person' : `${people.length} people`} looked at.\n`
      : rest === 0
        ? ''
        : `Nothing is due for ${rest === 1 ? '1 other person' : `${rest} others`}.\n`;
  return [...blocks, ...(closing === '' ? [] : [paint('dim', closing)])].join('\n');
}

function personBlock(person: PersonDue, paint: Paint): string {
  const { report, manager, paths } = person;
  const name = paint('bold', oneLine(report ?? paths[0] ?? ''));
  const manages = manager === null ? '' : `  ${paint('dim', `with ${oneLine(manager)}`)}`;
  const rows = rowsOf(person);
  const whatWidth = Math.max(...rows.map(({ what }) => what.length));
  const whenWidth = Math.max(...rows.map(({ when }) => when.length));
  const lines = rows.map(
    ({ what, colour, when, text, at }) =>
      `  ${paint(colour, what.padEnd(whatWidth))}  ${when.padEnd(whenWidth)}  ${oneLine(text)}  ${paint('dim', oneLine(at))}\n`,
  );
  return `${name}${manages}\n${lines.join('')}`;
}

function rowsOf({ steps, targets, promises }: PersonDue): Row[] {
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
