import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { FoundTill } from '../../../../src/sync/host/host-contract.ts';
import { useApi } from '../../../api/api-context.ts';
import { useSaid } from '../../../api/use-said.ts';
import { useWords } from '../../../words/words.ts';
import { useForm } from '../form/form-context.ts';
import { asTree } from '../form/tree.ts';

/** Looks for tills on this computer, and takes over what was found. */
export function FindTills() {
  const saidOf = useSaid();
  const words = useWords();
  const { till } = words.texts.settings;
  const api = useApi();
  const looking = useMutation({ mutationFn: () => api.till.find() });
  const databases = looking.data?.flatMap(({ databases: all }) => all) ?? [];
  return (
    <Stack gap="sm" align="start" aria-live="polite">
      <Button
        variant="default"
        leftSection={<IconSearch size={18} aria-hidden />}
        loading={looking.isPending}
        onClick={() => looking.mutate()}
      >
        {till.find}
      </Button>
      {looking.isPending ? <Text size="sm">{till.finding}</Text> : null}
      {looking.isError ? (
        <Alert color="red" title={saidOf(looking.error).what}>
          {saidOf(looking.error).hint}
        </Alert>
      ) : null}
      {looking.data ? (
        <>
          <Text size="sm">
            {databases.length > 0 ? till.found(words.number(databases.length)) : null}
            {looking.data.length === 0 ? till.foundNone : null}
          </Text>
          <List listStyleType="none" spacing="sm" w="100%">
            {looking.data.map((found) => (
              <Found key={`${found.kind} ${found.host} ${found.port}`} found={found} />
            ))}
          </List>
        </>
      ) : null}
    </Stack>
  );
}

function Found({ found: { kind, host, port, databases } }: { found: FoundTill }) {
  const { till } = useWords().texts.settings;
  const form = useForm();
  const before = asTree(form.value['till']);
  const take = (database: string) =>
    form.set(['till'], {
      kind,
      profile: before['profile'] ?? 'profile.json',
      ...(kind === 'sqlite' ? { file: database } : { database, ...(host ? { host } : {}), ...(port ? { port } : {}) }),
      ...(kind === 'firebird' && before['user'] !== undefined ? { user: before['user'] } : {}),
    });
  if (databases.length === 0) return <List.Item>{till.answersAt(`${host ?? ''}:${port ?? ''}`)}</List.Item>;
  return databases.map((database) => {
    const isUsed = before['kind'] === kind && (before['database'] ?? before['file']) === database;
    return (
      <List.Item key={database}>
        <Group gap="sm">
          <Text size="sm" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
            {database}
          </Text>
          <Text size="sm" c="dimmed">
            {till.kinds[kind]}
          </Text>
          {isUsed ? (
            <Text size="sm" fw={600}>
              {till.used}
            </Text>
          ) : (
            <Button
              size="compact-sm"
              variant="light"
              aria-label={`${till.use}: ${database}`}
              onClick={() => take(database)}
            >
              {till.use}
            </Button>
          )}
        </Group>
      </List.Item>
    );
  });
}
