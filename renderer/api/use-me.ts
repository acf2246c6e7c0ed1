import { useQuery } from '@tanstack/react-query';
import { useApi } from './api-context.ts';

/** Who is at this window. */
export interface Me {
  /** Until that is known, somebody with the fewest rights. */
  readonly isOwner: boolean;
  /** Whether that has been answered yet. */
  readonly isKnown: boolean;
  /** Came in through the console's door, and may go out by it. */
  readonly leaves: boolean;
}

/** Who is at this window. */
export function useMe(): Me {
  const api = useApi();
  const { data } = useQuery({ queryKey: ['me'], queryFn: () => api.state.me(), staleTime: Infinity });
  return { isOwner: data?.role === 'owner', isKnown: data !== undefined, leaves: window.location.protocol !== 'app:' };
}
