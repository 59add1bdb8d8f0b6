// Comfort only: every page works without it. Keys in the queue, the place of a photo, a calendar, ready answers, and words kept while the signal is away.
(() => {
  const rows = [...document.querySelectorAll('.queue a')];
  document.addEventListener('keydown', pressed => {
    if (pressed.ctrlKey || pressed.metaKey || pressed.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) return;
    // Back from a case the keys go on where they were.
    const at = rows.indexOf(rows.includes(document.activeElement) ? document.activeElement : document.querySelector('.queue li:target a'));
    const to = { j: at + 1, k: at - 1 }[pressed.key];
    if (to !== undefined && rows[to]) rows[to].focus();
    else if (pressed.key === '/') document.getElementById('cari')?.focus();
    else if (pressed.key === 'b') document.querySelector('[data-key=b]')?.click();
    else return;
    pressed.preventDefault();
  });

  for (const photo of document.querySelectorAll('input[data-place]'))
    photo.addEventListener('change', () => navigator.geolocation?.getCurrentPosition(
      found => { document.getElementById(photo.dataset.place).value = `${found.coords.latitude},${found.coords.longitude}`; },
      () => {}, { enableHighAccuracy: true, timeout: 15000 }));

  // A ready answer goes into the field without the way to the server.
  for (const ready of document.querySelectorAll('button[data-words]'))
    ready.addEventListener('click', pressed => {
      const field = document.getElementById('balas');
      pressed.preventDefault();
      field.value = `${field.value} ${ready.dataset.words}`.trim();
      field.dispatchEvent(new Event('input', { bubbles: true }));
      ready.closest('details').open = false;
      field.focus();
    });

  // The browser's own calendar beside a typed day; the day lands as Indonesians write it.
  for (const day of document.querySelectorAll('input[data-day]')) {
    const picker = Object.assign(document.createElement('input'), { type: 'date', tabIndex: -1 });
    if (!picker.showPicker) break;
    picker.setAttribute('aria-hidden', 'true');
    const open = Object.assign(document.createElement('button'), { type: 'button', className: 'btn slim', textContent: day.dataset.day });
    open.addEventListener('click', () => picker.showPicker());
    picker.addEventListener('change', () => { if (picker.value) day.value = picker.value.split('-').reverse().join('-'); });
    day.after(open, picker);
  }

  // A passkey: the lock of the officer's own device, offered only where the browser knows it.
  const door = document.querySelector('form[data-passkey]');
  if (door && window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
    door.hidden = false;
    door.addEventListener('submit', async sent => {
      sent.preventDefault();
      const problem = door.querySelector('[role=alert]');
      problem.hidden = true;
      try {
        const asked = await fetch(door.dataset.passkey, { method: 'POST', body: new FormData(door) });
        if (!asked.ok) throw new Error();
        const options = await asked.json();
        const proof = 'new' in door.dataset
          ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
          : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
        door.elements.kunci.value = JSON.stringify(proof);
        door.submit();
      } catch { problem.hidden = false; }
    });
  }

  // Weak signal: what was typed stays in this tab until the server has it. Each form has a key of its own, so that a second arrival counts for nothing.
  const note = document.getElementById('luring');
  const kept = form => `isi:${form.dataset.keep}`;
  const fieldsOf = form => [...form.elements].filter(field => field.name && !/^(hidden|file|submit|button)$/.test(field.type) && !('unkept' in field.dataset));
  const remember = form => sessionStorage.setItem(kept(form), JSON.stringify({
    once: form.elements['Form.Sekali']?.value,
    fields: fieldsOf(form).map(field => [field.name, field.value, field.checked]),
  }));

  const recall = form => {
    const before = JSON.parse(sessionStorage.getItem(kept(form)) || 'null');
    if (!before) return;
    if (before.once && form.elements['Form.Sekali']) form.elements['Form.Sekali'].value = before.once;
    for (const field of fieldsOf(form)) {
      const was = before.fields.find(([name, value]) => name === field.name && (!/^(checkbox|radio)$/.test(field.type) || value === field.value));
      if (!was) continue;
      if (/^(checkbox|radio)$/.test(field.type)) field.checked = was[2];
      else if (!field.value || field.tagName === 'SELECT') field.value = was[1];
      const fold = field.closest('details');
      if (fold && was[1] && /^text/.test(field.type)) fold.open = true;
    }
  };

  // A page that asks back gets the photos of the form again: they need not be taken twice.
  const putBack = body => {
    for (const field of document.querySelectorAll('input[type=file][name]')) {
      const photos = new DataTransfer();
      for (const photo of body.getAll(field.name)) if (photo.size) photos.items.add(photo);
      if (photos.files.length) field.files = photos.files;
    }
    document.querySelector('[data-photos-lost]')?.remove();
  };

  const again = 5000, patience = 60000;
  const deliver = async (form, address, body) => {
    try {
      const answer = await fetch(address, { method: 'POST', body, signal: AbortSignal.timeout(patience) });
      if (answer.status >= 502) throw new Error();
      // Signed out meanwhile, or something is missing: the words are still needed.
      if (answer.ok && !new URL(answer.url).pathname.startsWith('/masuk')) sessionStorage.removeItem(kept(form));
      if (answer.redirected) return location.assign(answer.url);
      const page = await answer.text();
      document.open();
      document.write(page);
      document.close();
      scrollTo(0, 0);
      putBack(body);
    } catch {
      note.hidden = false;
      const retry = () => { clearTimeout(timer); removeEventListener('online', retry); deliver(form, address, body); };
      const timer = setTimeout(retry, again);
      addEventListener('online', retry);
    }
  };

  for (const form of document.querySelectorAll('form[data-keep]')) {
    recall(form);
    form.addEventListener('input', () => remember(form));
    form.addEventListener('submit', sent => {
      if (sent.defaultPrevented || form.inert) return sent.preventDefault();
      sent.preventDefault();
      remember(form);
      const body = new FormData(form, sent.submitter);
      form.inert = true;
      deliver(form, sent.submitter?.getAttribute('formaction') ?? form.getAttribute('action'), body);
    });
  }

  // All other forms are protected by the case's version or by what they say; without signal they wait in this tab.
  for (const form of document.querySelectorAll('form[method=post]:not([data-keep])'))
    form.addEventListener('submit', sent => {
      if (form.getAttribute('action') === '/keluar') sessionStorage.clear();
      if (navigator.onLine) return;
      sent.preventDefault();
      note.hidden = false;
      if (form.dataset.waits) return;
      form.dataset.waits = '1';
      addEventListener('online', () => form.requestSubmit(sent.submitter), { once: true });
    });
})();
