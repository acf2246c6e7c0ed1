import { Box, Button, Collapse, Group, SegmentedControl, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFilter } from '@tabler/icons-react';
import { SearchField } from '../../parts/search-field.tsx';
import { useWords } from '../../words/words.ts';
import { Filters } from './filters.tsx';
import type { WishesAtHand } from './use-wishes.ts';
import { filtersSet } from './wishes.ts';

/** The search box, the filters, and how the problems are shown. */
export function Toolbar({ atHand }: { atHand: WishesAtHand }) {
  const words = useWords();
  const { problems: texts } = words.texts;
  const { wishes, change } = atHand;
  const [isOpen, { toggle }] = useDisclosure(false);
  const set = filtersSet(wishes);
  const title = set === 0 ? texts.filters.title : texts.filters.active(words.number(set));
  return (
    <div role="search">
      <Group gap="xs" wrap="wrap">
        <Box flex="1 1 14rem">
          <SearchField
            label={texts.search}
            value={wishes.search ?? ''}
            onChange={(search) => change({ search: search === '' ? undefined : search })}
          />
        </Box>
        <SegmentedControl
          aria-label={texts.views.title}
          value={wishes.view}
          onChange={(view) => change({ view })}
          data={[
            { value: 'list', label: texts.views.list },
            { value: 'causes', label: texts.views.causes },
          ]}
        />
        <Button
          variant={set === 0 ? 'default' : 'light'}
          leftSection={<IconFilter size={16} aria-hidden />}
          aria-expanded={isOpen}
          onClick={toggle}
        >
          {title}
        </Button>
      </Group>
      <Collapse expanded={isOpen}>
        <Filters atHand={atHand} />
        <Text size="xs" c="dimmed" visibleFrom="sm" pt="xs">
          {texts.keys}
        </Text>
      </Collapse>
    </div>
  );
}
