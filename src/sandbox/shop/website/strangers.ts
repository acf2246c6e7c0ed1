import { firstNames, lastNames } from '../names.ts';
import { householdPhone } from '../phone.ts';
import { createRandom } from '../random.ts';
import { streams } from '../shop-frame.ts';
import { keepsContact, webEmail, type Casting } from './acquaintances.ts';
import { onWeb } from './cast.ts';
import { someAddress } from './spelling.ts';

/** Adds people whom only the website knows, one in forty of them twice. */
export function addStrangers({ frame, cast, guests }: Casting, count: number): void {
  const { people, joins } = cast;
  for (let place = 0; place < count; place++) {
    const random = createRandom(frame.seed, streams.webPerson, 1_000_000 + place);
    const name = { firstName: random.pick(firstNames), lastName: random.pick(lastNames) };
    const email = webEmail(name, people.length);
    if (place % 40 === 8) {
      const phone = guests.nextPhone();
      const address = () => someAddress(random, name, householdPhone(phone, random).typed);
      const second = webEmail(name, people.length + 1);
      people.push({ email, ...name, address: address(), contact: true });
      people.push({ email: second, ...name, address: address(), contact: true });
      joins.push({ one: onWeb(email), other: onWeb(second), by: 'phone', how: 'two addresses on the website' });
      continue;
    }
    const readsOnly = place % 10 === 4;
    const hasPhone = random.oneIn(3);
    const address = someAddress(random, name, hasPhone ? householdPhone(guests.nextPhone(), random).typed : undefined);
    people.push({
      email,
      ...name,
      ...((!readsOnly || random.oneIn(2)) && { address }),
      contact: readsOnly || keepsContact(place),
      ...(readsOnly && { readsOnly }),
    });
  }
}
