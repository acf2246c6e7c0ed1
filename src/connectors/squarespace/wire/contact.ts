import { z } from 'zod';
import { looseMoment, looseText, looseTruth } from './loose.ts';

/** Somebody whom the site knows, as Contacts tells it. */
export const contact = z.object({
  id: z.string().min(1),
  firstName: looseText,
  lastName: looseText,
  createdOn: looseMoment,
  primaryEmail: z
    .object({
      email: looseText,
      acceptsMarketing: z
        .object({ acceptsMarketing: looseTruth, joinedOn: looseMoment, leftOn: looseMoment })
        .nullish()
        .catch(null),
    })
    .nullish()
    .catch(null),
  defaultShippingAddress: z
    .object({
      address: z
        .object({
          line1: looseText,
          line2: looseText,
          city: looseText,
          region: looseText,
          postalCode: looseText,
          countryCode: looseText,
          phoneNumber: looseText,
        })
        .nullish()
        .catch(null),
    })
    .nullish()
    .catch(null),
});

/** Somebody whom the site knows, as Contacts tells it. */
export type WireContact = z.infer<typeof contact>;

/** The same, as the older Profiles tell it. */
export const profile = z.object({
  id: z.string().min(1),
  firstName: looseText,
  lastName: looseText,
  email: looseText,
  createdOn: looseMoment,
  acceptsMarketing: looseTruth,
  address: z
    .object({
      address1: looseText,
      address2: looseText,
      city: looseText,
      state: looseText,
      postalCode: looseText,
      countryCode: looseText,
      phone: looseText,
    })
    .nullish()
    .catch(null),
});

/** Somebody whom the site knows, as the older Profiles tell it. */
export type WireProfile = z.infer<typeof profile>;
