/** What commands and views are given. */
import type { Uri } from 'vscode';
import type { Front } from './front.ts';
import type { People } from './people.ts';
import type { QuarterPanel } from './quarter/panel.ts';
import type { Server } from './server.ts';

export interface App {
  readonly server: Server;
  /** The document in front. */
  readonly front: Front;
  /** Everybody whose notes the server knows. */
  readonly people: People;
  readonly quarter: QuarterPanel;
  /** Noon of today, on this computer's clock or on that of a test. */
  today(): Date;
  /** Where our role descriptions lie. */
  readonly roles: Uri;
}
