/** The words that say `due`, and the whole phrase around a date. */
import type { Span } from '../model.ts';

const dueWord =
  /(?:(?<![\p{L}\p{N}])(?:due(?: date| on| by)?|deadline|by(?: the)?|before|until|no later than|eta|bis(?: zum| sp\u00E4testens)?|f\u00E4llig(?: am| bis)?|sp\u00E4testens(?: am| bis)?|frist|d['\u2019]ici(?: le| au)?|avant(?: le)?|pour(?: le)?|au plus tard(?: le)?|\u00E9ch\u00E9ance|antes del?|para(?: el| o)?|hasta(?: el)?|fecha l\u00EDmite|vence(?: el| em)?|entro(?: il| la)?|scadenza|at\u00E9(?: ao?s?| o)?|prazo)\s{0,2}[:=]?|[\u{1F4C5}\u{1F4C6}\u{1F5D3}]\uFE0F?)[\s*_]{0,4}[([]{0,2}$/iu;

const longestWord = 32;

/** Where the word for `due` starts that stands right before an offset. */
export function dueWordBefore(text: string, end: number): number | null {
  const offset = Math.max(0, end - longestWord);
  const match = dueWord.exec(text.slice(offset, end));
  return match === null ? null : offset + match.index;
}

/** The date is all there is, as in the cell of a table. */
export function isWhole(text: string, { start, end }: Span): boolean {
  return !/[\p{L}\p{N}]/u.test(text.slice(0, start)) && isEnd(text, end);
}

export function isEnd(text: string, end: number): boolean {
  return end >= text.length || !/[\p{L}\p{N}]/u.test(text.slice(end));
}

/** With the marks and brackets around it and the space, comma or dash before it, or after it where it opens the text. */
export function phrase(text: string, inner: Span): Span {
  let { start, end } = withBrackets(text, inner);
  const marks = /[*_]{1,3}$/.exec(text.slice(Math.max(0, start - 3), start));
  if (marks && text.slice(start, end + 3).includes(marks[0])) {
    start -= marks[0].length;
    if (text.startsWith(marks[0], end)) end += marks[0].length;
  }
  const before = /(?:^|\s)[-\u2013\u2014,;:\u2192]{0,2}\s*$|[,;]\s*$/u.exec(text.slice(Math.max(0, start - 8), start));
  if (before) start -= before[0].length;
  const opens = start === 0 || '(['.includes(text[start - 1]!);
  if (opens) end += /^[:,;\s\u2013\u2014-]{0,4}/u.exec(text.slice(end))![0].length;
  return { start, end };
}

function withBrackets(text: string, { start, end }: Span): Span {
  const isOpen = /[([][^)\]]*$/.test(text.slice(start, end));
  if (isOpen && /[)\]]/.test(text[end] ?? '')) return { start, end: end + 1 };
  const around = (text[start - 1] ?? '') + (text[end] ?? '');
  return around === '()' || around === '[]' ? { start: start - 1, end: end + 1 } : { start, end };
}
