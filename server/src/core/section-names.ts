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
export const sectionNames: readonly Names[] = [
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
      'focus areas this quarter',
      'focus areas for this quarter',
      'current focus areas',
      'fokusthemen',
      'schwerpunkte',
      'axes de travail',
      'áreas de enfoque',
      'áreas de foco',
      'aree di focus',
    ],
  },
  {
    meaning: 'responsibility',
    names: [
      'responsibility',
      'responsibilities',
      'role responsibility',
      'verantwortung',
      'verantwortlichkeit',
      'responsabilité',
      'responsabilités',
      'responsabilidad',
      'responsabilità',
      'responsabilidade',
    ],
  },
  {
    meaning: 'goals',
    names: [
      'goals',
      'goal',
      'objective',
      'objectives',
      'ziele',
      'ziel',
      'objectifs',
      'objectif',
      'objetivos',
      'objetivo',
      'obiettivi',
      'obiettivo',
    ],
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
      'erfolgskriterien',
      'résultats clés',
      'critères de réussite',
      'resultados clave',
      'risultati chiave',
      'resultados-chave',
    ],
  },
  {
    meaning: 'ideas',
    names: ['ideas', 'idea', 'how', 'approach', 'approaches', 'ideen', 'idées', 'idee', 'ideias', 'vorgehen'],
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
      'end of quarter summary',
      'end-of-quarter summary',
      'checkpoint review',
      'quartalsrückblick',
      'zusammenfassung',
      'bilan du trimestre',
      'resumen del trimestre',
    ],
  },
  {
    meaning: 'efw',
    names: ['efw', 'experience factor worksheet', 'compa group worksheet', 'performance factor worksheet'],
  },
  {
    meaning: 'promises',
    names: [
      'actions',
      'action',
      'action items',
      'action item',
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
      'career conversation',
      'growth',
      'development',
      'personal development',
      'personal growth',
      'professional development',
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
  {
    meaning: 'private',
    names: ['private', 'private notes', 'privat', 'private notizen', 'privé', 'privado', 'privato'],
  },
];

/** `Summary` and its translations say nothing about a quarter by themselves. */
export const bareSummaries: readonly string[] = ['summary', 'zusammenfassung'];
