import { Accordion, Alert, Button, List, Loader, Skeleton, Stack, Text, ThemeIcon } from '@mantine/core';
import { IconDiamond, IconReceipt, IconUsers } from '@tabler/icons-react';
import { useEffect } from 'react';
import type { ProfileTrial } from '../../../src/sync/host/host-contract.ts';
import { useSaid } from '../../api/use-said.ts';
import { useWords } from '../../words/words.ts';
import { asText, asTree, valueAt, type Tree } from '../settings/form/tree.ts';
import { Mapping } from '../settings/till/mapping.tsx';
import type { Profile } from '../settings/till/profile.ts';
import { useProfileLook } from '../settings/till/use-profile-look.ts';
import { useSuggestion } from '../settings/till/use-suggestion.ts';
import { exampleOf } from './example-of.ts';
import type { StepParts } from './steps.tsx';
import { WizardPage } from './wizard-page.tsx';

/** The till's own data as we understand it: trust comes from recognising one's own shop. */
export function MeaningStep({ wizard, draft, page, next }: StepParts) {
  const saidOf = useSaid();
  const { firstRun, settings } = useWords().texts;
  const { meaning } = firstRun;
  const { profile } = wizard.said;
  const till = asTree(draft.value['till']);
  const suggestion = useSuggestion(till, ({ profile: suggested }) =>
    wizard.say({ profile: { ...suggested, name: asText(valueAt(draft.value, ['shop', 'name'])) || suggested.name } }),
  );
  const { mutate } = suggestion;
  const isNew = profile === null;
  useEffect(() => {
    if (isNew) mutate();
  }, [isNew, mutate]);
  const nothing = suggestion.data?.kinds.length === 0 && isNew;
  return (
    <WizardPage
      {...page}
      intro={meaning.intro}
      on={{
        label: meaning.yes,
        blocked: isNew ? settings.mapping.none : null,
        go: () => (isNew ? undefined : next()),
      }}
    >
      {suggestion.isPending ? (
        <Text role="status">
          <Loader size="xs" mr="xs" aria-hidden />
          {settings.mapping.suggesting}
        </Text>
      ) : null}
      {suggestion.isError ? (
        <Alert color="red" role="alert" title={saidOf(suggestion.error).what}>
          <Stack gap="xs" align="start">
            {saidOf(suggestion.error).hint}
            <Button size="compact-sm" variant="light" color="red" onClick={() => mutate()}>
              {settings.mapping.again}
            </Button>
          </Stack>
        </Alert>
      ) : null}
      {nothing ? <Alert color="orange">{meaning.nothing}</Alert> : null}
      {profile ? <Recognised till={till} profile={profile} /> : null}
      {profile
        ? missingIn(profile).map((kind) => (
            <Alert key={kind} color="yellow">
              {meaning.missing(settings.mapping.kinds[kind])}
            </Alert>
          ))
        : null}
      {profile ? (
        <Accordion variant="default" chevronPosition="left">
          <Accordion.Item value="mapping">
            <Accordion.Control>{meaning.details}</Accordion.Control>
            <Accordion.Panel>
              <Mapping till={till} profile={profile} onChange={(changed) => wizard.say({ profile: changed })} />
            </Accordion.Panel>
          </Accordion.Item>
        </Accordion>
      ) : null}
    </WizardPage>
  );
}

function missingIn(profile: Profile): readonly ('customer' | 'product' | 'sale')[] {
  return (['customer', 'product', 'sale'] as const).filter((kind) => profile[kind] === undefined);
}

const icons = { customer: IconUsers, product: IconDiamond, sale: IconReceipt, stock: IconDiamond, price: IconDiamond };

function Recognised({ till, profile }: { till: Tree; profile: Profile }) {
  const saidOf = useSaid();
  const { trial } = useProfileLook(till, profile);
  if (trial.isError) {
    const { what, hint } = saidOf(trial.error);
    return (
      <Alert color="red" role="alert" title={what} style={{ overflowWrap: 'anywhere' }}>
        {hint}
      </Alert>
    );
  }
  if (!trial.data) {
    return (
      <Stack gap="sm" aria-busy>
        {['a', 'b', 'c'].map((each) => (
          <Skeleton key={each} height={48} />
        ))}
      </Stack>
    );
  }
  return (
    <List listStyleType="none" spacing="lg">
      {trial.data.map((each) => (
        <Kind key={each.kind} trial={each} />
      ))}
    </List>
  );
}

function Kind({ trial }: { trial: ProfileTrial }) {
  const words = useWords();
  const { meaning } = words.texts.firstRun;
  const Icon = icons[trial.kind];
  const sure = trial.fields.filter((field) => (field.sure ?? 1) >= 0.9).length;
  const example = exampleOf(trial);
  return (
    <List.Item
      icon={
        <ThemeIcon variant="light" size={44} radius="xl">
          <Icon size={24} aria-hidden />
        </ThemeIcon>
      }
    >
      <Text fw={650} size="lg">
        {words.number(trial.rows)} {meaning.rows[trial.kind]}
      </Text>
      {trial.newest ? <Text>{trial.newest}</Text> : null}
      {example ? <Text>{meaning.for(example)}</Text> : null}
      <Text size="sm" c="dimmed">
        {meaning.sure(words.number(sure), words.number(trial.fields.length))}
      </Text>
    </List.Item>
  );
}
