import { useHost } from '../../api/host-state.tsx';

/** What people call a destination; its own name for itself where it is no longer among the settings. */
export function useDestinationLabel(): (id: string) => string {
  const { status } = useHost().state;
  const known = new Map(Object.entries(status?.destinations ?? {}));
  return (id) => known.get(id)?.label ?? id;
}
