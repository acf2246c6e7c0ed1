import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api/api-context.ts';
import type { ShopPlace } from './create-words.ts';

/** Until the shop is set up: the computer's own. */
const here: ShopPlace = {
  country: 'GB',
  currency: 'GBP',
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
};

/** Where the shop is. */
export function useShopPlace(): ShopPlace {
  const api = useApi();
  const { data } = useQuery({ queryKey: ['place'], queryFn: () => api.state.place(), staleTime: Infinity });
  return data ?? here;
}
