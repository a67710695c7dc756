import type { Draft } from './draft.ts';
import type { Heading } from './headings.ts';

export function withTableLevels(draft: Draft, _root: Heading, _roleTitle: string): Draft {
  return draft;
}
