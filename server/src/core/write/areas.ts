/** Focus areas written from the role's list. */
import type { Item } from '../model.ts';
import type { EffectiveItem } from '../roles/effective.ts';

/** A name short enough for a heading, and the responsibility in full. */
export function areaDraftOf(item: Item): { readonly title: string; readonly responsibility: string } {
  const text = plainText(item.text);
  return { title: item.label ?? shortened(text), responsibility: text };
}

/** Requirements and what most levels repeat are no focus areas. */
export function isChoosable({ item, area }: EffectiveItem): boolean {
  return area.kind === 'responsibility' && !item.isBoilerplate;
}

/** Markdown's marks and link targets removed; the words stay as written. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/\*\*|__|`/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The first words, up to about forty characters and never half a word. */
function shortened(text: string): string {
  const clause = text.split(/[,;:.(]/)[0]!.trim();
  if (clause.length <= 48) return clause;
  const cut = clause.slice(0, 48);
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), 1));
}
