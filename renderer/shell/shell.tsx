import { Alert, AppShell, Badge, Burger, Group, NavLink, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, Redirect, Route, Switch, useLocation } from 'wouter';
import { useHost } from '../api/host-state.tsx';
import { useMe } from '../api/use-me.ts';
import { StateMark } from '../parts/state-mark.tsx';
import { useWords } from '../words/words.ts';
import { Keys } from './keys.tsx';
import { Preferences } from './preferences.tsx';
import { screens } from './screens.ts';

/** The frame around every screen: where one is, how things stand, and what is to mend. Before the shop is set up there is the wizard alone. */
export function Shell() {
  const { state, isLive } = useHost();
  const { texts } = useWords();
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const [location] = useLocation();
  const { isOwner, isKnown } = useMe();
  const shown = screens.filter(
    ({ when, ownerOnly }) => (when === 'set-up') === state.isSetUp && (isOwner || !ownerOnly),
  );
  const [first] = shown;
  // The wizard has its last pages after the shop is set up, and leads away from itself when they are done.
  const routed = screens.filter((screen) => shown.includes(screen) || (isOwner && screen.when === 'before'));
  return (
    <>
      <a href="#content" className="skip-link">
        {texts.skipToContent}
      </a>
      <Keys screens={shown} />
      <AppShell
        header={{ height: 56 }}
        navbar={{ width: 220, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
        padding="md"
      >
        <AppShell.Header>
          <Head isOpen={isOpen} toggle={toggle} />
        </AppShell.Header>
        <AppShell.Navbar p="xs" aria-label={texts.product}>
          {shown.map(({ path, name, Icon }) => (
            <NavLink
              key={path}
              component={Link}
              href={path}
              label={texts.screens[name]}
              leftSection={<Icon size={18} aria-hidden />}
              active={path === '/' ? location === '/' : location.startsWith(path)}
              aria-current={location === path ? 'page' : undefined}
              onClick={close}
            />
          ))}
        </AppShell.Navbar>
        <AppShell.Main id="content" tabIndex={-1}>
          {isLive ? null : (
            <Alert color="yellow" mb="md" role="status">
              {texts.lineLost}
            </Alert>
          )}
          <Switch>
            {routed.map(({ path, Screen }) => (
              <Route key={path} path={path === '/' ? path : `${path}/*?`}>
                <Screen />
              </Route>
            ))}
            {/* An address that is the owner's is nobody's yet while it is not known who is here. */}
            {isKnown ? (
              <Route>
                <Redirect to={first?.path ?? '/'} />
              </Route>
            ) : null}
          </Switch>
        </AppShell.Main>
      </AppShell>
    </>
  );
}

function Head({ isOpen, toggle }: { isOpen: boolean; toggle: () => void }) {
  const { state } = useHost();
  const words = useWords();
  const { texts } = words;
  const { status } = state;
  return (
    <Group h="100%" px="md" gap="sm" wrap="nowrap">
      <Burger opened={isOpen} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={texts.product} />
      <Title order={1} size="h4">
        {texts.product}
      </Title>
      <Group gap="xs" ml="auto" wrap="nowrap">
        {status ? (
          <Group gap="xs" wrap="nowrap">
            <StateMark state={status.state} size="sm" />
            <Text size="sm" visibleFrom="sm" lineClamp={1} aria-live="polite">
              {status.sentence}
            </Text>
            {status.toMend > 0 ? (
              <Badge
                component={Link}
                href="/problems"
                variant="light"
                tt="none"
                size="lg"
                style={{ cursor: 'pointer' }}
              >
                {texts.toMend(words.number(status.toMend))}
              </Badge>
            ) : null}
          </Group>
        ) : null}
        <Preferences />
      </Group>
    </Group>
  );
}
