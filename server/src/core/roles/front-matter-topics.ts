/** Descriptions that stand wholly in the front matter: `topics[].content[].{level, criteria[]}`. */
import type { YamlTree } from '../yaml-tree.ts';
import type { RawArea, RawItem } from './areas.ts';
import type { Draft, LevelDraft } from './draft.ts';
import { scalarOf, valueOf, type RoleFrontMatter } from './front-matter.ts';
import { foldName } from './normalise.ts';

/** Null where the front matter is no such description. */
export function topicsOf(front: RoleFrontMatter | null): Draft | null {
  const topics = listIn(front?.tree ?? null, 'topics');
  if (front === null || topics.length === 0) return null;
  const levels = new Map<string, LevelDraft & { areas: RawArea[] }>();
  for (const topic of topics) {
    const name = scalarOf(topic, 'title') ?? scalarOf(topic, 'name') ?? scalarOf(topic, 'topic') ?? 'Responsibilities';
    for (const part of listIn(topic, 'content')) {
      const written = scalarOf(part, 'level');
      if (written === null) continue;
      const title = /^\d+$/.test(written) ? `Level ${written}` : written;
      const span = shifted(part.span, front.offset);
      const level = levels.get(foldName(title)) ?? {
        title,
        grade: null,
        areas: [],
        statements: [],
        anchors: new Set(),
        span,
      };
      levels.set(foldName(title), level);
      const items = listIn(part, 'criteria').flatMap((criterion) => itemOf(criterion, front.offset));
      if (items.length > 0)
        level.areas.push({ name, kind: 'responsibility', items, span: shifted(topic.span, front.offset) });
    }
  }
  if (levels.size === 0) return null;
  return {
    levels: [...levels.values()],
    shared: [],
    sharedAnchors: new Set(),
    specialties: [],
    ladder: { texts: [], diagrams: [] },
    isCumulative: false,
  };
}

function itemOf(criterion: YamlTree, offset: number): RawItem[] {
  const text =
    criterion.is === 'scalar'
      ? criterion
      : (valueOf(criterion, 'criterion') ?? valueOf(criterion, 'text') ?? valueOf(criterion, 'description'));
  if (text?.is !== 'scalar' || text.text.trim() === '') return [];
  return [{ text: text.text.replace(/\s+/g, ' ').trim(), details: [], span: shifted(text.span, offset) }];
}

function listIn(tree: YamlTree | null, key: string): readonly YamlTree[] {
  const value = valueOf(tree, key);
  return value?.is === 'list' ? value.items : [];
}

function shifted(span: YamlTree['span'], by: number): YamlTree['span'] {
  return { start: span.start + by, end: span.end + by };
}
