/** The names of sections that people use, by meaning. Configuration adds to them. */
import type { Meaning } from './model.ts';

/** Inside a meeting, or in the part of a document that stands outside meetings. */
export type Scope = 'meeting' | 'standing';

interface Names {
  readonly meaning: Meaning;
  /** Where the names count; everywhere if left out. */
  readonly scope?: Scope;
  /** Folded: lower case, single spaces. */
  readonly names: readonly string[];
}

/** One line per meaning and scope; the first that holds a title wins. */
const sectionNames: readonly Names[] = [
  {
    meaning: 'checkpoint',
    names: ['checkpoint', 'quarterly checkpoint', 'quarter checkpoint', 'checkpoint quartal', 'quartals-checkpoint'],
  },
  {
    meaning: 'focus-areas',
    names: [
      'focus areas',
      'focus area',
      'quarterly focus areas',
      'focus areas for the quarter',
      'fokusthemen',
      'schwerpunkte',
    ],
  },
  {
    meaning: 'responsibility',
    names: [
      'responsibility',
      'responsibilities',
      'role responsibility',
      'verantwortung',
      'responsabilité',
      'responsabilidad',
    ],
  },
  {
    meaning: 'goals',
    names: ['goals', 'goal', 'objective', 'objectives', 'ziele', 'ziel', 'objectifs', 'objetivos', 'obiettivi'],
  },
  {
    meaning: 'targets',
    names: [
      'targets',
      'target',
      'key results',
      'key result',
      'success criteria',
      'success criterion',
      'zielwerte',
      'messgrößen',
      'résultats clés',
      'resultados clave',
    ],
  },
  {
    meaning: 'ideas',
    names: ['ideas', 'idea', 'how', 'approach', 'approaches', 'ideen', 'idées', 'idee'],
  },
  {
    meaning: 'standing-agenda',
    scope: 'standing',
    names: [
      'standing agenda',
      'standing items',
      'standing agenda items',
      'recurring agenda',
      'recurring items',
      'upcoming sync',
      'career development',
      'feste agenda',
      'ständige agenda',
      'wiederkehrende agenda',
      'ordre du jour permanent',
      'agenda permanente',
    ],
  },
  {
    meaning: 'summary',
    names: [
      'summary',
      'checkpoint summary',
      'quarter summary',
      'quarterly summary',
      'progress summary',
      'summary of progress',
      'checkpoint review',
      'quartalsrückblick',
      'zusammenfassung',
      'bilan du trimestre',
      'resumen del trimestre',
    ],
  },
  {
    meaning: 'efw',
    names: [
      'efw',
      'experience factor worksheet',
      'compa group worksheet',
      'performance factor worksheet',
      'experience factor worksheet (efw)',
    ],
  },
  {
    meaning: 'promises',
    names: [
      'actions',
      'action items',
      'action points',
      'next steps',
      'to do',
      'to dos',
      'todo',
      'todos',
      'follow-ups',
      'follow ups',
      'followups',
      'aufgaben',
      'nächste schritte',
      'prochaines étapes',
      'próximos pasos',
      'prossimi passi',
      'próximos passos',
    ],
  },
  {
    meaning: 'career',
    scope: 'meeting',
    names: [
      'career',
      'career development',
      'career growth',
      'growth',
      'development',
      'personal development',
      'karriere',
      'entwicklung',
    ],
  },
  {
    meaning: 'agenda',
    scope: 'meeting',
    names: [
      'agenda',
      'topics',
      'topic',
      'talking points',
      'discussion points',
      'to discuss',
      'for discussion',
      'themen',
      'tagesordnung',
      'sujets',
      'temas',
      'preparation',
      'checklist',
    ],
  },
  { meaning: 'feedback', names: ['feedback', '360 feedback', 'rückmeldung'] },
  { meaning: 'private', names: ['private', 'private notes', 'privat'] },
];

/** `Summary` and its translations say nothing about a quarter by themselves. */
const bareSummaries: readonly string[] = ['summary', 'zusammenfassung'];

const parts: readonly Meaning[] = ['responsibility', 'goals', 'targets', 'ideas'];

/** A part of a focus area. */
export function isPart(meaning: Meaning | null): meaning is 'responsibility' | 'goals' | 'targets' | 'ideas' {
  return meaning !== null && parts.includes(meaning);
}

/**
 * What a section with this title is for. The title may carry emoji, numbering, a trailing colon, parentheses and a
 * quarter label (whose text is passed). `further` are the configuration's names, folded.
 */
export function meaningOf(
  title: string,
  label: string | null,
  scope: Scope,
  further: ReadonlyMap<string, Meaning>,
): Meaning | null {
  const name = coreOf(title, label);
  if (name === '') return null;
  if (focusAreaTitle(title) !== null) return 'focus-area';
  const added = further.get(name);
  if (added !== undefined) return added;
  for (const known of sectionNames) {
    if (known.scope !== undefined && known.scope !== scope) continue;
    if (known.names.includes(name)) return known.meaning;
  }
  return null;
}

/** Whether a summary's title says no more than "summary". */
export function isBareSummary(title: string, label: string | null): boolean {
  return bareSummaries.includes(coreOf(title, label));
}

/** The name after `Focus area:`, `Focus area 2:` or `Focus area -`; null for any other title. May be empty. */
export function focusAreaTitle(title: string): { readonly name: string; readonly start: number } | null {
  const match = /^[^\p{L}\p{N}]*(?:focus area|fokusthema|schwerpunkt)(?: ?#?\d{1,2})? ?[:–—-]/iu.exec(title);
  if (match === null) return null;
  const rest = title.slice(match[0].length);
  const name = rest.trim();
  return { name, start: match[0].length + (rest.length - rest.trimStart().length) };
}

/** Folds for comparison: lower case, spaces collapsed, ends trimmed. */
export function fold(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Title without emoji, numbering, quarter label, parentheses and trailing colon; folded. */
function coreOf(title: string, label: string | null): string {
  let text = fold(title);
  if (label !== null) text = text.replace(fold(label), ' ');
  return text
    .replace(/\([^()]*\)/g, ' ')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/^\d{1,2}[.)] /, '')
    .replace(/\bfor(?: the)?\s*$/, '')
    .replace(/[^\p{L}\p{N})]+$/u, '')
    .replace(/\s+/g, ' ')
    .trim();
}
