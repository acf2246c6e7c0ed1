import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Connector, ConnectorParts } from '../../../src/connectors/contract.ts';
import type { GenieaiSettings } from '../../../src/connectors/genieai/index.ts';
import { createGenieai } from '../../../src/connectors/genieai/index.ts';
import type { GenieaiSandbox, SandboxOptions } from '../../../src/sandbox/genieai/start-genieai-sandbox.ts';
import { startGenieaiSandbox } from '../../../src/sandbox/genieai/start-genieai-sandbox.ts';
import { sleep, systemClock } from '../../../src/support/clock.ts';

/** An address on which nothing listens: what did was closed. */
export async function deafAddress(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return `http://127.0.0.1:${port}`;
}

export const apiKey = 'sk-very-secret-0815';

/** The connector and the sandbox that it speaks to, both gone when the test is. */
export interface GenieaiFixture {
  readonly sandbox: GenieaiSandbox;
  readonly connector: Connector;
  /** The body that was sent last. */
  lastBody(): string;
  /** Another connector, which differs in its settings or its key. */
  another(settings: Partial<GenieaiSettings>, parts?: Partial<ConnectorParts<GenieaiSettings>>): Connector;
}

/** A connector on a sandbox without limits, unless some are asked for. */
export async function openGenieai(options: Partial<SandboxOptions> = {}): Promise<GenieaiFixture> {
  const sandbox = await startGenieaiSandbox({
    apiKey,
    now: systemClock,
    limits: { requestsPerMinute: null },
    ...options,
  });
  let lastBody = '';

  function another(
    settings: Partial<GenieaiSettings>,
    parts: Partial<ConnectorParts<GenieaiSettings>> = {},
  ): Connector {
    const connector = createGenieai({
      secret: apiKey,
      now: systemClock,
      sleep,
      random: () => 0.5,
      ...parts,
      settings: { baseUrl: sandbox.url, requestsPerMinute: null, timeoutSeconds: 30, ...settings },
      fetch(input, init) {
        if (typeof init?.body === 'string') lastBody = init.body;
        return fetch(input, init);
      },
    });
    onTestFinished(() => connector.close());
    return connector;
  }

  onTestFinished(() => sandbox.close());
  return { sandbox, connector: another({}), lastBody: () => lastBody, another };
}
