import { Alert, Button, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useWords } from '../../words/words.ts';
import type { StepName } from './wizard.ts';

/** How a page of the wizard leads on. */
export interface WayOn {
  readonly label?: string;
  /** Why it does not go on yet; null where it does. */
  readonly blocked: string | null;
  go(): void;
}

/** One page of the wizard: where one is, one decision, and the ways back and on. */
export function WizardPage({
  step,
  steps,
  intro,
  onBack,
  on,
  children,
}: {
  step: StepName;
  steps: readonly StepName[];
  intro?: string;
  onBack?: () => void;
  on?: WayOn;
  children: ReactNode;
}) {
  const words = useWords();
  const { firstRun } = words.texts;
  const title = useRef<HTMLHeadingElement>(null);
  const [isStopped, setStopped] = useState(false);
  useEffect(() => title.current?.focus(), [step]);
  // The door is no step.
  const place = steps.indexOf(step);
  const last = steps.length - 1;
  const says = firstRun.step(words.number(place), words.number(last));
  return (
    <Stack gap="lg" maw={760} mx="auto" py="md">
      <div>
        <Text size="sm" c="dimmed" mb={4}>
          {says}
        </Text>
        <Progress value={(place / last) * 100} size="sm" aria-label={says} mb="md" />
        <Title order={3} size="h2" ref={title} tabIndex={-1} style={{ outline: 'none' }}>
          {firstRun.steps[step]}
        </Title>
        {intro ? <Text c="dimmed">{intro}</Text> : null}
      </div>
      {children}
      {isStopped && on?.blocked ? (
        <Alert color="yellow" role="alert">
          {on.blocked}
        </Alert>
      ) : null}
      <Group justify="space-between" mt="md">
        {onBack ? (
          <Button variant="default" onClick={onBack}>
            {firstRun.back}
          </Button>
        ) : (
          <span />
        )}
        {on ? (
          <Button
            onClick={() => {
              setStopped(true);
              on.go();
            }}
          >
            {on.label ?? firstRun.next}
          </Button>
        ) : null}
      </Group>
    </Stack>
  );
}
