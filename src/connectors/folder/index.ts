import path from 'node:path';
import { z } from 'zod';
import type { Capabilities, Connector, ConnectorKind, ConnectorParts } from '../contract.ts';
import type { RecordKind } from '../../model/record.ts';
import type { RulePack } from '../../model/rule-pack.ts';
import { createFiles } from './files.ts';
import { failureOf } from './failure.ts';

const settings = z.strictObject({
  directory: z
    .string()
    .min(1)
    .refine((directory) => path.isAbsolute(directory), 'a folder from the root on, such as "C:\\Tillbridge\\trial"')
    .describe('The folder into which every record is written, as a file of its own.'),
});

/** What the settings say of a folder. */
export type FolderSettings = z.infer<typeof settings>;

const capabilities: Capabilities = {
  kinds: ['customer', 'product', 'sale'],
  merges: [],
  archives: ['customer', 'product', 'sale'],
  // A disk has no requests; these only decide how often progress is kept.
  batch: { records: 200, bytes: 4 * 1024 * 1024 },
  rate: null,
  concurrency: 1,
  idempotency: 'natural',
};

/** A folder takes whatever it is given. */
function anything<K extends RecordKind>(kind: K): RulePack<K> {
  return { kind, version: '1', rules: [], judge: () => [], unique: [] };
}

function createFolder({ settings: { directory } }: ConnectorParts<FolderSettings>): Connector {
  const files = createFiles(directory);
  return {
    capabilities,
    rules: anything,
    async check() {
      try {
        await files.probe();
        return { ok: true, account: directory, detail: 'can be written' };
      } catch (thrown) {
        const { reason, hint } = failureOf(thrown);
        return { ok: false, what: `The folder cannot be used: ${reason}.`, hint };
      }
    },
    size: ({ record }) => Buffer.byteLength(JSON.stringify(record, null, 2)) + 1,
    async deliver({ parcels }, signal) {
      const outcomes = await Promise.all(
        parcels.map(async (parcel) => [parcel.ref, await files.put(parcel, signal)] as const),
      );
      return new Map(outcomes);
    },
    find: (kind, keys) => files.find(kind, keys),
    close: () => Promise.resolve(),
  };
}

/** A folder of JSON files: the smallest destination there is, and the way to see what would be sent without sending it. */
export const folder: ConnectorKind<FolderSettings> = {
  kind: 'folder',
  label: 'Folder',
  settings,
  needsSecret: false,
  create: createFolder,
};
