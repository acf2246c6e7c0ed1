import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ApiClient } from '../../src/api/client.ts';
import { useApi } from './api-context.ts';
import { useHost } from './host-state.tsx';

/**
 * What the api answers to a question, asked again whenever the engine says that something changed. The answer before
 * stays on the screen until the next one is here. `key` names the question and everything in it.
 */
export function useAsked<T>(
  key: readonly unknown[],
  ask: (api: ApiClient, signal: AbortSignal) => Promise<T>,
): UseQueryResult<T> {
  const api = useApi();
  const { revision } = useHost().state;
  return useQuery({
    queryKey: [...key, revision],
    queryFn: ({ signal }) => ask(api, signal),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    retry: 1,
  });
}
