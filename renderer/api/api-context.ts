import { createContext, use } from 'react';
import type { ApiClient } from '../../src/api/client.ts';

/** The api of the home folder that this window shows. */
export const ApiContext = createContext<ApiClient | null>(null);

/** The api, inside the app. */
export function useApi(): ApiClient {
  const api = use(ApiContext);
  if (!api) throw new Error('the api is missing above this component');
  return api;
}
