/** The legend of the quarter's picture: marks with their meaning, in as many lines as the width asks for. */
import { xml, type Colours } from './quarter-look.ts';

export interface Key {
  readonly text: string;
  /** Draws the mark, 18 wide from 0, around a height. */
  draw(y: number): string;
}

const markWidth = 24;
const gap = 12;
const lineHeight = 22;
/** On average, of text of size 11; a little generous, since no letter can be measured here. */
const letterWidth = 6.2;

/** Drawn from 0, 0, which is where the first line's text stands. `height` is of the lines below the first. */
export function legend(keys: readonly Key[], width: number, { dim }: Colours): { svg: string; height: number } {
  let x = 0;
  let y = 0;
  const parts = keys.map(({ text, draw }) => {
    const wide = markWidth + text.length * letterWidth;
    if (x > 0 && x + wide > width) {
      x = 0;
      y += lineHeight;
    }
    const at = x;
    x += wide + gap;
    return `<g transform="translate(${Math.round(at)} ${y})">${draw(-4)}<text x="${markWidth}" font-size="11" fill="${dim}">${xml(text)}</text></g>`;
  });
  return { svg: parts.join(''), height: y };
}
