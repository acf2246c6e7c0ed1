import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { notifications } from '@mantine/notifications';
import type { ApiClient } from '../../src/api/client.ts';
import { useApi } from './api-context.ts';
import { useSaid } from './use-said.ts';

/** Asks the api to do something. What it refuses is said on the screen, with what to do about it. */
export function useCommand<Input, Answer>(
  run: (api: ApiClient, input: Input) => Promise<Answer>,
): UseMutationResult<Answer, Error, Input> {
  const api = useApi();
  const saidOf = useSaid();
  return useMutation({
    mutationFn: (input: Input) => run(api, input),
    onError(thrown) {
      const { what, hint } = saidOf(thrown);
      notifications.show({ title: what, message: hint, color: 'red', autoClose: false });
    },
  });
}
