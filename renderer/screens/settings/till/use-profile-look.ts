import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ApiClient } from '../../../../src/api/client.ts';
import { useApi } from '../../../api/api-context.ts';
import { useForm } from '../form/form-context.ts';
import { asTree, type Tree } from '../form/tree.ts';
import type { Profile, ProfileKind } from './profile.ts';

type Trial = Awaited<ReturnType<ApiClient['till']['tryProfile']>>;
type Description = Awaited<ReturnType<ApiClient['till']['describe']>>;

/** What stands behind a field. */
export interface FieldSeen {
  readonly origin: string;
  readonly sure: number | null;
  readonly values: readonly string[];
}

/** The till as a profile reads it. */
export interface ProfileLook {
  readonly trial: UseQueryResult<Trial>;
  readonly description: UseQueryResult<Description>;
  seenOf(kind: ProfileKind): ReadonlyMap<string, FieldSeen>;
}

/** Somebody who types a SELECT is not asked after at every letter, in milliseconds. */
const afterTyping = 600;

/** Reads some rows of the till with a profile, anew whenever it changes; money and times as in the shop of the form around. */
export function useProfileLook(till: Tree, profile: Profile): ProfileLook {
  const api = useApi();
  const shop = asTree(useForm().value['shop']);
  const [asked] = useDebouncedValue(profile, afterTyping);
  const trial = useQuery({
    queryKey: ['try-profile', till, asked, shop],
    queryFn: ({ signal }) =>
      api.till.tryProfile({ till: { ...till }, profile: { ...asked }, shop: { ...shop } }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    retry: false,
  });
  const description = useQuery({
    queryKey: ['describe-till', till],
    queryFn: ({ signal }) => api.till.describe({ till: { ...till } }, { signal }),
    staleTime: Infinity,
    retry: false,
  });
  return {
    trial,
    description,
    seenOf(kind) {
      const found = trial.data?.find((each) => each.kind === kind);
      return new Map(found?.fields.map(({ field, ...seen }) => [field, seen]));
    },
  };
}
