import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import { describe, expect, it } from 'vitest';
import type { ApiClient } from '../../src/api/client.ts';
import { contract } from '../../src/api/contract.ts';
import { createHttpApi } from '../../src/api/http.ts';
import { createRouter } from '../../src/api/router.ts';
import type { WhoMay } from '../../src/api/who-may.ts';
import type { Host } from '../../src/sync/host/host-contract.ts';
import { TillbridgeError } from '../../src/support/errors.ts';

/** Whatever is asked of it, it says so: nothing else is looked at here. */
const reached = (): never => {
  throw new TillbridgeError('busy', 'the host was asked', { hint: 'Nothing.' });
};

const deaf: Host = new Proxy({} as Host, {
  get: (_, name) =>
    name === 'explain'
      ? (thrown: unknown) =>
          thrown instanceof TillbridgeError ? { what: thrown.message, hint: '', reason: thrown.reason } : undefined
      : name === 'problems' || name === 'desk' || name === 'staffDoor'
        ? new Proxy({}, { get: () => reached })
        : reached,
});

function clientAs(role: WhoMay['role']): ApiClient {
  const api = createHttpApi(createRouter(deaf));
  return createORPCClient(
    new RPCLink({ url: 'http://127.0.0.1/api', fetch: (request, init) => api(new Request(request, init), role) }),
  );
}

interface Listed {
  readonly path: readonly string[];
  readonly role: WhoMay['role'];
}

/** Every procedure of the contract, by its path. */
function procedures(node: object, path: readonly string[] = []): Listed[] {
  const definition = (node as { '~orpc'?: { meta: WhoMay } })['~orpc'];
  if (definition) return [{ path, role: definition.meta.role }];
  return Object.entries(node).flatMap(([name, inner]) => procedures(inner as object, [...path, name]));
}

/** Input that each procedure understands; nothing for those that take none. */
const inputs: Readonly<Record<string, unknown>> = {
  'runs.sync': {},
  'runs.pause': { until: '2026-11-22T09:00:00.000Z' },
  'runs.list': { before: null, limit: 10 },
  'runs.activity': { days: 30 },
  'runs.calls': { limit: 10 },
  'problems.page': { offset: 0, limit: 10 },
  'problems.groups': {},
  'problems.card': { id: 1 },
  'problems.recheck': { id: 1 },
  'problems.dismiss': { ids: [1], reason: 'moved' },
  'problems.reopen': { id: 1 },
  'problems.assign': { ids: [1], assignee: 'Ann' },
  'problems.document': { format: 'csv' },
  find: { text: 'Ada' },
  'people.show': { who: '10433' },
  'people.join': { one: '10433', other: '10434', because: 'they said so' },
  'people.split': { one: '10433', other: '10434', because: 'they said so' },
  'people.undo': { one: '10433', other: '10434' },
  'stock.mend': { names: 'all' },
  'stock.say': { article: 'R-118', variant: 'SQ1' },
  'stock.unsay': { variant: 'SQ1' },
  'queue.list': { limit: 10 },
  'queue.retry': { ids: [1] },
  'queue.discard': { ids: [1] },
  'settings.save': { settings: {} },
  'settings.setSecret': { id: 'till', value: 'x' },
  'settings.forgetSecret': { id: 'till' },
  'settings.setQuiet': { quiet: true },
  'staffDoor.setPin': { pin: 'larkspur-4711' },
  'settings.test': { settings: {}, only: null },
  'till.describe': { till: {} },
  'till.characterSets': { till: {} },
  'till.suggest': { till: {} },
  'till.saveProfile': { profile: {} },
  'till.tryProfile': { till: {}, profile: {} },
};

async function call(client: ApiClient, path: readonly string[]): Promise<string> {
  const procedure = path.reduce<unknown>((node, name) => (node as Record<string, unknown>)[name], client);
  try {
    const answer = await (procedure as (input: unknown) => Promise<unknown>)(inputs[path.join('.')]);
    if (answer && typeof answer === 'object' && Symbol.asyncIterator in answer) {
      for await (const _ of answer as AsyncIterable<unknown>) break;
    }
    return 'answered';
  } catch (thrown) {
    return String((thrown as { code?: unknown }).code);
  }
}

describe.each(procedures(contract))('$path', ({ path, role }) => {
  it(`is for the ${role}`, async () => {
    expect(['staff', 'owner']).toContain(role);
    // Only who is asking is known without the host.
    const reaches = path.join('.') === 'state.me' ? 'answered' : 'REFUSED';
    expect(await call(clientAs('owner'), path)).toBe(reaches);
    expect(await call(clientAs('staff'), path)).toBe(role === 'staff' ? reaches : 'NOT_ALLOWED');
  });
});

describe('the api', () => {
  it('looks at what it is given before anybody else does', async () => {
    const client = clientAs('owner');
    for (const wrong of [{ id: 'x' }, { id: -1 }, { id: 1, more: true }, null]) {
      await expect(client.problems.card(wrong as never)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    }
    await expect(client.problems.dismiss({ ids: [1], reason: 'x'.repeat(501) })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  });

  it('says what went wrong in the host’s words', async () => {
    await expect(clientAs('owner').find({ text: 'Ada' })).rejects.toMatchObject({
      code: 'REFUSED',
      message: 'the host was asked',
      data: { reason: 'busy' },
    });
  });
});
