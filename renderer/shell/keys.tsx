import { Kbd, Modal, Table } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { useRef } from 'react';
import { useLocation } from 'wouter';
import { useWords } from '../words/words.ts';
import type { ScreenEntry } from './screens.ts';

/** After `g`, the next key has so long to come, in milliseconds. */
const secondKeyWithin = 1500;

/** Keys that work on every screen: `g` and a letter goes to a screen, `/` to its search, `?` lists them. */
export function Keys({ screens }: { screens: readonly ScreenEntry[] }) {
  const { texts } = useWords();
  const [isOpen, { open, close }] = useDisclosure(false);
  const [, go] = useLocation();
  const askedAt = useRef(0);
  const goSecond = (path: string) => {
    if (Date.now() - askedAt.current < secondKeyWithin) go(path);
  };
  // A screen without a search of its own leads to the one over everything.
  const search = () => {
    const field = document.querySelector<HTMLInputElement>('[data-search]');
    if (field) field.focus();
    else if (screens.some(({ name }) => name === 'find')) go('/find');
  };
  useHotkeys([
    ['shift+?', open],
    ['g', () => void (askedAt.current = Date.now())],
    ['/', search],
    // Where a slash is made with Shift, as on a German keyboard.
    ['shift+/', search],
    ...screens.map(({ letter, path }) => [letter, () => goSecond(path)] as [string, () => void]),
  ]);
  return (
    <Modal opened={isOpen} onClose={close} title={texts.keys.title}>
      <Table>
        <Table.Tbody>
          {screens.map(({ letter, name, path }) => (
            <Table.Tr key={path}>
              <Table.Td>
                <Kbd>g</Kbd> <Kbd>{letter}</Kbd>
              </Table.Td>
              <Table.Td>{texts.screens[name]}</Table.Td>
            </Table.Tr>
          ))}
          <Row keys={['/']} does={texts.keys.search} />
          <Row keys={['Esc']} does={texts.keys.close} />
          <Row keys={['?']} does={texts.keys.title} />
        </Table.Tbody>
      </Table>
    </Modal>
  );
}

function Row({ keys, does }: { keys: readonly string[]; does: string }) {
  return (
    <Table.Tr>
      <Table.Td>
        {keys.map((key) => (
          <Kbd key={key}>{key}</Kbd>
        ))}
      </Table.Td>
      <Table.Td>{does}</Table.Td>
    </Table.Tr>
  );
}
