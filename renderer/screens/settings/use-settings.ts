import type { UseQueryResult } from '@tanstack/react-query';
import type { ApiClient } from '../../../src/api/client.ts';
import { useAsked } from '../../api/use-asked.ts';

/** The settings as they are kept, what they may be, and which secrets there are. */
export type SettingsSeen = Awaited<ReturnType<ApiClient['settings']['read']>>;

/** The settings as they are kept. */
export function useSettings(): UseQueryResult<SettingsSeen> {
  return useAsked(['settings'], (api, signal) => api.settings.read(undefined, { signal }));
}
