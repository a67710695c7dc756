/** What a command is. */

/** The language server, as commands need it. */
export interface Server {
  /** Starts it where it does not run yet. */
  restart(): Promise<void>;
}

export interface Command {
  /** As in the manifest. */
  readonly id: string;
  run(server: Server): Promise<void>;
}
