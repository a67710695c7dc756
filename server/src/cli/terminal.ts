/** What may be written to a terminal, and in which colours. */

export type Colour = 'red' | 'yellow' | 'blue' | 'green' | 'cyan' | 'bold' | 'dim' | 'underline';
export type Paint = (colour: Colour, text: string) => string;

const codes: Record<Colour, readonly [number, number]> = {
  bold: [1, 22],
  dim: [2, 22],
  underline: [4, 24],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  cyan: [36, 39],
};

export const plainPaint: Paint = (_colour, text) => text;
export const colourPaint: Paint = (colour, text) =>
  text === '' ? '' : `\u001b[${codes[colour][0]}m${text}\u001b[${codes[colour][1]}m`;

/**
 * Whether to use colour: `FORCE_COLOR` says yes (`0` or `false`: no), then a non-empty `NO_COLOR` says no, then it is
 * used on a terminal that is not `dumb`.
 */
export function wantsColour(environment: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  const forced = environment.FORCE_COLOR;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  if (environment.NO_COLOR) return false;
  return isTerminal && environment.TERM !== 'dumb';
}

// C0 and C1 controls could move the cursor or start an escape sequence; the others turn or hide the text around them:
// soft hyphen, Arabic letter mark, zero-width and direction marks, line separators, bidirectional embeddings and
// isolates, byte order mark, interlinear and tag characters. Zero-width joiners stay, because emoji need them.
const unfit =
  /[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
const lineBreaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;

/** Text from a note or a file name as one line that a terminal shows and does not obey. */
export function oneLine(text: string): string {
  return text.replace(lineBreaks, ' ').replace(unfit, '');
}

/** JSON in which characters a terminal would obey are written as `\u` escapes: the same value, safe to look at. */
export function safeJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(unfit, (character) =>
    character === '\n' ? character : escapedUnits(character),
  );
}

/** The text in lines of at most `width` characters, broken at spaces; a longer word stays whole. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines;
}

/** `1 finding`, `2 findings`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function escapedUnits(character: string): string {
  let result = '';
  for (let i = 0; i < character.length; i++) {
    result += `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`;
  }
  return result;
}
