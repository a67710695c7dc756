import assert from 'node:assert/strict';
import { ResponseError } from 'vscode-jsonrpc';
import type { MessageConnection } from 'vscode-jsonrpc';
import { checksWith } from '../../server/src/lsp/checks.ts';
import { dispatch } from '../../server/src/lsp/dispatch.ts';
import { rules } from '../../server/src/rules/index.ts';
import type { SeriesRule } from '../../server/src/rules/rule.ts';
import { openFixture } from '../workspace.ts';
import { noteWithUnknownLevel } from './notes.ts';

const never = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose: () => {} }) };

/** A connection that only hands over what `dispatch` registers, and keeps what is sent. */
function connected(
  requests: Record<string, (params: unknown, token: never) => unknown>,
  notifications: Record<string, () => unknown> = {},
) {
  let ask: (method: string, params: unknown, token: object) => Promise<unknown>;
  let tell: (method: string, params: unknown) => Promise<unknown>;
  const sent: unknown[] = [];
  const connection = {
    onRequest: (handle: typeof ask) => (ask = handle),
    onNotification: (handle: typeof tell) => (tell = handle),
    onClose: () => {},
    sendNotification: (...message: unknown[]) => Promise.resolve(sent.push(message)),
  } as unknown as MessageConnection;
  dispatch(connection, {
    initialize: () => ({}),
    requests: new Map(Object.entries(requests)) as never,
    notifications: new Map(Object.entries(notifications)),
    exit: () => {},
  });
  return {
    sent,
    ask: (method: string, params: unknown = {}, token: object = never) => ask(method, params, token),
    tell: (method: string) => tell(method, {}),
  };
}

class SecretError extends Error {}

describe('dispatch', () => {
  it('says nothing of what a handler threw but its kind', async () => {
    const fail = (): never => {
      throw new SecretError('the note says TOKEN');
    };
    const { ask, tell, sent } = connected({ fail, later: async () => fail() }, { fail });
    await ask('initialize');
    for (const method of ['fail', 'later']) {
      const answer = await ask(method);
      assert.ok(answer instanceof ResponseError);
      assert.deepEqual([answer.code, answer.message, answer.data], [-32603, 'The request failed.', undefined]);
    }
    await tell('fail');
    assert.deepEqual(sent, [
      ['window/logMessage', { type: 1, message: 'fail: SecretError' }],
      ['window/logMessage', { type: 1, message: 'later: SecretError' }],
      ['window/logMessage', { type: 1, message: 'fail: SecretError' }],
    ]);
  });

  it('answers a cancelled request without waiting for its handler', async () => {
    const { ask } = connected({ endless: () => new Promise(() => {}) });
    await ask('initialize');
    let cancel = (): void => {};
    const token = {
      isCancellationRequested: false,
      onCancellationRequested: (listener: () => void) => (cancel = listener),
    };
    const answer = ask('endless', {}, token);
    cancel();
    assert.equal(((await answer) as ResponseError).code, -32800);
  });
});

describe('a rule that throws', () => {
  it('takes no other rule down, and is named', () => {
    const broken: SeriesRule = {
      ...(rules.find(({ about }) => about === 'series') as SeriesRule),
      id: 'broken',
      check: () => {
        throw new SecretError('the note says TOKEN');
      },
    };
    const { series, context } = openFixture(noteWithUnknownLevel);
    const failures: string[] = [];
    const checks = checksWith((rule) => failures.push(rule), [broken, ...rules]);
    const found = checks.series(series[0]!, context).map(({ rule }) => rule);
    assert.ok(found.includes('unknown-level'));
    assert.deepEqual(failures, ['broken']);
    const steps = checks.seriesInSteps(series[0]!, context);
    let step = steps.next();
    while (!step.done) step = steps.next();
    assert.deepEqual(
      step.value.map(({ rule }) => rule),
      found,
    );
    assert.deepEqual(failures, ['broken', 'broken']);
  });
});
