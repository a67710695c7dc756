/** The views. One a file. */
import type { Disposable } from 'vscode';
import type { App } from '../app.ts';
import { dueView } from './due.ts';
import { peopleView } from './people.ts';
import { registerView } from './view.ts';

const all = [peopleView, dueView];

export function registerViews({ people }: App): Disposable[] {
  return all.flatMap((view) => registerView(view, people));
}
