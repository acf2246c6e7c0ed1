import { Alert } from '@mantine/core';
import type { HostState } from '../../../src/sync/host/host-contract.ts';

/** Why nothing works, and what to do. */
export function Trouble({ trouble }: { trouble: NonNullable<HostState['trouble']> }) {
  return (
    <Alert color="red" title={trouble.what} role="alert">
      {trouble.hint}
    </Alert>
  );
}
