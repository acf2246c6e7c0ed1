import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { websiteFile, type SampleSandboxes } from '../../src/cli/sample/start-sandboxes.ts';
import { startGenieaiSandbox } from '../../src/sandbox/genieai/start-genieai-sandbox.ts';
import { readSiteContent } from '../../src/sandbox/squarespace/site-content.ts';
import { startSquarespaceSandbox } from '../../src/sandbox/squarespace/start-squarespace-sandbox.ts';
import { secretVariable } from '../../src/settings/secrets.ts';
import type { Clock } from '../../src/support/clock.ts';

/**
 * The invented shop's destinations, inside this process: the packaged program refuses to run scripts of its own as
 * processes, so there is no other place for them. They listen on loopback alone, under keys that nobody else knows.
 */
export async function startSandboxesHere(home: string, now: Clock): Promise<SampleSandboxes> {
  const [apiKey, websiteKey] = [randomUUID(), randomUUID()];
  const content = readSiteContent(JSON.parse(await readFile(websiteFile(home), 'utf8')));
  const genieai = await startGenieaiSandbox({
    apiKey,
    now,
    storage: path.join(home, 'genieai.jsonl'),
    limits: { requestsPerMinute: null },
  });
  try {
    const website = await startSquarespaceSandbox({
      apiKey: websiteKey,
      now,
      content,
      limits: { requestsPerMinute: null, ordersPerHour: null },
    });
    return {
      urls: { genieai: genieai.url, squarespace: website.url },
      secrets: { [secretVariable('genieai')]: apiKey, [secretVariable('squarespace')]: websiteKey },
      close: async () => void (await Promise.all([genieai.close(), website.close()])),
    };
  } catch (error) {
    await genieai.close();
    throw error;
  }
}
