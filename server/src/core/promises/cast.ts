/** The people of a series: whom a name, handle or word such as `manager` means. */
import { entryFor } from '../front-matter.ts';
import type { Document, Entry, OwnerForm, WrittenOwner, WrittenPromise } from '../model.ts';
import { fold } from '../names.ts';
import { namesIn, ownersIn } from './owners.ts';

export interface Cast {
  /** The names of report and manager, as far as they are known. */
  readonly report: string | null;
  readonly manager: string | null;
  /** The full name behind a name, first name, initials or handle; null for anything that is not known to be a person. */
  person(name: string): string | null;
  /** The owners that a reading of a text names; null where its words are no names. */
  owners(written: Pick<WrittenOwner, 'form' | 'names'>): readonly string[] | null;
  /** Whose an item is: `Sam: …`, `[Sam] …`, `@sam …`, `… (Sam)`. Null where it does not say, or says two. Kept with the entry. */
  writer(entry: Entry): string | null;
}

/** `promises` show further names: see `shownNames`. Costs what it looks at once. */
export function castOf(documents: readonly Document[], promises: Iterable<WrittenPromise>): Cast {
  const report = longest(documents.map(({ note }) => note.report?.text));
  const manager = longest(documents.map(({ note }) => note.manager?.text));
  const people = [report, manager, ...documents.flatMap(({ note }) => others(note.frontMatter))].filter(
    (name) => name !== null,
  );
  const known = aliasesOf(people);
  const lookUp = (name: string): string | null => {
    const bare = name.replace(/^@/, '');
    const found = known.get(fold(bare)) ?? known.get(handleKey(bare));
    if (found) return found;
    return /^\p{Lu}{2,3}$/u.test(bare) ? (known.get(`initials ${bare}`) ?? null) : null;
  };
  const byRole = (name: string): readonly string[] | null => {
    const word = fold(name.replace(/^@/, ''));
    if (word === 'report' || word === 'manager') return [(word === 'report' ? report : manager) ?? word];
    if (word === 'both') return [report ?? 'report', manager ?? 'manager'];
    return word === 'me' || word === 'team' ? [word] : null;
  };
  const shown = shownNames(promises, (name) => lookUp(name) !== null);
  const person = (name: string): string | null => lookUp(name) ?? shown.get(fold(name.replace(/^@/, ''))) ?? null;
  const accepted = new Map<string, readonly string[] | null>();
  const owners = ({ form, names }: Pick<WrittenOwner, 'form' | 'names'>): readonly string[] | null => {
    const found: string[] = [];
    for (const name of names) {
      const people = byRole(name);
      const one = people === null ? person(name) : null;
      if (people !== null) found.push(...people);
      else if (one !== null) found.push(one);
      else if (form === 'column' || (name.startsWith('@') && form !== 'sentence')) found.push(name.replace(/^@/, ''));
      else return null;
    }
    return [...new Set(found)];
  };
  const ownersOnce: Cast['owners'] = (written) => {
    const key = written.form + (written.names.length === 1 ? written.names[0]! : written.names.join('\n'));
    const before = accepted.get(key);
    if (before !== undefined) return before;
    const found = owners(written);
    accepted.set(key, found);
    return found;
  };
  const writers = new WeakMap<Entry, string | null>();
  const writerOf = ({ text }: Entry): string | null => {
    for (const written of ownersIn(text)) {
      if (written.form === 'sentence') continue;
      const found = ownersOnce(written);
      if (found !== null) return found.length === 1 ? found[0]! : null;
    }
    return null;
  };
  return {
    report,
    manager,
    person,
    owners: ownersOnce,
    writer: (entry) => {
      const before = writers.get(entry);
      if (before !== undefined) return before;
      const found = writerOf(entry);
      writers.set(entry, found);
      return found;
    },
  };
}

/** Whether the documents name the same people, promises aside. */
export function sameCast(documents: readonly Document[], before: readonly Document[]): boolean {
  const isSame = ({ note }: Document, index: number): boolean => {
    const was = before[index]!.note;
    return (
      note === was ||
      (note.frontMatter === was.frontMatter &&
        note.report?.text === was.report?.text &&
        note.manager?.text === was.manager?.text)
    );
  };
  return documents.length === before.length && documents.every(isSame);
}

// ---------------------------------------------------------------------------------------------------------------

