/** The text of a new 1:1 document. */
import { formatDay } from '../calendar.ts';
import type { Configuration } from '../configuration.ts';
import type { Day } from '../model.ts';
import { slug } from '../slug.ts';

export interface NewDocument {
  readonly report: string;
  readonly manager?: string | null;
  readonly role?: string | null;
  readonly level?: string | null;
}

/** Front matter, title, an agenda to fill and today's meeting: what the pair would type. Ends with a line break. */
export function newDocumentText({ report, manager, role, level }: NewDocument, today: Day): string {
  const keys = [
    ['report', report],
    ['manager', manager],
    ['role', role],
    ['level', level],
  ] as const;
  const front = keys.flatMap(([key, value]) =>
    value == null || clean(value) === '' ? [] : [`${key}: ${yaml(value)}`],
  );
  const people = [report, manager ?? ''].map(clean).filter((name) => name !== '');
  const lines = ['---', ...front, '---', '', `# 1:1 ${people.join(' / ')}`.trimEnd(), ''];
  return [...lines, '## Standing agenda', '', '-', '', `## ${formatDay(today)}`, '', '-', ''].join('\n');
}

/**
 * Where a person's document goes: in the folder that holds most of the documents that are there, else in the one that
 * the first pattern of `documents` names, else `one-on-ones/`. Named after the person. Paths are relative to the
 * workspace folder.
 */
export function newDocumentPath(report: string, paths: readonly string[], configuration: Configuration): string {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const [folder] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? [
    configuredFolder(configuration),
  ];
  return `${folder}${slug(clean(report)) || 'report'}.md`;
}

/** The folders of a pattern up to its first wildcard. */
function configuredFolder({ documents, folder }: Configuration): string {
  const named = documents.map((pattern) => /^[^*?[{(!]*\//.exec(pattern)?.[0]).find((path) => path !== undefined);
  return folder + (named ?? 'one-on-ones/');
}

function clean(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** In quotes only where YAML would read something else. */
function yaml(value: string): string {
  const text = clean(value);
  const isPlain =
    /^[\p{L}\p{N}/.(][^:#]*$/u.test(text) && !/^(?:true|false|null|yes|no|on|off|~|[\d._+-]+)$/i.test(text);
  return isPlain ? text : `'${text.replaceAll("'", "''")}'`;
}
