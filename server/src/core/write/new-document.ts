/** The text of a new 1:1 document. */
import { formatDay } from '../calendar.ts';
import type { Day } from '../model.ts';

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
