/** The promises that a region holds, as its own sections say. */
import type { Entry, Section, WrittenOwner, WrittenPromise } from '../model.ts';
import { isPart, meaningOf, type Scope } from '../names.ts';
import { isRollingList } from '../rolling-list.ts';
import { stateOf } from '../state.ts';
import { dueIn, type DueReading } from './due-in.ts';
import { keyOf } from './key.ts';
import { namesIn, ownersIn } from './owners.ts';
import { withoutSigns } from './signs.ts';
import { promisesInTable } from './table.ts';
import { kindOfTitle, ownerInTitle } from './titles.ts';

export interface PromiseReading extends DueReading {
  readonly scope: Scope;
}

/**
 * In a meeting: every checkbox but those under an agenda or in a part of the routine, every item under a name for
 * actions, rows of tables with owners or dues, `TODO` items. Outside meetings only what stands under a name for
 * actions, and the `TODO` and `DOTO` items of a rolling list. In document order.
 */
export function promisesIn(root: Section, reading: PromiseReading): WrittenPromise[] {
  const found: WrittenPromise[] = [];
  visitSection(root, nothingAbove, reading, found);
  return found.sort((a, b) => a.place.start - b.place.start);
}

/** What the titles above an item say. */
interface Above {
  readonly kind: 'actions' | 'agenda' | 'other';
  readonly titles: readonly string[];
  /** Below another item: then only a checkbox or tag makes a promise. */
  readonly isNested: boolean;
  readonly isPrivate: boolean;
  /** Under the heading of a focus area. */
  readonly isInArea: boolean;
}

const nothingAbove: Above = { kind: 'other', titles: [], isNested: false, isPrivate: false, isInArea: false };

function visitSection(section: Section, above: Above, reading: PromiseReading, found: WrittenPromise[]): void {
  const isRoot = above.titles.length === 0 && section.depth === 0;
  const kind = isRoot ? 'other' : kindOfTitle(section.title.text, section.meaning);
  if (reading.scope === 'standing' && isRollingList(section)) visitRollingList(section, reading, found);
  // What the pair aims for in a focus area is no promise, whether or not a checkpoint stands around it.
  if (kind === 'closed' || (above.isInArea && isPart(section.meaning))) return;
  const within = {
    ...below(above, kind, section.title.text),
    isPrivate: section.isPrivate,
    isInArea: above.isInArea || section.meaning === 'focus-area',
  };
  for (const entry of section.entries) visitEntry(entry, within, reading, found);
  if (within.kind !== 'agenda') {
    for (const table of section.tables) found.push(...promisesInTable(table, { ...reading, ...within }));
  }
  for (const child of section.sections) visitSection(child, within, reading, found);
}

/** A title that is neither for actions nor for topics says perhaps whose the items are. */
function below(above: Above, kind: Above['kind'], title: string): Above {
  const owner = ownerInTitle(title);
  const titles = owner === null ? above.titles : [owner, ...above.titles].slice(0, 3);
  return { ...above, kind: kind === 'other' ? above.kind : kind, titles };
}

function visitEntry(entry: Entry, above: Above, reading: PromiseReading, found: WrittenPromise[]): void {
  const said = afterLabel(entry, reading);
  if (said !== null) add(said, above, reading, found);
  if (said !== null || entry.mark === null) return;
  const title = titleOfItems(entry, above, reading);
  if (title !== null) {
    for (const child of entry.entries) visitEntry(child, title, reading, found);
    return;
  }
  if (isPromise(entry, above, reading)) add(entry, above, reading, found);
  for (const child of entry.entries) visitEntry(child, { ...above, isNested: true }, reading, found);
}

/** `Next steps: send the deck`, as a line or an item; null for any other. */
function afterLabel(entry: Entry, { scope, reading }: PromiseReading): Entry | null {
  const colon = entry.text.indexOf(':');
  if (colon <= 0 || colon > 40 || entry.checkbox !== null || tagOf(entry.text) !== null) return null;
  const label = entry.text.slice(0, colon);
  if (kindOfTitle(label, meaningOf(label, null, scope, reading.aliases)) !== 'actions') return null;
  const text = entry.text.slice(colon + 1).trim();
  if (text === '') return null;
  const start = Math.max(entry.words.start, entry.words.end - text.length);
  return { ...entry, text, words: { ...entry.words, start }, entries: [] };
}

