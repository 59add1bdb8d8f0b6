// The chat page works without this script. With it: no reloads, small photos, news by itself, and nothing typed is lost.
'use strict';
(() => {
  const form = document.getElementById('kirim');
  if (!form) return;

  const HEADER = {'X-Puskesos-Script': '1'};
  const PHOTO_SIDE = 1600;      // px of the longer side: a KTP stays readable
  const PHOTO_QUALITY = 0.8;
  const SMALL_ENOUGH = 400000;  // bytes: such a photo is sent as it is
  const LOOK_FIRST = 2500, LOOK_LONGEST = 30000, LOOK_GROWTH = 1.3; // ms
  const RETRY_EVERY = 5000;     // ms
  const DRAFT = 'puskesos-tulis';

  const words = form.dataset;
  const text = document.getElementById('tulis');
  const files = form.elements.files;
  const notice = document.getElementById('ket');
  const queue = [];
  let wait = LOOK_FIRST, timer = 0, busy = false, retry = 0;

  const say = (message, late) => {
    notice.textContent = message || '';
    notice.hidden = !message;
    notice.classList.toggle('late', Boolean(late));
  };
  const talk = () => document.getElementById('percakapan');
  const cursor = () => talk().dataset.cursor;
  const newToken = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), b => b.toString(16).padStart(2, '0')).join('');
  const down = () => {
    const last = document.getElementById('akhir');
    if (last) last.scrollIntoView({block: 'end'});
    window.scrollTo(0, document.body.scrollHeight);
  };

  // Puts in what the server rendered, and says so to those who listen.
  function show(html, quiet) {
    const before = cursor(), fresh = new DOMParser().parseFromString(html, 'text/html');
    for (const id of ['percakapan', 'langkah']) {
      const part = fresh.getElementById(id);
      if (part) document.getElementById(id).replaceWith(part);
    }
    placeButton();
    if (cursor() !== before) {
      wait = LOOK_FIRST;
      down();
      const bubbles = talk().querySelectorAll('.says:not(.out)');
      const last = bubbles.length ? bubbles[bubbles.length - 1].querySelectorAll('p:not(.meta)') : [];
      if (!quiet || talk().dataset.waiting === '0') speak(Array.from(last, p => p.textContent).join(' '));
    }
  }

  const speaker = document.createElement('p');
  speaker.className = 'hide';
  speaker.setAttribute('role', 'status');
  form.after(speaker);
  const speak = message => { speaker.textContent = words.news + ' ' + message; };

  // One message at a time, in order; DARURAT goes first. What could not be sent is sent again with the same mark, so it counts once.
  function send(data) {
    if (queue.some(other => other.get('token') === data.get('token') && other.get('text') === data.get('text') && other.get('choice') === data.get('choice'))) return;
    if (data.get('text') === 'DARURAT') queue.splice(busy ? 1 : 0, 0, data); else queue.push(data);
    clearTimeout(retry);
    pump();
  }

  async function pump() {
    if (busy || !queue.length) return;
    busy = true;
    const data = queue[0];
    say(words.sending);
    try {
      const answer = await fetch('/chat', {method: 'POST', body: data, headers: HEADER, credentials: 'same-origin'});
      const body = await answer.text();
      if (answer.status === 429 || answer.status >= 500) again(body); else finished(data, answer.ok, body);
    } catch {
      again(words.offline);
    }
  }

  function finished(data, taken, body) {
    busy = false;
    queue.splice(queue.indexOf(data), 1);
    say(taken ? '' : body, !taken);
    if (taken) {
      if (data.get('text') === text.value.trim()) text.value = '';
      if (data.has('files')) files.value = '';
      sessionStorage.setItem(DRAFT, text.value);
      show(body, true);
      for (const mark of document.querySelectorAll('.band [name=token], .dock [name=token]')) mark.value = newToken();
    }
    look(LOOK_FIRST);
    pump();
  }

  function again(message) {
    busy = false;
    say(message, true);
    retry = setTimeout(pump, RETRY_EVERY);
  }

  // Photos of today's phones have several megabytes: a resized copy costs a tenth of the data and bears no place of taking.
  async function shrink(file) {
    if (!/^image\/(jpeg|png|webp|heic|heif)$/.test(file.type) || file.size < SMALL_ENOUGH) return file;
    try {
      const picture = await createImageBitmap(file, {imageOrientation: 'from-image'});
      const scale = Math.min(1, PHOTO_SIDE / Math.max(picture.width, picture.height));
      const canvas = document.createElement('canvas');
      canvas.width = Math.round(picture.width * scale);
      canvas.height = Math.round(picture.height * scale);
      canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
      picture.close();
      const small = await new Promise(done => canvas.toBlob(done, 'image/jpeg', PHOTO_QUALITY));
      return small && small.size < file.size ? new File([small], file.name.replace(/\.\w+$/, '') + '.jpg', {type: 'image/jpeg'}) : file;
    } catch {
      return file; // not a picture this browser can read: the server looks at it
    }
  }

  async function sendWritten() {
    const data = new FormData();
    data.set('token', form.elements.token.value);
    data.set('text', text.value.trim());
    if (files.files.length) say(words.sending);
    for (const file of files.files) data.append('files', await shrink(file));
    if (data.get('text') || data.has('files')) send(data); else say('');
  }

  document.addEventListener('submit', event => {
    if (event.target.method !== 'post') return;
    event.preventDefault();
    if (event.target === form) {
      sendWritten();
      return;
    }
    const data = new FormData(event.target, event.submitter);
    if (event.submitter && event.submitter.name) data.set(event.submitter.name, event.submitter.value);
    send(data);
  });

  text.addEventListener('keydown', event => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && matchMedia('(hover: hover)').matches) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  text.addEventListener('input', () => sessionStorage.setItem(DRAFT, text.value));
  text.value = text.value || sessionStorage.getItem(DRAFT) || '';

  files.addEventListener('change', () => {
    if (files.files.length) say(words.attached.replace('{count}', files.files.length));
    if (files.files.length && !text.value.trim()) form.requestSubmit();
  });

  // The location only on a tap; whoever refuses types the village's name.
  function placeButton() {
    const button = document.getElementById('lokasi');
    if (!button || !navigator.geolocation) return;
    button.hidden = false;
    button.addEventListener('click', () => {
      say(words.sending);
      navigator.geolocation.getCurrentPosition(at => {
        const data = new FormData();
        data.set('token', newToken());
        data.set('latitude', at.coords.latitude);
        data.set('longitude', at.coords.longitude);
        send(data);
      }, () => say(words.noplace, true), {enableHighAccuracy: true, timeout: 20000, maximumAge: 60000});
    });
  }

  // News: every few seconds, then less often; not at all while nobody looks.
  function look(after) {
    clearTimeout(timer);
    if (after) wait = after;
    if (document.hidden) return;
    timer = setTimeout(async () => {
      if (!busy) await fetchNews();
      wait = Math.min(wait * LOOK_GROWTH, LOOK_LONGEST);
      look();
    }, wait);
  }

  async function fetchNews() {
    try {
      const answer = await fetch('/kabar?sejak=' + encodeURIComponent(cursor()), {headers: HEADER, credentials: 'same-origin'});
      if (answer.status === 200) show(await answer.text());
    } catch {
      // The network is away: the next look tries again.
    }
  }

  document.addEventListener('visibilitychange', () => {
    if (document.hidden) { clearTimeout(timer); return; }
    fetchNews();
    look(LOOK_FIRST);
  });

  placeButton();
  down();
  look(LOOK_FIRST);
})();
