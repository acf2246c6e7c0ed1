import { useCallback, useState } from 'react';
import type { ApiClient } from '../../../src/api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import type { ProblemQuestion } from './wishes.ts';

/** No command takes more at once. */
export const mostAtOnce = 10_000;

const atATime = 500;

/** Which problems were chosen, to do something with all of them. */
export interface Chosen {
  readonly ids: ReadonlySet<number>;
  readonly isComing: boolean;
  toggle(id: number): void;
  /** Everything that the question finds, up to as many as a command takes. */
  all(question: ProblemQuestion): void;
  none(): void;
}

/** What was chosen in one list; another list begins with nothing chosen. */
export function useChosen(list: string): Chosen {
  const [chosen, setChosen] = useState<{ list: string; ids: ReadonlySet<number> }>({ list, ids: new Set() });
  if (chosen.list !== list) setChosen({ list, ids: new Set() });
  const every = useCommand(allOf);
  const toggle = useCallback(
    (id: number) =>
      setChosen((before) => {
        const ids = new Set(before.ids);
        if (!ids.delete(id)) ids.add(id);
        return { ...before, ids };
      }),
    [],
  );
  return {
    ids: chosen.ids,
    isComing: every.isPending,
    toggle,
    all: (question) =>
      every.mutate(question, {
        onSuccess: (ids) => setChosen((before) => (before.list === list ? { list, ids: new Set(ids) } : before)),
      }),
    none: () => setChosen({ list, ids: new Set() }),
  };
}

async function allOf(api: ApiClient, question: ProblemQuestion): Promise<readonly number[]> {
  const ids: number[] = [];
  while (ids.length < mostAtOnce) {
    const { problems } = await api.problems.page({ ...question, offset: ids.length, limit: atATime });
    ids.push(...problems.map(({ id }) => id));
    if (problems.length < atATime) break;
  }
  return ids;
}
