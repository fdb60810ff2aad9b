import { byId } from './element.js';

/**
 * Says over the rendering why it is not that of the file as it stands, with the findings in it; they stand beside
 * the rendering otherwise. `event` is what the server told about the issue.
 */
export function showNotice(event) {
  if (event.kind === 'rendered') return closeNotice();
  const { title, text } = words(event);
  byId('notice-title').textContent = title;
  byId('notice-text').textContent = text;
  byId('notice-close').hidden = event.shown === undefined;
  byId('notice').append(byId('findings'));
  byId('notice').hidden = false;
}

export function closeNotice() {
  byId('notice').hidden = true;
  byId('findings-place').append(byId('findings'));
}

function words({ kind, problem, shown }) {
  const behind = shown === undefined ? '' : ' Behind this is the last good version.';
  switch (kind) {
    case 'broken':
      return { title: 'The file cannot be shown as it is', text: `Mend it and save.${behind}` };
    case 'missing':
      return {
        title: 'There is no such issue',
        text: `Its file was moved or removed, or has another slug now.${behind}`,
      };
    case 'failed':
      return { title: problem.message, text: `${problem.hint}.${behind}` };
  }
}
