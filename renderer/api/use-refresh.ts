import { useQueryClient } from '@tanstack/react-query';

/** Asks again for everything on the screen: after a command whose effect no run tells of. */
export function useRefresh(): () => void {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries();
}
