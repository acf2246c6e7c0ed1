import { useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import type { ApiClient } from '../../../src/api/client.ts';
import { useCommand } from '../../api/use-command.ts';

/** A command about problems: everything shown of them is asked for again when it was done. */
export function useProblemCommand<Input, Answer>(
  run: (api: ApiClient, input: Input) => Promise<Answer>,
): UseMutationResult<Answer, Error, Input> {
  const queries = useQueryClient();
  return useCommand(async (api, input: Input) => {
    const answer = await run(api, input);
    void queries.invalidateQueries({ queryKey: ['problems'] });
    return answer;
  });
}
