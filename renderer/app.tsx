import { Center, Loader, MantineProvider, Text } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import type { ApiClient } from '../src/api/client.ts';
import { ApiContext } from './api/api-context.ts';
import { HostStateProvider } from './api/host-state.tsx';
import { KitWords } from './kit-words.tsx';
import { Shell } from './shell/shell.tsx';
import { theme } from './theme.ts';
import { WordsProvider } from './words/words-provider.tsx';
import { useWords } from './words/words.ts';

/** The engine is on this computer, or in the shop: whether the internet is there is no reason not to ask it. */
function createQueries(): QueryClient {
  const asked = { networkMode: 'always' } as const;
  return new QueryClient({ defaultOptions: { queries: asked, mutations: asked } });
}

/** The whole app, on one api. */
export function App({ api }: { api: ApiClient }) {
  const [queries] = useState(createQueries);
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <ApiContext value={api}>
          <WordsProvider>
            <KitWords>
              <Notifications position="bottom-right" />
              <HostStateProvider waiting={<Starting />}>
                <Shell />
              </HostStateProvider>
            </KitWords>
          </WordsProvider>
        </ApiContext>
      </QueryClientProvider>
    </MantineProvider>
  );
}

function Starting() {
  const { texts } = useWords();
  return (
    <Center mih="100vh">
      <Loader size="sm" mr="sm" aria-hidden />
      <Text role="status">{texts.waitingForEngine}</Text>
    </Center>
  );
}
