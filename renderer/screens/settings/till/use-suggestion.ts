import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import type { ApiClient } from '../../../../src/api/client.ts';
import { useApi } from '../../../api/api-context.ts';
import type { Tree } from '../form/tree.ts';

type Suggestion = Awaited<ReturnType<ApiClient['till']['suggest']>>;

/** Asks for a profile made by looking at the till's tables; `take` gets it where anything was recognised. */
export function useSuggestion(
  till: Tree,
  take: (suggestion: Suggestion) => void,
): UseMutationResult<Suggestion, Error, void> {
  const api = useApi();
  return useMutation({
    mutationFn: () => api.till.suggest({ till: { ...till } }),
    onSuccess: (suggestion) => (suggestion.kinds.length > 0 ? take(suggestion) : undefined),
  });
}
