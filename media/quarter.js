// The page of Show Quarter: tells the editor what was chosen, and takes its newer content without losing one's place.
/* global acquireVsCodeApi, document, window */
{
  const editor = acquireVsCodeApi();
  const content = document.getElementById('content');
  const said = document.getElementById('said');
  const titleText = () => document.getElementById('title')?.textContent ?? '';

  document.addEventListener('click', ({ target }) => {
    const chosen = target.closest('[data-open], [data-show], [data-week]');
    if (!chosen) return;
    const { open, show, week } = chosen.dataset;
    if (show) editor.postMessage({ show });
    else editor.postMessage({ open: open ?? `week ${week}` });
  });

  window.addEventListener('message', ({ data }) => {
    if (typeof data.content !== 'string') return;
    const title = titleText();
    const { id } = document.activeElement ?? {};
    // All text in it was escaped where it was made, and the page's policy lets nothing in it run or load.
    content.innerHTML = data.content;
    const again = id ? document.getElementById(id) : null;
    // At the last quarter the button that was pressed can be pressed no more.
    if (again) (again.disabled ? document.querySelector('nav button:enabled') : again)?.focus();
    if (titleText() !== title) said.textContent = titleText();
  });

  editor.postMessage({ ready: true });
}
