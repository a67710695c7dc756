/** Outline and folding, which may be switched on and off while the editor runs, where the client can follow that. */
import type { Client } from './client.ts';
import type { Session } from './session.ts';

const methods = ['textDocument/documentSymbol', 'textDocument/foldingRange'];

export interface OutlineOffer {
  /** Tells the client whether there is an outline now. */
  follow(): void;
}

/** Once and for all, in the answer to `initialize`: for a client that cannot be told later. */
export function offersOutline({ registersOutline, options }: Client): boolean {
  return !registersOutline && options.settings?.outline?.enabled !== false;
}

export function outlineOffer({
  client,
  connection,
  settings,
}: Pick<Session, 'client' | 'connection' | 'settings'>): OutlineOffer {
  let isOffered = false;
  const tell = (method: string, params: object): void => void connection.sendRequest(method, params).catch(() => {});
  return {
    follow() {
      const isWanted = settings.current.outline?.enabled !== false;
      if (!client.registersOutline || isWanted === isOffered) return;
      isOffered = isWanted;
      const list = methods.map((method) => ({ id: method, method }));
      if (isWanted) tell('client/registerCapability', { registrations: list });
      // The protocol spells it so.
      else tell('client/unregisterCapability', { unregisterations: list });
    },
  };
}
