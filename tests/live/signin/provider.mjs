// A certified OpenID provider on loopback for the suite: password, then e-mail or phone, then a six-digit code that lands in a file.
// usage: node provider.mjs OUTBOX     prints its address as the first line and serves until it is ended
import { createServer } from 'node:http';
import { appendFileSync } from 'node:fs';
import { generateKeyPairSync, randomInt } from 'node:crypto';
import { Provider } from 'oidc-provider';

const outbox = process.argv[2];
const people = {
  kim: { password: 'the river is wide', sub: 'kim-17', email: 'kim@example.com' },
  alex: { password: 'the hill is steep', sub: 'alex-3', email: 'alex@example.com' },
  mira: { password: 'the lamp is lit', sub: 'mira-5', email: 'mira@example.com' },
  work: { password: 'the desk is tidy', sub: 'mira-9', email: 'mira@contoso.example.com' },
};
const bySub = (sub) => Object.values(people).find((person) => person.sub === sub);

const key = (kid, alg, type, options) => ({
  ...generateKeyPairSync(type, options).privateKey.export({ format: 'jwk' }), kid, alg, use: 'sig',
});
const algorithms = ['RS256', 'ES256', 'EdDSA'];
const server = createServer();
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const issuer = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(issuer, {
  clients: algorithms.map((alg) => ({
    client_id: `pulih-${alg}`,
    application_type: 'native',
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'urn:ietf:params:oauth:grant-type:device_code'],
    response_types: ['code'],
    redirect_uris: ['http://127.0.0.1/'],
    id_token_signed_response_alg: alg,
  })),
  jwks: {
    keys: [
      key('rsa', 'RS256', 'rsa', { modulusLength: 2048 }),
      key('ec', 'ES256', 'ec', { namedCurve: 'P-256' }),
      key('ed', 'EdDSA', 'ed25519', {}),
    ],
  },
  enabledJWA: { idTokenSigningAlgValues: algorithms },
  claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'], profile: ['preferred_username'], amr: null },
  cookies: { keys: ['of the tests alone'] },
  features: { deviceFlow: { enabled: true }, devInteractions: { enabled: false } },
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  ttl: { DeviceCode: 600 },
  findAccount: (_, sub) => bySub(sub) && {
    accountId: sub,
    claims: () => ({ sub, email: bySub(sub).email, email_verified: true, preferred_username: bySub(sub).email }),
  },
});

// What the person has shown so far, by interaction.
const shown = new Map();

const page = (response, step, inputs) => {
  response.setHeader('content-type', 'text/html');
  response.end(`<!DOCTYPE html><title>${step}</title><form method="post">${inputs}<button>Go on</button></form>`);
};

const body = async (request) => {
  let text = '';
  for await (const piece of request) text += piece;
  return new URLSearchParams(text);
};

const login = async (request, response, uid, answer) => {
  const state = shown.get(uid) ?? {};
  shown.set(uid, state);
  const finish = (amr) => provider.interactionFinished(request, response, { login: { accountId: state.sub, amr } });
  if (answer?.has('password') && people[answer.get('login')]?.password === answer.get('password')) {
    state.sub = people[answer.get('login')].sub;
    if (answer.get('skip')) return finish(['pwd']);
  } else if (state.sub && answer?.has('way')) {
    state.code = String(randomInt(1_000_000)).padStart(6, '0');
    appendFileSync(outbox, `${answer.get('way')} ${uid} ${state.code}\n`);
  } else if (state.code && answer?.get('code') === state.code) {
    return finish(['pwd', 'otp', 'mfa']);
  }
  if (state.code) return page(response, 'code', `<input type="hidden" name="uid" value="${uid}"><input name="code">`);
  if (state.sub) return page(response, 'way', '<input name="way" value="email">');
  return page(response, 'password', '<input name="login"><input name="password" type="password"><input name="skip">');
};

const consent = async (request, response, details, answer) => {
  if (!answer) return page(response, 'consent', '<input name="allow">');
  if (answer.get('allow') !== 'yes') {
    const result = { error: 'access_denied', error_description: 'the person said no' };
    return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  }
  const { accountId } = details.session;
  const grant = new provider.Grant({ accountId, clientId: details.params.client_id });
  grant.addOIDCScope('openid email profile');
  return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
};

server.on('request', async (request, response) => {
  if (!request.url.startsWith('/interaction/')) return provider.callback()(request, response);
  try {
    const details = await provider.interactionDetails(request, response);
    const answer = request.method === 'POST' ? await body(request) : undefined;
    if (details.prompt.name === 'login') return await login(request, response, details.uid, answer);
    return await consent(request, response, details, answer);
  } catch (error) {
    response.statusCode = 500;
    return response.end(String(error));
  }
});
console.log(issuer);
