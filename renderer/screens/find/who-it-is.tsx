import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { PersonView } from '../../../src/sync/join/people-contract.ts';
import type { Trail } from '../../../src/sync/trail-contract.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useMe } from '../../api/use-me.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { useWords } from '../../words/words.ts';
import { JoinDialog } from './join-dialog.tsx';
import { membersOnce } from './members-once.ts';
import { SaidList } from './said-list.tsx';
import { SentFields } from './sent-fields.tsx';
import { SplitDialog } from './split-dialog.tsx';

/** Who a customer is at each source, why that is known, what comes from where; and for the owner, the last word on it. */
export function WhoItIs({ trail }: { trail: Trail }) {
  const who = trail.person?.members[0]?.key ?? trail.key;
  // Where nobody is joined at all there is no person to be shown: then there is nothing here.
  const { data } = useAsked(['person', who], (api, signal) => api.people.show({ who }, { signal }));
  return data ? <Person person={data} /> : null;
}

function Person({ person }: { person: PersonView }) {
  const { say, texts } = useWords();
  const { who } = texts.find;
  const { isOwner } = useMe();
  const members = membersOnce(person.members);
  return (
    <>
      <section>
        <Title order={4} size="h5" mb="xs">
          {members.length > 1 ? who.one : who.title}
        </Title>
        <Stack gap="sm">
          {members.length > 1 ? (
            <DataTable
              label={who.one}
              columns={[{ title: who.where }, { title: who.number }, { title: who.name }, { title: who.email }]}
              rows={members.map(({ label, channel, key, name, email }) => ({
                key,
                cells: [say(label), channel === 'pos' ? key : null, name, email],
              }))}
            />
          ) : (
            <Text size="sm">{who.alone}</Text>
          )}
          {isOwner ? <LastWord person={person} /> : null}
        </Stack>
      </section>
      {person.fields.length > 0 ? <SentFields fields={person.fields} /> : null}
    </>
  );
}

function LastWord({ person }: { person: PersonView }) {
  const { join, split } = useWords().texts.find;
  const [isJoining, joining] = useDisclosure(false);
  const [isSplitting, splitting] = useDisclosure(false);
  return (
    <>
      <Group gap="sm">
        <Button variant="default" onClick={joining.open}>
          {join.open}
        </Button>
        {membersOnce(person.members).length > 1 ? (
          <Button variant="default" onClick={splitting.open}>
            {split.open}
          </Button>
        ) : null}
      </Group>
      {isJoining ? <JoinDialog person={person} onClose={joining.close} /> : null}
      {isSplitting ? <SplitDialog person={person} onClose={splitting.close} /> : null}
      <SaidList about={person.members.map(({ key }) => key)} />
    </>
  );
}