/** `- Action items` or `- Dana:` above a nested list; null where the item is one like any other. */
function titleOfItems(entry: Entry, above: Above, { scope, reading }: PromiseReading): Above | null {
  if (entry.checkbox !== null || entry.struck || !entry.entries.some(({ mark }) => mark !== null)) return null;
  const kind = kindOfTitle(entry.text, meaningOf(entry.text, null, scope, reading.aliases));
  if (kind === 'actions' || kind === 'agenda') return { ...below(above, kind, entry.text), isNested: false };
  const isName =
    namesIn(entry.text.replace(/:$/, ''))?.every((name) => /^@|^\p{Lu}\S*(?: \p{Lu}\S*)*$/u.test(name)) === true;
  return above.kind === 'actions' && !above.isNested && isName ? below(above, 'other', entry.text) : null;
}

function isPromise(entry: Entry, above: Above, { scope }: PromiseReading): boolean {
  if (scope === 'standing' && above.kind !== 'actions') return false;
  if (tagOf(entry.text) !== null) return true;
  if (entry.checkbox !== null) return above.kind !== 'agenda';
  return above.kind === 'actions' && !above.isNested;
}

/** In a rolling list `TODO` is the report's and `DOTO` the manager's; the name behind it is the writer's. */
function visitRollingList(section: Section, reading: PromiseReading, found: WrittenPromise[]): void {
  const above: Above = { ...nothingAbove, kind: 'actions', isPrivate: section.isPrivate };
  for (const entry of section.entries) {
    const tag = entry.mark === null ? null : tagOf(entry.text);
    if (tag === null) continue;
    const spoken = { ...entry, text: entry.text.split('=>')[0]!.trim() };
    const [promise] = written(spoken, above, reading);
    if (promise === undefined) continue;
    const label = promise.owners.find(
      ({ form }) => form === 'label' || (form === 'parentheses' && promise.text.startsWith('(')),
    );
    const { text, key } = label ?? promise;
    const owner = tag === 'TODO' ? 'report' : 'manager';
    found.push({ ...promise, owners: [{ form: 'tag', names: [owner], text, key }] });
  }
}

/** `TODO` and `DOTO` in capitals at the start, as in `TODO: ask for access`. */
function tagOf(text: string): 'TODO' | 'DOTO' | null {
  const found = /^(?:TODO|DOTO)(?=[\s:])/.exec(text)?.[0];
  return found === 'TODO' || found === 'DOTO' ? found : null;
}

function add(entry: Entry, above: Above, reading: PromiseReading, found: WrittenPromise[]): void {
  found.push(...written(entry, above, reading));
}

function written(entry: Entry, above: Above, reading: PromiseReading): WrittenPromise[] {
  const tag = tagOf(entry.text);
  const { text: spoken, state: said } = withoutSigns(tag === null ? entry.text : entry.text.slice(tag.length + 1));
  const { text, due } = dueIn(spoken, reading);
  if (isNothing(text)) return [];
  const owners: WrittenOwner[] = ownersIn(text);
  if (tag === 'DOTO') owners.push({ form: 'tag', names: ['manager'], text, key: keyOf(text) });
  return [
    {
      text,
      key: keyOf(text),
      owners,
      titles: above.titles,
      due,
      state: entry.checkbox === null && !entry.struck ? said : stateOf(entry),
      place: entry.place,
      words: entry.words,
      stateAt: stateAt(entry, tag),
      dueAt: null,
      isPrivate: above.isPrivate,
    },
  ];
}

function stateAt(entry: Entry, tag: string | null): WrittenPromise['stateAt'] {
  if (entry.checkbox !== null) return { form: 'checkbox', place: entry.checkbox.place };
  if (tag === null) return null;
  return { form: 'tag', place: { ...entry.words, end: entry.words.start + tag.length } };
}

/** A list with nothing in it, or a template's placeholder. */
function isNothing(text: string): boolean {
  return /^(?:[^\p{L}\p{N}]*|(?:none|nothing|n\/a|tbd|tba|keine?|nichts|aucune?|rien|ninguna?|nada|nessuna?|niente|nenhuma?)[^\p{L}\p{N}]*|<[^<>]*>|\[[^[\]]*\]|\{\{?[^{}]*\}?\})$/iu.test(
    text,
  );
}
