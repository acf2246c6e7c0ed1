import { TillbridgeError } from '../../support/errors.ts';
import { markedValue } from '../../validation/marked-value.ts';
import type { ProblemFilter } from '../../validation/problem-filter.ts';
import type { Problem } from '../../validation/problem.ts';
import type { Engine } from '../engine.ts';
import { gatherExceptions } from '../exceptions.ts';
import { recheckWay } from '../recheck/recheck-way.ts';
import { daysBefore } from '../runs.ts';
import { cardRecord } from './card-record.ts';
import type { ListedProblem, ProblemDesk, ProblemQuery } from './host-contract.ts';
import { createMatters } from './what-matters.ts';

/** The problems as the staff's page asks for them; quick with 100,000 of them. */
export function createProblemDesk(engine: Engine): ProblemDesk {
  const { problems, settings, clock } = engine;
  const matters = createMatters(engine);

  function filterOf({ olderThanDays, ...query }: Omit<ProblemQuery, 'offset' | 'limit'>): ProblemFilter {
    return olderThanDays === undefined ? query : { ...query, before: daysBefore(clock(), olderThanDays) };
  }

  function problemNumbered(id: number): Problem {
    const found = problems.get(id);
    if (found) return found;
    throw new TillbridgeError('settings', `looking for problem ${id}: there is none with this number`, {
      hint: 'It may have been mended so long ago that it was forgotten. Look at the list of problems.',
    });
  }

  return {
    page({ offset, limit, ...query }) {
      const page = problems.page({ ...filterOf(query), offset, limit });
      return { ...page, problems: page.problems.map(listed) };
    },
    groups: (query) => problems.groups(query),
    card(id) {
      const problem = problemNumbered(id);
      return {
        problem,
        history: problems.history(id),
        assignee: problem.assignee,
        value: markedValue(problem),
        cannotRecheck: cannotRecheck(engine, problem),
        matters: matters(problem),
        record: cardRecord(engine, problem),
      };
    },
    assign: (ids, assignee) => problems.assign(ids, assignee),
    assignees: () => problems.assignees(),
    document(query, format) {
      const { page, table } = gatherExceptions(problems, {
        shop: settings.shop,
        now: clock(),
        filter: filterOf(query),
      });
      return format === 'html' ? page() : table({ bom: true });
    },
  };
}

function cannotRecheck(engine: Engine, problem: Problem): string | null {
  const way = recheckWay(engine, problem);
  return way.by === 'nothing' ? way.because : null;
}

function listed(problem: Problem): ListedProblem {
  return { ...problem, marked: markedValue(problem) };
}
