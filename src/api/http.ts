import { RPCHandler } from '@orpc/server/fetch';
import type { ApiContext } from './router.ts';
import type { createRouter } from './router.ts';

/** The api over HTTP, under `/api`: for a door that has looked at who asks. Answers 404 for what there is not. */
export function createHttpApi(
  router: ReturnType<typeof createRouter>,
): (request: Request, role: ApiContext['role']) => Promise<Response> {
  const handler = new RPCHandler(router);
  return async (request, role) => {
    const { response } = await handler.handle(request, { prefix: '/api', context: { role } });
    return response ?? Response.json({ message: 'There is nothing here.' }, { status: 404 });
  };
}
