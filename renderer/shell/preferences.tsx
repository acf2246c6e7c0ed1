import { ActionIcon, Button, Popover, Radio, Stack, Text, useMantineColorScheme } from '@mantine/core';
import { IconAdjustments } from '@tabler/icons-react';
import { useMe } from '../api/use-me.ts';
import { useLanguage } from '../words/use-language.ts';
import { languages, useWords } from '../words/words.ts';

const schemes = ['auto', 'light', 'dark'] as const;

/** What each person sets for this window alone: language, light or dark; who is here, and the way out. */
export function Preferences() {
  const { preferences } = useWords().texts;
  return (
    <Popover position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={preferences.title}>
          <IconAdjustments size={20} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={preferences.title}>
        <Choices />
      </Popover.Dropdown>
    </Popover>
  );
}

function Choices() {
  const { preferences } = useWords().texts;
  const { language, choose } = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Stack gap="md">
      <Radio.Group label={preferences.look} value={colorScheme}>
        <Stack gap={6} mt={6}>
          {schemes.map((scheme) => (
            <Radio
              key={scheme}
              value={scheme}
              label={preferences.looks[scheme]}
              onChange={() => setColorScheme(scheme)}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Radio.Group label={preferences.language} value={language}>
        <Stack gap={6} mt={6}>
          {languages.map((each) => (
            <Radio
              key={each}
              value={each}
              lang={each}
              label={preferences.languages[each]}
              onChange={() => choose(each)}
            />
          ))}
        </Stack>
      </Radio.Group>
      <WhoIsHere />
    </Stack>
  );
}

function WhoIsHere() {
  const { preferences } = useWords().texts;
  const { leaves, isOwner, isKnown } = useMe();
  if (!isKnown) return null;
  return (
    <>
      <Text size="sm" c="dimmed" maw={220}>
        {isOwner ? preferences.owner : preferences.staff}
      </Text>
      {leaves ? (
        <form method="post" action="/log-out">
          <Button type="submit" variant="default" fullWidth>
            {preferences.logOut}
          </Button>
        </form>
      ) : null}
    </>
  );
}
