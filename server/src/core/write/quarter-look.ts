/** Colours and letters of the quarter's picture. */
import type { Say } from '../say.ts';

export interface Colours {
  readonly text: string;
  readonly dim: string;
  readonly line: string;
  /** Behind the current week. */
  readonly band: string;
  /** Around it, where a shade would not be seen. */
  readonly bandLine: string;
  readonly mention: string;
  readonly met: string;
  readonly quiet: string;
  /** What is drawn on a filled mark. */
  readonly onMark: string;
  /** Null: whatever the picture lies on. */
  readonly paper: string | null;
}

/** The page around the picture decides; without it everything is in the colour of its text. */
export const themed: Colours = {
  text: 'currentColor',
  dim: 'var(--one-on-one-dim, currentColor)',
  line: 'var(--one-on-one-line, #8885)',
  band: 'var(--one-on-one-band, #8882)',
  bandLine: 'var(--one-on-one-band-line, none)',
  mention: 'var(--one-on-one-mention, currentColor)',
  met: 'var(--one-on-one-met, currentColor)',
  quiet: 'var(--one-on-one-quiet, currentColor)',
  onMark: 'var(--one-on-one-on-mark, Canvas)',
  paper: null,
};

/** Text has a contrast of at least 4.5 to 1 on the paper, and marks of 3 to 1; they also differ in grey. */
export const printed: Colours = {
  text: '#1f2328',
  dim: '#57606a',
  line: '#d8dee4',
  band: '#eef2f6',
  bandLine: 'none',
  mention: '#1f6feb',
  met: '#1a7f37',
  quiet: '#9a5200',
  onMark: '#ffffff',
  paper: '#ffffff',
};

/** `month` counts from 1. */
export function monthName(month: number, say: Say): string {
  const first = [say('Jan'), say('Feb'), say('Mar'), say('Apr'), say('May'), say('Jun')];
  const second = [say('Jul'), say('Aug'), say('Sep'), say('Oct'), say('Nov'), say('Dec')];
  return [...first, ...second][month - 1]!;
}

/** Text for an element or an attribute. What XML does not allow at all is left out. */
export function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
}
