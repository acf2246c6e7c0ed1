import { Button, Group, List, Select, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { PersonMember, PersonView } from '../../../src/sync/join/people-contract.ts';
import { useCommand } from '../../api/use-command.ts';
import { useRefresh } from '../../api/use-refresh.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { useWords } from '../../words/words.ts';
import { membersOnce } from './members-once.ts';
import { ReasonField } from './reason-field.tsx';

/** Says that two who are taken for one person are two. What spoke for one is shown first. */
export function SplitDialog({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const words = useWords();
  const { split } = words.texts.find;
  const members = membersOnce(person.members);
  const [one, setOne] = useState<string | null>(members[0]?.key ?? null);
  const [other, setOther] = useState<string | null>(members[1]?.key ?? null);
  const [because, setBecause] = useState('');
  const refresh = useRefresh();
  const say = useCommand((api, { first, second }: { first: string; second: string }) =>
    api.people.split({ one: first, other: second, because: because.trim() }),
  );
  const choices = members.map((member) => ({ value: member.key, label: called(member, words.say) }));
  const isReady = one !== null && other !== null && one !== other && because.trim() !== '';
  return (
    <Dialog onClose={onClose} title={split.title} size="lg">
      <Stack>
        <Select label={split.first} data={choices} value={one} onChange={setOne} allowDeselect={false} />
        <Select label={split.second} data={choices} value={other} onChange={setOther} allowDeselect={false} />
        <div>
          <Text fw={600} size="sm">
            {split.because}
          </Text>
          <List size="sm">
            {person.because.map((sentence) => (
              <List.Item key={sentence} style={{ overflowWrap: 'anywhere' }}>
                {words.say(sentence)}
              </List.Item>
            ))}
          </List>
        </div>
        <ReasonField value={because} onChange={setBecause} />
        <Text size="sm">{split.effect}</Text>
        <Group justify="flex-end">
          <Button
            disabled={!isReady}
            loading={say.isPending}
            onClick={() =>
              isReady &&
              say.mutate(
                { first: one, second: other },
                {
                  onSuccess() {
                    notifications.show({ message: split.done, color: 'teal' });
                    refresh();
                    onClose();
                  },
                },
              )
            }
          >
            {split.yes}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

function called({ label, channel, key, name, email }: PersonMember, say: (label: string) => string): string {
  return `${say(label)}: ${name}, ${channel === 'pos' ? key : (email ?? key)}`;
}