function longest(names: readonly (string | undefined)[]): string | null {
  let best: string | null = null;
  for (const name of names) if (name !== undefined && name.length > (best?.length ?? 0)) best = name;
  return best;
}

function others(frontMatter: Document['note']['frontMatter']): string[] {
  return ['attendees', 'participants', 'with'].flatMap((key) => {
    const entry = entryFor(frontMatter, key);
    if (entry === null) return [];
    const texts = entry.value === null ? entry.items.map(({ text }) => text) : entry.value.text.split(',');
    return texts.map((text) => text.replace(/^\[\[|\]\]$|<[^<>]*>/g, '').trim()).filter((text) => text !== '');
  });
}

/** Every way to write a person; null where two people share it. */
function aliasesOf(people: readonly string[]): Map<string, string | null> {
  const aliases = new Map<string, string | null>();
  const full = new Map<string, string>();
  for (const person of people) if (!full.has(fold(person))) full.set(fold(person), person);
  // `Dana` and `Dana Reyes` are one person where there is only one Dana.
  const distinct = [...full.values()].filter(
    (person) => person.includes(' ') || ![...full.keys()].some((other) => other.startsWith(`${fold(person)} `)),
  );
  for (const person of distinct) {
    for (const alias of spellings(person)) {
      const other = aliases.get(alias);
      aliases.set(alias, other === undefined || other === person ? person : null);
    }
  }
  for (const person of distinct) aliases.set(fold(person), person);
  return aliases;
}

function spellings(person: string): Set<string> {
  const words = fold(person).split(' ');
  const first = words[0]!;
  const last = words.at(-1)!;
  const spelled = new Set([fold(person), first, last, handleKey(person), handleKey(first + last)]);
  if (words.length > 1) {
    spelled.add(first[0]! + handleKey(last)).add(handleKey(first) + last[0]!);
    spelled.add(`initials ${words.map((word) => [...word][0]!.toUpperCase()).join('')}`);
  }
  return spelled;
}

function handleKey(name: string): string {
  return fold(name).replace(/[\s._'\u2019-]+/gu, '');
}

/**
 * Further names that the notes use as owners, by their folded form: beside a known person, in a column for owners, as
 * `@word`, or in two different forms. `Budget:` alone shows nothing.
 */
function shownNames(promises: Iterable<WrittenPromise>, isKnown: (name: string) => boolean): Map<string, string> {
  const shown = new Set<string>();
  const spelling = new Map<string, string>();
  const forms = new Map<string, Set<OwnerForm>>();
  const show = (name: string): void => {
    shown.add(fold(name.replace(/^@/, '')));
  };
  const see = ({ form, names }: Pick<WrittenOwner, 'form' | 'names'>): void => {
    if (form === 'sentence') return;
    const hasKnown = names.length > 1 && names.some(isKnown);
    for (const name of names) {
      if (isKnown(name)) continue;
      const bare = name.replace(/^@/, '');
      if (!spelling.has(fold(bare)) || isCapitalised(bare)) spelling.set(fold(bare), bare);
      if (name.startsWith('@') || form === 'column') show(name);
      else if (!isCapitalised(name) || notNames.has(fold(name))) continue;
      else if (hasKnown && form !== 'title') show(name);
      else {
        const seen = forms.get(fold(name)) ?? new Set();
        forms.set(fold(name), seen.add(form));
        if (seen.size > 1) show(name);
      }
    }
  };
  for (const { owners, titles } of promises) {
    owners.forEach(see);
    for (const title of titles) {
      const names = namesIn(title);
      if (names !== null) see({ form: 'title', names });
    }
  }
  return new Map([...shown].map((name) => [name, spelling.get(name) ?? name]));
}

function isCapitalised(name: string): boolean {
  return name.split(' ').every((word) => /^\p{Lu}/u.test(word));
}

/** Capitalised words that stand where a name might. */
const notNames: ReadonlySet<string> = new Set(
  (
    'note notes decision decisions fyi action actions question questions update updates idea ideas risk risks context ' +
    'background blocker blockers goal goals target optional done todo doto draft wip urgent asap later today tomorrow ' +
    'info important priority next status career feedback follow-up bonus stretch high low medium hiring budget ' +
    'hinweis notiz entscheidung frage wichtig thema termin d\u00E9cision remarque important nota decisi\u00F3n pregunta ' +
    'domanda decisione decis\u00E3o pergunta'
  ).split(' '),
);
