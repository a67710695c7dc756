/** What a view is, and an item of one. */
import { EventEmitter, window } from 'vscode';
import type { Disposable, TreeItem } from 'vscode';
import type { PeopleAnswer, ViewPlace } from '../../../server/src/lsp/protocol.ts';
import type { People } from '../people.ts';

export interface View {
  /** As in the manifest. */
  readonly id: string;
  readonly branches: (answer: PeopleAnswer) => readonly Branch[];
  /** Behind the view's title. */
  readonly description: (answer: PeopleAnswer) => string | undefined;
}

/** An item and what is below it. */
export interface Branch {
  readonly item: TreeItem;
  readonly below: readonly Branch[];
  /** Where it stands, and the document that it is about: for commands of its menu. */
  readonly place?: ViewPlace;
  readonly uri?: string;
}

/** Asks for nothing until the view is looked at. */
export function registerView({ id, branches, description }: View, people: People): Disposable[] {
  const changed = new EventEmitter<void>();
  const tree = window.createTreeView<Branch>(id, {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: ({ item }) => item,
      async getChildren(branch) {
        if (branch !== undefined) return [...branch.below];
        const answer = await people.get();
        tree.description = answer === null ? undefined : description(answer);
        return answer === null ? [] : [...branches(answer)];
      },
    },
  });
  return [tree, changed, people.onDidChange(() => changed.fire())];
}
