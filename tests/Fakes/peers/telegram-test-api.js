// node telegram-test-api.js PORT: the Bot API server of npm telegram-test-api; says "up" when it listens.
process.on('unhandledRejection', (e) => console.error('peer:', e.message));
const api = require('telegram-test-api');
const Server = api.TelegramServer ?? api.default ?? api;
new Server({ host: '127.0.0.1', port: Number(process.argv[2]), storeTimeout: 3600 }).start().then(() => console.log('up'));
