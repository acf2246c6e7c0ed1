import path from 'node:path';
import { z } from 'zod';
import type { SiteContent } from '../../sandbox/squarespace/site.ts';
import { writeFileWhole } from '../../support/write-file.ts';
import { startHelper } from './helper.ts';

/** A Squarespace stand-in in a process of its own, with the sample shop's website. */
export interface DemoWebsite {
  readonly url: string;
  readonly apiKey: string;
  /** How many pieces it offers now; null where it counts none. */
  stockOf(sku: string): Promise<number | null>;
  close(): Promise<void>;
}

const ready = z.object({ url: z.string() });
const stock = z.object({ quantity: z.int().nullable() });

/** Starts the sandbox without its limit of 300 requests a minute. What it holds at first stands in a file of the folder. */
export async function startWebsite(content: SiteContent, folder: string): Promise<DemoWebsite> {
  const apiKey = 'demo-website-key';
  const file = path.join(folder, 'website.json');
  await writeFileWhole(file, JSON.stringify(content));
  const script = new URL('../../sandbox/squarespace/serve.ts', import.meta.url);
  const given = ['--key', apiKey, '--content', file, '--no-limits'];
  const helper = await startHelper('the Squarespace sandbox', script, given);
  const { url } = ready.parse(helper.ready);
  return {
    url,
    apiKey,
    async stockOf(sku) {
      const answer = await fetch(`${url}/sandbox/stock/${encodeURIComponent(sku)}`);
      if (!answer.ok) throw new Error(`looking at the sample website: there is no ${sku}`);
      return stock.parse(await answer.json()).quantity;
    },
    close: helper.close,
  };
}
