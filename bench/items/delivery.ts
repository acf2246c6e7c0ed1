import { withAgent } from '../agent.ts';
import type { Bench } from '../bench.ts';
import type { Figure } from '../figure.ts';
import { removeHome } from '../home.ts';
import { median } from '../measure.ts';
import type { Sandbox } from '../sandbox.ts';

const rounds = 3;

/** Requests of 200 contacts each: enough for a minute and a quarter at the pace that is allowed. */
const limitedContacts = 30_000;
const allowance = 120;

/** (e) Sending what is queued: as fast as it goes, and at the pace that the destination allows. */
export async function measureDelivery(bench: Bench): Promise<Figure[]> {
  const repetitions: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const sandbox = await bench.sandbox();
    const { seconds } = await send(bench, { customers: bench.rows, sandbox });
    repetitions.push(bench.rows / seconds);
  }
  return [
    {
      item: 'e',
      what: 'delivery to a destination without limits',
      value: median(repetitions),
      unit: 'contacts/s',
      target: { atLeast: 10_000 },
      repetitions,
    },
    ...(await measurePace(bench)),
  ];
}

async function measurePace(bench: Bench): Promise<Figure[]> {
  bench.say(`  at ${allowance} requests a minute …`);
  const sandbox = await bench.sandbox({ limited: true });
  const { imports } = await send(bench, { customers: limitedContacts, sandbox, requestsPerMinute: allowance });
  const first = imports.at(0)?.at ?? 0;
  const minutes = ((imports.at(-1)?.at ?? 0) - first) / 60_000;
  // The last request ends no interval of its own.
  const share = (imports.length - 1) / (minutes * allowance);
  const refused = imports.filter(({ status }) => status === 429).length;
  const common = { item: 'e', unit: '' } as const;
  return [
    {
      ...common,
      what: `share of an allowance of ${allowance} requests/min in use`,
      value: share,
      target: { atLeast: 0.95 },
      repetitions: [share],
      beside: { requests: imports.length, minutes },
    },
    {
      ...common,
      what: 'requests that were told to slow down (429)',
      value: refused,
      target: { atMost: 0 },
      repetitions: [refused],
    },
  ];
}

interface Sending {
  readonly customers: number;
  readonly sandbox: Sandbox;
  readonly requestsPerMinute?: number;
}

async function send(
  bench: Bench,
  { customers, sandbox, ...pace }: Sending,
): Promise<{ seconds: number; imports: Awaited<ReturnType<Sandbox['imports']>> }> {
  const size = { customers };
  const till = { database: await bench.till(size), size };
  const home = await bench.home(till, { url: sandbox.url, ...pace });
  const { working } = await withAgent(async (agent) => {
    await agent.do('prepare', home);
    const answer = await agent.do('send', home);
    if (answer.sent !== customers) throw new Error(`sending: ${answer.sent} instead of ${customers}`);
    return answer;
  });
  const imports = await sandbox.imports();
  await sandbox.close();
  await removeHome(home);
  return { seconds: working / 1000, imports };
}
