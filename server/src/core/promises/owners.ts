/** Whose a promise may be, as its own text says. Whether a word is a name is for the whole series to say: `cast.ts`. */
import type { WrittenOwner } from '../model.ts';
import { keyOf } from './key.ts';

/** Every reading of the text's start or end as its owner, the likeliest first. Never throws; linear. */
export function ownersIn(text: string): WrittenOwner[] {
  const trimmed = text.replace(/(?<![.;,\s])[.;,\s]+$/u, '');
  return [
    handlesFirst(text),
    label(text),
    bracketsFirst(text),
    handlesLast(trimmed),
    arrow(trimmed),
    enclosed(trimmed, '(', ')', 'parentheses'),
    enclosed(trimmed, '[', ']', 'brackets'),
    parenthesesFirst(text),
    sentence(text),
    beforeDash(text),
    afterDash(trimmed),
  ].filter((owner) => owner !== null);
}

/**
 * The names in a list such as `Dana + Sam`, `Dana & Sam`, `Dana/Sam`, `@dana, @sam`; null where it is no list of words
 * that could be names.
 */
export function namesIn(list: string): string[] | null {
  if (list.length > 80) return null;
  const names = list
    .trim()
    .split(/\s*[+&/,]\s*|\s+(?:and|und|et|y|e)\s+/u)
    .map((name) =>
      name
        .replace(ornament, '')
        .replace(/^\[{1,2}|\]{1,2}$/g, '')
        .trim(),
    );
  return names.length <= 5 && names.every((name) => oneName.test(name)) ? names : null;
}

/** Emoji before a name. */
const ornament = /^[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F\u200D\s]+/u;
const oneName = /^@?\p{L}[\p{L}\p{M}\p{N}'\u2019._-]{0,40}(?: \p{L}[\p{L}\p{M}\p{N}'\u2019._-]{0,40}){0,2}$/u;
const handle = '@[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}_.-]*';
const between = '(?:\\s*[,&+/]\\s*|\\s+(?:and|und|et|y|e)\\s+|\\s+)';
const handles = new RegExp(handle, 'gu');
const firstHandles = new RegExp(`^(?<names>${handle}(?:${between}${handle})*)`, 'u');
const lastHandle = new RegExp(`(?:^|[\\s,&+/])(?<name>${handle})$`, 'u');

function handlesFirst(text: string): WrittenOwner | null {
  const found = firstHandles.exec(text)?.groups?.names;
  if (found === undefined) return null;
  const rest = text.slice(found.length).replace(/^[\s:,\u2013\u2014-]+/u, '');
  return owner('handle-first', handlesOf(found), rest.replace(/^(?:to|will)\s+/u, ''));
}

/** `Talk to @dana` and `Ping @dana` speak of somebody; `Write the plan @dana` says whose it is. */
function handlesLast(text: string): WrittenOwner | null {
  const names: string[] = [];
  let rest = text;
  while (names.length < 5) {
    const found = lastHandle.exec(rest.slice(-80))?.groups?.name;
    if (found === undefined) break;
    names.unshift(found);
    rest = rest.slice(0, rest.length - found.length).replace(/(?<![\s,&+/])[\s,&+/]+$/u, '');
  }
  if (names.length === 0 || /^\S*$/u.test(rest) || leadsOn.test(rest.slice(-16))) return null;
  const said = rest.replace(/(?:\u2192|\u27A1\uFE0F?|[-=]>)$/u, '');
  return owner('handle-last', handlesOf(names.join(' ')), said);
}

const leadsOn =
  /(?:^|\s)(?:to|with|from|for|about|by|and|or|of|on|ask|tell|help|ping|cc|via|than|as|the|mit|an|von|f\u00FCr|und|bei|\u00FCber|\u00E0|avec|de|du|pour|et|sur|con|[aey]|para|com|per|da|di)$/iu;

function handlesOf(text: string): string[] {
  return (text.match(handles) ?? []).map((name) => name.replace(/(?<![._-])[._-]+$/u, ''));
}

function label(text: string): WrittenOwner | null {
  const found = /^(?<names>[^:\uFF1A]{1,80})[:\uFF1A](?=[\s\p{Lo}])(?<rest>.+)$/u.exec(text)?.groups;
  if (found === undefined) return null;
  const bare = found.names!.trim().replace(/^\[(.+)\]$/u, '$1');
  return owner('label', namesIn(bare), found.rest!);
}

function bracketsFirst(text: string): WrittenOwner | null {
  const found = /^\[{1,2}(?<names>[^[\]]{1,80})\]{1,2}(?<rest>.*)$/u.exec(text)?.groups;
  return found === undefined ? null : owner('brackets', namesIn(found.names!), found.rest!);
}

/** The last arrow: `Access → Dana`. */
function arrow(text: string): WrittenOwner | null {
  let last: RegExpExecArray | null = null;
  for (const found of text.matchAll(/\u2192|\u27A1\uFE0F?|[-=]>/gu)) last = found;
  if (last === null) return null;
  return owner('arrow', namesIn(text.slice(last.index + last[0].length)), text.slice(0, last.index));
}

function enclosed(text: string, open: string, close: string, form: WrittenOwner['form']): WrittenOwner | null {
  if (!text.endsWith(close)) return null;
  const start = text.lastIndexOf(open);
  if (start <= 0) return null;
  const inside = text.slice(start + 1, -1).replace(/^(?:owner|who|wer|qui)\s*:\s*/iu, '');
  return owner(form, namesIn(inside), text.slice(0, start).replace(/\[$/u, ''));
}

function parenthesesFirst(text: string): WrittenOwner | null {
  const found = /^\((?<names>[^()]{1,80})\):?\s(?<rest>.*)$/u.exec(text)?.groups;
  return found === undefined ? null : owner('parentheses', namesIn(found.names!), found.rest!);
}

/** `Dana - send the deck` and `Send the deck — Dana`: read only where Dana is known to be a person. */
function beforeDash(text: string): WrittenOwner | null {
  const found = dash.exec(text);
  if (found === null) return null;
  return owner('sentence', namesIn(text.slice(0, found.index)), text.slice(found.index + found[0].length));
}

function afterDash(text: string): WrittenOwner | null {
  const start = Math.max(text.lastIndexOf(' - '), text.lastIndexOf(' \u2013 '), text.lastIndexOf(' \u2014 '));
  return start < 0 ? null : owner('sentence', namesIn(text.slice(start + 3)), text.slice(0, start));
}

const dash = / (?:[\u2013\u2014]|--?) /u;

/** `Dana to send the deck`: read only where Dana is known to be a person. */
function sentence(text: string): WrittenOwner | null {
  const found = /^(?<names>.{1,60}?) (?:to|will|soll|wird) (?<rest>.+)$/u.exec(text)?.groups;
  return found === undefined ? null : owner('sentence', namesIn(found.names!), found.rest!);
}

function owner(form: WrittenOwner['form'], names: readonly string[] | null, rest: string): WrittenOwner | null {
  const text = rest
    .replace(/^[\s:\u2013\u2014-]+/u, '')
    .replace(/(?<![\s,;:\u2013\u2014-])[\s,;:\u2013\u2014-]+$/u, '');
  return names === null || names.length === 0 || !/[\p{L}\p{N}]/u.test(text)
    ? null
    : { form, names, text, key: keyOf(text) };
}
