/**
 * Parses the markdown of one slice as if it stood in its document.
 *
 * Two things of the document reach into a slice: the link reference definitions and footnotes that other slices
 * declare, and the heading that follows. The first are asked for; the second is stood for by a single `#`.
 */
import type { Root } from 'mdast';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import type { Construct, ParseContext } from 'micromark-util-types';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import type { Piece } from './cut.ts';

/** A name that a document declares once for all its slices: `=LABEL` is a link definition, `^LABEL` a footnote. */
export type Name = string;

export interface Parsed {
  readonly tree: Root;
  /** The names that the slice declares itself. A footnote that another slice declares as well may be missing. */
  readonly declared: ReadonlySet<Name>;
  /** The names that were asked of the rest of the document, and the answers. */
  readonly asked: ReadonlyMap<Name, boolean>;
}

/** The tree of a piece, with positions counted from its start. */
export function parsePiece({ source, place }: Piece, isDeclared: (name: Name) => boolean): Parsed {
  const declared = new Set<Name>();
  const asked = new Map<Name, boolean>();
  const names = (mark: string): string[] => {
    const list = {
      push: (label: string) => declared.add(mark + label),
      includes(label: string): boolean {
        const name = mark + label;
        if (declared.has(name)) return true;
        let answer = asked.get(name);
        if (answer === undefined) asked.set(name, (answer = isDeclared(name)));
        return answer;
      },
    };
    return list as unknown as string[];
  };
  const processor = unified()
    .use(remarkParse)
    .use(gfmWithoutAutolinks)
    .use(documentNames, { defined: names('='), gfmFootnotes: names('^') });
  if (place === 'last') return { tree: processor.parse(parsable(source)), declared, asked };
  const tree = processor.parse(parsable(source + SENTINEL));
  const following = tree.children.pop();
  if (following?.position?.start.offset !== source.length) throw new Error('The slice leaves something open');
  tree.position!.end = following.position.start;
  return { tree, declared, asked };
}

/**
 * Where the block starts that a text leaves open, so that it swallows a heading that follows: a fence or HTML. Null
 * where the text may be followed by another slice.
 */
export function openBlockStart(source: string): number | null {
  const tree = unified()
    .use(remarkParse)
    .use(gfmWithoutAutolinks)
    .parse(parsable(source + SENTINEL));
  const last = tree.children.at(-1);
  const start = last?.position?.start.offset ?? 0;
  return last?.type === 'heading' && start === source.length ? null : start;
}

/**
 * The parser drops a byte order mark at the start without counting it. The document's own is no part of any slice, so
 * one that starts a slice is text like any other: the parser is given another one to drop.
 */
function parsable(source: string): string {
  return source.startsWith('\uFEFF') ? `\uFEFF${source}` : source;
}

/** A heading without words. */
const SENTINEL = '#';

/** All of GFM but bare web addresses, which cost more than everything else in it. */
function gfmWithoutAutolinks(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(gfmFootnote(), gfmStrikethrough(), gfmTable(), gfmTaskListItem());
  (data.fromMarkdownExtensions ??= []).push(
    gfmFootnoteFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    gfmTableFromMarkdown(),
    gfmTaskListItemFromMarkdown(),
  );
}

type Names = Pick<ParseContext, 'defined' | 'gfmFootnotes'>;

/** Puts our lists of names in the place of the parser's, before it reads the first line. */
function documentNames(this: Processor, names: Names): void {
  const place: Construct = {
    partial: true,
    tokenize(_effects, _ok, nok) {
      Object.assign(this.parser, names);
      return nok;
    },
  };
  // A footnote may stand in the first line, and what is for its bracket is tried before what is for any sign.
  (this.data().micromarkExtensions ??= []).push({ document: { [BRACKET]: place, null: place } });
}

const BRACKET = 91;
