import { byId } from './element.js';
import { linkIssues } from './issue-links.js';
import { listen } from './live.js';
import { say, sayLost } from './status.js';

listen('/events', { issues: showIssues, failed: showProblem }, sayLost);

function showIssues({ entries }, isNew) {
  say('Up to date', 'fine');
  byId('none').hidden = entries.length > 0;
  if (isNew) linkIssues(byId('issues'), entries);
}

function showProblem({ problem }) {
  say(`${problem.message}: ${problem.hint}`, 'broken');
}
