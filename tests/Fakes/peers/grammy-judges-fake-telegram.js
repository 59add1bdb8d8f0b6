// node grammy-judges-fake-telegram.js URL TOKEN: three texts, a photo f1 and a tap wait; 42 is blocked; the first sendMessage to 429 is refused.
const { Bot, GrammyError, Keyboard } = require('grammy');
const { check, done } = require('./checks');
const [url, token] = process.argv.slice(2);
const refused = async (call) => { try { await call(); return null; } catch (e) { return e instanceof GrammyError ? e : null; } };

(async () => {
  const bot = new Bot(token, { client: { apiRoot: url } });
  const seen = [];
  const replies = [];
  bot.on('message:text', async (ctx) => { seen.push(ctx.message.text); replies.push(await ctx.reply(`terima ${ctx.message.text}`, { reply_markup: new Keyboard().text('Ya').requestLocation('Lokasi').resized().oneTime() })); });
  bot.on('message:photo', async (ctx) => {
    const file = await ctx.getFile();
    const answer = await fetch(`${url}/file/bot${token}/${file.file_path}`);
    check('file arrives whole', (await answer.arrayBuffer()).byteLength === file.file_size, file);
    seen.push('photo');
  });
  bot.on('callback_query:data', async (ctx) => { check('tap answered', await ctx.answerCallbackQuery()); seen.push(ctx.callbackQuery.data); });
  bot.catch((e) => check('handler without error', false, String(e.error)));
  await bot.init();
  check('getMe', bot.botInfo.is_bot && bot.botInfo.username === 'puskesos_coba_bot', bot.botInfo);

  const polling = bot.start({ allowed_updates: ['message', 'callback_query'] });
  for (let i = 0; i < 100 && seen.length < 5; i++) await new Promise((r) => setTimeout(r, 50));
  await bot.stop();
  await polling;
  check('updates in order, each once', JSON.stringify(seen) === JSON.stringify(['satu', 'dua', 'tiga', 'photo', 'AskConsent:1']), seen);
  check('replies are messages', replies.length === 3 && replies.every((m) => m.message_id > 0 && m.chat.type === 'private' && m.date > 0), replies);
  check('confirmed after stop', (await bot.api.getUpdates({ timeout: 0 })).length === 0);

  const busy = await refused(() => bot.api.sendMessage(429, 'halo'));
  check('429 with retry_after', busy?.error_code === 429 && busy.parameters.retry_after === 3, busy);
  const blocked = await refused(() => bot.api.sendMessage(42, 'halo'));
  check('403 when blocked', blocked?.error_code === 403 && /blocked/.test(blocked.description), blocked);
  const long = await refused(() => bot.api.sendMessage(7, 'x'.repeat(4097)));
  check('4097 characters refused', long?.error_code === 400 && /too long/.test(long.description), long);
  check('4096 characters taken', (await bot.api.sendMessage(7, 'x'.repeat(4096))).text.length === 4096);
  const marks = await refused(() => bot.api.sendMessage(7, '<b>a', { parse_mode: 'HTML' }));
  check('open tag refused', /can't parse entities/.test(marks?.description ?? ''), marks);
  check('html is read', (await bot.api.sendMessage(7, '<b>a</b> &amp;', { parse_mode: 'HTML' })).text === 'a &');
  const button = await refused(() => bot.api.sendMessage(7, 'x', { reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'x'.repeat(65) }]] } }));
  check('65 bytes of tap data refused', /BUTTON_DATA_INVALID/.test(button?.description ?? ''), button);
  const file = await refused(() => bot.api.getFile('tidak-ada'));
  check('unknown file refused', file?.error_code === 400, file);

  check('setWebhook', await bot.api.setWebhook('https://bot.example/hook', { secret_token: 'rahasia_1', allowed_updates: ['message'] }));
  const info = await bot.api.getWebhookInfo();
  check('getWebhookInfo', info.url === 'https://bot.example/hook' && info.pending_update_count === 0 && info.allowed_updates[0] === 'message', info);
  const conflict = await refused(() => bot.api.getUpdates({ timeout: 0 }));
  check('409 while a webhook is set', conflict?.error_code === 409, conflict);
  check('deleteWebhook', await bot.api.deleteWebhook());
  const secret = await refused(() => bot.api.setWebhook('https://bot.example/hook', { secret_token: 'tidak boleh' }));
  check('bad secret refused', secret?.error_code === 400, secret);
  const wrong = await refused(() => new Bot('1:salah', { client: { apiRoot: url } }).api.getMe());
  check('401 for a wrong token', wrong?.error_code === 401, wrong);
  done();
})();
