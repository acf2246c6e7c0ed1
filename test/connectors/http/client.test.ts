import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createHttpClient } from '../../../src/connectors/http/client.ts';

const never = new AbortController().signal;

async function clientOf(listener: RequestListener, timeout = 10_000) {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return createHttpClient({ fetch, baseUrl: `http://127.0.0.1:${port}/v1/`, secret: 'sk-1', timeout, now: () => 0 });
}

describe('the HTTP client', () => {
  it('speaks JSON, with the key in its place alone', async () => {
    const seen: unknown[] = [];
    const client = await clientOf((request, response) => {
      seen.push(request.url, request.headers.authorization, request.headers['content-type']);
      response.setHeader('X-Request-Id', 'req_1').end('{"a":1}');
    });
    const answer = await client.request({ method: 'POST', path: '/things', query: { q: 'a b,c' }, body: '{}' }, never);
    expect(answer).toMatchObject({ answered: true, status: 200, requestId: 'req_1', body: { a: 1 } });
    expect(seen).toEqual(['/v1/things?q=a+b%2Cc', 'Bearer sk-1', 'application/json; charset=utf-8']);
  });

  it.each(['<html>Bad gateway</html>', '{"results":[', ''])('survives the body %j', async (body) => {
    const client = await clientOf((_request, response) => response.writeHead(502).end(body));
    const answer = await client.request({ method: 'GET', path: '/' }, never);
    expect(answer).toMatchObject({ answered: true, status: 502, body: undefined });
  });

  it('does not follow to another address', async () => {
    let asked = 0;
    const client = await clientOf((_request, response) => {
      asked += 1;
      response.writeHead(307, { location: '/elsewhere' }).end();
    });
    expect(await client.request({ method: 'POST', path: '/', body: '{}' }, never)).toMatchObject({ status: 307 });
    expect(asked).toBe(1);
  });

  it('does not read without end', async () => {
    const chunk = Buffer.alloc(1024 * 1024, 'x');
    const client = await clientOf((_request, response) => {
      const write = () => {
        while (!response.destroyed && response.write(chunk));
        if (!response.destroyed) response.once('drain', write);
      };
      write();
    });
    const answer = await client.request({ method: 'GET', path: '/' }, never);
    expect(answer).toMatchObject({ answered: true, body: undefined });
  });

  it('gives up in time, and when it is told to', async () => {
    const client = await clientOf(() => undefined, 50);
    expect(await client.request({ method: 'GET', path: '/' }, never)).toEqual({
      answered: false,
      reason: 'it did not answer in time',
      mayHaveArrived: true,
    });
    expect(await client.request({ method: 'GET', path: '/' }, AbortSignal.abort())).toMatchObject({
      reason: 'we were told to stop',
    });
  });

  it('tells a line that is cut from one that never was', async () => {
    const client = await clientOf((request) => request.destroy());
    expect(await client.request({ method: 'GET', path: '/' }, never)).toMatchObject({ mayHaveArrived: true });
    const nowhere = createHttpClient({
      fetch,
      baseUrl: 'http://nowhere.invalid',
      secret: undefined,
      timeout: 5000,
      now: () => 0,
    });
    expect(await nowhere.request({ method: 'GET', path: '/' }, never)).toMatchObject({ mayHaveArrived: false });
  });
});
