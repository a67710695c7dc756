/** The undated rolling list: tagged items with the writer's name, talked through and edited without ever a date. */
import { dayOf } from './calendar.ts';
import type { Cast } from './promises/cast.ts';
import type { Day, Entry, RollingItem, RollingList, RollingReply, Section } from './model.ts';

/** Lists of a region outside meetings with at least three items, half of them tagged. */
export function rollingListsIn(root: Section): RollingList[] {
  const lists: RollingList[] = [];
  const visit = (section: Section): void => {
    if (isRollingList(section)) lists.push(listOf(section));
    if (!isClosed(section)) section.sections.forEach(visit);
  };
  visit(root);
  return lists;
}

/** Whether the items that stand directly in a section are a rolling list. Only for sections outside meetings. */
export function isRollingList(section: Section): boolean {
  if (isClosed(section)) return false;
  const items = section.entries.filter(({ mark }) => mark !== null);
  if (items.length < 3) return false;
  return 2 * items.filter(({ text }) => tagIn(text) !== null).length >= items.length;
}

/**
 * Who wrote an item: `Word:` after the tag, or one of the series' people by full or first name or initials, with or
 * without a colon. Null where it says no name.
 */
export function writerOf({ label, text }: Pick<RollingItem, 'label' | 'text'>, cast: Cast): string | null {
  if (label !== null) return cast.person(label) ?? label;
  const words = text
    .replace(/^[^\p{L}\p{N}@]+/u, '')
    .split(/[\s:,;()[\]\u2013\u2014]+/u)
    .slice(0, 3);
  for (let count = words.length; count > 0; count--) {
    const person = cast.person(words.slice(0, count).join(' '));
    if (person !== null) return person;
  }
  return words[0]?.startsWith('@') === true && words[0].length > 1 ? words[0].slice(1) : null;
}

// ---------------------------------------------------------------------------------------------------------------

/** `Career development` is a rolling list as well as a standing agenda; other agendas, checkpoints and promises are none. */
function isClosed({ meaning, title }: Section): boolean {
  if (meaning === 'standing-agenda')
    return !/(?<!\p{L})(?:career|karriere|carri[e\u00E8]r[ea]|carrera)(?!\p{L})/iu.test(title.text);
  return (
    meaning === 'checkpoint' ||
    meaning === 'focus-areas' ||
    meaning === 'focus-area' ||
    meaning === 'summary' ||
    meaning === 'efw' ||
    meaning === 'promises'
  );
}

function listOf(section: Section): RollingList {
  const items = section.entries.filter(({ mark }) => mark !== null).map(itemOf);
  return { title: section.title, depth: section.depth, items, isPrivate: section.isPrivate };
}

const wordTag =
  /^(?:TODO|DOTO|DISCUSS|REVIEW|HELP|FYI|DONE|MOVE|DUPLICATE|WONT|WHY|THINK|IDEA|SING|FEEDBACK|THANKS|SORRY)(?![\p{L}\p{N}_-])/u;
const dateTag = /^(?<year>\d{4})-(?<month>\d{2})(?:-(?<day>\d{2}))?(?![\p{L}\p{N}-])/u;
const releaseTag = /^v?\d{1,4}\.\d{1,4}(?:\.\d{1,4})?(?![\p{L}\p{N}.]|:\d)/u;

/** The tag that a text starts with, as written. */
export function tagIn(text: string): string | null {
  return (wordTag.exec(text) ?? dateTag.exec(text) ?? releaseTag.exec(text))?.[0] ?? null;
}

function itemOf(entry: Entry): RollingItem {
  const tag = tagIn(entry.text);
  const [own = '', ...inline] = entry.text.split('=>');
  const text = (tag === null ? own : own.slice(tag.length)).replace(/^[\s:\u2013\u2014-]+/u, '').trim();
  const nested = entry.entries.flatMap((child) => {
    const [, ...replies] = child.text.split('=>');
    return replies;
  });
  const { words } = entry;
  const isTicked = entry.checkbox?.sign.toLowerCase() === 'x';
  return {
    // Marks may stand before it (`**TODO**`), so that its place is that of the words' start.
    tag: tag === null ? null : { text: tag, place: { ...words, end: Math.min(words.start + tag.length, words.end) } },
    day: tag === null ? null : dayOfTag(tag),
    text,
    label: labelIn(text),
    replies: [...inline, ...nested].map(replyOf),
    isClosed: entry.struck || isTicked,
    place: entry.place,
    words,
    entry,
  };
}

/** A month is due on its first day; a release number never. */
function dayOfTag(tag: string): Day | null {
  const found = dateTag.exec(tag)?.groups;
  if (found === undefined) return null;
  return dayOf(Number(found.year), Number(found.month), Number(found.day ?? '1'));
}

function replyOf(source: string): RollingReply {
  const text = source.trim();
  return { label: labelIn(text), text };
}

/** One to three capitalised words before a colon. */
function labelIn(text: string): string | null {
  return (
    /^@?(?<name>\p{Lu}[\p{L}\p{M}'\u2019.-]{0,30}(?: \p{Lu}[\p{L}\p{M}'\u2019.-]{0,30}){0,2})\s?:(?!\/)/u.exec(text)
      ?.groups?.name ?? null
  );
}
