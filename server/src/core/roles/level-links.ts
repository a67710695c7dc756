/** The links by which files that hold one level each name one another. */
import type { LevelLinks } from '../model.ts';
import { joined, type ListItem } from './blocks.ts';
import { scalarOf, type RoleFrontMatter } from './front-matter.ts';
import { everyHeading, type Heading } from './headings.ts';
import { withoutMarks } from './normalise.ts';

/**
 * "[Previous: Baker](baker.md) | Next: [Master Baker](master-baker.md)", `next: master-baker.md` in the front matter,
 * a list of links below "Levels". Null where the text has none of it.
 */
export function levelLinksOf(root: Heading, front: RoleFrontMatter | null): LevelLinks | null {
  const links = { before: [] as string[], after: [] as string[], beside: [] as string[] };
  for (const [keys, targets] of [
    [['previous', 'prev'], links.before],
    [['next'], links.after],
  ] as const) {
    for (const key of keys) {
      const target = scalarOf(front?.tree ?? null, key);
      if (target !== null && isFile(target)) targets.push(target);
    }
  }
  for (const heading of everyHeading(root)) {
    for (const block of heading.content) {
      if (block.kind === 'paragraph') addTurns(joined(block.lines), links);
      if (block.kind !== 'list') continue;
      for (const item of block.items) addTurns(joined(item.lines), links);
      if (heading.kind === 'levels') links.beside.push(...block.items.flatMap(onlyLink));
    }
  }
  return links.before.length + links.after.length + links.beside.length === 0 ? null : links;
}

const link = /\[([^[\]]{1,200})\]\(<?([^()<>\s]{1,300})>?\)/g;
const back = /\bprev(?:ious)?\b|\u2190|\u00AB|<-/i;
const forth = /\bnext\b|\u2192|\u00BB|->/i;
/** What may stand around such links: a sentence with other words in it is prose. */
const around = /^(?:previous|prev|next|level|role|step|page|up|back|to|and|or|the)$/i;

function addTurns(text: string, links: { before: string[]; after: string[] }): void {
  if (text.length > 1000 || !text.includes('](') || !(back.test(text) || forth.test(text))) return;
  const found = [...text.matchAll(link)];
  const words = withoutMarks(text.replace(link, ' ')).match(/[\p{L}\p{N}]+/gu) ?? [];
  if (!words.every((word) => around.test(word))) return;
  let at = 0;
  found.forEach(([whole, label, target], index) => {
    const end = at + text.slice(at).indexOf(whole) + whole.length;
    const next = found[index + 1];
    // What stands behind a link up to a bar is its too: "[Master Baker](master-baker.md) → |".
    const behind = text.slice(end, next === undefined ? undefined : text.indexOf(next[0], end)).split('|')[0]!;
    const before = text
      .slice(at, end - whole.length)
      .split('|')
      .at(-1)!;
    const said = `${before} ${label!} ${/[\u2190\u2192\u00AB\u00BB]/.test(before) ? '' : behind}`;
    at = end;
    if (!isFile(target!)) return;
    if (back.test(said) && !forth.test(said)) links.before.push(target!);
    else if (forth.test(said) && !back.test(said)) links.after.push(target!);
  });
}

function onlyLink(item: ListItem): string[] {
  const match = /^\[[^[\]]{1,200}\]\(<?([^()<>\s]{1,300})>?\)$/.exec(joined(item.lines));
  return match !== null && isFile(match[1]!) ? [match[1]!] : [];
}

function isFile(target: string): boolean {
  return !/^(?:[a-z][a-z+.-]*:|#|\/\/)/i.test(target);
}
