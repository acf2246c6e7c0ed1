import type { Draft } from '../settings/use-draft.ts';
import type { SettingsSeen } from '../settings/use-settings.ts';
import { CharactersStep, ShopStep, TillStep } from './till-steps.tsx';
import { DestinationStep } from './destination-step.tsx';
import { FirstSyncStep } from './first-sync-step.tsx';
import { MeaningStep } from './meaning-step.tsx';
import { RehearsalStep } from './rehearsal-step.tsx';
import { WebsiteStep } from './website-step.tsx';
import { WelcomeStep } from './welcome-step.tsx';
import { stepsFor, type StepName, type Wizard } from './wizard.ts';

/** What every page works with. */
export interface StepParts {
  readonly wizard: Wizard;
  readonly draft: Draft;
  readonly seen: SettingsSeen;
  /** What the frame of a page is told. */
  readonly page: { readonly step: StepName; readonly steps: readonly StepName[]; readonly onBack: () => void };
  next(): void;
}

/** The page that it is the turn of. */
export function Steps({ wizard, draft, seen }: Pick<StepParts, 'wizard' | 'draft' | 'seen'>) {
  const { said, say } = wizard;
  const steps = stepsFor(said);
  const place = Math.max(0, steps.indexOf(said.step));
  const step = steps[place] ?? 'welcome';
  const goTo = (index: number) => {
    const to = steps[index];
    if (to) say({ step: to });
  };
  const parts: StepParts = {
    wizard,
    draft,
    seen,
    page: { step, steps, onBack: () => goTo(place - 1) },
    next: () => goTo(place + 1),
  };
  switch (step) {
    case 'welcome':
      return <WelcomeStep {...parts} />;
    case 'shop':
      return <ShopStep {...parts} />;
    case 'till':
      return <TillStep {...parts} />;
    case 'characters':
      return <CharactersStep {...parts} />;
    case 'meaning':
      return <MeaningStep {...parts} />;
    case 'destination':
      return <DestinationStep {...parts} />;
    case 'website':
      return <WebsiteStep {...parts} />;
    case 'rehearsal':
      return <RehearsalStep {...parts} />;
    case 'firstSync':
      return <FirstSyncStep {...parts} />;
  }
}
