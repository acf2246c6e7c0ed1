import { Alert, AppShell, NavLink } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, Redirect, Route, Switch, useLocation } from 'wouter';
import { useHost } from '../api/host-state.tsx';
import { useMe } from '../api/use-me.ts';
import { useWords } from '../words/words.ts';
import { Head } from './head.tsx';
import { Keys } from './keys.tsx';
import { screens } from './screens.ts';
import { useArrival } from './use-arrival.ts';

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
  // Where there is one screen alone, as before the set-up, nobody is to choose.
  const hasChoice = shown.length > 1;
  useArrival(shown.find(({ path }) => isAt(path, location))?.name ?? '');
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
        navbar={{ width: 184, breakpoint: 'sm', collapsed: { mobile: !isOpen, desktop: !hasChoice } }}
        padding="md"
      >
        <AppShell.Header>
          <Head isOpen={isOpen} toggle={hasChoice ? toggle : undefined} />
        </AppShell.Header>
        <AppShell.Navbar p="xs" id="screens" aria-label={texts.screensTitle}>
          {shown.map(({ path, name, Icon }) => (
            <NavLink
              key={path}
              component={Link}
              href={path}
              label={texts.screens[name]}
              leftSection={<Icon size={18} aria-hidden />}
              active={isAt(path, location)}
              aria-current={isAt(path, location) ? 'page' : undefined}
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

function isAt(path: string, location: string): boolean {
  return path === '/' ? location === '/' : location === path || location.startsWith(`${path}/`);
}
