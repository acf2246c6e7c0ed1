import { Stack, Text, Title } from '@mantine/core';
import { useWords } from '../../words/words.ts';
import { DestinationsSection } from './destinations/destinations-section.tsx';
import { SchemaFields } from './form/schema-fields.tsx';
import { asSchema } from './form/schema.ts';
import { PrivacyTable } from './privacy-table.tsx';
import { ReportsSection } from './reports/reports-section.tsx';
import { groupsOf, strayGroups, type SectionName } from './sections.ts';
import { StaffDoor } from './staff-door/staff-door.tsx';
import type { Profile } from './till/profile.ts';
import { TillSection } from './till/till-section.tsx';
import type { SettingsSeen } from './use-settings.ts';

/** Parts that are more than their fields. */
const drawnByThemselves: readonly SectionName[] = ['till', 'destinations', 'reports'];

/** One part of the settings. Most are drawn from the schema alone. */
export function Section({
  name,
  seen,
  profile,
  onProfile,
}: {
  name: SectionName;
  seen: SettingsSeen;
  profile: Profile | null;
  onProfile: (profile: Profile) => void;
}) {
  const { settings } = useWords().texts;
  const groups = name === 'more' ? strayGroups(seen.schema) : groupsOf[name];
  return (
    <Stack gap="lg">
      <div>
        <Title order={3} size="h3">
          {settings.sections[name]}
        </Title>
        <Text c="dimmed">{settings.about[name]}</Text>
      </div>
      {name === 'privacy' ? <PrivacyTable profile={profile} /> : null}
      {name === 'privacy' ? (
        <Title order={4} size="h4">
          {settings.privacy.kept}
        </Title>
      ) : null}
      {name === 'till' ? <TillSection schema={seen.schema} profile={profile} onProfile={onProfile} /> : null}
      {name === 'destinations' ? <DestinationsSection kinds={seen.destinationKinds} /> : null}
      {name === 'reports' ? <ReportsSection schema={asSchema(seen.schema).properties?.['reports']} /> : null}
      {drawnByThemselves.includes(name)
        ? null
        : groups.map((group) => (
            <SchemaFields key={group} schema={asSchema(seen.schema).properties?.[group]} path={[group]} />
          ))}
      {name === 'console' ? <StaffDoor /> : null}
    </Stack>
  );
}
