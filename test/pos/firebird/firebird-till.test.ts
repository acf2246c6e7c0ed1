import { firebirdServer } from '../../support/firebird-server.ts';
import { contractTables, tillContract } from '../till-contract.ts';
import { tillFigures } from '../till-figures.ts';
import { openTill } from './open-till.ts';

for (const contract of [tillContract, tillFigures]) {
  contract('Firebird', async () => {
    const server = firebirdServer();
    const database = await server.createDatabase({
      name: 'contract',
      script: `${contractTables.join(';\n')};\ncommit;\n`,
    });
    return {
      till: (profile) => openTill(database, profile),
      run: async (sql) => void (await server.isql(database, `${sql};\ncommit;\n`)),
    };
  });
}
