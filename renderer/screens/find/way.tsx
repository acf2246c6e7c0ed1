import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { Trail } from '../../../src/sync/trail-contract.ts';
import { Moment } from '../../parts/moment.tsx';
import { useHost } from '../../api/host-state.tsx';
import { useWords } from '../../words/words.ts';
import { StandMark } from './stand-mark.tsx';
import { sharedStations, stationsByDestination, type Station } from './stations.ts';
import styles from './way.module.css';

/** The way of one record: what all destinations share, then how far it came with each of them. */
export function Way({ trail }: { trail: Trail }) {
  const words = useWords();
  const { find } = words.texts;
  const { status } = useHost().state;
  const problems = `/problems?find=${encodeURIComponent(trail.key)}`;
  return (
    <section aria-label={find.way}>
      <Stations stations={sharedStations(trail, words)} problems={problems} />
      {stationsByDestination(trail, words).map(({ destination, stations }) => (
        <div key={destination}>
          <Text fw={600} mt="md" mb="xs">
            {status?.destinations[destination as keyof typeof status.destinations]?.label ?? destination}
          </Text>
          <Stations stations={stations} problems={problems} />
        </div>
      ))}
    </section>
  );
}

function Stations({ stations, problems }: { stations: readonly Station[]; problems: string }) {
  const { find } = useWords().texts;
  return (
    <ol className={styles.way}>
      {stations.map(({ title, state, at, says }, place) => (
        // Stations of one way stay in their order, and two may have one title.
        <li key={place} className={styles.station}>
          <Group gap="sm" wrap="nowrap" align="start">
            <StandMark state={state} />
            <Stack gap={0} flex={1} miw={0}>
              <Group justify="space-between" align="baseline" gap="sm" wrap="nowrap">
                <Text fw={700}>{title}</Text>
                {at === null ? null : (
                  <Text size="sm" c="dimmed" style={{ flex: 'none' }}>
                    <Moment at={at} />
                  </Text>
                )}
              </Group>
              {says.map((sentence) => (
                <Text key={sentence} size="sm" style={{ overflowWrap: 'anywhere' }}>
                  {sentence}
                </Text>
              ))}
              {state === 'problem' ? (
                <Anchor component={Link} href={problems} size="sm">
                  {find.seeProblem}
                </Anchor>
              ) : null}
            </Stack>
          </Group>
        </li>
      ))}
    </ol>
  );
}
