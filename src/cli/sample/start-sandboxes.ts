import path from 'node:path';
import { z } from 'zod';
import { secretVariable } from '../../settings/secrets.ts';
import { startHelper } from '../demo/helper.ts';

/** The sample shop's destinations, each in a process of its own. */
export interface SampleSandboxes {
  /** Where each is, by the id of its destination. */
  readonly urls: Readonly<Record<'genieai' | 'squarespace', string>>;
  /** Environment variables with their keys. */
  readonly secrets: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** The file that holds what the website has at first. */
export function websiteFile(home: string): string {
  return path.join(home, 'website.json');
}

const ready = z.object({ url: z.string() });
const genieaiKey = 'sample-key';
const websiteKey = 'sample-website-key';

/**
 * Starts a GenieAI sandbox, which keeps what it took in the home folder, and a Squarespace sandbox, which begins with the
 * content of `websiteFile` every time. Neither has the real one's limits of requests a minute.
 */
export async function startSandboxes(home: string): Promise<SampleSandboxes> {
  const genieai = await startHelper('the GenieAI sandbox', new URL('../../sandbox/genieai/serve.ts', import.meta.url), [
    '--key',
    genieaiKey,
    '--no-limits',
    '--storage',
    path.join(home, 'genieai.jsonl'),
  ]);
  try {
    const website = await startHelper(
      'the Squarespace sandbox',
      new URL('../../sandbox/squarespace/serve.ts', import.meta.url),
      ['--key', websiteKey, '--content', websiteFile(home), '--no-limits'],
    );
    return {
      urls: { genieai: ready.parse(genieai.ready).url, squarespace: ready.parse(website.ready).url },
      secrets: { [secretVariable('genieai')]: genieaiKey, [secretVariable('squarespace')]: websiteKey },
      close: async () => void (await Promise.all([genieai.close(), website.close()])),
    };
  } catch (error) {
    await genieai.close();
    throw error;
  }
}
