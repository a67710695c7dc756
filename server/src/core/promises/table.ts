/** Promises as the rows of a table with columns for owner, due date or status. */
import type { Cell, Table, TargetState, WrittenPromise } from '../model.ts';
import { fold, type Scope } from '../names.ts';
import { dueIn, type DueReading } from './due-in.ts';
import { keyOf } from './key.ts';
import { namesIn, ownersIn } from './owners.ts';
import { withoutSigns } from './signs.ts';

type Column = 'action' | 'owner' | 'due' | 'status' | 'number' | 'other';

const columnNames: readonly (readonly [Column, RegExp])[] = [
  [
    'action',
    /^(?:actions?|action items?|action points?|tasks?|what|to[- ]?dos?|items?|next steps?|follow[- ]?ups?|promises?|commitments?|aufgaben?|ma\u00DFnahmen?|was|t\u00E2ches?|quoi|tareas?|azion[ei]|tarefas?)$/,
  ],
  [
    'owner',
    /^(?:owners?|who|assignees?|assigned to|responsible|dri|wer|verantwortlich(?:e|er)?|zust\u00E4ndig|responsables?|qui|qui\u00E9n|chi|respons\u00E1vel|quem)$/,
  ],
  [
    'due',
    /^(?:due(?: date| by| on)?|by(?: when)?|when|deadline|target date|bis(?: wann)?|f\u00E4llig(?: am)?|frist|wann|\u00E9ch\u00E9ance|pour quand|fecha(?: l\u00EDmite)?|scadenza|prazo)$/,
  ],
  ['status', /^(?:status|state|done|progress|stand|erledigt|statut|\u00E9tat|estado|stato)$/],
  ['number', /^(?:no|nr|id)?$/],
];

/** Under a name for actions any table counts; elsewhere in a meeting it has to look like one of promises. */
export function promisesInTable(
  table: Table,
  reading: DueReading & {
    readonly scope: Scope;
    readonly kind: 'actions' | 'agenda' | 'other';
    readonly titles: readonly string[];
    readonly isPrivate: boolean;
  },
): WrittenPromise[] {
  const columns = table.header.map(({ text }) => columnOf(text));
  const has = (column: Column): boolean => columns.includes(column);
  const further = [has('owner'), has('due'), has('status')].filter(Boolean).length;
  const counts =
    reading.kind === 'actions'
      ? has('action') || further > 0
      : reading.scope === 'meeting' && ((has('action') && further > 0) || (has('owner') && further > 1));
  if (!counts) return [];
  const textColumn = has('action') ? columns.indexOf('action') : columns.indexOf('other');
  if (textColumn < 0) return [];
  const at = (row: readonly Cell[], column: Column): Cell | null => row[columns.indexOf(column)] ?? null;
  return table.rows.flatMap((row): WrittenPromise[] => {
    const cell = row[textColumn];
    if (cell === undefined || !/[\p{L}\p{N}]/u.test(cell.text)) return [];
    // Without a status, a sign before the words says what became of it, as in a list.
    const { text: spoken, state: said } = withoutSigns(cell.text);
    const own = dueIn(spoken, reading);
    const due = at(row, 'due');
    const status = at(row, 'status');
    const who = at(row, 'owner');
    const names = who === null ? null : namesIn(who.text.replace(/^\((.*)\)$/, '$1'));
    const key = keyOf(own.text);
    const isNamed = names !== null && !/^(?:tbd|tba|none|n\/a|open|offen)$/i.test(who!.text);
    return [
      {
        text: own.text,
        key,
        owners: isNamed ? [{ form: 'column', names, text: own.text, key }] : ownersIn(own.text),
        titles: reading.titles,
        due: (due === null ? null : dueIn(due.text, reading).due) ?? own.due,
        state:
          status === null || status.text === ''
            ? said
            : stateIn(status.text, fold(table.header[columns.indexOf('status')]!.text)),
        place: { ...row[0]!.place, end: row.at(-1)!.place.end },
        words: cell.place,
        stateAt: status === null ? null : { form: 'cell', place: status.place },
        dueAt: due === null || due.text === '' ? null : due.place,
        isPrivate: reading.isPrivate,
      },
    ];
  });
}

function columnOf(title: string): Column {
  const name = fold(title).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  return columnNames.find(([, names]) => names.test(name))?.[0] ?? 'other';
}

const doneWords =
  'done|completed?|closed|finished|sent|erledigt|fertig|abgeschlossen|fait|termin\u00E9e?|hecho|fatto|feito|conclu\u00EDdo';
const droppedWords =
  "dropped|cancell?ed|won'?t(?: do|fix)?|abandoned|obsolete|verworfen|gestrichen|abandonn\u00E9e?|cancelado|annullato";
const movedWords = 'moved|postponed|deferred|verschoben|report\u00E9e?|pospuesto|rimandato|adiado';
const startedWords =
  'in progress|in-progress|wip|doing|started|ongoing|in arbeit|l\u00E4uft|en cours|en curso|in corso|em curso|em andamento';
const states: readonly (readonly [TargetState, RegExp])[] = [
  ['done', wholeWord(doneWords)],
  ['dropped', wholeWord(droppedWords)],
  ['moved', wholeWord(movedWords)],
  ['in-progress', wholeWord(startedWords)],
];

function wholeWord(words: string): RegExp {
  return new RegExp(`^(?:[^\\p{L}\\p{N}]*)(?:${words})(?![\\p{L}\\p{N}])`, 'u');
}

/** The word in a status cell; in a column `Done`, a tick or a yes. */
function stateIn(text: string, column: string): TargetState {
  const word = fold(text).replaceAll('\u2019', "'");
  if (/^(?:\[x\]|\u2705|\u2714\uFE0F?|\u2611\uFE0F?)/u.test(word)) return 'done';
  if (/^(?:\[-\]|\[~\]|\u274C)/u.test(word)) return 'dropped';
  if (/^(?:done|erledigt)$/.test(column) && /^(?:[xy\u2713]|yes|ja)$/u.test(word)) return 'done';
  return states.find(([, words]) => words.test(word))?.[0] ?? 'open';
}
