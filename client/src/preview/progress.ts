/** Shows in a markdown preview how each focus area stands: a rule of markdown-it's, which only adds. Uses no script. */
import type { ProgressView } from '../../../server/src/lsp/protocol.ts';
import { html } from '../html.ts';
import type { Say } from '../say.ts';

/** As much of markdown-it as this needs. */
export interface MarkdownIt {
  readonly renderer: { readonly rules: Record<string, Rule | undefined> };
}

type Rule = (tokens: readonly Token[], index: number, options: unknown, env: unknown, self: Renderer) => string;

interface Renderer {
  renderToken(tokens: readonly Token[], index: number, options: unknown): string;
}

interface Token {
  readonly type: string;
  readonly content: string;
  readonly children: readonly Token[] | null;
  /** Its first line, from 0, and the line behind it. */
  readonly map: readonly [number, number] | null;
}

/** What ends a text that may name a focus area: a heading, or a paragraph, as items of lists have. */
const closings = ['heading_close', 'paragraph_close'];

/** More targets than this are told in words alone. */
const mostSteps = 8;

/** Until the server has seen an edit, a heading may be this many lines away from where it was. */
const nearbyLines = 20;

/**
 * `areasOf` is given the document's address (as VS Code's preview hands it to its plug-ins) and gives its focus areas;
 * none for what is no 1:1 document.
 */
export function withProgress<Given extends MarkdownIt>(
  md: Given,
  areasOf: (document: unknown) => readonly ProgressView[],
  say: Say,
): Given {
  const { rules } = md.renderer;
  let last: { tokens: unknown; areas: unknown; marks: ReadonlyMap<Token, ProgressView> } | undefined;
  const marksIn = (tokens: readonly Token[], env: unknown): ReadonlyMap<Token, ProgressView> => {
    const document = (env as { currentDocument?: unknown } | undefined)?.currentDocument;
    const areas = document === undefined ? [] : areasOf(document);
    if (last?.tokens !== tokens || last.areas !== areas) last = { tokens, areas, marks: marksOf(tokens, areas) };
    return last.marks;
  };
  for (const name of closings) {
    const before = rules[name];
    rules[name] = (tokens, index, options, env, self) => {
      const rest = before ? before(tokens, index, options, env, self) : self.renderToken(tokens, index, options);
      try {
        const area = marksIn(tokens, env).get(tokens[index]!);
        return area === undefined ? rest : badge(area, say) + rest;
      } catch {
        // Whatever other plug-ins made of the tokens: the page matters more than what is added to it.
        return rest;
      }
    };
  }
  return md;
}

// ---------------------------------------------------------------------------------------------------------------

interface Candidate {
  readonly closing: Token;
  readonly line: number;
  readonly text: string;
  readonly isHeading: boolean;
}

/** By the token that closes the text which names it. */
function marksOf(tokens: readonly Token[], areas: readonly ProgressView[]): ReadonlyMap<Token, ProgressView> {
  const marks = new Map<Token, ProgressView>();
  if (areas.length === 0) return marks;
  const candidates = tokens.flatMap((closing, index): Candidate[] => {
    const line = closings.includes(closing.type) ? tokens[index - 2]?.map?.[0] : undefined;
    if (line === undefined) return [];
    return [{ closing, line, text: textOf(tokens[index - 1]!), isHeading: closing.type === 'heading_close' }];
  });
  for (const area of areas) {
    const title = folded(area.title);
    const distance = ({ line }: Candidate): number => Math.abs(line - area.line);
    const fits = (candidate: Candidate): boolean =>
      !marks.has(candidate.closing) &&
      (distance(candidate) === 0
        ? candidate.text.includes(title)
        : candidate.isHeading && distance(candidate) <= nearbyLines && candidate.text.endsWith(title));
    const [nearest] = candidates.filter(fits).sort((a, b) => distance(a) - distance(b));
    if (nearest !== undefined) marks.set(nearest.closing, area);
  }
  return marks;
}

function textOf({ content, children }: Token): string {
  return folded(children === null ? content : children.map((child) => child.content).join(''));
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}

function badge({ targets, targetsMet, lastMentioned, isQuiet }: ProgressView, say: Say): string {
  const met =
    targets === 1 ? say('{0} of 1 target met', targetsMet) : say('{0} of {1} targets met', targetsMet, targets);
  const words = [...(targets === 0 ? [] : [met]), ...(isQuiet ? [say('gone quiet')] : [])];
  if (words.length === 0) return '';
  const step = (index: number): string =>
    `<span class="one-on-one-step${index < targetsMet ? ' one-on-one-met' : ''}"></span>`;
  const bar =
    targets === 0 || targets > mostSteps
      ? ''
      : `<span class="one-on-one-bar" aria-hidden="true">${Array.from({ length: targets }, (_, index) => step(index)).join('')}</span>`;
  const title = lastMentioned === null ? say('Not mentioned yet') : say('Last mentioned {0}', lastMentioned);
  return ` <span class="one-on-one-progress${isQuiet ? ' one-on-one-quiet' : ''}" title="${html(title)}">${bar}${html(words.join(', '))}</span>`;
}
