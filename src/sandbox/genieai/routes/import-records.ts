import { z } from 'zod';
import type { Answer, Exchange } from '../conventions/exchange.ts';
import { Refusal } from '../conventions/refusal.ts';
import type { RunningScript } from '../faults/fault-script.ts';
import { importRecord } from '../import-record.ts';
import type { Circumstances } from '../rules/verdict.ts';
import { shuffled } from '../../seeded-random.ts';
import type { Store } from '../store/store.ts';
import type { Collection } from '../store/stored.ts';

/** What imports need besides the request. */
export interface ImportParts {
  readonly store: Store;
  readonly script: Pick<RunningScript, 'isPoisoned'>;
  readonly recordsPerRequest: number;
  readonly circumstances: () => Circumstances;
  /** Decides the order of the results, which the contract leaves open. */
  readonly random: () => number;
}

const request = z.object({ records: z.array(z.looseObject({ ref: z.string().min(1) })) });

/** `POST /contacts/import` and its siblings: one result for each record, in an order that chance decides. */
export function importRecords(parts: ImportParts, into: Collection): (body: unknown, exchange: Exchange) => Answer {
  const { store, script, recordsPerRequest, circumstances, random } = parts;
  return (body, exchange) => {
    const parsed = request.safeParse(body);
    if (!parsed.success) throw new Refusal(400, 'The body must be {"records":[{"ref":"…", …}]}.');
    const { records } = parsed.data;
    exchange.var.call.records = records.length;
    if (records.length > recordsPerRequest)
      throw new Refusal(413, `A request may have at most ${recordsPerRequest} records.`);
    if (new Set(records.map(({ ref }) => ref)).size < records.length)
      throw new Refusal(400, 'Every record needs a ref of its own.');
    if (
      script.isPoisoned(
        exchange.req.path,
        records.map((record) => record['externalId']),
      )
    ) {
      throw new Refusal(400, 'The request could not be processed.');
    }
    const now = circumstances();
    const results = records.map((incoming) => importRecord(store, { into, ref: incoming.ref, incoming }, now));
    return { status: 207, body: { results: shuffled(results, random) } };
  };
}
