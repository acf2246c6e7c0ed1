import { shaped } from '../../conventions/body.ts';
import type { Work } from '../../conventions/calls.ts';
import { invalid } from '../../conventions/refusal.ts';
import { changeOrder } from '../../store/change-order.ts';
import type { Fulfillment } from '../../store/order.ts';
import type { ResourceParts } from '../context.ts';
import { orderIn } from './get-order.ts';
import { fulfillment } from './order-bodies.ts';
import type { ShipmentBody } from './order-bodies.ts';

/** A shipment as the store keeps it. */
export function shipmentOf({ shipDate, carrierName, service, trackingNumber, trackingUrl }: ShipmentBody): Fulfillment {
  return { shipDate, carrierName, service, trackingNumber, trackingUrl: trackingUrl ?? null };
}

/** `POST /1.0/commerce/orders/{id}/fulfillments`: the whole order is sent by it, however many its shipments are. */
export function fulfilOrder({ store }: ResourceParts): Work {
  return (exchange, body) => {
    const order = orderIn(exchange, store);
    const { shipments } = shaped(fulfillment, body);
    if (order.fulfillmentStatus === 'CANCELED') throw invalid('A canceled order cannot be fulfilled.', null);
    const fulfillments = [...order.fulfillments, ...shipments.map(shipmentOf)];
    const sent = { ...order, fulfillmentStatus: 'FULFILLED', fulfilledOn: store.now(), fulfillments } as const;
    changeOrder(store, sent, 'FULFILLED');
    return { status: 204 };
  };
}
