import { expect, test } from 'vitest';
import { openApp } from './open-app.ts';

const newcomers = [
  `INSERT INTO CUST (ACNO, FNAME, SNAME, "EMail") VALUES (910001, 'Ottoline', 'Quillfeather', 'ottoline@example.com')`,
  `INSERT INTO CUST (ACNO, FNAME, SNAME, "EMail") VALUES (910002, 'Ottoline', 'Marchbanks', 'o.marchbanks@example.org')`,
];

test('by keyboard alone one gets to the box, to what was found and along it, and the address keeps it', async () => {
  const app = await openApp();
  app.till(...newcomers);
  await app.sync();
  const page = await app.page({ path: '/find' });
  await page.locator('#content').focus();
  await page.keyboard.press('/');
  await page.keyboard.type('Ottoline');
  await page.keyboard.press('Enter');
  await page.getByText('2 found').waitFor();
  expect(new URL(page.url()).search).toBe('?text=Ottoline');
  await page.keyboard.press('/');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const shown = page.getByRole('article', { name: 'Ottoline Marchbanks' });
  await shown.waitFor();
  expect(new URL(page.url()).searchParams.get('of')).toBe('customer/910002');
  await page.reload();
  await shown.waitFor();
  await page.getByRole('button', { name: /Ottoline Quillfeather/ }).focus();
  await page.keyboard.press('ArrowUp');
  expect(await page.evaluate('document.activeElement?.matches("[data-search]")')).toBe(true);
  expect(app.complaints).toEqual([]);
}, 120_000);

test('the way of a customer says who took them and under which name, and of one who is not sent why not', async () => {
  const app = await openApp();
  await app.sync();
  const page = await app.page();
  const blocked = app.host.problems
    .page({ kind: 'customer', severity: 'block', sort: 'money', offset: 0, limit: 1 })
    .problems.at(0);
  expect(blocked).toBeDefined();
  const find = async (text: string): Promise<string> => {
    await page.goto(new URL(`/find?text=${encodeURIComponent(text)}`, app.console.address).href);
    const article = page.getByRole('article').first();
    await article.waitFor();
    return (await article.textContent()) ?? '';
  };
  const stuck = await find(String(blocked?.key));
  expect(stuck).toContain(blocked?.says);
  await expect.poll(() => page.getByRole('img', { name: 'Needs somebody' }).count()).toBeGreaterThan(0);
  await page.getByRole('link', { name: 'See what is to mend' }).first().click();
  await page.getByText(String(blocked?.name)).first().waitFor();

  const [good] = (await app.host.agent().find('example', AbortSignal.timeout(10_000))).filter(({ steps }) =>
    steps.every(({ state }) => state === 'done'),
  );
  const arrived = await find(String(good?.key));
  expect(arrived).toMatch(/GenieAI has it as \w+/);
  expect(app.complaints).toEqual([]);
}, 120_000);

test('what was said of two is shown with its reason, and can be taken back', async () => {
  const app = await openApp();
  app.till(...newcomers);
  await app.sync();
  const { people } = app.host.agent();
  people.join('910001', '910002', 'she has married');
  await app.sync();
  const page = await app.page({ path: '/find?text=910002' });
  await page.getByText('Ottoline Quillfeather (910001)').first().waitFor();
  await page.getByText('Reason: she has married').waitFor();
  await page.getByRole('button', { name: 'These are not one person…' }).click();
  const dialog = page.getByRole('dialog');
  const yes = dialog.getByRole('button', { name: 'They are two people' });
  expect(await yes.isDisabled()).toBe(true);
  await dialog.getByLabel('How do you know?').fill('It was her sister.');
  await yes.click();
  await page.getByText('Reason: It was her sister.').waitFor();
  expect(people.said()).toMatchObject([{ are: 'two', because: 'It was her sister.' }]);
  await app.sync();
  expect(people.show('910001').members).toHaveLength(1);
  await page.getByRole('button', { name: /^Take back/ }).click();
  await page.getByText('Reason: It was her sister.').waitFor({ state: 'detached' });
  expect(people.said()).toEqual([]);
  expect(app.complaints).toEqual([]);
}, 120_000);

test('staff see who somebody is and where each value stands, and have no say in it', async () => {
  const app = await openApp();
  app.till(...newcomers);
  await app.sync();
  const page = await app.page({ role: 'staff', path: '/find?text=910001' });
  const fields = page.getByRole('table', { name: 'What is sent, and where it stands' });
  await fields.waitFor();
  await expect.poll(() => fields.textContent()).toContain('CUST.SNAME');
  for (const name of [/^Join with/, /^These are not/, /^Take back/]) {
    expect(await page.getByRole('button', { name }).count()).toBe(0);
  }
  expect(app.complaints).toEqual([]);
}, 120_000);

test('a whole number is shown alone, and more that it stands in when somebody asks for it', async () => {
  const app = await openApp();
  app.till(...newcomers);
  await app.sync();
  const page = await app.page({ path: '/find?text=example' });
  await page.getByText('The first 20 are shown.').waitFor();
  await page.getByRole('button', { name: 'Show more' }).click();
  await page.getByText('The first 40 are shown.').waitFor();
  app.till("UPDATE CUST SET ADDR1 = 'house 910001' WHERE ACNO = 910002");
  await app.sync();
  await page.goto(new URL('/find?text=910001', app.console.address).href);
  await page.getByText('1 found').waitFor();
  await page.getByRole('button', { name: 'Show more' }).click();
  await page.getByText('2 found').waitFor();
  expect(app.complaints).toEqual([]);
}, 120_000);
