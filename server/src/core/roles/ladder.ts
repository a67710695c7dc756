/** The order of levels, and which may come next. */
import type { Track } from '../model.ts';
import type { Draft } from './draft.ts';
import type { Titles } from './level-titles.ts';
import { rankOfWords } from './level-words.ts';
import { foldName } from './normalise.ts';

/** What of a level decides its place. */
export interface Step {
  readonly id: string;
  readonly title: string;
  readonly grade: number | null;
  readonly track: Track;
}

export interface Placed {
  readonly order: number;
  readonly next: readonly string[];
}

/** A step that the text says: "the next step for a Senior X is Staff X". */
export interface LadderEdge {
  readonly from: string;
  readonly to: string;
}

/** Order (from 0; levels of equal standing share one) and next levels, by id, for steps in document order. */
export function placeOnLadder(
  steps: readonly Step[],
  edges: readonly LadderEdge[],
  titles: Titles,
): Map<string, Placed> {
  const ranks = ranksOf(steps, titles);
  const distinct = [...new Set(ranks.values())].sort((a, b) => a - b);
  const placed = new Map<string, Placed>();
  for (const step of steps) {
    const said = edges.filter(({ from, to }) => from === step.id && to !== step.id).map(({ to }) => to);
    const next = said.length > 0 ? [...new Set(said)] : nextByRank(step, steps, ranks);
    placed.set(step.id, { order: distinct.indexOf(ranks.get(step.id)!), next });
  }
  return placed;
}

/**
 * One number for each level, comparable within the role: the number of the code where all have one, else the grade,
 * else what the level words say; a level about which nothing is known follows the one before it in the text.
 */
function ranksOf(steps: readonly Step[], titles: Titles): Map<string, number> {
  const read = steps.map(({ title }) => titles.read(title));
  const ranks = new Map<string, number>();
  const isNumbered = isSeries(read);
  // Managers beside numbered levels often have no number.
  const numbered = new Set(
    (['ic', 'manager'] as const).filter((track) => {
      const own = read.filter((_, index) => steps[index]!.track === track);
      return isSeries(own) && !steps.every(({ grade }) => grade !== null);
    }),
  );
  let before = 0;
  steps.forEach((step, index) => {
    const title = read[index]!;
    const isByNumber = isNumbered || (step.track !== 'other' && numbered.has(step.track));
    const rank = isByNumber ? title.number : (step.grade ?? rankByWords(step, title.words) ?? title.number);
    before = rank ?? before + 0.01;
    ranks.set(step.id, before);
  });
  return ranks;
}

/** All numbered, with codes of one series: L1 to L5, but not IC3 and M3. */
function isSeries(titles: readonly { code: string | null; number: number | null }[]): boolean {
  if (titles.length < 2 || titles.some(({ number }) => number === null)) return false;
  return new Set(titles.map(({ code }) => (code ?? '').replace(/[\d.]+$/, ''))).size === 1;
}

function rankByWords(step: Step, words: readonly string[]): number | null {
  return rankOfWords(words) ?? (step.id === 'intermediate' ? rankOfWords(['intermediate']) : null);
}

/** The next higher levels of the same ladder; from the last step below it, also the lowest manager. */
function nextByRank(step: Step, steps: readonly Step[], ranks: ReadonlyMap<string, number>): string[] {
  const rank = ranks.get(step.id)!;
  const above = (track: Track): Step[] => {
    const higher = steps.filter((other) => other.track === track && ranks.get(other.id)! > rank);
    const lowest = Math.min(...higher.map((other) => ranks.get(other.id)!));
    return higher.filter((other) => ranks.get(other.id) === lowest);
  };
  const same = above(step.track);
  if (step.track !== 'ic') return same.map(({ id }) => id);
  const managers = steps.filter(({ track }) => track === 'manager');
  const lowest = Math.min(...managers.map(({ id }) => ranks.get(id)!));
  const first = managers.filter(({ id }) => ranks.get(id) === lowest);
  const sameRank = same.length > 0 ? ranks.get(same[0]!.id)! : Infinity;
  const branches = (lowest > rank || (lowest === rank && same.length === 0)) && lowest <= sameRank;
  return [...same, ...(branches ? first : [])].map(({ id }) => id);
}

/** The steps that sentences, diagrams and links say, between levels that `idOf` knows by their names. */
export function ladderEdges(
  { texts, diagrams, steps = [] }: Draft['ladder'],
  idOf: (name: string) => string | null,
): LadderEdge[] {
  const edges: LadderEdge[] = [];
  const add = (from: string | null, to: string | null): void => {
    if (from !== null && to !== null && from !== to) edges.push({ from, to });
  };
  for (const { from, to } of steps) add(idOf(from), idOf(to));
  for (const text of texts) {
    for (const sentence of text.slice(0, 5000).split(/[.;](?=\s|$)/)) {
      const said = sentenceEdge(sentence);
      if (said === null) continue;
      const from = idOf(said.from);
      for (const name of alternatives(said.to)) add(from, idOf(plainName(name)));
    }
  }
  for (const diagram of diagrams) for (const { from, to } of diagramEdges(diagram)) add(idOf(from), idOf(to));
  return edges;
}

function sentenceEdge(sentence: string): { from: string; to: string } | null {
  const plain = sentence.replace(/\s+/g, ' ').trim();
  const start = /\bnext (?:step|level|role|move)s?\b/i.exec(plain);
  if (start === null) return null;
  const match =
    /\b(?:for|after|from|in) (?:an? |the )?(?<from>\S.{1,80}?) (?:is|are|would be|may be|can be) (?<to>\S.{1,160})$/i.exec(
      plain.slice(start.index, start.index + 400),
    );
  if (match?.groups === undefined) return null;
  return { from: plainName(match.groups['from']!), to: match.groups['to']! };
}

/** "Staff X or Manager, X": split at `or`, and at commas only where the whole is no title. */
function alternatives(names: string): string[] {
  return names
    .split(/ (?:or|and) /)
    .flatMap((part) => [part, ...(part.includes(',') ? part.split(',') : [])].map((one) => one.trim()));
}

function plainName(name: string): string {
  return name
    .replace(/^to (?:move to|become) /i, '')
    .replace(/^either /i, '')
    .replace(/^(?:an?|the) /i, '')
    .replace(/ (?:job family|roles?|levels?|positions?)$/i, '')
    .trim();
}

/** Arrows of a flow chart: `a(Senior X) --> b[Staff X]`, also chained. */
function diagramEdges(diagram: string): { from: string; to: string }[] {
  const labels = new Map<string, string>();
  const edges: { from: string; to: string }[] = [];
  for (const line of diagram.slice(0, 20_000).split(/[\r\n;]+/)) {
    const nodes = line.split(/\s*(?:-{2,3}>|={2,3}>|-\.+->)(?:\|[^|]{0,80}\|)?\s*/).map((node) => {
      const match = /^\s*([^\s([{]{1,80})\s*(?:[([{]{1,3}"?([^()[\]{}"]{1,120}))?/.exec(node);
      if (match === null) return null;
      if (match[2] !== undefined) labels.set(match[1]!, match[2].trim());
      return match[1]!;
    });
    for (let index = 1; index < nodes.length; index++) {
      const [from, to] = [nodes[index - 1], nodes[index]];
      if (from && to) edges.push({ from, to });
    }
  }
  const named = ({ from, to }: { from: string; to: string }): { from: string; to: string } => ({
    from: labels.get(from) ?? from,
    to: labels.get(to) ?? to,
  });
  return edges.map(named).filter(({ from, to }) => foldName(from) !== foldName(to));
}
