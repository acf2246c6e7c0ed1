import { isReadKind } from '../../model/record.ts';
import { manyOf, oneOf } from '../../support/kind-words.ts';
import { createWords } from '../../support/words.ts';
import { fieldNoun } from '../../validation/problem-words.ts';
import type { Problem } from '../../validation/problem.ts';
import { fieldOfRule } from '../../validation/rule-book.ts';
import type { Engine } from '../engine.ts';
import { createSalesOf } from '../sales-of.ts';

/** Says why a problem matters: what its destination makes of the record, and what waits with it. */
export function createMatters(engine: Engine): (problem: Problem) => string {
  const words = createWords(engine.settings.shop);
  const salesOf = createSalesOf(engine);

  /** `3 sales worth £1,240 wait with this customer`. */
  function waiting({ kind, key, stake }: Problem): string {
    if (kind === 'product') return stake > 0 ? `; stock worth ${words.money(stake)} stands behind it` : '';
    if (kind === 'sale') return stake > 0 ? `; it is worth ${words.money(stake)}` : '';
    const count = kind === 'customer' ? salesOf(key).length : 0;
    if (count === 0) return '';
    const sales = words.count(count, oneOf('sale'), manyOf('sale'));
    const worth = stake > 0 ? ` worth ${words.money(stake)}` : '';
    return `; ${sales}${worth} ${count === 1 ? 'waits' : 'wait'} with this customer`;
  }

  return (problem) => {
    const { destination, kind, severity, field, state } = problem;
    if (state === 'closed') return 'Nothing waits with it any more.';
    const found = engine.destinations.find(({ id }) => id === destination);
    const label = found?.label ?? destination;
    if (kind === 'stock') return `${label} keeps the stock that it shows of this article until this is mended.`;
    if (kind === 'price') return `${label} keeps the price that it shows of this article until this is mended.`;
    // A website takes no customers, articles and sales from us: what is said of them there is about its stock.
    if (!isReadKind(kind) || found?.connector.shopFront) return `It concerns the stock that ${label} shows.`;
    switch (severity) {
      case 'block':
        return `${label} will not take this ${oneOf(kind)}${waiting(problem)}.`;
      case 'drop-field':
        return `${label} gets this ${oneOf(kind)} without the ${fieldNoun(fieldOfRule(field))}.`;
      case 'warn':
        return `${label} gets this ${oneOf(kind)} as it stands.`;
    }
  };
}
