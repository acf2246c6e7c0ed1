import { Alert, Button, Grid, Group, List, NativeSelect, NavLink, Paper, Stack, Text } from '@mantine/core';
import { useCallback, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { saidOf } from '../../api/said.ts';
import { useSaid } from '../../api/use-said.ts';
import { WhatAndHint } from '../../parts/what-and-hint.tsx';
import { useWords } from '../../words/words.ts';
import { FormContext } from './form/form-context.ts';
import { saidPlaces } from './form/said-places.ts';
import { asSchema } from './form/schema.ts';
import { asTree, type Tree } from './form/tree.ts';
import { LeaveDialog } from './leave-dialog.tsx';
import { sectionsOf, type SectionName } from './sections.ts';
import { Section } from './section.tsx';
import type { Profile } from './till/profile.ts';
import { useDraft, type Draft } from './use-draft.ts';
import { useSaving } from './use-saving.ts';
import type { SettingsSeen } from './use-settings.ts';
import { useUnsaved } from './use-unsaved.ts';

const root = '/settings';

/** The settings with their parts beside them, and what has been changed until it is saved. */
export function SettingsForm({ seen, kept }: { seen: SettingsSeen; kept: Profile | null }) {
  const names = sectionsOf(seen.schema);
  const [location] = useLocation();
  const chosen = names.find((name) => location === `${root}/${name}`) ?? names[0] ?? 'shop';
  const [changed, setChanged] = useState<Tree | null>(null);
  const [profile, setProfile] = useState<Profile | null>(null);
  const value = changed ?? asTree(seen.settings);
  const draft = useDraft([value, setChanged], seen, asSchema(seen.schema));
  const forget = () => {
    setChanged(null);
    setProfile(null);
  };
  const saving = useSaving(draft, profile, forget);
  const isUnsaved = changed !== null || profile !== null;
  const staysAt = useCallback((path: string) => path === root || path.startsWith(`${root}/`), []);
  const barred = useUnsaved(isUnsaved, staysAt);
  const save = () => saving.mutate();
  return (
    <FormContext value={draft}>
      <Grid gap="xl" maw={1200}>
        <Grid.Col span={{ base: 12, md: 3 }}>
          <Parts names={names} chosen={chosen} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 9 }}>
          <Stack gap="lg" pb={isUnsaved ? 140 : 0}>
            {saving.isError ? <NotSaved thrown={saving.error} draft={draft} /> : null}
            <Section key={chosen} name={chosen} seen={seen} profile={profile ?? kept} onProfile={setProfile} />
          </Stack>
        </Grid.Col>
      </Grid>
      {isUnsaved ? (
        <SaveBar
          isSaving={saving.isPending}
          onSave={save}
          onDiscard={() => {
            saving.reset();
            draft.replace(asTree(seen.settings));
            forget();
          }}
        />
      ) : null}
      <LeaveDialog barred={barred} onSave={save} />
    </FormContext>
  );
}

function Parts({ names, chosen }: { names: readonly SectionName[]; chosen: SectionName }) {
  const { settings } = useWords().texts;
  const [, go] = useLocation();
  return (
    <nav aria-label={settings.choose}>
      <NativeSelect
        hiddenFrom="md"
        aria-label={settings.choose}
        value={chosen}
        onChange={({ currentTarget }) => go(`${root}/${currentTarget.value}`)}
        data={names.map((name) => ({ value: name, label: settings.sections[name] }))}
      />
      <Stack gap={2} visibleFrom="md">
        {names.map((name) => (
          <NavLink
            key={name}
            component={Link}
            href={`${root}/${name}`}
            label={settings.sections[name]}
            active={name === chosen}
            aria-current={name === chosen ? 'page' : undefined}
          />
        ))}
      </Stack>
    </nav>
  );
}

function SaveBar({ isSaving, onSave, onDiscard }: { isSaving: boolean; onSave: () => void; onDiscard: () => void }) {
  const { settings } = useWords().texts;
  return (
    <Paper
      withBorder
      shadow="md"
      p="sm"
      pos="fixed"
      bottom={16}
      right={16}
      maw="calc(100vw - 32px)"
      role="region"
      aria-label={settings.unsaved}
      style={{ zIndex: 90 }}
    >
      <Group gap="sm">
        <Text size="sm">{settings.unsaved}</Text>
        <Button variant="default" onClick={onDiscard}>
          {settings.discard}
        </Button>
        <Button loading={isSaving} onClick={onSave}>
          {settings.save}
        </Button>
      </Group>
    </Paper>
  );
}

function NotSaved({ thrown, draft }: { thrown: unknown; draft: Draft }) {
  const inWords = useSaid();
  const { settings } = useWords().texts;
  const { what, hint } = inWords(thrown);
  // Every place that it named has been changed since.
  if (draft.wrong.length === 0 && saidPlaces(saidOf(thrown).what, []).length > 0) return null;
  return (
    <Alert color="red" role="alert" title={settings.notSaved}>
      {draft.wrong.length > 0 ? (
        <>
          <Text size="sm">{settings.wrongPlaces}</Text>
          <List size="sm">
            {draft.wrong.map(({ place, says }) => (
              <List.Item key={place}>
                {place}: {says}
              </List.Item>
            ))}
          </List>
        </>
      ) : (
        <WhatAndHint what={what} hint={hint} />
      )}
    </Alert>
  );
}
