import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core';
import { IconAdjustments, IconCheck } from '@tabler/icons-react';
import { useMe } from '../api/use-me.ts';
import { useLanguage } from '../words/use-language.ts';
import { languages, useWords } from '../words/words.ts';

const schemes = ['auto', 'light', 'dark'] as const;

/** What each person sets for this window alone: language, light or dark; and the way out. */
export function Preferences() {
  const { texts } = useWords();
  const { preferences } = texts;
  const { language, choose } = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { leaves, isOwner, isKnown } = useMe();
  const mark = (isChosen: boolean) => (isChosen ? <IconCheck size={14} aria-hidden /> : null);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={preferences.title}>
          <IconAdjustments size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{preferences.look}</Menu.Label>
        {schemes.map((scheme) => (
          <Menu.Item
            key={scheme}
            rightSection={mark(colorScheme === scheme)}
            role="menuitemradio"
            aria-checked={colorScheme === scheme}
            onClick={() => setColorScheme(scheme)}
          >
            {preferences.looks[scheme]}
          </Menu.Item>
        ))}
        <Menu.Label>{preferences.language}</Menu.Label>
        {languages.map((each) => (
          <Menu.Item
            key={each}
            lang={each}
            rightSection={mark(language === each)}
            role="menuitemradio"
            aria-checked={language === each}
            onClick={() => choose(each)}
          >
            {preferences.languages[each]}
          </Menu.Item>
        ))}
        {isKnown ? <Menu.Label>{isOwner ? preferences.owner : preferences.staff}</Menu.Label> : null}
        {leaves ? (
          <form method="post" action="/log-out">
            <Menu.Divider />
            <Menu.Item type="submit">{preferences.logOut}</Menu.Item>
          </form>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
