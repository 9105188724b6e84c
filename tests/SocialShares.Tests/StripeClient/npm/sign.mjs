// Signs a payload as Stripe does, and says which API version the package speaks.
import Stripe from 'stripe';

const [payload, secret, timestamp] = process.argv.slice(2);
const { webhooks } = new Stripe('sk_test_x');
const header = webhooks.generateTestHeaderString({ payload, secret, timestamp: Number(timestamp) });
console.log(`${Stripe.API_VERSION}\n${header}`);
