import { useQuery } from '@tanstack/react-query';
import { useApi } from './api-context.ts';

/** Who is at this window. Until that is known, somebody with the fewest rights. */
export function useMe(): { readonly isOwner: boolean } {
  const api = useApi();
  const { data } = useQuery({ queryKey: ['me'], queryFn: () => api.state.me(), staleTime: Infinity });
  return { isOwner: data?.role === 'owner' };
}
