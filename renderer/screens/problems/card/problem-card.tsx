import { ActionIcon, CopyButton, Group, Stack, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconCheck, IconChevronDown, IconChevronUp, IconLink, IconX } from '@tabler/icons-react';
import { useAsked } from '../../../api/use-asked.ts';
import { Asked } from '../../../parts/asked.tsx';
import { useWords } from '../../../words/words.ts';
import styles from '../problems.module.css';
import { CardBody } from './card-body.tsx';

/** One problem from near: beside the list, or over it where there is no room. It has an address of its own. */
export function ProblemCard({
  id,
  isBeside,
  onClose,
  onMove,
  onLeave,
}: {
  id: number;
  isBeside: boolean;
  onClose: () => void;
  onMove: (by: 1 | -1) => void;
  /** It was mended before their eyes, and goes by itself. */
  onLeave: () => void;
}) {
  const { card: texts } = useWords().texts.problems;
  const query = useAsked(['problems', 'card', id], (api, signal) => api.problems.card({ id }, { signal }));
  return (
    <aside className={styles['card']} aria-label={texts.label} data-card={id}>
      <Stack gap="md">
        <Group justify="space-between" gap="xs" wrap="nowrap">
          <Group gap={4} wrap="nowrap">
            {isBeside ? null : <HeadButton label={texts.back} Icon={IconArrowLeft} onClick={onClose} />}
            <HeadButton label={`${texts.previous} (k)`} Icon={IconChevronUp} onClick={() => onMove(-1)} />
            <HeadButton label={`${texts.next} (j)`} Icon={IconChevronDown} onClick={() => onMove(1)} />
          </Group>
          <Group gap={4} wrap="nowrap">
            <CopyAddress />
            {isBeside ? <HeadButton label={`${texts.close} (Esc)`} Icon={IconX} onClick={onClose} /> : null}
          </Group>
        </Group>
        <Asked query={query}>{(card) => <CardBody card={card} onClose={onClose} onLeave={onLeave} />}</Asked>
      </Stack>
    </aside>
  );
}

function CopyAddress() {
  const { texts } = useWords();
  return (
    <CopyButton value={window.location.href} timeout={2000}>
      {({ copied, copy }) => (
        <HeadButton
          label={copied ? texts.copied : texts.problems.card.address}
          Icon={copied ? IconCheck : IconLink}
          onClick={copy}
        />
      )}
    </CopyButton>
  );
}

function HeadButton({ label, Icon, onClick }: { label: string; Icon: typeof IconX; onClick: () => void }) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={label} onClick={onClick}>
        <Icon size={20} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
