/**
 * What client and server say to each other beyond the Language Server Protocol. The one file of the server that a
 * client may import: plain types and names, nothing else.
 */

export interface InitializationOptions {
  /** ISO day. Default: the clock, asked again as days pass. */
  readonly today?: string;
  /** For documents that no `.one-on-one.yaml` covers; the same keys. */
  readonly configuration?: Record<string, unknown>;
  /** The folder of the built-in role descriptions. Default: the one that is shipped beside the server. */
  readonly builtinRoles?: string;
  /** `client`: the client answers `oneOnOne/fs`, and the server never touches a file itself. */
  readonly files?: 'client';
}

/** Server to client: read files and folders, where the client has offered `files: 'client'`. */
export const filesMethod = 'oneOnOne/fs';

export type FilesQuestion =
  | { readonly kind: 'read'; readonly uri: string }
  /** Every markdown and configuration file in a folder and below. */
  | { readonly kind: 'list'; readonly folder: string };

/** The text of a file or null; the addresses of files. Nothing is ever an error: what cannot be read is not there. */
export interface FilesAnswer {
  readonly text?: string | null;
  readonly uris?: readonly string[];
}

/** Folders that hold no notes of anybody's. */
export const skippedFolders: readonly string[] = ['node_modules', '.git'];

export const markdownName = /\.(?:md|markdown)$/i;

export const configurationNames: readonly string[] = ['.one-on-one.yaml', '.one-on-one.yml'];

/** A file larger than this many bytes is not read. */
export const largestFile = 16 * 1024 * 1024;

/**
 * A first look at whether a markdown file is worth starting the server for: by its path, or by the first lines. Too
 * generous at most; the server looks again, with the configuration.
 */
export function looksLikeDocument(path: string, firstLines: string): boolean {
  if (/(?<![a-z0-9])(?:1|one)(?:[-_ ]?on[-_ ]?|[-_: ])(?:1|one)s?(?![a-z0-9])/i.test(path)) return true;
  if (/^#[ \t][^\n]*(?<![a-z0-9])(?:1|one)(?:[-_ ]?on[-_ ]?|[-_: ])(?:1|one)s?(?![a-z0-9])/im.test(firstLines))
    return true;
  if (!/^\uFEFF?---[ \t]*\r?\n/.test(firstLines)) return false;
  return /^[ \t"']*(?:report|person|employee|kind)[ \t"']*:/im.test(firstLines);
}
