import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useApi } from '../../api/api-context.ts';
import { saidOf } from '../../api/said.ts';
import { useWords } from '../../words/words.ts';
import type { Draft } from './use-draft.ts';
import type { Profile } from './till/profile.ts';

/** Keeps a draft, and the profile where there is a new one: the profile first, for settings without it would open nothing. */
export function useSaving(
  draft: Draft,
  profile: Profile | null,
  onSaved: () => void,
): UseMutationResult<void, Error, void> {
  const { settings: texts } = useWords().texts;
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    async mutationFn() {
      if (profile) await api.till.saveProfile({ profile: { ...profile } });
      await api.settings.save({ settings: { ...draft.value } });
    },
    async onSuccess() {
      onSaved();
      notifications.show({ message: texts.saved, color: 'teal' });
      await queries.invalidateQueries();
    },
    onError: (thrown) => draft.refused(saidOf(thrown).what),
  });
}
