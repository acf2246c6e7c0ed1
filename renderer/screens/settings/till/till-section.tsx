import { Stack, Title } from '@mantine/core';
import { useWords } from '../../../words/words.ts';
import { useForm } from '../form/form-context.ts';
import { asTree } from '../form/tree.ts';
import { CharacterSets } from './character-sets.tsx';
import { Mapping } from './mapping.tsx';
import type { Profile } from './profile.ts';
import { TillAddress } from './till-address.tsx';

/** Everything about the till: where it is, how its letters are written, what its columns mean. */
export function TillSection({
  schema,
  profile,
  onProfile,
}: {
  schema: unknown;
  profile: Profile | null;
  onProfile: (profile: Profile) => void;
}) {
  const { till: texts, characters } = useWords().texts.settings;
  const form = useForm();
  const till = asTree(form.value['till']);
  return (
    <Stack gap="xl">
      <Part title={texts.address}>
        <TillAddress schema={schema} />
      </Part>
      {till['kind'] === 'firebird' ? (
        <Part title={characters.title}>
          <CharacterSets />
        </Part>
      ) : null}
      <Part title={texts.meaning}>
        <Mapping till={till} profile={profile} onChange={onProfile} />
      </Part>
    </Stack>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section aria-label={title}>
      <Title order={4} size="h4" mb="sm">
        {title}
      </Title>
      {children}
    </section>
  );
}
