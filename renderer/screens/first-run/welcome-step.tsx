import { Alert, Button, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconBuildingStore, IconDiamond } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../api/api-context.ts';
import { useSaid } from '../../api/use-said.ts';
import { useWords } from '../../words/words.ts';
import type { StepParts } from './steps.tsx';

/** The two doors: one's own shop, or an invented one. */
export function WelcomeStep({ wizard, next }: StepParts) {
  const saidOf = useSaid();
  const { welcome } = useWords().texts.firstRun;
  const api = useApi();
  const queries = useQueryClient();
  const sample = useMutation({
    async mutationFn() {
      // Said before it is done: as soon as there is a shop, only a wizard that was begun goes on.
      wizard.say({ isSample: true });
      await api.settings.makeSample();
    },
    async onSuccess() {
      wizard.say({ step: 'rehearsal' });
      await queries.invalidateQueries();
    },
    onError: () => wizard.say({ isSample: false }),
  });
  return (
    <Stack gap="xl" maw={860} mx="auto" py="xl">
      <Stack gap="sm">
        <Title order={3} size="h1">
          {welcome.title}
        </Title>
        <Text size="lg">{welcome.body}</Text>
      </Stack>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl">
        <Stack gap="sm">
          <Button
            size="lg"
            leftSection={<IconBuildingStore size={22} aria-hidden />}
            disabled={sample.isPending}
            onClick={() => {
              wizard.say({ isSample: false });
              next();
            }}
          >
            {wizard.isBegun && wizard.said.works['till'] ? welcome.resume : welcome.own}
          </Button>
          <Text size="sm" c="dimmed">
            {welcome.ownHelp}
          </Text>
        </Stack>
        <Stack gap="sm">
          <Button
            size="lg"
            variant="default"
            leftSection={<IconDiamond size={22} aria-hidden />}
            loading={sample.isPending}
            onClick={() => sample.mutate()}
          >
            {welcome.sample}
          </Button>
          <Text size="sm" c="dimmed" aria-live="polite">
            {sample.isPending ? welcome.makingSample : welcome.sampleHelp}
          </Text>
        </Stack>
      </SimpleGrid>
      {sample.isError ? (
        <Alert color="red" role="alert" title={saidOf(sample.error).what}>
          {saidOf(sample.error).hint}
        </Alert>
      ) : null}
    </Stack>
  );
}
