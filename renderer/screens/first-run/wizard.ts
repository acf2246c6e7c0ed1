import { useSessionStorage } from '@mantine/hooks';
import { asTree, type Tree } from '../settings/form/tree.ts';
import type { Profile } from '../settings/till/profile.ts';
import { guessPlace } from './guess-place.ts';

/** The pages, in order. */
export const stepNames = [
  'welcome',
  'shop',
  'till',
  'characters',
  'meaning',
  'destination',
  'website',
  'rehearsal',
  'firstSync',
] as const;
export type StepName = (typeof stepNames)[number];

/** What has been said so far. It outlives a reload of the page, and never has a secret in it. */
export interface Said {
  readonly step: StepName;
  readonly settings: Tree;
  readonly profile: Profile | null;
  /** What was tried and worked, by what it is: a connection that was changed since has to be tried again. */
  readonly works: Readonly<Record<string, string>>;
  /** The sample shop comes with its settings. */
  readonly isSample: boolean;
}

/** The wizard's memory. */
export interface Wizard {
  readonly said: Said;
  /** Whether anything was begun in this window. */
  readonly isBegun: boolean;
  say(change: Partial<Said>): void;
  forget(): void;
}

/** What has been said in this window, and the way to say more. */
export function useWizard(): Wizard {
  const [kept, keep, drop] = useSessionStorage<Said | null>({
    key: 'tillbridge-first-run',
    defaultValue: null,
    getInitialValueInEffect: false,
  });
  const said = kept ?? begin();
  return {
    said,
    isBegun: kept !== null,
    say: (change) => keep((before) => ({ ...(before ?? begin()), ...change })),
    forget: drop,
  };
}

/** The pages that this shop needs: only Firebird may leave open how its letters are written. */
export function stepsFor({ settings, isSample }: Said): readonly StepName[] {
  if (isSample) return ['welcome', 'rehearsal', 'firstSync'];
  const isFile = asTree(settings['till'])['kind'] === 'sqlite';
  return stepNames.filter((name) => !(isFile && name === 'characters'));
}

function begin(): Said {
  return {
    step: 'welcome',
    settings: {
      shop: guessPlace(navigator.language, Intl.DateTimeFormat().resolvedOptions().timeZone),
      till: { kind: 'firebird', profile: 'profile.json' },
      destinations: [],
    },
    profile: null,
    works: {},
    isSample: false,
  };
}
