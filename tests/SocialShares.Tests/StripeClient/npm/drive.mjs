// Uses the local Stripe as a shop would that is written with Stripe's own package. Prints the name of each step that held.
import assert from 'node:assert/strict';
import Stripe from 'stripe';

const base = new URL(process.argv[2]);
const stripe = new Stripe('sk_test_official', {
  host: base.hostname,
  port: base.port,
  protocol: 'http',
  maxNetworkRetries: 2,
  telemetry: false,
});

async function admin(path, body) {
  const answer = await fetch(new URL(`/_emu/${path}`, base), { method: 'POST', body: JSON.stringify(body ?? {}) });
  assert.equal(answer.status, 200, await answer.clone().text());
  return answer.json();
}

async function refusal(promise) {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  return assert.fail('It was not refused.');
}

function order(methods, amount = 7500) {
  return {
    mode: 'payment',
    payment_method_types: methods,
    success_url: 'https://shop.test/thanks?session={CHECKOUT_SESSION_ID}',
    line_items: [
      { price_data: { currency: 'eur', unit_amount: amount, product_data: { name: 'Community share' } }, quantity: 1 },
    ],
    payment_intent_data: { transfer_group: 'offer-1', metadata: { application: 'a-1' } },
  };
}

async function paid(payment, methods = ['card']) {
  const session = await stripe.checkout.sessions.create(order(methods));
  await admin(`pay/${session.id}`, payment);
  return stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent.latest_charge', 'line_items'] });
}

const day = 86_400;
const steps = {
  async purchase() {
    const session = await paid({ card: '4242424242424242' });
    assert.deepEqual([session.status, session.payment_status], ['complete', 'paid']);
    assert.equal(session.line_items.data[0].amount_total, 7500);
    const charge = session.payment_intent.latest_charge;
    assert.equal(charge.metadata.application, 'a-1');
    assert.equal(charge.payment_method_details.card.last4, '4242');
  },

  async debit() {
    const session = await paid({ method: 'sepa_debit' }, ['sepa_debit']);
    assert.deepEqual([session.payment_status, session.payment_intent.status], ['unpaid', 'processing']);
    await admin('clock', { seconds: 7 * day });
    assert.equal((await stripe.checkout.sessions.retrieve(session.id)).payment_status, 'paid');
    const { mandate } = session.payment_intent.latest_charge.payment_method_details.sepa_debit;
    assert.equal((await stripe.mandates.retrieve(mandate)).status, 'active');
  },

  async refund() {
    const { payment_intent: intent } = await paid({});
    const refund = await stripe.refunds.create({ payment_intent: intent.id, amount: 2500 });
    assert.equal(refund.status, 'succeeded');
    assert.equal((await stripe.charges.retrieve(intent.latest_charge.id)).amount_refunded, 2500);
  },

  async dispute() {
    const { payment_intent: intent } = await paid({ card: '4000000000000259' });
    const [dispute] = (await stripe.disputes.list({ payment_intent: intent.id })).data;
    assert.equal(dispute.status, 'needs_response');
    assert.equal((await refusal(stripe.refunds.create({ payment_intent: intent.id }))).code, 'charge_disputed');
    await stripe.disputes.update(dispute.id, { evidence: { uncategorized_text: 'winning_evidence' }, submit: true });
    await admin('settle');
    const won = await stripe.disputes.retrieve(dispute.id);
    assert.deepEqual([won.status, won.balance_transactions.length], ['won', 2]);
  },

  async transfer() {
    const account = await stripe.accounts.create({
      type: 'express',
      country: 'NL',
      capabilities: { transfers: { requested: true } },
    });
    const { payment_intent: intent } = await paid({});
    const transfer = await stripe.transfers.create({
      amount: 4000,
      currency: 'eur',
      destination: account.id,
      source_transaction: intent.latest_charge.id,
    });
    await admin('clock', { seconds: 2 * day });
    await stripe.transfers.createReversal(transfer.id, { amount: 1500 });
    assert.equal((await stripe.transfers.retrieve(transfer.id)).amount_reversed, 1500);
    const balance = await stripe.balance.retrieve({}, { stripeAccount: account.id });
    assert.equal(balance.available[0].amount, 2500);
    const payout = await stripe.payouts.create({ amount: 2500, currency: 'eur' }, { stripeAccount: account.id });
    await admin('clock', { seconds: 2 * day });
    assert.equal((await stripe.payouts.retrieve(payout.id, {}, { stripeAccount: account.id })).status, 'paid');
  },

  async paging() {
    const forwards = [];
    for await (const charge of stripe.charges.list({ limit: 2 })) {
      forwards.push(charge.id);
    }
    assert.equal(forwards.length, 5);
    assert.equal(new Set(forwards).size, 5);
    const newer = await stripe.charges.list({ ending_before: forwards[3], limit: 2 });
    assert.deepEqual(newer.data.map((x) => x.id), forwards.slice(1, 3));
    const movements = await stripe.balanceTransactions.list({ limit: 1 }).autoPagingToArray({ limit: 100 });
    const balance = await stripe.balance.retrieve();
    const held = [...balance.available, ...balance.pending].reduce((sum, x) => sum + x.amount, 0);
    assert.equal(movements.reduce((sum, x) => sum + x.net, 0), held);
  },

  async errors() {
    const declined = await refusal(
      stripe.paymentIntents.create({
        amount: 500,
        currency: 'eur',
        payment_method: 'pm_card_visa_chargeDeclined',
        payment_method_types: ['card'],
        confirm: true,
      }),
    );
    assert.ok(declined instanceof Stripe.errors.StripeCardError);
    assert.deepEqual([declined.code, declined.decline_code], ['card_declined', 'generic_decline']);
    assert.equal(declined.payment_intent.status, 'requires_payment_method');
    const missing = await refusal(stripe.charges.retrieve('ch_none'));
    assert.ok(missing instanceof Stripe.errors.StripeInvalidRequestError);
    assert.deepEqual([missing.statusCode, missing.code], [404, 'resource_missing']);
    const unknown = await refusal(stripe.refunds.create({ colour: 'red' }));
    assert.equal(unknown.code, 'parameter_unknown');
    const once = { idempotencyKey: 'order-1' };
    await stripe.paymentIntents.create({ amount: 500, currency: 'eur' }, once);
    const changed = await refusal(stripe.paymentIntents.create({ amount: 600, currency: 'eur' }, once));
    assert.ok(changed instanceof Stripe.errors.StripeIdempotencyError);
    const live = new Stripe('sk_live_x', { host: base.hostname, port: base.port, protocol: 'http' });
    assert.ok((await refusal(live.balance.retrieve())) instanceof Stripe.errors.StripeAuthenticationError);
  },

  async retries() {
    const before = (await stripe.paymentIntents.list({ limit: 100 })).data.length;
    await admin('faults', { on: 'request', kind: 'lost', operation: 'PaymentIntents_create' });
    const intent = await stripe.paymentIntents.create({ amount: 700, currency: 'eur' });
    const after = (await stripe.paymentIntents.list({ limit: 100 })).data;
    assert.equal(after.length, before + 1);
    assert.equal(after[0].id, intent.id);
  },
};

for (const [name, step] of Object.entries(steps)) {
  await step();
  console.log(name);
}
