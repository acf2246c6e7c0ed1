import type { TestProject } from 'vitest/node';
import type { FirebirdAccess } from '../../scripts/firebird/access.ts';
import { startFirebirdServer } from '../../scripts/firebird/provider.ts';

declare module 'vitest' {
  interface ProvidedContext {
    firebird: FirebirdAccess;
  }
}

/** One Firebird server for the whole test run, ended with it. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await startFirebirdServer();
  project.provide('firebird', server.access);
  return server.stop;
}
