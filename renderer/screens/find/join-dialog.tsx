import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { PersonView } from '../../../src/sync/join/people-contract.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useCommand } from '../../api/use-command.ts';
import { useRefresh } from '../../api/use-refresh.ts';
import { Asked } from '../../parts/asked.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { SearchField } from '../../parts/search-field.tsx';
import { useWords } from '../../words/words.ts';
import { whatItIs } from './what-it-is.ts';
import { ReasonField } from './reason-field.tsx';
import { TwoCompared } from './two-compared.tsx';

/** Says that somebody else is the same person: look for them, compare the two, and say how you know. */
export function JoinDialog({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const { join, go } = useWords().texts.find;
  const [typed, setTyped] = useState('');
  const [text, setText] = useState('');
  const [other, setOther] = useState<string | null>(null);
  return (
    <Dialog onClose={onClose} title={join.title(person.name)} size="lg">
      <Stack>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            setOther(null);
            setText(typed.trim());
          }}
        >
          <Group gap="sm" wrap="nowrap">
            <div style={{ flex: 1 }}>
              <SearchField label={join.search} value={typed} onChange={setTyped} autoFocus />
            </div>
            <Button type="submit" variant="default" disabled={typed.trim() === ''} aria-label={`${go}: ${join.look}`}>
              {go}
            </Button>
          </Group>
        </form>
        {text === '' ? null : <Others key={text} text={text} person={person} chosen={other} onChoose={setOther} />}
        {other === null ? null : <Last key={other} person={person} other={other} onClose={onClose} />}
      </Stack>
    </Dialog>
  );
}

function Others({
  text,
  person,
  chosen,
  onChoose,
}: {
  text: string;
  person: PersonView;
  chosen: string | null;
  onChoose: (key: string) => void;
}) {
  const { find } = useWords().texts;
  const { join } = find;
  const query = useAsked(['find', text, 'customer'], (api, signal) =>
    api.find({ text, kind: 'customer', limit: 50 }, { signal }),
  );
  const own = new Set<string>([person.key, ...person.members.map(({ key }) => key)]);
  return (
    <Asked query={query}>
      {(trails) => {
        const others = trails.filter(({ key }) => !own.has(key));
        if (others.length === 0) return <Text role="status">{join.none}</Text>;
        return (
          <Radio.Group label={join.choose} value={chosen} onChange={onChoose}>
            <Stack gap="xs" mt="xs" mah={240} style={{ overflowY: 'auto' }}>
              {others.map((trail) => (
                <Radio
                  key={trail.key}
                  value={trail.person?.members[0]?.key ?? trail.key}
                  label={trail.title}
                  description={whatItIs(trail, find)}
                />
              ))}
            </Stack>
          </Radio.Group>
        );
      }}
    </Asked>
  );
}

function Last({ person, other, onClose }: { person: PersonView; other: string; onClose: () => void }) {
  const { join } = useWords().texts.find;
  const [because, setBecause] = useState('');
  const refresh = useRefresh();
  const one = person.members[0]?.key ?? person.key;
  const query = useAsked(['person', other], (api, signal) => api.people.show({ who: other }, { signal }));
  const say = useCommand((api) => api.people.join({ one, other, because: because.trim() }));
  return (
    <>
      <Asked query={query}>{(second) => <TwoCompared first={person} second={second} />}</Asked>
      <ReasonField value={because} onChange={setBecause} />
      <Text size="sm">{join.effect}</Text>
      <Group justify="flex-end">
        <Button
          disabled={because.trim() === ''}
          loading={say.isPending}
          onClick={() =>
            say.mutate(undefined, {
              onSuccess() {
                notifications.show({ message: join.done, color: 'teal' });
                refresh();
                onClose();
              },
            })
          }
        >
          {join.yes}
        </Button>
      </Group>
    </>
  );
}
