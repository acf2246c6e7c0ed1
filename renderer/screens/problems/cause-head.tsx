import { Alert, Text } from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
import { useAsked } from '../../api/use-asked.ts';
import { useWords } from '../../words/words.ts';
import { Becomes } from './becomes.tsx';
import { sameCause } from './same-cause.ts';
import type { Wishes } from './wishes.ts';

/** Above the list of one cause: what it is, and what to do about each. */
export function CauseHead({ wishes }: { wishes: Wishes }) {
  return wishes.rule === undefined || wishes.state !== 'open' ? null : <Head wishes={wishes} />;
}

function Head({ wishes }: { wishes: Wishes }) {
  const { say, texts: all } = useWords();
  const { causes: texts } = all.problems;
  const { kind } = wishes;
  const asked = kind ? { kind } : {};
  const { data = [] } = useAsked(['problems', 'groups', asked], (api, signal) =>
    api.problems.groups(asked, { signal }),
  );
  const group = data.find((each) => sameCause(each, wishes));
  if (!group) return null;
  const { title, says, advice, example } = group;
  return (
    <Alert variant="light" icon={<IconBulb aria-hidden />} title={say(title)} py="xs">
      <Text size="sm">
        {say(says)} {say(advice)}
      </Text>
      {example.suggestion ? (
        <Text size="sm">
          {texts.example}: <Becomes problem={example} />
        </Text>
      ) : null}
    </Alert>
  );
}
