/** The documents of `test/notes/`, as a workspace would hold them. */
import { readdirSync, readFileSync } from 'node:fs';
import type { File } from './workspace.ts';

const root = new URL('notes/', import.meta.url);

export interface Sample extends File {
  /** The configuration in force, if the sample has one. */
  readonly settings: readonly File[];
  readonly isPartOfSeries: boolean;
}

/** Every file below a folder of `test/notes/`, by path; `folder` ends with a slash. */
function filesIn(folder: string): File[] {
  return readdirSync(new URL(folder, root), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath.slice(decodeURI(root.pathname).length)}/${entry.name}`.replace(/^\//, ''))
    .map((path) => ({ path, text: readFileSync(new URL(encodeURI(path), root), 'utf8') }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

const all = filesIn('./');

/** Files that nobody should be told anything about. */
export const ordinary: readonly File[] = all.filter(({ path }) => path.startsWith('ordinary/'));

/** Documents, each with a page of what should be understood beside it. */
export const corpus: readonly Sample[] = all
  .filter(({ path }) => path.endsWith('.md') && !path.startsWith('ordinary/'))
  .map((file) => ({
    ...file,
    settings: all.filter(
      ({ path }) =>
        path.endsWith('.one-on-one.yaml') && file.path.startsWith(path.slice(0, -'.one-on-one.yaml'.length)),
    ),
    isPartOfSeries: file.path.startsWith('series/'),
  }));

/** What should be understood of a document, as the page beside it says. */
export function expectationOf(path: string): string {
  const page = all.find((file) => file.path === path.replace(/\.md$/, '.txt'));
  if (page === undefined) throw new Error(`Nothing says what should be understood of ${path}.`);
  return page.text.trimEnd();
}

/** Documents that are read together; paths count from the folder. */
export const seriesFolders: readonly { name: string; files: readonly File[]; expected: string }[] = readdirSync(
  new URL('series/', root),
).map((name) => {
  const inside = all
    .filter(({ path }) => path.startsWith(`series/${name}/`))
    .map(({ path, text }) => ({ path: path.slice(`series/${name}/`.length), text }));
  return {
    name,
    files: inside.filter(({ path }) => !path.endsWith('.txt')),
    expected: inside.find(({ path }) => path === 'series.txt')!.text.trimEnd(),
  };
});
