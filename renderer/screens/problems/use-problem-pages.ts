import { useThrottledValue } from '@mantine/hooks';
import { useQueries, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ApiClient } from '../../../src/api/client.ts';
import type { ListedProblem } from '../../../src/sync/host/host-contract.ts';
import { useApi } from '../../api/api-context.ts';
import { useHost } from '../../api/host-state.tsx';
import type { ProblemQuestion } from './wishes.ts';

const pageSize = 100;

/** While a run is under way the engine says several times a second that something changed; nobody reads that fast. */
const askAgainAfter = 1000;

/** Pages that somebody only flies over need not be asked for. */
const seenAfter = 60;

type Page = Awaited<ReturnType<ApiClient['problems']['page']>>;

/** A long list of which only the pages in sight are here. */
export interface ProblemPages {
  readonly total: number;
  /** The list that is shown, named; it changes where another one is asked for, never where this one is read again. */
  readonly name: string;
  at(index: number): ListedProblem | undefined;
  /** Where a problem stands, as far as that is known; -1 where it is not. */
  indexOf(id: number): number;
}

/** The pages of the list that somebody looks at, by number. */
export interface InSight {
  readonly from: number;
  readonly to: number;
}

/** On which page a row stands. */
export function pageNumberOf(index: number): number {
  return Math.floor(index / pageSize);
}

/**
 * The problems that are asked for, page by page as they come into sight. A list stays until the next one is here, and is
 * read again where the engine says that something changed; its rows stay meanwhile.
 */
export function useProblemPages(
  question: ProblemQuestion,
  inSight: InSight,
): { readonly first: UseQueryResult<Page>; readonly pages: ProblemPages } {
  const api = useApi();
  const wanted = JSON.stringify(question);
  const [shown, setShown] = useState({ name: wanted, question });
  const first = useQuery(pageOf(api, question, 0));
  if (first.data && shown.name !== wanted) setShown({ name: wanted, question });
  useAskAgain();

  const { from, to } = useThrottledValue(inSight, seenAfter);
  const numbers = useMemo(
    () => [...new Set([0, ...Array.from({ length: to - from + 1 }, (_, step) => from + step)])],
    [from, to],
  );
  const found = useQueries({
    queries: numbers.map((number) => pageOf(api, shown.question, number)),
    combine: (results) => results.map(({ data }) => data),
  });

  const pages = useMemo((): ProblemPages => {
    const byNumber = new Map(numbers.map((number, index) => [number, found[index]]));
    return {
      total: byNumber.get(0)?.total ?? 0,
      name: shown.name,
      at: (index) => byNumber.get(pageNumberOf(index))?.problems[index % pageSize],
      indexOf(id) {
        for (const [number, page] of byNumber) {
          const place = page?.problems.findIndex((problem) => problem.id === id) ?? -1;
          if (place !== -1) return number * pageSize + place;
        }
        return -1;
      },
    };
  }, [numbers, found, shown.name]);
  return { first, pages };
}

function pageOf(api: ApiClient, question: ProblemQuestion, number: number) {
  return {
    queryKey: ['problems', 'page', question, number],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      api.problems.page({ ...question, offset: number * pageSize, limit: pageSize }, { signal }),
    staleTime: Infinity,
    gcTime: 60_000,
    retry: 1,
  };
}

function useAskAgain(): void {
  const queries = useQueryClient();
  const revision = useThrottledValue(useHost().state.revision, askAgainAfter);
  const asked = useRef(revision);
  useEffect(() => {
    if (asked.current === revision) return;
    asked.current = revision;
    void queries.invalidateQueries({ queryKey: ['problems', 'page'] });
  }, [queries, revision]);
}
