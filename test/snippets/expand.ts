/** Snippets as VS Code expands them when every tab stop is left at its default. */

/** Choices give their first entry. Only the parts of the syntax that our snippets use; anything else throws. */
export function expand(body: string, variables: ReadonlyMap<string, string>): string {
  const defaults = new Map<string, string>();
  let at = 0;

  const textUntil = (end: string | null): string => {
    let result = '';
    while (at < body.length && body[at] !== end) {
      if (body[at] === '\\') {
        result += body[at + 1] ?? '';
        at += 2;
      } else if (body[at] === '$') {
        result += marked();
      } else {
        result += body[at++];
      }
    }
    if (end === null) return result;
    if (body[at] !== end) throw new Error(`A snippet lacks "${end}": ${body}`);
    at++;
    return result;
  };

  const marked = (): string => {
    const bare = /^\$(\d+)/.exec(body.slice(at));
    if (bare) {
      at += bare[0].length;
      return defaults.get(bare[1]!) ?? '';
    }
    const name = /^\$\{(\w+)/.exec(body.slice(at));
    if (!name) throw new Error(`A snippet has a lone "$": ${body}`);
    at += name[0].length;
    const kind = body[at++];
    const stop = name[1]!;
    if (kind === ':') {
      const text = textUntil('}');
      defaults.set(stop, text);
      return text;
    }
    if (kind === '|') {
      const end = body.indexOf('|}', at);
      const [first] = body.slice(at, end).split(',');
      at = end + 2;
      defaults.set(stop, first!);
      return first!;
    }
    const value = variables.get(stop);
    if (value === undefined) throw new Error(`A snippet has an unknown variable: ${stop}`);
    if (kind === '}') return value;
    if (kind === '/') return transformed(value);
    throw new Error(`A snippet has a form that is not known here: ${body}`);
  };

  /** `/pattern/${1:+text}…/}`, with neither escapes nor flags. */
  const transformed = (value: string): string => {
    const [pattern, format] = body.slice(at).split('/', 2);
    at += pattern!.length + format!.length + 3;
    return value.replace(new RegExp(pattern!), (...groups: (string | undefined)[]) =>
      format!.replace(/\$\{(\d):\+(\w+)\}/g, (_, group: string, text: string) => (groups[Number(group)] ? text : '')),
    );
  };

  return textUntil(null);
}
