import type { Bench } from './bench.ts';
import type { Figure } from './figure.ts';
import { measureChecking } from './items/checking.ts';
import { measureDelivery } from './items/delivery.ts';
import { measureFirstLoad } from './items/first-load.ts';
import { measureFullPass } from './items/full-pass.ts';
import { measureHost } from './items/host.ts';
import { measureJoining } from './items/joining.ts';
import { measureMemory } from './items/memory.ts';
import { measureNothingNew } from './items/nothing-new.ts';
import { measureProblems } from './items/problems.ts';
import { measureResponsiveness } from './items/responsiveness.ts';
import { measureScreens } from './items/screens.ts';
import { measureTillReading } from './items/till-reading.ts';

/** One measurement, which may answer for several items at once. */
export interface BenchItem {
  readonly letters: readonly string[];
  readonly label: string;
  readonly measure: (bench: Bench) => Promise<readonly Figure[]>;
}

/** Everything that is measured, in the order in which it runs. */
export const benchItems: readonly BenchItem[] = [
  { letters: ['f'], label: 'checking contacts', measure: measureChecking },
  { letters: ['i'], label: 'joining customers', measure: measureJoining },
  { letters: ['r'], label: 'reading the till', measure: measureTillReading },
  { letters: ['a'], label: 'first load', measure: measureFirstLoad },
  { letters: ['b', 'c'], label: 'full passes', measure: measureFullPass },
  { letters: ['g'], label: 'a run with nothing new', measure: measureNothingNew },
  { letters: ['e'], label: 'delivery', measure: measureDelivery },
  { letters: ['h'], label: 'responsiveness', measure: measureResponsiveness },
  { letters: ['j', 'k'], label: 'the host', measure: measureHost },
  { letters: ['p'], label: 'the list of problems', measure: measureProblems },
  { letters: ['l', 'm'], label: 'the screens', measure: measureScreens },
  { letters: ['d'], label: 'memory', measure: measureMemory },
];
