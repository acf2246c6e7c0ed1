import { Stack, Text } from '@mantine/core';
import type { DestinationStatus, Status } from '../../../src/sync/agent-contract.ts';
import { Moment } from '../../parts/moment.tsx';
import { useWords } from '../../words/words.ts';
import { FactsRow, FactsSection } from './facts-section.tsx';

/** How each destination stands, what waits for it and why. */
export function WhatWaits({ status }: { status: Status }) {
  const { waits } = useWords().texts.today;
  return (
    <FactsSection title={waits.title}>
      {Object.entries(status.destinations).map(([id, destination]) => (
        <FactsRow key={id} label={destination.label}>
          <Standing destination={destination} />
        </FactsRow>
      ))}
    </FactsSection>
  );
}

function Standing({ destination }: { destination: DestinationStatus }) {
  const words = useWords();
  const { waits } = words.texts.today;
  const { state, reason, hint, until, waiting, held, parked, lastAcceptedAt } = destination;
  const counts = [
    waiting > 0 ? waits.waiting(words.number(waiting)) : null,
    held > 0 ? waits.held(words.number(held)) : null,
    parked > 0 ? waits.parked(words.number(parked)) : null,
  ].filter((text) => text !== null);
  return (
    <Stack gap={2}>
      {state === 'ready' ? null : (
        <Text fw={600}>
          {waits.states[state]}
          {until ? ` (${words.time(until)})` : ''}
        </Text>
      )}
      {hint ? <Text size="sm">{words.say(hint)}</Text> : null}
      {state !== 'ready' && reason ? (
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {words.sentence(reason)}
        </Text>
      ) : null}
      <Text size="sm">{counts.length > 0 ? counts.join(' · ') : waits.nothing}</Text>
      <Text size="sm" c="dimmed">
        {lastAcceptedAt ? (
          <>
            {waits.lastAccepted} <Moment at={lastAcceptedAt} />
          </>
        ) : (
          waits.never
        )}
      </Text>
    </Stack>
  );
}
