import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from './contract.ts';

/** The api as a screen sees it. */
export type ApiClient = ContractRouterClient<Contract>;
