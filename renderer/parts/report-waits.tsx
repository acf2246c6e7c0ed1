import { Alert, Anchor, Stack, Text } from '@mantine/core';
import { IconMailExclamation } from '@tabler/icons-react';
import { Link, useLocation } from 'wouter';
import { useHost } from '../api/host-state.tsx';
import { useWords } from '../words/words.ts';
import { Moment } from './moment.tsx';

const settings = '/settings/reports';

/** Reports that did not go out by themselves: why, what to do, and when they are tried again. Nothing where there is none. */
export function ReportWaits() {
  const { texts, say, sentence, day: dayWords } = useWords();
  const { reports } = texts.settings;
  const waiting = useHost().state.reports?.waiting ?? [];
  const [location] = useLocation();
  if (waiting.length === 0) return null;
  return (
    <Stack gap="sm" w="100%">
      {waiting.map(({ way, day, what, hint, nextTryAt }) => (
        <Alert
          key={way}
          color="orange"
          icon={<IconMailExclamation aria-hidden />}
          title={reports.waits[way](dayWords(day))}
        >
          <Text size="sm">{sentence(what)}</Text>
          <Text size="sm">{say(hint)}</Text>
          <Text size="sm">
            {nextTryAt === null ? (
              reports.notAgain
            ) : (
              <>
                {reports.again} <Moment at={nextTryAt} as="time" />
              </>
            )}
          </Text>
          {location === settings ? null : (
            <Anchor component={Link} href={settings} size="sm">
              {reports.toSettings}
            </Anchor>
          )}
        </Alert>
      ))}
    </Stack>
  );
}
