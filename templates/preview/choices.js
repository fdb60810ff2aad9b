const memory = 'penny-preview';

/** Whoever looks at the preview on a phone sees the mail as on a phone. */
const width = matchMedia('(max-width: 600px)').matches ? 'phone' : 'desktop';

/** What is shown, and how: remembered for the next page in this tab. */
const choices = { form: 'email', width, scheme: 'light', pictures: 'on', ...recall() };

/** Makes the groups of buttons and the toggles work, and calls back with the choices, now and after every change. */
export function offerChoices(onChange) {
  const groups = [...document.querySelectorAll('[data-choice]')];
  const toggles = [...document.querySelectorAll('[data-toggle]')];
  const choose = (name, value) => {
    choices[name] = value;
    show();
    remember();
  };
  const show = () => {
    for (const group of groups) showChoice(group, choices[group.dataset.choice]);
    for (const toggle of toggles)
      toggle.setAttribute('aria-pressed', String(choices[toggle.dataset.toggle] === toggle.value));
    Object.assign(document.documentElement.dataset, choices);
    onChange(choices);
  };
  for (const group of groups) {
    const values = [...group.querySelectorAll('button')].map((button) => button.value);
    if (!values.includes(choices[group.dataset.choice])) choices[group.dataset.choice] = values[0];
    group.addEventListener('click', ({ target }) => {
      const button = target.closest('button');
      if (button !== null) choose(group.dataset.choice, button.value);
    });
    if (group.role === 'tablist') moveByKeys(group);
  }
  for (const toggle of toggles) {
    const name = toggle.dataset.toggle;
    toggle.addEventListener('click', () =>
      choose(name, choices[name] === toggle.value ? 'on' : toggle.value),
    );
  }
  show();
}

function showChoice(group, value) {
  for (const button of group.querySelectorAll('button')) {
    const chosen = button.value === value;
    if (group.role !== 'tablist') {
      button.setAttribute('aria-pressed', String(chosen));
      continue;
    }
    button.setAttribute('aria-selected', String(chosen));
    button.tabIndex = chosen ? 0 : -1;
    document.getElementById(button.getAttribute('aria-controls')).inert = !chosen;
  }
}

/** https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ */
function moveByKeys(tablist) {
  const tabs = [...tablist.children];
  const steps = {
    ArrowLeft: (index) => index - 1,
    ArrowRight: (index) => index + 1,
    Home: () => 0,
    End: () => -1,
  };
  tablist.addEventListener('keydown', (event) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = tabs.at(step(tabs.indexOf(document.activeElement)) % tabs.length);
    next.focus();
    next.click();
  });
}

function recall() {
  try {
    return JSON.parse(sessionStorage.getItem(memory));
  } catch {
    return {};
  }
}

/** A browser that keeps nothing shows everything all the same. */
function remember() {
  try {
    sessionStorage.setItem(memory, JSON.stringify(choices));
  } catch {}
}
