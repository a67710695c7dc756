/** The texts and diagrams that may say which level comes next. */
import type { Draft } from './draft.ts';
import { everyHeading, paragraphsOf, type Heading } from './headings.ts';
import { isInheritance } from './inheritance.ts';

export function ladderTexts(root: Heading): Draft['ladder'] {
  const texts: string[] = [];
  const diagrams: string[] = [];
  for (const heading of everyHeading(root)) {
    for (const block of heading.content) if (block.kind === 'diagram') diagrams.push(block.text);
    for (const { text } of paragraphsOf(heading)) if (/\bnext\b/i.test(text) && !isInheritance(text)) texts.push(text);
  }
  return { texts, diagrams };
}
