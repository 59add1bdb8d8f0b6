// node twilio-judges-fake-twilio.js URL ACCOUNT TOKEN OURS: prints "listening PORT", takes the fake's signed calls until one holds Body=selesai.
const http = require('http');
const twilio = require('twilio');
const { check, done } = require('./checks');
const [url, account, token, ours] = process.argv.slice(2);
const Base = require('twilio/lib/base/RequestClient').default ?? require('twilio/lib/base/RequestClient');
class Redirected extends Base {
  request(options) { return super.request({ ...options, uri: options.uri.replace('https://api.twilio.com', url) }); }
}
const client = twilio(account, token, { httpClient: new Redirected() });
const refused = async (call) => { try { await call(); return null; } catch (e) { return e; } };
const PUBLIC = 'https://bot.example';
const statuses = [];
let inbound = 0;

const rest = async () => {
  const sent = await client.messages.create({ from: ours, to: 'whatsapp:+6281200000401', body: 'halo 🙏', statusCallback: `${PUBLIC}/whatsapp/status?outbox=7` });
  check('create', /^SM[0-9a-f]{32}$/.test(sent.sid) && sent.status === 'queued' && sent.direction === 'outbound-api' && sent.dateCreated instanceof Date, sent);
  const closed = await client.messages.create({ from: ours, to: 'whatsapp:+6281200000402', body: 'terlambat', statusCallback: `${PUBLIC}/whatsapp/status?outbox=8` });
  check('closed window is taken at first', closed.status === 'queued');
  check('template', (await client.messages.create({ from: ours, to: 'whatsapp:ID.77', contentSid: `HX${'a'.repeat(32)}`, contentVariables: '{"1":"x"}' })).status === 'queued');
  const to = await refused(() => client.messages.create({ from: ours, to: 'whatsapp:+62', body: 'x' }));
  check('21211', to?.code === 21211 && to.status === 400, to);
  const long = await refused(() => client.messages.create({ from: ours, to: 'whatsapp:+6281200000401', body: 'x'.repeat(1601) }));
  check('21617', long?.code === 21617, long);
  const from = await refused(() => client.messages.create({ from: 'whatsapp:+15550001', to: 'whatsapp:+6281200000401', body: 'x' }));
  check('63007', from?.code === 63007, from);
  const busy = await refused(() => client.messages.create({ from: ours, to: 'whatsapp:+6281200000429', body: 'x' }));
  check('429', busy?.status === 429 && busy.code === 20429, busy);
  const list = await client.messages.list({ to: ours, dateSentAfter: new Date(Date.now() - 2 * 86400e3), pageSize: 2 });
  check('list follows its pages', list.length === 5 && new Set(list.map((m) => m.sid)).size === 5, list.map((m) => m.body));
  check('list is newest first', list.every((m, i) => i === 0 || m.dateCreated <= list[i - 1].dateCreated));
  check('list is inbound', list.every((m) => m.direction === 'inbound' && m.to === ours && m.status === 'received'));
  const withMedia = list.find((m) => m.numMedia === '1');
  const media = await client.messages(withMedia.sid).media.list();
  check('media list', media.length === 1 && media[0].contentType === 'image/jpeg' && media[0].parentSid === withMedia.sid, media);
  check('fetch', (await client.messages(sent.sid).fetch()).body === 'halo 🙏');
  const none = await refused(() => client.messages(`SM${'0'.repeat(32)}`).fetch());
  check('20404', none?.code === 20404 && none.status === 404, none);
  const stranger = await refused(() => twilio(account, 'salah', { httpClient: new Redirected() }).messages.list({ limit: 1 }));
  check('20003', stranger?.code === 20003 && stranger.status === 401, stranger);
};

const server = http.createServer((request, response) => {
  let body = '';
  request.on('data', (part) => { body += part; });
  request.on('end', async () => {
    const form = Object.fromEntries(new URLSearchParams(body));
    check(`signature of ${request.url} ${form.MessageStatus ?? form.Body}`, twilio.validateRequest(token, request.headers['x-twilio-signature'], PUBLIC + request.url, form));
    if (form.MessageStatus) statuses.push(`${form.MessageStatus} ${form.ErrorCode ?? ''}`.trim());
    else inbound++;
    response.setHeader('content-type', 'text/xml');
    response.end('<Response/>');
    if (form.Body !== 'selesai') return;
    await rest().catch((e) => check('no error', false, String(e)));
    for (let i = 0; i < 100 && statuses.length < 1; i++) await new Promise((r) => setTimeout(r, 50));
    check('63016 comes by callback', statuses.includes('failed 63016'), statuses);
    check('inbound calls', inbound === 3, inbound);
    done();
  });
}).listen(0, '127.0.0.1', () => console.log(`listening ${server.address().port}`));
