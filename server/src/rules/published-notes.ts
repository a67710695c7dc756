import type { Context } from '../core/context.ts';
import type { Document, Span } from '../core/model.ts';
import type { Repository } from '../core/git.ts';
import { firstLineOf } from '../core/write/front-matter.ts';
import { allowEdit, allowLine, ignoreEdit, ignorePattern } from '../core/write/published.ts';
import type { Fix, SeriesRule } from './rule.ts';

export const publishedNotes: SeriesRule = {
  id: 'published-notes',
  about: 'series',
  documents: 'all',
  level: 'warning',
  step: 'privacy',
  summary: 'Git tracks the notes in a repository that has a remote.',
  why: `A 1:1 document belongs to two people. In a repository with a remote, the next push shows it to everybody who may read that
repository, and what was pushed once stays in its history. Where that is meant, as in a repository that only the two can read, the
configuration says so: \`private: { allowPublished: true }\`. What git tracks is read from its index; git itself is not run. A repository
that begins above the opened folder is not seen.`,
  examples: [
    {
      title: 'Notes in a shared repository',
      note: `//- .gitignore
node_modules/
//- .git/config
[remote "origin"]
  url = git@git.example.org:tickets/handbook.git
//- one-on-ones/dana.md
---
^^^ Git tracks these notes in a repository with a remote: the next push publishes them.
report: Dana Reyes
manager: Sam Osei
---

## 2026-10-05

- Holiday plans
`,
      fixed: `//- .gitignore
/one-on-ones/dana.md
node_modules/
`,
    },
    {
      title: 'A repository that ignores nothing yet',
      note: `//- .git/config
[remote "origin"]
  url = git@git.example.org:tickets/handbook.git
//- one-on-ones/dana.md
---
^^^ Git tracks these notes in a repository with a remote
report: Dana Reyes
manager: Sam Osei
---

## 2026-10-05

- Holiday plans
`,
      fixed: `//- .gitignore
/one-on-ones/dana.md
`,
    },
    {
      title: 'A repository without a remote',
      note: `//- .git/config
[core]
  bare = false
//- one-on-ones/dana.md
---
report: Dana Reyes
manager: Sam Osei
---

## 2026-10-05

- Holiday plans
`,
    },
    {
      title: 'It is meant',
      note: `//- .one-on-one.yaml
private: { allowPublished: true }
//- .git/config
[remote "origin"]
  url = git@git.example.org:reyes-osei/notes.git
//- one-on-ones/dana.md
---
report: Dana Reyes
manager: Sam Osei
---

## 2026-10-05

- Holiday plans
`,
    },
  ],
  *check({ documents }, context) {
    if (context.configuration.private.allowPublished) return;
    for (const document of documents) {
      const repository = context.repositories.find(({ tracked }) => tracked.has(document.path));
      const at = repository === undefined ? null : firstLineOf(document);
      if (repository === undefined || at === null) continue;
      yield {
        at,
        message:
          'Git tracks these notes in a repository with a remote: the next push publishes them. Ignore the file and take it out with `git rm --cached`, or allow it in the configuration.',
        fixes: [...ignoring(document, repository), ...allowing(document, repository, context)],
      };
    }
  },
};

/** Git goes on tracking what it tracks: the file has to be taken out as well. */
function ignoring({ path, note }: Document, { folder, ignoreFile: { uri, text } }: Repository): Fix[] {
  const own = path.slice(folder.length);
  if (text === null)
    return [
      {
        title: 'Create a .gitignore with the file',
        edits: [],
        creates: [{ uri, text: ignorePattern(own) + note.text.eol }],
      },
    ];
  const edit = ignoreEdit(text, own);
  return edit === null ? [] : [writing('Add the file to .gitignore', uri, edit)];
}

function allowing({ note }: Document, repository: Repository, context: Context): Fix[] {
  const { configuration, configurationText } = context;
  if (configuration.uri === null)
    return [
      {
        title: 'Create a configuration that allows published notes',
        edits: [],
        creates: [{ uri: repository.configurationUri, text: allowLine + note.text.eol }],
      },
    ];
  const edit = configurationText === null ? null : allowEdit(configurationText);
  return edit === null ? [] : [writing('Allow published notes in the configuration', configuration.uri, edit)];
}

function writing(title: string, uri: string, { start, end, newText }: Span & { newText: string }): Fix {
  return { title, edits: [], elsewhere: [{ uri, span: { start, end }, newText }] };
}
