import { Accordion, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../../words/words.ts';
import { ConnectionTest } from '../connection-test.tsx';
import { useForm } from '../form/form-context.ts';
import { SchemaFields } from '../form/schema-fields.tsx';
import { asSchema, type Schema } from '../form/schema.ts';
import { valueAt } from '../form/tree.ts';
import { SecretField } from '../secret-field.tsx';
import { ReportNow } from './report-now.tsx';

/** Reports that go out by themselves: when, into which folder, to whom by mail; each with a way to try it. */
export function ReportsSection({ schema }: { schema: Schema | undefined }) {
  const { reports, more } = useWords().texts.settings;
  const form = useForm();
  const { folder, mail } = asSchema(schema).properties ?? {};
  const isOn = (way: string) => valueAt(form.value, ['reports', way, 'on']) === true;
  return (
    <Stack gap="xl">
      <Part title={reports.when}>
        <SchemaFields schema={schema} path={['reports']} only={['at', 'days']} />
      </Part>
      <Part title={reports.folder}>
        <SchemaFields schema={folder} path={['reports', 'folder']} only={['on']} />
        {isOn('folder') ? (
          <>
            <SchemaFields schema={folder} path={['reports', 'folder']} without={['on']} />
            <ConnectionTest only="reports.folder" settings={form.value} button={reports.testFolder} />
          </>
        ) : null}
      </Part>
      <Part title={reports.mail}>
        <SchemaFields schema={mail} path={['reports', 'mail']} only={['on']} />
        {isOn('mail') ? (
          <>
            <SchemaFields schema={mail} path={['reports', 'mail']} only={['host', 'port', 'security', 'user']} />
            <SecretField id="mail" label={reports.password} />
            <SchemaFields schema={mail} path={['reports', 'mail']} only={['from', 'to', 'attach']} />
            <Accordion variant="default" chevronPosition="left">
              <Accordion.Item value="more" style={{ borderBottom: 'none' }}>
                <Accordion.Control>{more}</Accordion.Control>
                <Accordion.Panel>
                  <SchemaFields schema={mail} path={['reports', 'mail']} only={['certificate']} />
                </Accordion.Panel>
              </Accordion.Item>
            </Accordion>
            <ConnectionTest
              only="reports.mail"
              secret="mail"
              settings={form.value}
              button={reports.testMail}
              asking={reports.testing}
            />
          </>
        ) : null}
      </Part>
      <Part title={reports.now}>
        <ReportNow />
      </Part>
    </Stack>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack gap="lg" component="section" aria-label={title}>
      <Title order={4} size="h4">
        {title}
      </Title>
      {children}
    </Stack>
  );
}
