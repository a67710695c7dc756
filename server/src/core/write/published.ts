/** Saying in other files that notes stay unpublished, or that publishing them is meant. */
import type { Span } from '../model.ts';
import { readYaml } from '../yaml-tree.ts';

/** The pattern of one file, with what has a meaning in patterns taken literally. `path` counts from the repository. */
export function ignorePattern(path: string): string {
  return `/${path.replace(/[\\*?[]/g, '\\$&').replace(/ +$/, (blanks) => blanks.replaceAll(' ', '\\ '))}`;
}

/** A line at the start of a `.gitignore`; null where it is there already. */
export function ignoreEdit(text: string, path: string): (Span & { readonly newText: string }) | null {
  const pattern = ignorePattern(path);
  if (text.split(/\r\n|\r|\n/).includes(pattern)) return null;
  return { start: 0, end: 0, newText: pattern + (text.includes('\r\n') ? '\r\n' : '\n') };
}

/** The setting, in a file that does not have it. */
export const allowLine = 'private: { allowPublished: true }';

/** `private.allowPublished` in a configuration; null where it cannot be written without guessing. */
export function allowEdit(source: string): (Span & { readonly newText: string }) | null {
  const { tree, problems } = readYaml(source);
  if (problems.length > 0 || tree === null) return null;
  if (tree.is !== 'mapping' && tree.is !== 'empty') return null;
  const entries = tree.is === 'mapping' ? tree.entries : [];
  const own = entries.find(({ key }) => key === 'private');
  if (own !== undefined) {
    const allowed =
      own.value.is === 'mapping' ? own.value.entries.find(({ key }) => key === 'allowPublished') : undefined;
    return allowed?.value.is === 'scalar' ? { ...allowed.value.span, newText: 'true' } : null;
  }
  // In braces, or before the end mark of a document, a line at the end would belong to something else.
  if (
    /^\uFEFF?[ \t]*\{/m.test(source.slice(0, 1 + (entries[0]?.keySpan.start ?? 0))) ||
    /^(?:---|\.\.\.)/m.test(source)
  )
    return null;
  const eol = source.includes('\r\n') ? '\r\n' : '\n';
  const gap = source === '' || /[\r\n]$/.test(source) ? '' : eol;
  return { start: source.length, end: source.length, newText: `${gap}${allowLine}${eol}` };
}
