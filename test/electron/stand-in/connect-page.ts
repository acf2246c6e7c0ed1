import type { ApiClient } from '../../../src/api/client.ts';

/** The renderer's own way from a page to the engine. It is written for a browser, whose types are not known here. */
export async function connectPage(page: unknown): Promise<ApiClient> {
  const file = new URL('../../../renderer/api/connect.ts', import.meta.url).pathname;
  const { connect } = (await import(/* @vite-ignore */ file)) as { connect: (page: unknown) => Promise<ApiClient> };
  return await connect(page);
}
