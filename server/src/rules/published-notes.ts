import type { Context } from '../core/context.ts';
import type { Document } from '../core/model.ts';
import type { Repository } from '../core/git.ts';
import { firstLineOf } from '../core/write/front-matter.ts';
import { allowEdit, ignoreEdit } from '../core/write/published.ts';
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
        fixes: [...ignoring(document, repository), ...allowing(context)],
      };
    }
  },
};

/** Git goes on tracking what it tracks: the file has to be taken out as well. */
function ignoring({ path }: Document, { folder, ignoreFile }: Repository): Fix[] {
  const edit = ignoreFile === null ? null : ignoreEdit(ignoreFile.text, path.slice(folder.length));
  if (edit === null || ignoreFile === null) return [];
  const { start, end, newText } = edit;
  return [
    {
      title: 'Add the file to .gitignore',
      edits: [],
      elsewhere: [{ uri: ignoreFile.uri, span: { start, end }, newText }],
    },
  ];
}

function allowing({ configuration: { uri }, configurationText }: Context): Fix[] {
  const edit = configurationText === null ? null : allowEdit(configurationText);
  if (edit === null || uri === null) return [];
  const { start, end, newText } = edit;
  return [
    {
      title: 'Allow published notes in the configuration',
      edits: [],
      elsewhere: [{ uri, span: { start, end }, newText }],
    },
  ];
}
