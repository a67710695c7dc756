import type { Draft } from './draft.ts';
import type { RoleFrontMatter } from './front-matter.ts';

export function topicsOf(_front: RoleFrontMatter | null): Draft | null {
  return null;
}
