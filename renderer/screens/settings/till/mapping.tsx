import { Alert, Button, Group, List, Loader, Stack, Tabs, Text } from '@mantine/core';
import { useState } from 'react';
import { useSaid } from '../../../api/use-said.ts';
import { useWords } from '../../../words/words.ts';
import type { Tree } from '../form/tree.ts';
import { AddKinds } from './add-kinds.tsx';
import { MappingTable } from './mapping-table.tsx';
import { profileKinds, type Profile, type ProfileKind } from './profile.ts';
import { useProfileLook } from './use-profile-look.ts';
import { useSuggestion } from './use-suggestion.ts';

/** What the till's columns mean: field by field, with what stands there; and the way to change it. */
export function Mapping({
  till,
  profile,
  onChange,
}: {
  till: Tree;
  profile: Profile | null;
  onChange: (profile: Profile) => void;
}) {
  const { mapping } = useWords().texts.settings;
  const suggestion = useSuggestion(till, ({ profile: suggested }) => onChange(suggested));
  return (
    <Stack gap="md">
      <Text>{profile ? mapping.intro : mapping.none}</Text>
      <Group gap="sm">
        <Button variant="default" loading={suggestion.isPending} onClick={() => suggestion.mutate()}>
          {profile ? mapping.again : mapping.suggest}
        </Button>
        {suggestion.isPending ? (
          <Text size="sm" role="status">
            {mapping.suggesting}
          </Text>
        ) : null}
      </Group>
      {suggestion.isError ? <Refused thrown={suggestion.error} /> : null}
      {suggestion.data && suggestion.data.notes.length > 0 ? (
        <Alert color="yellow" title={mapping.notes}>
          <List size="sm">
            {suggestion.data.notes.map((note) => (
              <List.Item key={note}>{note}</List.Item>
            ))}
          </List>
        </Alert>
      ) : null}
      {profile ? <Kinds till={till} profile={profile} onChange={onChange} /> : null}
    </Stack>
  );
}

function Kinds({ till, profile, onChange }: { till: Tree; profile: Profile; onChange: (profile: Profile) => void }) {
  const { mapping } = useWords().texts.settings;
  const look = useProfileLook(till, profile);
  const [chosen, setChosen] = useState<string | null>(null);
  const kinds = profileKinds.filter((kind) => profile[kind] !== undefined);
  const active = kinds.find((kind) => kind === chosen) ?? kinds[0];
  if (active === undefined) return null;
  const query = profile[active];
  return (
    <Stack gap="sm">
      <Group gap="xs" mih={28}>
        {look.trial.isFetching ? (
          <>
            <Loader size="xs" aria-hidden />
            <Text size="sm" role="status">
              {mapping.trying}
            </Text>
          </>
        ) : null}
      </Group>
      {look.trial.isError ? <Refused thrown={look.trial.error} /> : null}
      <Tabs value={active} onChange={setChosen} keepMounted={false}>
        <Tabs.List>
          {kinds.map((kind) => (
            <Tabs.Tab key={kind} value={kind}>
              {mapping.kinds[kind]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {query ? (
          <Tabs.Panel value={active} pt="md">
            <MappingTable
              key={active}
              kind={active}
              query={query}
              description={look.description.data ?? null}
              seen={look.seenOf(active)}
              onChange={(next) => onChange({ ...profile, [active satisfies ProfileKind]: next })}
            />
          </Tabs.Panel>
        ) : null}
      </Tabs>
      <AddKinds tables={look.description.data?.tables ?? []} profile={profile} onChange={onChange} />
    </Stack>
  );
}

function Refused({ thrown }: { thrown: unknown }) {
  const saidOf = useSaid();
  const { what, hint } = saidOf(thrown);
  return (
    <Alert color="red" role="alert" title={what} style={{ overflowWrap: 'anywhere' }}>
      {hint}
    </Alert>
  );
}
