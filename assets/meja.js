// Comfort only: every page works without it. Keys in the queue, the place of a photo, and words kept while the signal is away.
(() => {
  const rows = [...document.querySelectorAll('.queue a')];
  document.addEventListener('keydown', pressed => {
    if (pressed.ctrlKey || pressed.metaKey || pressed.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) return;
    const at = rows.indexOf(document.activeElement);
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

  // Without signal a form waits in this tab and goes out once when the signal is back; the case's version refuses a second one.
  for (const form of document.querySelectorAll('form[method=post]'))
    form.addEventListener('submit', sent => {
      if (navigator.onLine) return;
      sent.preventDefault();
      const by = sent.submitter;
      document.getElementById('luring').hidden = false;
      if (form.dataset.waits) return;
      form.dataset.waits = '1';
      addEventListener('online', () => form.requestSubmit(by), { once: true });
    });

  const kept = form => `isi:${form.dataset.keep}`;
  for (const form of document.querySelectorAll('form[data-keep]')) {
    const fields = [...form.querySelectorAll('textarea, input:not([type=hidden]):not([type=file])')];
    const before = JSON.parse(sessionStorage.getItem(kept(form)) || '{}');
    for (const field of fields) {
      if (!field.value && before[field.name]) field.value = before[field.name];
      field.addEventListener('input', () => sessionStorage.setItem(kept(form), JSON.stringify(Object.fromEntries(fields.map(one => [one.name, one.value])))));
    }
    form.addEventListener('submit', () => { if (navigator.onLine) sessionStorage.removeItem(kept(form)); });
  }
})();
