// What vendors do otherwise than the standard, on loopback: Google, GitHub and Microsoft as they answer a device grant.
// usage: node dialects.mjs     prints its address as the first line and serves until it is ended
import { createServer } from 'node:http';
import { generateKeyPairSync, sign } from 'node:crypto';

const TENANT = '6babcaad-604b-40ac-a9d7-9fd97c0b779f';
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const server = createServer();
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const here = `http://127.0.0.1:${server.address().port}`;

const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
const token = (issuer, client, more) => {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: issuer, sub: 'kim-17', aud: client, iat: now, exp: now + 300, preferred_username: 'kim@example.com', ...more };
  const text = `${part({ alg: 'RS256', kid: 'one', typ: 'JWT' })}.${part(claims)}`;
  return `${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`;
};
const discovery = (issuer) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  device_authorization_endpoint: `${issuer}/device`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${here}/keys`,
  response_types_supported: ['code'],
  subject_types_supported: ['pairwise'],
  id_token_signing_alg_values_supported: ['RS256'],
});
const code = (issuer, more) => ({ device_code: 'd', user_code: 'ABCD-EFGH', expires_in: 900, verification_uri: `${issuer}/enter`, interval: 1, ...more });
const wellKnown = '/.well-known/openid-configuration';

// Each dialect: what it answers to a path. `asked` counts how often its token endpoint was asked.
const asked = {};
const entra = (tenant) => `${here}/entra/${tenant}/v2.0`;
const dialects = {
  google: (path, values) => {
    const issuer = `${here}/google`;
    if (path === wellKnown) return [200, discovery(issuer)];
    if (path === '/device') return [200, code(issuer, { verification_uri: undefined, verification_url: `${issuer}/enter` })];
    if (values.get('client_secret') !== 'installed-program') return [401, { error: 'invalid_client' }];
    if (asked.google++ < 2) return [428, { error: 'authorization_pending', error_description: 'Precondition Required' }];
    return [200, { access_token: 'a', token_type: 'Bearer', id_token: token(issuer, values.get('client_id'), {}) }];
  },
  github: (path) => {
    if (path === '/login/device/code') return [200, code(`${here}/github`, {})];
    if (path === '/api/v3/user') return [200, { id: 583231, login: 'kim', email: 'kim@example.com', two_factor_authentication: true }];
    const answers = [{ error: 'authorization_pending' }, { error: 'slow_down', interval: 6 }];
    return [200, answers[asked.github++] ?? { access_token: 'a', token_type: 'bearer', scope: 'read:user' }];
  },
  declining: (path) => {
    const issuer = `${here}/declining`;
    if (path === wellKnown) return [200, discovery(issuer)];
    // No interval: five seconds.
    if (path === '/device') return [200, code(issuer, { interval: undefined })];
    return [400, { error: 'authorization_declined', error_description: 'AADSTS70000' }];
  },
  entra: (path, values) => {
    if (path === `/example.com/v2.0${wellKnown}` || path === `/${TENANT}/v2.0${wellKnown}`) return [200, discovery(entra(TENANT))];
    if (path === `/common/v2.0${wellKnown}`) return [200, discovery(entra('{tenantid}'))];
    if (path.endsWith('/device')) return [200, code(entra(TENANT), {})];
    if (asked.entra++ < 1) return [400, { error: 'authorization_pending' }];
    const id = token(entra(TENANT), values.get('client_id'), { tid: TENANT, oid: 'an-oid', ver: '2.0' });
    return [200, { access_token: 'a', token_type: 'Bearer', id_token: id }];
  },
};
for (const name of Object.keys(dialects)) asked[name] = 0;

server.on('request', async (request, response) => {
  let text = '';
  for await (const piece of request) text += piece;
  const [, name, path] = request.url.match(/^\/([^/]*)(.*)$/);
  const keys = { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig' }] };
  const [status, body] = name === 'keys' ? [200, keys] : (dialects[name]?.(path, new URLSearchParams(text)) ?? [404, {}]);
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
});
console.log(here);
