/** Brackets: a link, a reference to a definition, or just brackets. */
import type { Link, LinkReference } from 'mdast';
import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import { placeOf, type Stretch } from './page.ts';
import { addNode, addText, type Run } from './run.ts';
import { pairedInside } from './spans.ts';

/** Not in another bracket, and not of a footnote. */
export function openBracket(run: Run, { line }: Stretch, at: number): number | null {
  if (run.bracket !== null || run.page.source[at + 1] === '^') return null;
  run.bracket = { line, start: at, index: run.items.length };
  return addText(run, { line, start: at, end: at + 1 });
}

export function endBracket(run: Run, { line, end }: Stretch, at: number): number | null {
  const { page, asks, bracket } = run;
  const { source } = page;
  const asText = (): number => {
    run.bracket = null;
    return addText(run, { line, start: at, end: at + 1 });
  };
  if (bracket === null) return asText();

  const label = source.slice(bracket.start + 1, at);
  const following = at + 1 < end ? source[at + 1] : '';
  if (following === '(') {
    const found = matchAt(RESOURCE, source, at + 1, end);
    if (found === null) return null;
    const { url, title } = found.groups!;
    const node: Link = { type: 'link', title: title ?? null, url: url!, children: [] };
    return addLink(run, node, at + 1 + found[0].length);
  }
  const isDefined = asks(normalizeIdentifier(label));
  if (following === '[') {
    const found = matchAt(LABEL, source, at + 1, end);
    if (found === null) return null;
    const until = at + 1 + found[0].length;
    const second = found.groups!.label!;
    if (second === '') return isDefined ? addReference(run, label, 'collapsed', until) : asText();
    if (second.trim() === '') return null;
    return asks(normalizeIdentifier(second)) ? addReference(run, second, 'full', until) : asText();
  }
  return isDefined ? addReference(run, label, 'shortcut', at + 1) : asText();
}

/** An address, perhaps with a title, in which no sign stands for another. */
const RESOURCE = /\((?<url>[^\s()<>\\&\p{Cc}]*)(?: +"(?<title>[^"\\&\r\n]*)")? *\)/uy;
const LABEL = /\[(?<label>[^[\]\\&\r\n]{0,900})\]/y;

function matchAt(pattern: RegExp, source: string, at: number, end: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  const found = pattern.exec(source);
  return found !== null && pattern.lastIndex <= end ? found : null;
}

function addReference(
  run: Run,
  label: string,
  referenceType: LinkReference['referenceType'],
  until: number,
): number | null {
  if (/[\\&]/.test(label)) return null;
  const identifier = normalizeIdentifier(label).toLowerCase();
  return addLink(run, { type: 'linkReference', children: [], label, identifier, referenceType }, until);
}

/** Puts a link in the place of its opening bracket and of all that was read since. */
function addLink(run: Run, node: Link | LinkReference, end: number): number {
  const { page, items } = run;
  const { line, start, index } = run.bracket!;
  run.bracket = null;
  // No link stands in a link: it would have been in a bracket of its own.
  node.children = pairedInside(page, items.slice(index + 1)) as Link['children'];
  node.position = placeOf(page, { line, start, end });
  items.length = index;
  addNode(run, node);
  return end;
}
