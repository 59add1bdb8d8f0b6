// node judge-payloads.js TELEGRAM_DIR WHATSAPP_DIR TOKEN SIGNATURES.json [SCHEMA.json]: shapes by ajv, our signatures by the vendor's validator.
const fs = require('fs');
const path = require('path');
const twilio = require('twilio');
const Ajv = require('ajv').default ?? require('ajv');
const { check, done } = require('./checks');
const [telegram, whatsapp, token, signatures, schema] = process.argv.slice(2);
const DELIBERATELY_OFF = /^(35-unknown|36-unknown|43-poll|48-location|51-callback|53-no-chat|54-update-id|55-date|28-live)/;

if (schema) {
  const fits = new Ajv({ strict: false }).compile(JSON.parse(fs.readFileSync(schema)));
  for (const file of fs.readdirSync(telegram).filter((name) => name.endsWith('.json')).sort()) {
    const update = JSON.parse(fs.readFileSync(path.join(telegram, file)));
    const ok = fits(update);
    if (DELIBERATELY_OFF.test(file)) console.log(`note ${file}: ${ok ? 'fits' : `${fits.errors[0].instancePath} ${fits.errors[0].message}`}`);
    else check(`shape of ${file}`, ok, fits.errors?.[0]);
  }
}
for (const [file, { url, signature }] of Object.entries(JSON.parse(fs.readFileSync(signatures)))) {
  const form = Object.fromEntries(new URLSearchParams(fs.readFileSync(path.join(whatsapp, file), 'utf8')));
  check(`signature of ${file}`, twilio.validateRequest(token, signature, url, form));
}
done();
