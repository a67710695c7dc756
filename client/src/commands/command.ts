/** What a command is. */
import type { App } from '../app.ts';

export interface Command {
  /** As in the manifest. */
  readonly id: string;
  /** `argument` is what a menu, a lens or a view gives; nothing from the palette. */
  run(app: App, argument: unknown): Promise<void>;
}
