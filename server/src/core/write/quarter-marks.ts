/** The marks of the quarter's picture, each around its own middle. Every one has a shape of its own, whatever the colours. */
import type { TargetState } from '../model.ts';
import type { Colours } from './quarter-look.ts';

const longestBar = 18;

/** A dot; with a number where there is more than one. */
export function meeting(x: number, y: number, count: number, colours: Colours): string {
  if (count === 1) return `<circle cx="${x}" cy="${y}" r="4" fill="${colours.dim}"/>`;
  return `<circle cx="${x}" cy="${y}" r="8" fill="${colours.dim}"/>${number(x, y, count, colours.onMark)}`;
}

/** A pennant. */
export function checkpoint(x: number, y: number, { text, mention }: Colours): string {
  return `<path d="M${x - 5} ${y - 9}l13 5l-13 5z" fill="${mention}"/><path d="M${x - 5} ${y - 10}v20" stroke="${text}" stroke-width="2" stroke-linecap="round"/>`;
}

/** A disc with a tick. */
export function summary(x: number, y: number, { met, onMark }: Colours): string {
  return `<circle cx="${x}" cy="${y}" r="9" fill="${met}"/>${tick(x, y, onMark)}`;
}

/** Filled where a focus area was mentioned, with a number where in more than one meeting; else an empty ring. */
export function cell(x: number, y: number, times: number, colours: Colours, size = 20): string {
  if (times === 0) {
    return `<circle cx="${x}" cy="${y}" r="4.5" fill="none" stroke="${colours.dim}" stroke-width="1.25"/>`;
  }
  const half = size / 2;
  const square = `<rect x="${x - half}" y="${y - half}" width="${size}" height="${size}" rx="${size / 4}" fill="${colours.mention}"/>`;
  return times === 1 ? square : `${square}${number(x, y, times, colours.onMark)}`;
}

/** A box of 14, from its upper left corner: ticked, empty, half full, with an arrow, or crossed out. */
export function target(x: number, y: number, state: TargetState, colours: Colours): string {
  const { met, dim, onMark, text } = colours;
  const box = (fill: string, stroke: string): string =>
    `<rect x="${x + 0.75}" y="${y + 0.75}" width="12.5" height="12.5" rx="3" fill="${fill}" stroke="${stroke}" stroke-width="1.5"/>`;
  if (state === 'done') return box(met, met) + tick(x + 7, y + 7, onMark);
  if (state === 'in-progress')
    return `${box('none', dim)}<rect x="${x + 3}" y="${y + 3}" width="4" height="8" fill="${met}"/>`;
  const inside = { open: '', dropped: 'l6 6m0 -6l-6 6', moved: 'm0 3h6m-2.5 -2.5l2.5 2.5l-2.5 2.5' }[state];
  return (
    box('none', dim) +
    (inside === '' ? '' : stroke(`M${x + 4} ${y + 4}${inside}`, state === 'dropped' ? dim : text, 1.5))
  );
}

/** A bar that is full so far, from its upper left corner. */
export function share(x: number, y: number, width: number, part: number, { met, dim }: Colours): string {
  const full = `<rect x="${x}" y="${y}" width="${Math.round(width * part)}" height="12" rx="3" fill="${met}"/>`;
  return `${part === 0 ? '' : full}<rect x="${x + 0.5}" y="${y + 0.5}" width="${width - 1}" height="11" rx="3" fill="none" stroke="${dim}"/>`;
}

/** Above and below a line: how much of the longest bar each takes (0 to 1), and the numbers that they stand for. */
export function promises(
  x: number,
  y: number,
  share: { readonly opened: number; readonly closed: number },
  count: { readonly opened: number; readonly closed: number },
  colours: Colours,
): string {
  const width = 12;
  const up = Math.max(5, Math.round(share.opened * longestBar));
  const down = Math.max(5, Math.round(share.closed * longestBar));
  const text = (at: number, value: number): string =>
    `<text x="${x}" y="${at}" text-anchor="middle" font-size="10" fill="${colours.dim}">${value}</text>`;
  return [
    count.opened === 0
      ? ''
      : bar(x - width / 2, y - up - 1, width, up, 'opened', colours) + text(y - up - 4, count.opened),
    count.closed === 0
      ? ''
      : bar(x - width / 2, y + 1, width, down, 'closed', colours) + text(y + down + 11, count.closed),
  ].join('');
}

/** An outline for what was given, full for what was closed. */
export function bar(
  x: number,
  y: number,
  width: number,
  height: number,
  what: 'opened' | 'closed',
  { met, mention }: Colours,
): string {
  if (what === 'closed') return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="2" fill="${met}"/>`;
  return `<rect x="${x + 0.75}" y="${y + 0.75}" width="${width - 1.5}" height="${height - 1.5}" rx="2" fill="none" stroke="${mention}" stroke-width="1.5"/>`;
}

function tick(x: number, y: number, colour: string): string {
  return stroke(`M${x - 3.5} ${y + 0.25}l2.5 2.5l4.5 -5`, colour, 1.75);
}

function stroke(path: string, colour: string, width: number): string {
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
}

function number(x: number, y: number, value: number, colour: string): string {
  return `<text x="${x}" y="${y + 4}" text-anchor="middle" font-size="11" font-weight="600" fill="${colour}">${value}</text>`;
}
