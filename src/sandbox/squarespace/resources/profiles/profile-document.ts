import type { Wire } from '../../conventions/wire.ts';
import { agrees } from '../../store/contact.ts';
import type { Contact } from '../../store/contact.ts';
import type { Summary } from '../../store/summary.ts';

function addressDocument({ book, defaultEntry }: Contact): object | null {
  const address = book.find(({ id }) => id === defaultEntry)?.address;
  if (!address) return null;
  const { firstName, lastName, line1, line2, city, region, countryCode, postalCode, phone } = address;
  return { firstName, lastName, address1: line1, address2: line2, city, state: region, countryCode, postalCode, phone };
}

function summaryDocument(wire: Wire, summary: Summary): object {
  return {
    firstOrderSubmittedOn: wire.timeOrNull(summary.firstOrderOn),
    lastOrderSubmittedOn: wire.timeOrNull(summary.lastOrderOn),
    orderCount: summary.orderCount,
    totalOrderAmount: wire.money(summary.orderAmount),
    totalRefundAmount: wire.money(summary.refundAmount),
    firstDonationSubmittedOn: wire.timeOrNull(summary.firstDonationOn),
    lastDonationSubmittedOn: wire.timeOrNull(summary.lastDonationOn),
    donationCount: summary.donationCount,
    totalDonationAmount: wire.money(summary.donationAmount),
  };
}

/** A contact as the Profiles API tells them, with what their purchases come to. */
export function profileDocument(wire: Wire, contact: Contact, summary: Summary): object {
  const { id, firstName, lastName, email, hasAccount, createdOn } = contact;
  return {
    id,
    firstName,
    lastName,
    email,
    hasAccount,
    isCustomer: summary.orderCount > 0,
    createdOn: wire.time(createdOn),
    address: addressDocument(contact),
    acceptsMarketing: agrees(contact),
    transactionsSummary: summaryDocument(wire, summary),
    ...wire.extras(id),
  };
}
