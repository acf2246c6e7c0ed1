import { Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../../api/api-context.ts';
import { useWords } from '../../../words/words.ts';
import { KeptSecret } from '../kept-secret.tsx';

/** The staff's PIN: it is set, changed and forgotten here, and never shown. */
export function StaffPin({ hasPin }: { hasPin: boolean }) {
  const { network: texts } = useWords().texts.settings;
  const api = useApi();
  const queries = useQueryClient();
  const again = () => queries.invalidateQueries({ queryKey: ['staffDoor'] });
  return (
    <Stack gap="sm" maw={520} component="section" aria-label={texts.pinTitle}>
      <Title order={4} size="h4">
        {texts.pinTitle}
      </Title>
      <Text>{texts.pinAbout}</Text>
      <KeptSecret
        words={(isReplacing) => ({
          label: hasPin && !isReplacing ? texts.pinTitle : texts.newPin,
          description: `${hasPin ? '' : `${texts.noPin} `}${texts.pinRule}`,
          kept: texts.hasPin,
          keep: texts.keepPin,
          replace: texts.changePin,
          forget: texts.forgetPin,
          forgetTitle: texts.forgetTitle,
          forgetBody: texts.forgetBody,
          forgetYes: texts.forgetYes,
        })}
        isKept={hasPin}
        keep={(pin) => api.staffDoor.setPin({ pin }).then(again)}
        forget={() => api.staffDoor.forgetPin().then(again)}
        after={<Text size="sm">{texts.kept}</Text>}
        maxLength={64}
      />
    </Stack>
  );
}
